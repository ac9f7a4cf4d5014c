// Numbers of the module socket, and numbers and addresses in the network's form.
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <sys/socket.h>

#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/stdlib/socket.hpp"
#include "socket_options.hpp"
#include "socket_support.hpp"

namespace aiocc::socket_ {

#define AIOCC_SOCKET_NUMBER(name) constinit Int const number_##name{static_cast<std::int64_t>(name)};
#include "aiocc/stdlib/socket_numbers.def"
#undef AIOCC_SOCKET_NUMBER

namespace {

using _socket::int_argument;

/// A number of 16 bits; messages name the function.
Result<std::uint16_t> short_argument(Object const& value, std::string const& function) {
  Int const number = PASS(operators::index(value));
  if (number < Int(0))
    return raise_error(overflow_error_type,
                       function + ": can't convert negative Python int to C 16-bit unsigned integer");
  if (!number.is_small_int() || number.small() > 0xffff)
    return raise_error(overflow_error_type,
                       function + ": Python int too large to convert to C 16-bit unsigned integer");
  return static_cast<std::uint16_t>(number.small());
}

Result<std::uint32_t> long_argument(Object const& value) {
  if (!is_instance(value, int_type))
    return raise_error(type_error_type, std::string("expected int, ") + type_of(value)->name + " found");
  Int const number = PASS(operators::index(value));
  if (number < Int(0)) return raise_error(overflow_error_type, "can't convert negative value to unsigned int");
  if (!number.is_small_int() || number.small() > 0xffffffff)
    return raise_error(overflow_error_type, "int larger than 32 bits");
  return static_cast<std::uint32_t>(number.small());
}

/// A str that's an argument of a function of C's.
Result<std::string> text_argument(Object const& value, char const* function, char const* which) {
  return PASS(aiocc::detail::str_argument(value, function, which)).utf8();
}

/// The bytes of an address of this family; 0: it isn't one that has text.
std::size_t size_of_address(int family) noexcept {
  return family == AF_INET ? sizeof(in_addr) : family == AF_INET6 ? sizeof(in6_addr) : 0;
}

}  // namespace

Result<Int> short_to_network(Object const& number) {
  std::uint16_t const value = PASS(short_argument(number, "htons"));
  return Int(std::int64_t{__builtin_bswap16(value)});
}

Result<Int> short_to_host(Object const& number) {
  std::uint16_t const value = PASS(short_argument(number, "ntohs"));
  return Int(std::int64_t{__builtin_bswap16(value)});
}

Result<Int> long_to_network(Object const& number) {
  std::uint32_t const value = PASS(long_argument(number));
  return Int(std::int64_t{__builtin_bswap32(value)});
}

Result<Int> long_to_host(Object const& number) {
  std::uint32_t const value = PASS(long_argument(number));
  return Int(std::int64_t{__builtin_bswap32(value)});
}

Result<Bytes> inet_aton(Object const& text) {
  std::string const address = PASS(text_argument(text, "inet_aton", "argument"));
  in_addr packed{};
  if (::inet_aton(address.c_str(), &packed) == 0)
    return raise_error(os_error_type, "illegal IP address string passed to inet_aton");
  return Bytes::from({reinterpret_cast<char const*>(&packed), sizeof packed});
}

Result<Str> inet_ntoa(Object const& packed) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(packed));
  if (bytes.view().size() != sizeof(in_addr)) return raise_error(os_error_type, "packed IP wrong length for inet_ntoa");
  char text[INET_ADDRSTRLEN];
  return Str::from_utf8(::inet_ntop(AF_INET, bytes.view().data(), text, sizeof text));
}

Result<Bytes> inet_pton(Object const& family, Object const& text) {
  int const which = PASS(int_argument(family));
  std::string const address = PASS(text_argument(text, "inet_pton", "argument 2"));
  char packed[sizeof(in6_addr)];
  int const result = ::inet_pton(which, address.c_str(), packed);
  if (result < 0) return raise_os_error(errno);
  if (result == 0) return raise_error(os_error_type, "illegal IP address string passed to inet_pton");
  return Bytes::from({packed, size_of_address(which)});
}

Result<Str> inet_ntop(Object const& family, Object const& packed) {
  int const which = PASS(int_argument(family));
  Bytes const bytes = PASS(aiocc::detail::bytes_like(packed));
  std::size_t const size = size_of_address(which);
  if (size == 0) return raise_error(value_error_type, "unknown address family " + std::to_string(which));
  if (bytes.view().size() != size) return raise_error(value_error_type, "invalid length of packed IP address string");
  char text[INET6_ADDRSTRLEN];
  return Str::from_utf8(::inet_ntop(which, bytes.view().data(), text, sizeof text));
}

Object getdefaulttimeout() {
  double const seconds = _socket::default_timeout();
  return seconds < 0 ? None : box(seconds);
}

Result<void> setdefaulttimeout(Object const& timeout) {
  _socket::default_timeout() = PASS(_socket::timeout_argument(timeout));
  return {};
}

Result<Int> cmsg_len(Object const& length) {
  std::int64_t const size = PASS(aiocc::detail::ssize_argument(length));
  if (size < 0) return raise_error(overflow_error_type, "CMSG_LEN() argument out of range");
  return Int(static_cast<std::int64_t>(CMSG_LEN(static_cast<std::size_t>(size))));
}

Result<Int> cmsg_space(Object const& length) {
  std::int64_t const size = PASS(aiocc::detail::ssize_argument(length));
  if (size < 0) return raise_error(overflow_error_type, "CMSG_SPACE() argument out of range");
  return Int(static_cast<std::int64_t>(CMSG_SPACE(static_cast<std::size_t>(size))));
}

}  // namespace aiocc::socket_

namespace aiocc::_socket {

double& default_timeout() noexcept {
  static double seconds = -1;
  return seconds;
}

}  // namespace aiocc::_socket
