// What sockets' methods and the module's functions share: arguments, addresses, waiting.
#pragma once

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <string>

#include "aiocc/core/clock.hpp"
#include "aiocc/core/reactor.hpp"
#include "aiocc/core/threads.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/stdlib/_socket.hpp"

namespace aiocc::_socket {

/// What C knows as an int: OverflowError past its 32 bits.
Result<int> int_argument(Object const& value);
/// Seconds, of None or a number; negative for None. ValueError "Timeout value out of range".
Result<double> timeout_argument(Object const& value);
/// A host's name or address: the bytes of a str, bytes or bytearray.
Result<std::string> host_argument(Object const& value, char const* function);
/// The bytes of an object that may be written into; TypeError names the function.
Result<std::span<char>> writable_bytes(Object const& buffer, char const* function);

/// An address as the system's calls take it.
struct Address {
  sockaddr_storage storage{};
  socklen_t length = sizeof(sockaddr_storage);
  sockaddr* get() noexcept { return reinterpret_cast<sockaddr*>(&storage); }
  sockaddr const* get() const noexcept { return reinterpret_cast<sockaddr const*>(&storage); }
};
/// Python's form of an address of the socket's family; `function` is what messages name.
Result<Address> parse_address(SocketObject const* socket, Object const& address, char const* function);
/// None for one of no length.
Result<Object> make_address(Address const& address);
/// gaierror, or the OSError that errno tells.
AIOCC_COLD Raised raise_lookup_error(int code);
/// The first address of a host, as `socket.bind` looks it up.
Result<Address> resolve_host(std::string const& host, int family);

/// Waits until the descriptor is ready; false: `deadline`, on the monotonic clock, has passed. Negative: there's none.
Result<bool> wait_until_ready(int descriptor, short events, double deadline);

/// Calls until it doesn't fail for want of data or room, or has taken longer than the socket may. `call` gives -1 where it fails.
template <class Call>
Result<std::int64_t> call_until_ready(SocketObject const* socket, short events, double deadline, Call const& call) {
  while (true) {
    std::int64_t const result = [&] {
      if (socket->timeout == 0) return static_cast<std::int64_t>(call());
      Unlocked scope;
      return static_cast<std::int64_t>(call());
    }();
    if (result >= 0) return result;
    int const error = errno;
    if (error == EINTR) {
      PASS(safe_point());
      continue;
    }
    bool const is_waiting = socket->timeout > 0 && (error == EAGAIN || error == EWOULDBLOCK);
    if (!is_waiting) return raise_os_error(error);
    bool const is_ready = PASS(wait_until_ready(socket->descriptor, events, deadline));
    if (!is_ready) return raise_error(timeout_error_type, "timed out");
  }
}
/// When an operation that begins now is to be over.
inline double deadline_of(double timeout) noexcept { return timeout > 0 ? monotonic_time() + timeout : -1; }

}  // namespace aiocc::_socket
