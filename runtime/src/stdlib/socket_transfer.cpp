// Sockets' operations that may wait: connections, sending, receiving.
#include <sys/uio.h>
#include <unistd.h>

#include <cstring>
#include <memory>
#include <vector>

#include "../objects/convert_arguments.hpp"
#include "../objects/held_bytes.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/stdlib/_socket.hpp"
#include "socket_support.hpp"

namespace aiocc::_socket {

using aiocc::detail::HeldBytes;

namespace {

/// How many bytes a call asks for.
Result<std::size_t> size_argument(Object const& value, char const* function) {
  std::int64_t const size = PASS(aiocc::detail::ssize_argument(value));
  if (size < 0) return raise_error(value_error_type, std::string("negative buffersize in ") + function);
  return static_cast<std::size_t>(size);
}

/// The part of a buffer that's to be received into: all of it for 0 bytes.
Result<std::span<char>> part_argument(Object const& buffer, Object const& size, char const* function) {
  std::span<char> const bytes = PASS(writable_bytes(buffer, function));
  std::size_t const wanted = PASS(size_argument(size, function));
  if (wanted > bytes.size()) return raise_error(value_error_type, "buffer too small for requested bytes");
  return wanted == 0 ? bytes : bytes.first(wanted);
}

Result<std::size_t> receive(SocketObject const* socket, std::span<char> into, int flags, Address* from = nullptr) {
  std::int64_t const count = PASS(call_until_ready(socket, POLLIN, deadline_of(socket->timeout), [&] {
    return ::recvfrom(socket->descriptor, into.data(), into.size(), flags, from ? from->get() : nullptr,
                      from ? &from->length : nullptr);
  }));
  return static_cast<std::size_t>(count);
}

/// `receive` into new bytes of at most that size. What comes is mostly far less than what was asked for, so it's copied.
Result<Bytes> receive_bytes(SocketObject const* socket, std::size_t size, int flags, Address* from = nullptr) {
  constexpr std::size_t most = 256 * 1024;
  // Nobody else runs while a socket that doesn't wait receives.
  static char shared[most];
  bool const may_share = socket->timeout == 0 && size <= most;
  std::unique_ptr<char[]> const own(may_share ? nullptr : new char[size]);
  char* const buffer = may_share ? shared : own.get();
  std::size_t const count = PASS(receive(socket, {buffer, size}, flags, from));
  return Bytes::from({buffer, count});
}

Result<std::int64_t> send_bytes(SocketObject const* socket, std::string_view data, int flags, double deadline,
                                Address const* to = nullptr) {
  return call_until_ready(socket, POLLOUT, deadline, [&] {
    return ::sendto(socket->descriptor, data.data(), data.size(), flags | MSG_NOSIGNAL, to ? to->get() : nullptr,
                    to ? to->length : 0);
  });
}

/// Connects; what comes of it as an errno.
Result<int> connect_to(SocketObject const* socket, Address const& address) {
  int const result = [&] {
    Unlocked scope;
    return ::connect(socket->descriptor, address.get(), address.length);
  }();
  if (result == 0) return 0;
  int const error = errno;
  bool const goes_on = error == EINTR ? socket->timeout != 0 : error == EINPROGRESS && socket->timeout > 0;
  if (!goes_on) return error;
  if (error == EINTR) PASS(safe_point());
  bool const is_ready = PASS(wait_until_ready(socket->descriptor, POLLOUT, deadline_of(socket->timeout)));
  if (!is_ready) return EWOULDBLOCK;
  int outcome = 0;
  socklen_t length = sizeof outcome;
  ::getsockopt(socket->descriptor, SOL_SOCKET, SO_ERROR, &outcome, &length);
  return outcome == EISCONN ? 0 : outcome;
}

}  // namespace

Result<Object> Socket::accept() const {
  Address address;
  std::int64_t const descriptor = PASS(call_until_ready(get(), POLLIN, deadline_of(get()->timeout), [&] {
    address.length = sizeof address.storage;
    return ::accept4(get()->descriptor, address.get(), &address.length, SOCK_CLOEXEC);
  }));
  Result<Object> from = make_address(address);
  if (!from) {
    ::close(static_cast<int>(descriptor));
    return raised;
  }
  return pack_tuple(Int(descriptor), from.value());
}

Result<void> Socket::connect(Object const& address) const {
  Address const parsed = PASS(parse_address(get(), address, "connect"));
  int const error = PASS(connect_to(get(), parsed));
  if (error == EWOULDBLOCK && get()->timeout > 0) return raise_error(timeout_error_type, "timed out");
  if (error != 0) return raise_os_error(error);
  return {};
}

Result<Int> Socket::connect_ex(Object const& address) const {
  Address const parsed = PASS(parse_address(get(), address, "connect_ex"));
  return Int(PASS(connect_to(get(), parsed)));
}

Result<Bytes> Socket::recv(Object const& size, Object const& flags) const {
  std::size_t const wanted = PASS(size_argument(size, "recv"));
  return receive_bytes(get(), wanted, PASS(int_argument(flags)));
}

Result<Int> Socket::recv_into(Object const& buffer, Object const& size, Object const& flags) const {
  std::span<char> const part = PASS(part_argument(buffer, size, "recv_into"));
  std::size_t const count = PASS(receive(get(), part, PASS(int_argument(flags))));
  return Int(static_cast<std::int64_t>(count));
}

Result<Object> Socket::recvfrom(Object const& size, Object const& flags) const {
  std::size_t const wanted = PASS(size_argument(size, "recvfrom"));
  Address from;
  Bytes const data = PASS(receive_bytes(get(), wanted, PASS(int_argument(flags)), &from));
  return pack_tuple(data, PASS(make_address(from)));
}

Result<Object> Socket::recvfrom_into(Object const& buffer, Object const& size, Object const& flags) const {
  std::span<char> const part = PASS(part_argument(buffer, size, "recvfrom_into"));
  Address from;
  std::size_t const count = PASS(receive(get(), part, PASS(int_argument(flags)), &from));
  return pack_tuple(Int(static_cast<std::int64_t>(count)), PASS(make_address(from)));
}

Result<Int> Socket::send(Object const& data, Object const& flags) const {
  HeldBytes const bytes = PASS(aiocc::detail::held_bytes(data));
  int const options = PASS(int_argument(flags));
  return Int(PASS(send_bytes(get(), bytes.view, options, deadline_of(get()->timeout))));
}

Result<void> Socket::sendall(Object const& data, Object const& flags) const {
  HeldBytes const bytes = PASS(aiocc::detail::held_bytes(data));
  int const options = PASS(int_argument(flags));
  std::string_view rest = bytes.view;
  double const deadline = deadline_of(get()->timeout);
  do {
    std::int64_t const sent = PASS(send_bytes(get(), rest, options, deadline));
    rest.remove_prefix(static_cast<std::size_t>(sent));
    PASS(safe_point());
  } while (!rest.empty());
  return {};
}

Result<Int> Socket::sendto(Arguments args) const {
  if (args.size() != 2 && args.size() != 3)
    return raise_error(type_error_type, "sendto() takes 2 or 3 arguments (" + std::to_string(args.size()) + " given)");
  Bytes const bytes = PASS(aiocc::detail::bytes_like(args[0]));
  int const options = args.size() == 3 ? PASS(int_argument(args[1])) : 0;
  Address const to = PASS(parse_address(get(), args[args.size() - 1], "sendto"));
  return Int(PASS(send_bytes(get(), bytes.view(), options, deadline_of(get()->timeout), &to)));
}

Result<Object> Socket::recvmsg(Object const& size, Object const& ancillary_size, Object const& flags) const {
  std::string data(PASS(size_argument(size, "recvmsg()")), '\0');
  std::int64_t const room = PASS(aiocc::detail::ssize_argument(ancillary_size));
  if (room < 0) return raise_error(value_error_type, "invalid ancillary data buffer length");
  int const options = PASS(int_argument(flags));
  std::string control(static_cast<std::size_t>(room), '\0');
  Address from;
  iovec part{data.data(), data.size()};
  msghdr message{};
  std::int64_t const count = PASS(call_until_ready(get(), POLLIN, deadline_of(get()->timeout), [&] {
    message = {from.get(), sizeof from.storage, &part, 1, control.data(), control.size(), 0};
    return ::recvmsg(get()->descriptor, &message, options);
  }));
  from.length = message.msg_namelen;
  List<Object> items = List<Object>::of();
  for (cmsghdr* each = CMSG_FIRSTHDR(&message); each; each = CMSG_NXTHDR(&message, each)) {
    std::size_t const length = each->cmsg_len - CMSG_LEN(0);
    items.append(pack_tuple(Int(each->cmsg_level), Int(each->cmsg_type),
                            Bytes::from({reinterpret_cast<char const*>(CMSG_DATA(each)), length})));
  }
  return pack_tuple(Bytes::from(std::string_view(data).substr(0, static_cast<std::size_t>(count))), items,
                    Int(message.msg_flags), PASS(make_address(from)));
}

namespace {

/// The items of an iterable; none where it's unbound.
Result<List<Object>> items_of(Object const& iterable) {
  if (!iterable.bound()) return List<Object>::of();
  return word_cast<List<Object>>(PASS(list_from(iterable)));
}

/// Ancillary data as the system's call takes it.
Result<std::string> control_of(Object const& ancillary) {
  List<Object> const items = PASS(items_of(ancillary));
  std::string control;
  for (Object const& item : items.get()->items()) {
    if (!is_instance(item, tuple_type) || item.as<TupleObject>()->size != 3)
      return raise_error(type_error_type, "[sendmsg() ancillary data items must be tuples of 3]");
    Object const* const parts = item.as<TupleObject>()->items();
    Bytes const data = PASS(aiocc::detail::bytes_like(parts[2]));
    std::size_t const length = data.view().size();
    std::string piece(CMSG_SPACE(length), '\0');
    cmsghdr head{};
    head.cmsg_len = CMSG_LEN(length);
    head.cmsg_level = PASS(int_argument(parts[0]));
    head.cmsg_type = PASS(int_argument(parts[1]));
    std::memcpy(piece.data(), &head, sizeof head);
    std::memcpy(piece.data() + CMSG_LEN(0), data.view().data(), length);
    control += piece;
  }
  return control;
}

}  // namespace

Result<Int> Socket::sendmsg(Object const& buffers, Object const& ancillary, Object const& flags,
                            Object const& address) const {
  List<Object> const items = PASS(items_of(buffers));
  std::vector<HeldBytes> pieces;
  std::vector<iovec> parts;
  for (Object const& item : items.get()->items()) pieces.push_back(PASS(aiocc::detail::held_bytes(item)));
  for (HeldBytes const& piece : pieces) parts.push_back({const_cast<char*>(piece.view.data()), piece.view.size()});
  std::string control = PASS(control_of(ancillary));
  int const options = PASS(int_argument(flags));
  Address to;
  if (!address.is(None)) to = PASS(parse_address(get(), address, "sendmsg"));
  msghdr message{};
  if (!address.is(None)) {
    message.msg_name = to.get();
    message.msg_namelen = to.length;
  }
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  message.msg_control = control.empty() ? nullptr : control.data();
  message.msg_controllen = control.size();
  return Int(PASS(call_until_ready(get(), POLLOUT, deadline_of(get()->timeout),
                                   [&] { return ::sendmsg(get()->descriptor, &message, options | MSG_NOSIGNAL); })));
}

}  // namespace aiocc::_socket
