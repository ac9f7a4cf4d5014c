"""Transports over sockets."""

import collections
import itertools
import socket
import weakref

import _asyncio
from asyncio import _reports, _set_result_unless_cancelled, constants, protocols, transports, trsock

_DEFAULT_HIGH_WATER = 64 * 1024


def _set_nodelay(sock):
    if sock.family in {socket.AF_INET, socket.AF_INET6} and sock.type == socket.SOCK_STREAM and sock.proto == socket.IPPROTO_TCP:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _address_or_none(ask):
    try:
        return ask()
    except OSError:
        return None


def _check_data(data):
    if isinstance(data, (bytes, bytearray, memoryview)):
        return
    raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")


class _FlowControlMixin(transports.Transport):
    """Tells protocols when a transport's buffer is too full."""

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        assert loop is not None
        self._loop = loop
        self._protocol_paused = False
        self._set_limits(None, None)

    def _set_limits(self, high, low):
        if high is None:
            high = _DEFAULT_HIGH_WATER if low is None else 4 * low
        if low is None:
            low = high // 4
        if low < 0 or low > high:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._low_water, self._high_water = low, high

    def get_write_buffer_limits(self):
        return self._low_water, self._high_water

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_limits(high, low)
        self._maybe_pause_protocol()

    def get_write_buffer_size(self):
        raise NotImplementedError

    def _maybe_pause_protocol(self):
        if not self._protocol_paused and self.get_write_buffer_size() > self._high_water:
            self._protocol_paused = True
            self._tell_protocol("pause_writing", lambda protocol: protocol.pause_writing())

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell_protocol("resume_writing", lambda protocol: protocol.resume_writing())

    def _tell_protocol(self, name, call):
        """Calls the protocol, whose errors don't end the connection here."""
        try:
            call(self._protocol)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._report(f"protocol.{name}() failed", error)

    def _report(self, message, error):
        self._loop.call_exception_handler({
            "message": message, "exception": error, "transport": self, "protocol": self._protocol})

    def _debug(self, text):
        if self._loop.get_debug():
            _reports.debug(text, self)


class _SelectorTransport(_FlowControlMixin):
    """A transport over a socket."""

    __module__ = "asyncio.selector_events"

    # As much is read at a time.
    max_size = 256 * 1024

    # In case that `__init__` fails.
    _sock = None

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._note_addresses(sock)
        self._protocol_connected = False
        self.set_protocol(protocol)
        # What isn't sent yet.
        self._buffer = collections.deque()
        # Not 0 once the connection is lost; it counts what is written in spite of that.
        self._conn_lost = 0
        self._closing = self._paused = False
        self._server = server
        if server is not None:
            server._attach(self)
        self._register()

    def _note_addresses(self, sock):
        known = self._extra
        known["socket"] = trsock.TransportSocket(sock)
        known["sockname"] = _address_or_none(sock.getsockname)
        if "peername" not in known:
            known["peername"] = _address_or_none(sock.getpeername)

    def _register(self):
        """The loop knows whose a descriptor is."""
        by_descriptor = _asyncio.transports_of(self._loop)
        if by_descriptor is None:
            by_descriptor = weakref.WeakValueDictionary()
            _asyncio.keep_transports(self._loop, by_descriptor)
        by_descriptor[self._sock_fd] = self

    def _begin(self, waiter):
        """Data is only taken once connection_made was called, and whoever waits for the transport goes on after both."""
        loop = self._loop
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        return f"<{' '.join([self.__class__.__name__, *self._state()])}>"

    def _state(self):
        """What is special about it, in words."""
        if self._sock is None or self._closing:
            yield "closed" if self._sock is None else "closing"
        yield f"fd={self._sock_fd}"
        loop = self._loop
        if loop is not None and not loop.is_closed():
            reading, writing = [
                "polling" if is_watched(loop, self._sock_fd) else "idle" for is_watched in (_asyncio.is_reading, _asyncio.is_writing)]
            yield f"read={reading}"
            yield f"write=<{writing}, bufsize={self.get_write_buffer_size()}>"

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol_connected = True
        self._protocol = protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not (self._closing or self._paused)

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            _asyncio.remove_reader(self._loop, self._sock_fd)
            self._debug("%r pauses reading")

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._add_reader(self._sock_fd, self._read_ready)
            self._debug("%r resumes reading")

    def _add_reader(self, fd, callback):
        if self.is_reading():
            _asyncio.add_reader(self._loop, fd, callback)

    def get_write_buffer_size(self):
        return sum(map(len, self._buffer))

    def abort(self):
        self._force_close(None)

    def close(self):
        if self._closing:
            return
        self._stop_reading()
        if not self._buffer:
            self._lose_connection(None)

    def _force_close(self, exc):
        """Closes the connection at once: what isn't sent is lost."""
        if self._conn_lost:
            return
        self._buffer.clear()
        if not self._closing:
            self._stop_reading()
        self._lose_connection(exc)

    def _stop_reading(self):
        self._closing = True
        _asyncio.remove_reader(self._loop, self._sock_fd)

    def _lose_connection(self, exc):
        """Nothing is sent any more; the protocol hears of that in a turn of its own."""
        self._conn_lost += 1
        _asyncio.remove_writer(self._loop, self._sock_fd)
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            self._let_go()

    def _let_go(self):
        """After that the transport is nobody's."""
        self._sock.close()
        server, self._server = self._server, None
        self._sock = self._protocol = self._loop = None
        if server is not None:
            server._detach(self)

    def __del__(self):
        if self._sock is None:
            return
        from warnings import warn

        warn(f"unclosed transport {self!r}", ResourceWarning)
        self._sock.close()
        if self._server is not None:
            self._server._detach(self)

    def _fatal_error(self, exc, message="Fatal error on transport"):
        # The connection's errors are the protocol's to hear of.
        if not isinstance(exc, OSError):
            self._report(message, exc)
        elif self._loop.get_debug():
            _reports.debug("%r: %s", self, message, exc_info=True)
        self._force_close(exc)

    def _ask_protocol(self, name, call):
        """What the protocol answers; None where it fails, which ends the connection."""
        try:
            return call(self._protocol)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, f"Fatal error: protocol.{name}() call failed.")
            return None

    def _ask_system(self, message, call, if_blocked=None):
        """What a system call gives, or `if_blocked` where it would have to wait; None where it fails, which ends the connection."""
        try:
            return call(self._sock)
        except (BlockingIOError, InterruptedError):
            return if_blocked
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, message)
            return None

    def _count_lost_write(self):
        if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
            _reports.warning("socket.send() raised exception.")
        self._conn_lost += 1


def _buffer_of(protocol):
    buffer = protocol.get_buffer(-1)
    if len(buffer):
        return buffer
    raise RuntimeError("get_buffer() returned an empty buffer")


async def _connected(transport, waiter):
    """Waits until the protocol has heard of the connection; closes the transport where that fails."""
    try:
        await waiter
    except BaseException:
        transport.close()
        raise


class _SelectorSocketTransport(_SelectorTransport):
    """A stream over a socket."""

    __module__ = "asyncio.selector_events"

    # As many pieces as one system call takes.
    _most_pieces = 1024

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        # Whether write_eof was called.
        self._eof = False
        # What's done once the buffer is empty, where somebody waits for that.
        self._empty_waiter = None
        super().__init__(loop, sock, protocol, extra, server)
        # Small writes go out at once.
        _set_nodelay(sock)
        self._begin(waiter)

    def set_protocol(self, protocol):
        super().set_protocol(protocol)
        self._is_buffered = isinstance(protocol, protocols.BufferedProtocol)

    def _read_ready(self):
        if self._conn_lost:
            return
        if self._is_buffered:
            self._read_into_buffer()
        else:
            self._read_data()

    def _read_data(self):
        data = self._ask_system("Fatal read error on socket transport", lambda sock: sock.recv(self.max_size))
        if data:
            self._ask_protocol("data_received", lambda protocol: protocol.data_received(data))
        elif data is not None:
            self._read_end()

    def _read_into_buffer(self):
        buffer = self._ask_protocol("get_buffer", _buffer_of)
        if buffer is None:
            return
        count = self._ask_system("Fatal read error on socket transport", lambda sock: sock.recv_into(buffer))
        if count:
            self._ask_protocol("buffer_updated", lambda protocol: protocol.buffer_updated(count))
        elif count is not None:
            self._read_end()

    def _read_end(self):
        self._debug("%r received EOF")
        if self._ask_protocol("eof_received", lambda protocol: protocol.eof_received()):
            # It may still be written to.
            _asyncio.remove_reader(self._loop, self._sock_fd)
        else:
            self.close()

    def _check_writable(self, name):
        if self._eof:
            raise RuntimeError(f"Cannot call {name}() after write_eof()")
        if self._empty_waiter is not None:
            raise RuntimeError(f"unable to {name}; sendfile is in progress")

    def write(self, data):
        _check_data(data)
        self._check_writable("write")
        if not data:
            return
        if self._conn_lost:
            self._count_lost_write()
            return
        unsent = data if self._buffer else self._send_at_once(data)
        if unsent:
            self._buffer.append(unsent)
            self._maybe_pause_protocol()

    def _send_at_once(self, data):
        """Sends as much as the system takes; what's left goes as soon as it can."""
        count = self._ask_system("Fatal write error on socket transport", lambda sock: sock.send(data), 0)
        if count is None or count == len(data):
            return None
        unsent = memoryview(data)[count:]
        if unsent:
            _asyncio.add_writer(self._loop, self._sock_fd, self._write_ready)
        return unsent

    def writelines(self, list_of_data):
        self._check_writable("writelines")
        if not list_of_data:
            return
        self._buffer.extend(list(map(memoryview, list_of_data)))
        self._write_ready()
        # What was sent at once needs no more.
        if self._buffer:
            _asyncio.add_writer(self._loop, self._sock_fd, self._write_ready)
            self._maybe_pause_protocol()

    def _write_ready(self):
        assert self._buffer, "Data should not be empty"
        if self._conn_lost:
            return
        try:
            self._drop_sent(self._sock.sendmsg(list(itertools.islice(self._buffer, self._most_pieces))))
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._give_writing_up(error)
        else:
            # The protocol may write some more.
            self._maybe_resume_protocol()
            if not self._buffer:
                self._end_writing()

    def _drop_sent(self, count):
        """Takes what was sent out of the buffer."""
        while count:
            piece = self._buffer.popleft()
            if len(piece) > count:
                self._buffer.appendleft(memoryview(piece)[count:])
                break
            count -= len(piece)

    def _give_writing_up(self, error):
        self._buffer.clear()
        _asyncio.remove_writer(self._loop, self._sock_fd)
        self._fatal_error(error, "Fatal write error on socket transport")
        if self._empty_waiter is not None:
            self._empty_waiter.set_exception(error)

    def _end_writing(self):
        """All is sent; there may be something that was only to come then."""
        _asyncio.remove_writer(self._loop, self._sock_fd)
        if self._empty_waiter is not None:
            self._empty_waiter.set_result(None)
        if self._closing:
            self._call_connection_lost(None)
        elif self._eof:
            self._end_stream()

    def _end_stream(self):
        self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not (self._closing or self._eof):
            self._eof = True
            if not self._buffer:
                self._end_stream()

    def _let_go(self):
        super()._let_go()
        if self._empty_waiter is not None:
            self._empty_waiter.set_exception(ConnectionError("Connection is closed by peer"))

    def _make_empty_waiter(self):
        """A future that's done when the buffer is empty; until `_reset_empty_waiter` nothing can be written."""
        if self._empty_waiter is not None:
            raise RuntimeError("Empty waiter is already set")
        waiter = self._empty_waiter = self._loop.create_future()
        if not self._buffer:
            waiter.set_result(None)
        return waiter

    def _reset_empty_waiter(self):
        self._empty_waiter = None


_BLOCKED = object()


class _SelectorDatagramTransport(_SelectorTransport):
    """Datagrams over a socket."""

    __module__ = "asyncio.selector_events"

    # What each datagram in the buffer counts besides its data.
    _header_size = 8

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._buffer_size = 0
        self._begin(waiter)

    def get_write_buffer_size(self):
        return self._buffer_size

    def _attempt(self, what, call):
        """What a system call gives; _BLOCKED where it would have to wait, None where it fails. The protocol hears of the network's errors;
        others end the connection."""
        try:
            return call()
        except (BlockingIOError, InterruptedError):
            return _BLOCKED
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, f"Fatal {what} error on datagram transport")
        return None

    def _read_ready(self):
        if self._conn_lost:
            return
        received = self._attempt("read", lambda: self._sock.recvfrom(self.max_size))
        if received is not None and received is not _BLOCKED:
            self._protocol.datagram_received(*received)

    def _send(self, data, address):
        if self._extra["peername"]:
            return self._sock.send(data)
        return self._sock.sendto(data, address)

    def sendto(self, data, addr=None):
        _check_data(data)
        if self._address:
            if addr is not None and addr != self._address:
                raise ValueError(f"Invalid address: must be None or {self._address}")
            addr = self._address
            if self._conn_lost:
                self._count_lost_write()
                return
        if not self._buffer:
            if self._attempt("write", lambda: self._send(data, addr)) is not _BLOCKED:
                return
            _asyncio.add_writer(self._loop, self._sock_fd, self._sendto_ready)
        self._buffer.append((bytes(data), addr))
        self._buffer_size += self._size_of(data)
        self._maybe_pause_protocol()

    def _size_of(self, data):
        return self._header_size + len(data)

    def _sendto_ready(self):
        while self._buffer:
            data, addr = datagram = self._buffer.popleft()
            self._buffer_size -= self._size_of(data)
            outcome = self._attempt("write", lambda: self._send(data, addr))
            if outcome is None:
                return
            if outcome is _BLOCKED:
                self._buffer.appendleft(datagram)
                self._buffer_size += self._size_of(data)
                break
        self._maybe_resume_protocol()
        if not self._buffer:
            _asyncio.remove_writer(self._loop, self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
