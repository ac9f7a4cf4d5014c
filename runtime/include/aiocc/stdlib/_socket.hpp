// The module _socket: the class that socket.socket (runtime/lib/socket.py) derives from.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::_socket {

extern Type socket_type;

/// A socket closes its descriptor when it dies.
struct SocketObject : HeapObject {
  SocketObject() noexcept : HeapObject(&socket_type) {}
  ~SocketObject();
  int descriptor = -1;
  int family = -1;
  int kind = -1;
  int protocol = -1;
  /// What an operation waits at most, in seconds. Negative: for ever; 0: not at all.
  double timeout = -1;
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("socket", subclassable, type(_socket::socket_type)) Socket : public Object {
 public:
  static bool accepts(Object const& value) noexcept { return is_instance(value, socket_type); }
  SocketObject* get() const noexcept { return as<SocketObject>(); }

  AIOCC_PY_PROPERTY("family: int")
  Int family() const noexcept { return Int(get()->family); }
  AIOCC_PY_PROPERTY("type: int")
  Int kind() const noexcept { return Int(get()->kind); }
  AIOCC_PY_PROPERTY("proto: int")
  Int protocol() const noexcept { return Int(get()->protocol); }
  AIOCC_PY_PROPERTY("timeout: object")
  Object timeout() const { return gettimeout(); }

  /// What `__init__` does: makes a descriptor, or takes over the one that `fileno` isn't None.
  AIOCC_PY("def _open(self, family: object, type: object, proto: object, fileno: object, /) -> None")
  Result<void> open(Object const& family, Object const& type, Object const& protocol, Object const& fileno) const;
  /// A connection's descriptor, and the address at its other end.
  AIOCC_PY("def _accept(self, /) -> object")
  Result<Object> accept() const;
  AIOCC_PY("def bind(self, address: object, /) -> None")
  Result<void> bind(Object const& address) const;
  AIOCC_PY("def close(self, /) -> None")
  Result<void> close() const;
  AIOCC_PY("def connect(self, address: object, /) -> None")
  Result<void> connect(Object const& address) const;
  AIOCC_PY("def connect_ex(self, address: object, /) -> int")
  Result<Int> connect_ex(Object const& address) const;
  AIOCC_PY("def detach(self, /) -> int")
  Int detach() const noexcept;
  AIOCC_PY("def fileno(self, /) -> int")
  Int fileno() const noexcept { return Int(get()->descriptor); }
  AIOCC_PY("def getpeername(self, /) -> object")
  Result<Object> getpeername() const;
  AIOCC_PY("def getsockname(self, /) -> object")
  Result<Object> getsockname() const;
  /// An int, or with `buflen` as many bytes at most.
  AIOCC_PY("def getsockopt(self, level: object, option: object, buflen: object = 0, /) -> object")
  Result<Object> getsockopt(Object const& level, Object const& option, Object const& length) const;
  AIOCC_PY("def setsockopt(self, level: object, option: object, value: object, optlen: object = ..., /) -> None")
  Result<void> setsockopt(Object const& level, Object const& option, Object const& value,
                          Object const& length = {}) const;
  AIOCC_PY("def listen(self, backlog: object = 128, /) -> None")
  Result<void> listen(Object const& backlog) const;
  AIOCC_PY("def shutdown(self, how: object, /) -> None")
  Result<void> shutdown(Object const& how) const;

  AIOCC_PY("def setblocking(self, flag: object, /) -> None")
  Result<void> setblocking(Object const& flag) const;
  AIOCC_PY("def getblocking(self, /) -> bool")
  bool getblocking() const noexcept { return get()->timeout != 0; }
  AIOCC_PY("def settimeout(self, timeout: object, /) -> None")
  Result<void> settimeout(Object const& timeout) const;
  AIOCC_PY("def gettimeout(self, /) -> object")
  Object gettimeout() const;

  AIOCC_PY("def recv(self, bufsize: object, flags: object = 0, /) -> bytes")
  Result<Bytes> recv(Object const& size, Object const& flags) const;
  AIOCC_PY("def recv_into(self, buffer: object, nbytes: object = 0, flags: object = 0) -> int")
  Result<Int> recv_into(Object const& buffer, Object const& size, Object const& flags) const;
  AIOCC_PY("def recvfrom(self, bufsize: object, flags: object = 0, /) -> object")
  Result<Object> recvfrom(Object const& size, Object const& flags) const;
  AIOCC_PY("def recvfrom_into(self, buffer: object, nbytes: object = 0, flags: object = 0) -> object")
  Result<Object> recvfrom_into(Object const& buffer, Object const& size, Object const& flags) const;
  AIOCC_PY("def send(self, data: object, flags: object = 0, /) -> int")
  Result<Int> send(Object const& data, Object const& flags) const;
  AIOCC_PY("def sendall(self, data: object, flags: object = 0, /) -> None")
  Result<void> sendall(Object const& data, Object const& flags) const;
  /// `sendto(data, address)` or `sendto(data, flags, address)`.
  AIOCC_PY("def sendto(self, *args: object) -> int")
  Result<Int> sendto(Arguments args) const;
  /// Data, ancillary data, flags, address.
  AIOCC_PY("def recvmsg(self, bufsize: object, ancbufsize: object = 0, flags: object = 0, /) -> object")
  Result<Object> recvmsg(Object const& size, Object const& ancillary_size, Object const& flags) const;
  AIOCC_PY(
      "def sendmsg(self, buffers: object, ancdata: object = ..., flags: object = 0, address: object = None, /) -> int")
  Result<Int> sendmsg(Object const& buffers, Object const& ancillary, Object const& flags, Object const& address) const;
};

}  // namespace aiocc::_socket
