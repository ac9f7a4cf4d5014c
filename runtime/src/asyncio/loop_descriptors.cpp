// The loop's methods about descriptors, and those that asyncio's half in Python has.
#include <sys/ioctl.h>

#include <cerrno>
#include <limits>

#include "aiocc/asyncio/events.hpp"
#include "aiocc/core/context.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/core/log.hpp"
#include "aiocc/core/repr.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/_asyncio.hpp"

namespace aiocc {
namespace {

EventLoopObject* loop_of(Object const& loop) noexcept { return loop.as<EventLoopObject>(); }

Raised invalid_descriptor(Object const& number) {
  return raise_error(value_error_type, "Invalid file descriptor: " + detail::repr_text(number));
}

Result<int> checked_descriptor(Object const& number) {
  Int const value = PASS(operators::index(number));
  if (!value.is_small_int() || value.small() < 0 || value.small() > std::numeric_limits<int>::max())
    return invalid_descriptor(number);
  return static_cast<int>(value.small());
}

Raised invalid_file(Object const& file) {
  take_error();
  return raise_error(value_error_type, "Invalid file object: " + detail::repr_text(file));
}

// CPython's selectors._fileobj_to_fd.
Result<int> descriptor_of(Object const& file) {
  if (is_instance(file, int_type)) return checked_descriptor(file);
  Result<Object> number = call_method(file, "fileno"_s);
  bool const is_invalid =
      number ? !is_instance(number.value(), int_type) : error_is(attribute_error_type) || error_is(value_error_type);
  if (is_invalid && number) return raise_error(value_error_type, "Invalid file object: " + detail::repr_text(file));
  if (is_invalid) return invalid_file(file);
  return checked_descriptor(PASS(std::move(number)));
}

// CPython's BaseSelectorEventLoop._ensure_fd_no_transport.
Result<int> free_descriptor(EventLoopObject const* loop, Object const& file) {
  int const descriptor = PASS(descriptor_of(file));
  Object const& transports = loop->descriptors.transports;
  if (!transports.bound()) return descriptor;
  Object const transport = PASS(call_method(transports, "get"_s, Int(descriptor)));
  if (transport.is(None)) return descriptor;
  Object const is_closing = PASS(call_method(transport, "is_closing"_s));
  if (PASS(operators::truth(is_closing))) return descriptor;
  return raise_error(runtime_error_type, "File descriptor " + detail::repr_text(file) + " is used by transport " +
                                             detail::repr_text(transport));
}

Result<Object> add(EventLoopObject* loop, int descriptor, Direction direction, Object const& callback, Arguments args) {
  if (loop->closed) return raise_error(runtime_error_type, "Event loop is closed");
  Object const packed = make_tuple({args.data(), args.size()});
  auto* handle = new HandleObject(&asyncio::handle_type, loop, callback, packed);
  Object const kept = Object::adopt(handle);
  handle->context = context_for(None);
  PASS(loop->descriptors.set(descriptor, direction, kept));
  return kept;
}

bool remove(EventLoopObject* loop, int descriptor, Direction direction) {
  return !loop->closed && loop->descriptors.remove(descriptor, direction);
}

}  // namespace

namespace _asyncio {

Result<Object> add_reader(Object const& loop, Object const& descriptor, Object const& callback, Arguments args) {
  return add(loop_of(loop), PASS(checked_descriptor(descriptor)), Direction::Input, callback, args);
}

Result<Object> add_writer(Object const& loop, Object const& descriptor, Object const& callback, Arguments args) {
  return add(loop_of(loop), PASS(checked_descriptor(descriptor)), Direction::Output, callback, args);
}

Result<bool> remove_reader(Object const& loop, Object const& descriptor) {
  return remove(loop_of(loop), PASS(checked_descriptor(descriptor)), Direction::Input);
}

Result<bool> remove_writer(Object const& loop, Object const& descriptor) {
  return remove(loop_of(loop), PASS(checked_descriptor(descriptor)), Direction::Output);
}

Result<bool> is_reading(Object const& loop, Object const& descriptor) {
  return loop_of(loop)->descriptors.has(PASS(checked_descriptor(descriptor)), Direction::Input);
}

Result<bool> is_writing(Object const& loop, Object const& descriptor) {
  return loop_of(loop)->descriptors.has(PASS(checked_descriptor(descriptor)), Direction::Output);
}

Result<void> stop_blocking(Object const& descriptor) {
  int on = 1;
  if (::ioctl(PASS(checked_descriptor(descriptor)), FIONBIO, &on) != 0) return raise_os_error(errno);
  return {};
}

Result<Object> logger() { return aiocc::detail::program_logger(); }

Object transports_of(Object const& loop) {
  Object const& transports = loop_of(loop)->descriptors.transports;
  return transports.bound() ? transports : None;
}

void keep_transports(Object const& loop, Object const& transports) {
  loop_of(loop)->descriptors.transports = transports;
}

}  // namespace _asyncio

namespace asyncio {

Result<void> EventLoop::add_reader(Object const& descriptor, Object const& callback, Arguments args) const {
  PASS(add(get(), PASS(free_descriptor(get(), descriptor)), Direction::Input, callback, args));
  return {};
}

Result<void> EventLoop::add_writer(Object const& descriptor, Object const& callback, Arguments args) const {
  PASS(add(get(), PASS(free_descriptor(get(), descriptor)), Direction::Output, callback, args));
  return {};
}

Result<bool> EventLoop::remove_reader(Object const& descriptor) const {
  return remove(get(), PASS(free_descriptor(get(), descriptor)), Direction::Input);
}

Result<bool> EventLoop::remove_writer(Object const& descriptor) const {
  return remove(get(), PASS(free_descriptor(get(), descriptor)), Direction::Output);
}

namespace {

// A function of asyncio's half in Python, with the loop as its first argument.
Result<Object> call_half(Str const& name, EventLoop const& loop, Arguments args, Object const& keywords) {
  Object const function = PASS(operators::get_attr(runtime_module("asyncio"), name));
  TupleObject* const all = make_tuple_object(args.size() + 1);
  new (all->items()) Object(loop);
  for (std::size_t i = 0; i < args.size(); ++i) new (all->items() + 1 + i) Object(args[i]);
  return call_unpacked(function, Object::adopt(all), keywords);
}

}  // namespace

#define AIOCC_LOOP_HALF(name)                                                             \
  Result<Object> EventLoop::name(Arguments args, Dict<Str, Object> const& kwargs) const { \
    return call_half("_" #name ""_s, *this, args, kwargs);                                \
  }
AIOCC_LOOP_HALF(sock_recv)
AIOCC_LOOP_HALF(sock_recv_into)
AIOCC_LOOP_HALF(sock_recvfrom)
AIOCC_LOOP_HALF(sock_recvfrom_into)
AIOCC_LOOP_HALF(sock_sendall)
AIOCC_LOOP_HALF(sock_sendto)
AIOCC_LOOP_HALF(sock_connect)
AIOCC_LOOP_HALF(sock_accept)
AIOCC_LOOP_HALF(sock_sendfile)
AIOCC_LOOP_HALF(getaddrinfo)
AIOCC_LOOP_HALF(getnameinfo)
AIOCC_LOOP_HALF(create_connection)
AIOCC_LOOP_HALF(create_server)
AIOCC_LOOP_HALF(create_unix_connection)
AIOCC_LOOP_HALF(create_unix_server)
AIOCC_LOOP_HALF(create_datagram_endpoint)
AIOCC_LOOP_HALF(connect_accepted_socket)
AIOCC_LOOP_HALF(connect_read_pipe)
AIOCC_LOOP_HALF(connect_write_pipe)
AIOCC_LOOP_HALF(start_tls)
AIOCC_LOOP_HALF(sendfile)
#undef AIOCC_LOOP_HALF

}  // namespace asyncio
}  // namespace aiocc
