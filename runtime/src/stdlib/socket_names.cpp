// Names of hosts, services, protocols and interfaces.
#include <arpa/inet.h>
#include <fcntl.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <memory>

#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/stdlib/_socket.hpp"
#include "aiocc/stdlib/socket.hpp"
#include "posix_paths.hpp"
#include "socket_support.hpp"

namespace aiocc::socket_ {

constinit Type gaierror_type("gaierror", &os_error_type, 0, {}, "socket");
constinit Type herror_type("herror", &os_error_type, 0, {}, "socket");

namespace {

using _socket::Address;
using _socket::int_argument;
using _socket::raise_lookup_error;

/// What getaddrinfo found.
using Found = std::unique_ptr<addrinfo, decltype([](addrinfo* first) { ::freeaddrinfo(first); })>;

Result<Found> look_up(char const* host, char const* service, addrinfo const& hints) {
  addrinfo* first = nullptr;
  int const code = [&] {
    Unlocked scope;
    return ::getaddrinfo(host, service, &hints, &first);
  }();
  Found found(first);
  if (code != 0) return raise_lookup_error(code);
  return found;
}

/// An argument of getaddrinfo that may be None.
struct OptionalText {
  bool is_none = true;
  std::string text = {};
  char const* get() const noexcept { return is_none ? nullptr : text.c_str(); }
};

Result<OptionalText> host_of(Object const& host) {
  if (host.is(None)) return OptionalText();
  if (!is_instance(host, str_type) && !is_any_bytes(host))
    return raise_error(type_error_type, "getaddrinfo() argument 1 must be string or None");
  return OptionalText{false, PASS(_socket::host_argument(host, ""))};
}

Result<OptionalText> service_of(Object const& port) {
  if (port.is(None)) return OptionalText();
  if (is_instance(port, int_type))
    return OptionalText{false, PASS(operators::str(PASS(operators::index(port)))).utf8()};
  if (is_instance(port, str_type) || is_any_bytes(port))
    return OptionalText{false, PASS(_socket::host_argument(port, ""))};
  return raise_error(os_error_type, "Int or String expected");
}

Address address_of(addrinfo const& info) {
  Address address;
  std::memcpy(&address.storage, info.ai_addr, info.ai_addrlen);
  address.length = info.ai_addrlen;
  return address;
}

Result<Str> text_of_address(Address const& address) {
  char host[NI_MAXHOST];
  int const code = ::getnameinfo(address.get(), address.length, host, sizeof host, nullptr, 0, NI_NUMERICHOST);
  if (code != 0) return raise_lookup_error(code);
  return Str::from_utf8(host);
}

/// The name of a host, and its addresses, as gethostbyname_ex tells them.
Result<Tuple<Str, List<Str>, List<Str>>> names_of(char const* host, Str const& name) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_family = AF_INET;
  Found const found = PASS(look_up(host, nullptr, hints));
  List<Str> addresses = List<Str>::of();
  for (addrinfo const* each = found.get(); each; each = each->ai_next)
    addresses.append(PASS(text_of_address(address_of(*each))));
  return Tuple<Str, List<Str>, List<Str>>::of(name, List<Str>::of(), addresses);
}

}  // namespace

Result<void> close(Object const& descriptor) {
  int const number = PASS(int_argument(descriptor));
  if (::close(number) != 0 && errno != ECONNRESET) return raise_os_error(errno);
  return {};
}

Result<Int> dup(Object const& descriptor) {
  int const number = PASS(int_argument(descriptor));
  int const copy = ::fcntl(number, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) return raise_os_error(errno);
  return Int(copy);
}

Result<Tuple<Int, Int>> pair(Object const& family, Object const& kind, Object const& protocol) {
  int const which = PASS(int_argument(family));
  int const wanted = PASS(int_argument(kind));
  int const number = PASS(int_argument(protocol));
  int ends[2];
  if (::socketpair(which, wanted | SOCK_CLOEXEC, number, ends) != 0) return raise_os_error(errno);
  return Tuple<Int, Int>::of(Int(ends[0]), Int(ends[1]));
}

Result<Str> gethostname() {
  char name[1024];
  if (::gethostname(name, sizeof name - 1) != 0) return raise_os_error(errno);
  name[sizeof name - 1] = '\0';
  return posix::text_of(name);
}

Result<void> sethostname(Object const& name) {
  std::string const text = PASS(_socket::host_argument(name, "sethostname(): "));
  if (::sethostname(text.data(), text.size()) != 0) return raise_os_error(errno);
  return {};
}

Result<List<Object>> getaddrinfo(Object const& host, Object const& port, Object const& family, Object const& kind,
                                 Object const& protocol, Object const& flags) {
  OptionalText const host_text = PASS(host_of(host));
  OptionalText const service = PASS(service_of(port));
  addrinfo hints{};
  hints.ai_family = PASS(int_argument(family));
  hints.ai_socktype = PASS(int_argument(kind));
  hints.ai_protocol = PASS(int_argument(protocol));
  hints.ai_flags = PASS(int_argument(flags));
  Found const found = PASS(look_up(host_text.get(), service.get(), hints));
  List<Object> entries = List<Object>::of();
  for (addrinfo const* each = found.get(); each; each = each->ai_next) {
    Object const address = PASS(_socket::make_address(address_of(*each)));
    Str const name = Str::from_utf8(each->ai_canonname ? each->ai_canonname : "");
    entries.append(pack_tuple(Int(each->ai_family), Int(each->ai_socktype), Int(each->ai_protocol), name, address));
  }
  return entries;
}

Result<Tuple<Str, Str>> getnameinfo(Object const& address, Object const& flags) {
  if (!is_instance(address, tuple_type))
    return raise_error(type_error_type, "getnameinfo() argument 1 must be a tuple");
  auto const* const parts = address.as<TupleObject>();
  if (parts->size < 2 || parts->size > 4)
    return raise_error(type_error_type, "getnameinfo(): illegal sockaddr argument");
  std::string const host = PASS(_socket::host_argument(parts->items()[0], "getnameinfo(): "));
  int const port = PASS(int_argument(parts->items()[1]));
  addrinfo hints{};
  hints.ai_socktype = SOCK_DGRAM;
  hints.ai_flags = AI_NUMERICHOST;
  Found const found = PASS(look_up(host.c_str(), std::to_string(port).c_str(), hints));
  if (found->ai_next) return raise_error(os_error_type, "sockaddr resolved to multiple addresses");
  if (found->ai_family == AF_INET && parts->size != 2)
    return raise_error(os_error_type, "IPv4 sockaddr must be 2 tuple");
  Address where = address_of(*found);
  if (found->ai_family == AF_INET6 && parts->size == 4)
    reinterpret_cast<sockaddr_in6*>(&where.storage)->sin6_scope_id =
        static_cast<std::uint32_t>(PASS(int_argument(parts->items()[3])));
  int const options = PASS(int_argument(flags));
  char name[NI_MAXHOST], service[NI_MAXSERV];
  int const code = [&] {
    Unlocked scope;
    return ::getnameinfo(where.get(), where.length, name, sizeof name, service, sizeof service, options);
  }();
  if (code != 0) return raise_lookup_error(code);
  return Tuple<Str, Str>::of(Str::from_utf8(name), Str::from_utf8(service));
}

Result<Str> gethostbyname(Object const& host) {
  std::string const name = PASS(_socket::host_argument(host, "gethostbyname(): "));
  return text_of_address(PASS(_socket::resolve_host(name, AF_INET)));
}

Result<Tuple<Str, List<Str>, List<Str>>> gethostbyname_ex(Object const& host) {
  std::string const name = PASS(_socket::host_argument(host, "gethostbyname_ex(): "));
  return names_of(name.c_str(), Str::from_utf8(name));
}

Result<Tuple<Str, List<Str>, List<Str>>> gethostbyaddr(Object const& host) {
  std::string const text = PASS(_socket::host_argument(host, "gethostbyaddr(): "));
  Address const address = PASS(_socket::resolve_host(text, AF_INET));
  char name[NI_MAXHOST];
  int const code = [&] {
    Unlocked scope;
    return ::getnameinfo(address.get(), address.length, name, sizeof name, nullptr, 0, NI_NAMEREQD);
  }();
  if (code != 0) {
    Object const args[] = {Int(1), "Unknown host"_s};
    Object const error = PASS(call_array(box(herror_type), args, 2));
    return raise(error);
  }
  return Tuple<Str, List<Str>, List<Str>>::of(Str::from_utf8(name), List<Str>::of(),
                                              List<Str>::of(PASS(text_of_address(address))));
}

Result<Int> getservbyname(Object const& name, Object const& protocol) {
  std::string const service = PASS(aiocc::detail::str_argument(name, "getservbyname", "argument 1")).utf8();
  std::string const kind =
      protocol.bound() ? PASS(aiocc::detail::str_argument(protocol, "getservbyname", "argument 2")).utf8() : "";
  servent const* const found = ::getservbyname(service.c_str(), protocol.bound() ? kind.c_str() : nullptr);
  if (!found) return raise_error(os_error_type, "service/proto not found");
  return Int(std::int64_t{::ntohs(static_cast<std::uint16_t>(found->s_port))});
}

Result<Str> getservbyport(Object const& port, Object const& protocol) {
  int const number = PASS(int_argument(port));
  if (number < 0 || number > 0xffff) return raise_error(overflow_error_type, "getservbyport: port must be 0-65535.");
  std::string const kind =
      protocol.bound() ? PASS(aiocc::detail::str_argument(protocol, "getservbyport", "argument 2")).utf8() : "";
  servent const* const found =
      ::getservbyport(::htons(static_cast<std::uint16_t>(number)), protocol.bound() ? kind.c_str() : nullptr);
  if (!found) return raise_error(os_error_type, "port/proto not found");
  return Str::from_utf8(found->s_name);
}

Result<Int> getprotobyname(Object const& name) {
  std::string const protocol = PASS(aiocc::detail::str_argument(name, "getprotobyname", "argument")).utf8();
  protoent const* const found = ::getprotobyname(protocol.c_str());
  if (!found) return raise_error(os_error_type, "protocol not found");
  return Int(found->p_proto);
}

Result<Int> if_nametoindex(Object const& name) {
  std::string const interface = PASS(_socket::host_argument(name, "if_nametoindex(): "));
  unsigned const index = ::if_nametoindex(interface.c_str());
  if (index == 0) return raise_error(os_error_type, "no interface with this name");
  return Int(std::int64_t{index});
}

Result<Str> if_indextoname(Object const& index) {
  int const number = PASS(int_argument(index));
  char name[IF_NAMESIZE];
  if (!::if_indextoname(static_cast<unsigned>(number), name)) return raise_os_error(errno);
  return posix::text_of(name);
}

Result<List<Tuple<Int, Str>>> if_nameindex() {
  using Names =
      std::unique_ptr<struct if_nameindex, decltype([](struct if_nameindex* all) { ::if_freenameindex(all); })>;
  Names const all(::if_nameindex());
  if (!all) return raise_os_error(errno);
  List<Tuple<Int, Str>> interfaces = List<Tuple<Int, Str>>::of();
  for (auto const* each = all.get(); each->if_index != 0; ++each)
    interfaces.append(Tuple<Int, Str>::of(Int(std::int64_t{each->if_index}), posix::text_of(each->if_name)));
  return interfaces;
}

}  // namespace aiocc::socket_
