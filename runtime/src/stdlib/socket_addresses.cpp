// Addresses of sockets, from Python's form into the system's and back.
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <cstddef>
#include <cstring>

#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/_socket.hpp"
#include "aiocc/stdlib/socket.hpp"
#include "posix_paths.hpp"
#include "socket_support.hpp"

namespace aiocc::_socket {

namespace {

std::string prefix_of(char const* function) { return std::string(function) + "(): "; }

/// The part of an address that's a port.
Result<std::uint16_t> port_of(Object const& value, char const* function) {
  int const port = PASS(int_argument(value));
  if (port < 0 || port > 0xffff) return raise_error(overflow_error_type, prefix_of(function) + "port must be 0-65535.");
  return static_cast<std::uint16_t>(port);
}

Result<Address> parse_inet(Object const& address, char const* function) {
  if (!is_instance(address, tuple_type))
    return raise_error(type_error_type,
                       prefix_of(function) + "AF_INET address must be tuple, not " + type_of(address)->name);
  auto const* const parts = address.as<TupleObject>();
  if (parts->size != 2) return raise_error(type_error_type, "AF_INET address must be a pair (host, port)");
  std::string const host = PASS(host_argument(parts->items()[0], ""));
  std::uint16_t const port = PASS(port_of(parts->items()[1], function));
  Address result = PASS(resolve_host(host, AF_INET));
  reinterpret_cast<sockaddr_in*>(&result.storage)->sin_port = ::htons(port);
  return result;
}

Result<Address> parse_inet6(Object const& address, char const* function) {
  if (!is_instance(address, tuple_type))
    return raise_error(type_error_type,
                       prefix_of(function) + "AF_INET6 address must be tuple, not " + type_of(address)->name);
  auto const* const parts = address.as<TupleObject>();
  if (parts->size < 2 || parts->size > 4)
    return raise_error(type_error_type, "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
  std::string const host = PASS(host_argument(parts->items()[0], ""));
  std::uint16_t const port = PASS(port_of(parts->items()[1], function));
  int const flow = parts->size > 2 ? PASS(int_argument(parts->items()[2])) : 0;
  int const scope = parts->size > 3 ? PASS(int_argument(parts->items()[3])) : 0;
  if (flow < 0 || flow > 0xfffff)
    return raise_error(overflow_error_type, prefix_of(function) + "flowinfo must be 0-1048575.");
  Address result = PASS(resolve_host(host, AF_INET6));
  auto* const inet6 = reinterpret_cast<sockaddr_in6*>(&result.storage);
  inet6->sin6_port = ::htons(port);
  inet6->sin6_flowinfo = ::htonl(static_cast<std::uint32_t>(flow));
  if (parts->size > 3) inet6->sin6_scope_id = static_cast<std::uint32_t>(scope);
  return result;
}

Result<Address> parse_unix(Object const& address) {
  // A name of the abstract namespace begins with a zero, which a path mustn't have.
  std::string path;
  if (is_any_bytes(address))
    path = static_cast<Bytes const&>(address).view();
  else if (is_instance(address, str_type) && !word_cast<Str>(address).utf8().starts_with('\0'))
    path = PASS(posix::path_bytes(address));
  else if (is_instance(address, str_type))
    path = word_cast<Str>(address).utf8();
  else
    return raise_error(type_error_type,
                       std::string("a bytes-like object is required, not '") + type_of(address)->name + "'");
  Address result;
  auto* const unix_address = reinterpret_cast<sockaddr_un*>(&result.storage);
  unix_address->sun_family = AF_UNIX;
  bool const is_abstract = path.starts_with('\0');
  if (path.size() > sizeof unix_address->sun_path - (is_abstract ? 0 : 1))
    return raise_error(os_error_type, "AF_UNIX path too long");
  std::memcpy(unix_address->sun_path, path.data(), path.size());
  result.length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + (is_abstract ? 0 : 1));
  return result;
}

template <class Binary>
Object host_text(int family, Binary const& binary) {
  char text[INET6_ADDRSTRLEN];
  return Str::from_utf8(::inet_ntop(family, &binary, text, sizeof text) ? text : "");
}

Object unix_path(Address const& address) {
  auto const* const unix_address = reinterpret_cast<sockaddr_un const*>(&address.storage);
  std::size_t const most = address.length > offsetof(sockaddr_un, sun_path)
                               ? address.length - offsetof(sockaddr_un, sun_path)
                               : std::size_t{0};
  char const* const path = unix_address->sun_path;
  if (most > 0 && path[0] == '\0') return Bytes::from({path, most});
  return posix::text_of({path, ::strnlen(path, most)});
}

}  // namespace

Raised raise_lookup_error(int code) {
  if (code == EAI_SYSTEM) return raise_os_error(errno);
  Object const args[] = {Int(code), Str::from_utf8(::gai_strerror(code))};
  Result<Object> error = call_array(box(socket_::gaierror_type), args, 2);
  if (!error) return raised;
  return raise(error.value());
}

Result<Address> resolve_host(std::string const& host, int family) {
  Address result;
  std::memset(&result.storage, 0, sizeof result.storage);
  result.storage.ss_family = static_cast<sa_family_t>(family);
  result.length = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
  if (family == AF_INET && host == "<broadcast>") {
    reinterpret_cast<sockaddr_in*>(&result.storage)->sin_addr.s_addr = INADDR_BROADCAST;
    return result;
  }
  if (family == AF_INET &&
      ::inet_pton(AF_INET, host.c_str(), &reinterpret_cast<sockaddr_in*>(&result.storage)->sin_addr) == 1)
    return result;
  addrinfo hints{}, *found = nullptr;
  hints.ai_family = family;
  if (host.empty()) {
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = AI_PASSIVE;
  }
  int const code = [&] {
    Unlocked scope;
    return ::getaddrinfo(host.empty() ? nullptr : host.c_str(), host.empty() ? "0" : nullptr, &hints, &found);
  }();
  if (code != 0) return raise_lookup_error(code);
  std::memcpy(&result.storage, found->ai_addr, found->ai_addrlen);
  result.length = found->ai_addrlen;
  ::freeaddrinfo(found);
  return result;
}

Result<Address> parse_address(SocketObject const* socket, Object const& address, char const* function) {
  switch (socket->family) {
    case AF_INET: return parse_inet(address, function);
    case AF_INET6: return parse_inet6(address, function);
    case AF_UNIX: return parse_unix(address);
  }
  return raise_error(os_error_type, prefix_of(function) + "bad family");
}

Result<Object> make_address(Address const& address) {
  if (address.length == 0) return None;
  switch (address.storage.ss_family) {
    case AF_INET: {
      auto const* const inet = reinterpret_cast<sockaddr_in const*>(&address.storage);
      return pack_tuple(host_text(AF_INET, inet->sin_addr), Int(std::int64_t{::ntohs(inet->sin_port)}));
    }
    case AF_INET6: {
      auto const* const inet6 = reinterpret_cast<sockaddr_in6 const*>(&address.storage);
      return pack_tuple(host_text(AF_INET6, inet6->sin6_addr), Int(std::int64_t{::ntohs(inet6->sin6_port)}),
                        Int(std::int64_t{::ntohl(inet6->sin6_flowinfo)}), Int(std::int64_t{inet6->sin6_scope_id}));
    }
    case AF_UNIX: return unix_path(address);
  }
  auto const* const data = reinterpret_cast<sockaddr const*>(&address.storage)->sa_data;
  return pack_tuple(Int(std::int64_t{address.storage.ss_family}),
                    Bytes::from({data, address.length - offsetof(sockaddr, sa_data)}));
}

}  // namespace aiocc::_socket
