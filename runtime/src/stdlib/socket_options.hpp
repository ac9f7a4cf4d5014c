// What `socket.setdefaulttimeout` has set.
#pragma once

namespace aiocc::_socket {

/// The timeout of new sockets, in seconds; negative: none.
double& default_timeout() noexcept;

}  // namespace aiocc::_socket
