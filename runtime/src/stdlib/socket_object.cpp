// Sockets as objects: making them, what they're connected to, options.
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstring>

#include "../objects/convert_arguments.hpp"
#include "../objects/native_instance.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "aiocc/stdlib/_socket.hpp"
#include "posix_paths.hpp"
#include "socket_options.hpp"
#include "socket_support.hpp"

namespace aiocc::_socket {

namespace {

// Arguments are `__init__`'s to look at, which a class in Python has.
Result<Object> construct_socket(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(aiocc::detail::make_native<SocketObject>(type, socket_type));
}

constexpr Slots socket_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = aiocc::detail::dealloc_native<SocketObject, socket_type>;
  slots.construct = construct_socket;
  return slots;
}

Result<void> checked_call(int result) {
  if (result == -1) return raise_os_error(errno);
  return {};
}

/// What a descriptor's socket says of itself.
Result<int> option_of(int descriptor, int option) {
  int value = 0;
  socklen_t length = sizeof value;
  PASS(checked_call(::getsockopt(descriptor, SOL_SOCKET, option, &value, &length)));
  return value;
}

Result<void> set_blocking(SocketObject* socket, bool blocking) {
  int waits_not = blocking ? 0 : 1;
  return checked_call(::ioctl(socket->descriptor, FIONBIO, &waits_not));
}

/// Takes over the descriptor of a socket that's there already.
Result<void> take_over(SocketObject* socket, Object const& fileno, int family, int kind, int protocol) {
  if (is_instance(fileno, float_type)) return raise_error(type_error_type, "integer argument expected, got float");
  int const descriptor = PASS(int_argument(fileno));
  if (descriptor < 0) return raise_error(value_error_type, "negative file descriptor");
  Address address;
  PASS(checked_call(::getsockname(descriptor, address.get(), &address.length)));
  socket->family = family == -1 ? address.storage.ss_family : family;
  socket->kind = kind == -1 ? PASS(option_of(descriptor, SO_TYPE)) : kind;
  socket->protocol = protocol == -1 ? PASS(option_of(descriptor, SO_PROTOCOL)) : protocol;
  socket->descriptor = descriptor;
  return {};
}

}  // namespace

constinit Type socket_type("socket", &object_type, sizeof(SocketObject), socket_slots(members<socket_type>), "_socket",
                           /*python_may_derive=*/true);

SocketObject::~SocketObject() {
  if (descriptor >= 0) ::close(descriptor);
}

Result<void> Socket::open(Object const& family_argument, Object const& type_argument, Object const& protocol_argument,
                          Object const& fileno) const {
  SocketObject* const socket = get();
  int const family = PASS(int_argument(family_argument));
  int const kind = PASS(int_argument(type_argument));
  int const protocol = PASS(int_argument(protocol_argument));
  if (!fileno.is(None)) {
    PASS(take_over(socket, fileno, family, kind, protocol));
  } else {
    socket->family = family == -1 ? AF_INET : family;
    int const wanted = kind == -1 ? SOCK_STREAM : kind;
    socket->protocol = protocol == -1 ? 0 : protocol;
    socket->descriptor = ::socket(socket->family, wanted | SOCK_CLOEXEC, socket->protocol);
    PASS(checked_call(socket->descriptor));
    socket->kind = wanted & ~(SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (wanted & SOCK_NONBLOCK) {
      socket->timeout = 0;
      return {};
    }
  }
  socket->timeout = default_timeout();
  if (socket->timeout >= 0) PASS(set_blocking(socket, false));
  return {};
}

Result<void> Socket::bind(Object const& address) const {
  Address const parsed = PASS(parse_address(get(), address, "bind"));
  return checked_call(::bind(get()->descriptor, parsed.get(), parsed.length));
}

Result<void> Socket::close() const {
  int const descriptor = std::exchange(get()->descriptor, -1);
  if (descriptor == -1) return {};
  int const result = [&] {
    Unlocked scope;
    return ::close(descriptor);
  }();
  // Bytes that the other end never saw are none of the closing one's business.
  if (result == -1 && errno != ECONNRESET && errno != EINTR) return raise_os_error(errno);
  return {};
}

Int Socket::detach() const noexcept { return Int(std::exchange(get()->descriptor, -1)); }

Result<Object> Socket::getpeername() const {
  Address address;
  PASS(checked_call(::getpeername(get()->descriptor, address.get(), &address.length)));
  return make_address(address);
}

Result<Object> Socket::getsockname() const {
  Address address;
  PASS(checked_call(::getsockname(get()->descriptor, address.get(), &address.length)));
  return make_address(address);
}

Result<Object> Socket::getsockopt(Object const& level, Object const& option, Object const& length) const {
  int const which = PASS(int_argument(level));
  int const name = PASS(int_argument(option));
  int const size = PASS(int_argument(length));
  if (size == 0) {
    int value = 0;
    socklen_t value_size = sizeof value;
    PASS(checked_call(::getsockopt(get()->descriptor, which, name, &value, &value_size)));
    return Int(value);
  }
  if (size < 0 || size > 1024) return raise_error(os_error_type, "getsockopt buflen out of range");
  char buffer[1024];
  auto filled = static_cast<socklen_t>(size);
  PASS(checked_call(::getsockopt(get()->descriptor, which, name, buffer, &filled)));
  return Bytes::from({buffer, filled});
}

Result<void> Socket::setsockopt(Object const& level, Object const& option, Object const& value,
                                Object const& length) const {
  int const which = PASS(int_argument(level));
  int const name = PASS(int_argument(option));
  int const descriptor = get()->descriptor;
  if (length.bound()) {
    if (!value.is(None))
      return raise_error(type_error_type,
                         std::string("setsockopt() argument 3 must be None, not ") + type_of(value)->name);
    auto const size = static_cast<socklen_t>(PASS(int_argument(length)));
    return checked_call(::setsockopt(descriptor, which, name, nullptr, size));
  }
  if (is_instance(value, int_type)) {
    int const number = PASS(int_argument(value));
    return checked_call(::setsockopt(descriptor, which, name, &number, sizeof number));
  }
  Bytes const bytes = PASS(aiocc::detail::bytes_like(value));
  return checked_call(
      ::setsockopt(descriptor, which, name, bytes.view().data(), static_cast<socklen_t>(bytes.view().size())));
}

Result<void> Socket::listen(Object const& backlog) const {
  int const count = PASS(int_argument(backlog));
  return checked_call(::listen(get()->descriptor, std::max(count, 0)));
}

Result<void> Socket::shutdown(Object const& how) const {
  int const which = PASS(int_argument(how));
  return checked_call(::shutdown(get()->descriptor, which));
}

Result<void> Socket::setblocking(Object const& flag) const {
  bool const blocking = PASS(operators::truth(flag));
  get()->timeout = blocking ? -1 : 0;
  return set_blocking(get(), blocking);
}

Result<void> Socket::settimeout(Object const& timeout) const {
  double const seconds = PASS(timeout_argument(timeout));
  get()->timeout = seconds;
  return set_blocking(get(), seconds < 0);
}

Object Socket::gettimeout() const { return get()->timeout < 0 ? None : box(get()->timeout); }

}  // namespace aiocc::_socket
