// The module socket, its half in C++: numbers, addresses as text, names. Classes and the rest are Python (runtime/lib/socket.py).
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::socket_ {

// Their values stand in the source file: the system's headers define macros of all sorts, which emitted code mustn't see.
#define AIOCC_SOCKET_NUMBER(name)  \
  AIOCC_PY_CONSTANT(#name ": int") \
  extern Int const number_##name;
#include "aiocc/stdlib/socket_numbers.def"
#undef AIOCC_SOCKET_NUMBER

/// Names that can't be resolved: a number of EAI_, and what it means.
extern Type gaierror_type AIOCC_PY_CLASS("gaierror(OSError)", subclassable);
extern Type herror_type AIOCC_PY_CLASS("herror(OSError)", subclassable);
AIOCC_PY_CONSTANT("has_ipv6: bool")
inline constexpr bool has_ipv6 = true;

/// Closes a socket's descriptor.
AIOCC_PY("def close(fd: object, /) -> None")
Result<void> close(Object const& descriptor);
AIOCC_PY("def dup(fd: object, /) -> int")
Result<Int> dup(Object const& descriptor);
AIOCC_PY("def _pair(family: object, type: object, proto: object, /) -> tuple[int, int]")
Result<Tuple<Int, Int>> pair(Object const& family, Object const& kind, Object const& protocol);

AIOCC_PY("def gethostname() -> str")
Result<Str> gethostname();
AIOCC_PY("def sethostname(name: object, /) -> None")
Result<void> sethostname(Object const& name);
/// Tuples of family, type, protocol, canonical name and address, the first two as plain ints.
AIOCC_PY(
    "def _getaddrinfo(host: object, port: object, family: object, type: object, proto: object, flags: object, /) -> "
    "list[object]")
Result<List<Object>> getaddrinfo(Object const& host, Object const& port, Object const& family, Object const& kind,
                                 Object const& protocol, Object const& flags);
/// Host and service, as text.
AIOCC_PY("def getnameinfo(sockaddr: object, flags: object, /) -> tuple[str, str]")
Result<Tuple<Str, Str>> getnameinfo(Object const& address, Object const& flags);
AIOCC_PY("def gethostbyname(host: object, /) -> str")
Result<Str> gethostbyname(Object const& host);
/// The host's name, its aliases and its addresses.
AIOCC_PY("def gethostbyname_ex(host: object, /) -> tuple[str, list[str], list[str]]")
Result<Tuple<Str, List<Str>, List<Str>>> gethostbyname_ex(Object const& host);
AIOCC_PY("def gethostbyaddr(host: object, /) -> tuple[str, list[str], list[str]]")
Result<Tuple<Str, List<Str>, List<Str>>> gethostbyaddr(Object const& host);
AIOCC_PY("def getservbyname(servicename: object, protocolname: object = ..., /) -> int")
Result<Int> getservbyname(Object const& name, Object const& protocol = {});
AIOCC_PY("def getservbyport(port: object, protocolname: object = ..., /) -> str")
Result<Str> getservbyport(Object const& port, Object const& protocol = {});
AIOCC_PY("def getprotobyname(name: object, /) -> int")
Result<Int> getprotobyname(Object const& name);
AIOCC_PY("def if_nametoindex(name: object, /) -> int")
Result<Int> if_nametoindex(Object const& name);
AIOCC_PY("def if_indextoname(index: object, /) -> str")
Result<Str> if_indextoname(Object const& index);
AIOCC_PY("def if_nameindex() -> list[tuple[int, str]]")
Result<List<Tuple<Int, Str>>> if_nameindex();

AIOCC_PY("def htons(x: object, /) -> int")
Result<Int> short_to_network(Object const& number);
AIOCC_PY("def ntohs(x: object, /) -> int")
Result<Int> short_to_host(Object const& number);
AIOCC_PY("def htonl(x: object, /) -> int")
Result<Int> long_to_network(Object const& number);
AIOCC_PY("def ntohl(x: object, /) -> int")
Result<Int> long_to_host(Object const& number);
AIOCC_PY("def inet_aton(ip_addr: object, /) -> bytes")
Result<Bytes> inet_aton(Object const& text);
AIOCC_PY("def inet_ntoa(packed_ip: object, /) -> str")
Result<Str> inet_ntoa(Object const& packed);
AIOCC_PY("def inet_pton(address_family: object, ip_string: object, /) -> bytes")
Result<Bytes> inet_pton(Object const& family, Object const& text);
AIOCC_PY("def inet_ntop(address_family: object, packed_ip: object, /) -> str")
Result<Str> inet_ntop(Object const& family, Object const& packed);

/// In seconds; None: sockets wait for ever.
AIOCC_PY("def getdefaulttimeout() -> object")
Object getdefaulttimeout();
AIOCC_PY("def setdefaulttimeout(timeout: object, /) -> None")
Result<void> setdefaulttimeout(Object const& timeout);
AIOCC_PY("def CMSG_LEN(length: object, /) -> int")
Result<Int> cmsg_len(Object const& length);
AIOCC_PY("def CMSG_SPACE(length: object, /) -> int")
Result<Int> cmsg_space(Object const& length);

}  // namespace aiocc::socket_
