"""What the event loop does on Unix: Unix sockets, and transports over pipes."""

import errno
import os
import socket
import stat

import _asyncio
from asyncio import _reports, _set_result_unless_cancelled, constants, sleep, transports
from asyncio._endpoints import _check_ssl_options, remove_stale_socket, transport_over
from asyncio._server import Server
from asyncio._socket_transports import _connected, _FlowControlMixin

__all__ = ()


_TWO_PLACES = "path and sock can not be specified at the same time"


def _check_place(path, sock, text_without):
    """It's either a path or a socket."""
    if path is not None:
        if sock is not None:
            raise ValueError(_TWO_PLACES)
    elif sock is None:
        raise ValueError(text_without)
    elif (sock.family, sock.type) != (socket.AF_UNIX, socket.SOCK_STREAM):
        raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")


def _is_file(path):
    """Whether a Unix socket's name is that of a file; Linux has abstract ones as well."""
    return path[0] not in (0, "\x00")


def _inode(path):
    try:
        return os.stat(path).st_ino
    except FileNotFoundError:
        return None


async def _connected_unix_socket(loop, path):
    path = os.fspath(path)
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        await loop.sock_connect(sock, path)
    except:
        sock.close()
        raise
    return sock


def _bound_unix_socket(path):
    path = os.fspath(path)
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    if _is_file(path):
        remove_stale_socket(path)
    try:
        sock.bind(path)
    except BaseException as error:
        sock.close()
        if not isinstance(error, OSError) or error.errno != errno.EADDRINUSE:
            raise
        # The path isn't in the system's text.
        raise OSError(errno.EADDRINUSE, f"Address {path!r} is already in use") from None
    return sock


def _closing_and_removing(sock):
    """What closes a server's socket and removes its file, unless that is another one's by then."""
    path = sock.getsockname()
    inode = _inode(path) if path and _is_file(path) else None

    def close(sock):
        sock.close()
        if inode is not None:
            _remove_file(path, inode)

    return close


def _remove_file(path, inode):
    try:
        if _inode(path) == inode:
            os.unlink(path)
    except FileNotFoundError:
        # Somebody was faster.
        return
    except OSError as error:
        _reports.error("Unable to clean up listening UNIX socket %r: %r", path, error)


class _UnixSelectorEventLoop:
    """The loop's coroutines about Unix sockets; the class gives them their names."""

    async def create_unix_connection(
            self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None, ssl_handshake_timeout=None,
            ssl_shutdown_timeout=None):
        assert server_hostname is None or isinstance(server_hostname, str)
        if server_hostname is not None and not ssl:
            raise ValueError("server_hostname is only meaningful with ssl")
        _check_ssl_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        _check_place(path, sock, "no path and sock were specified")
        if sock is None:
            sock = await _connected_unix_socket(self, path)
        return await transport_over(self, sock, protocol_factory)

    async def create_unix_server(
            self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, ssl_handshake_timeout=None,
            ssl_shutdown_timeout=None, start_serving=True, cleanup_socket=True):
        if isinstance(ssl, bool):
            raise TypeError("ssl argument must be an SSLContext or None")
        _check_ssl_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        _check_place(path, sock, "path was not specified, and no sock specified")
        if sock is None:
            sock = _bound_unix_socket(path)
        sock.setblocking(False)
        server = Server(self, [sock], protocol_factory, backlog, _closing_and_removing(sock) if cleanup_socket else None)
        if start_serving:
            server._start_serving()
            # The loop gets a turn, so that clients find it listening.
            await sleep(0)
        return server


class BaseEventLoop:
    """The loop's coroutines about pipes; the class gives them their names."""

    async def connect_read_pipe(self, protocol_factory, pipe):
        return await _connect_pipe(self, "Read", _UnixReadPipeTransport, protocol_factory, pipe)

    async def connect_write_pipe(self, protocol_factory, pipe):
        return await _connect_pipe(self, "Write", _UnixWritePipeTransport, protocol_factory, pipe)


async def _connect_pipe(loop, kind, make_transport, protocol_factory, pipe):
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = make_transport(loop, pipe, protocol, waiter)
    await _connected(transport, waiter)
    if loop.get_debug():
        _reports.debug("%s pipe %r connected: (%r, %r)", kind, pipe.fileno(), transport, protocol)
    return transport, protocol


_create_unix_connection = _UnixSelectorEventLoop.create_unix_connection
_create_unix_server = _UnixSelectorEventLoop.create_unix_server
_connect_read_pipe = BaseEventLoop.connect_read_pipe
_connect_write_pipe = BaseEventLoop.connect_write_pipe


def can_use_pidfd():
    """Whether the system lets the loop wait for children by descriptors of them."""
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


class _PipeEnd:
    """What the transports of both ends of pipes do alike."""

    # None before there's a pipe that will do, and once it's closed.
    _pipe = None

    def _take_pipe(self, pipe, protocol, kinds, complaint):
        """Keeps the pipe, if it's of one of those kinds (functions of a file's mode)."""
        mode = os.fstat(pipe.fileno()).st_mode
        if not any(is_kind(mode) for is_kind in kinds):
            raise ValueError(complaint)
        self._extra["pipe"] = self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._closing = False
        _asyncio.stop_blocking(self._fileno)

    def _begin(self, watch, waiter):
        """The pipe is only watched once connection_made was called, and whoever waits for the transport goes on after both."""
        self._loop.call_soon(self._protocol.connection_made, self)
        if watch is not None:
            self._loop.call_soon(watch)
        if waiter is not None:
            self._loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        number = f"fd={self._fileno}"
        if self._pipe is None:
            state = ["closed", number, "closed"]
        else:
            state = [*(["closing"] if self._closing else []), number, *self._state()]
        return f"<{' '.join([self.__class__.__name__, *state])}>"

    def is_closing(self):
        return self._closing

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def _watch(self):
        _asyncio.add_reader(self._loop, self._fileno, self._read_ready)

    def _stop_watching(self):
        _asyncio.remove_reader(self._loop, self._fileno)

    def _lose_connection(self, exc):
        """The protocol hears of the end in a turn of its own."""
        self._closing = True
        self._stop_watching()
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()
            self._pipe = self._protocol = self._loop = None

    def _fatal_error(self, exc, message="Fatal error on pipe transport"):
        if not self._is_expected(exc):
            self._loop.call_exception_handler({
                "message": message, "exception": exc, "transport": self, "protocol": self._protocol})
        elif self._loop.get_debug():
            _reports.debug("%r: %s", self, message, exc_info=True)
        self._close(exc)

    def _tell_closed_by_peer(self):
        if self._loop.get_debug():
            _reports.info("%r was closed by peer", self)

    def __del__(self):
        if self._pipe is None:
            return
        from warnings import warn

        warn(f"unclosed transport {self!r}", ResourceWarning)
        self._pipe.close()


class _UnixReadPipeTransport(_PipeEnd, transports.ReadTransport):
    """The end of a pipe that's read from."""

    # As much is read at a time.
    max_size = 256 * 1024

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._loop = loop
        self._paused = False
        self._take_pipe(pipe, protocol, (stat.S_ISFIFO, stat.S_ISSOCK, stat.S_ISCHR), "Pipe transport is for pipes/sockets only.")
        self._begin(self._start_reading, waiter)

    def _start_reading(self):
        if self.is_reading():
            self._watch()

    def _state(self):
        return ["polling" if _asyncio.is_reading(self._loop, self._fileno) else "idle"]

    def is_reading(self):
        return not (self._closing or self._paused)

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._stop_watching()
            self._debug("%r pauses reading")

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._watch()
            self._debug("%r resumes reading")

    def _debug(self, text):
        if self._loop.get_debug():
            _reports.debug(text, self)

    def _read_ready(self):
        try:
            data = os.read(self._fileno, self.max_size)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            self._fatal_error(error, "Fatal read error on pipe transport")
            return
        if data:
            self._protocol.data_received(data)
        else:
            self._tell_closed_by_peer()
            self._loop.call_soon(self._protocol.eof_received)
            self._lose_connection(None)

    def close(self):
        if not self._closing:
            self._close(None)

    def _close(self, exc):
        self._lose_connection(exc)

    def _is_expected(self, error):
        # A terminal that's gone isn't worth a report.
        return isinstance(error, OSError) and error.errno == errno.EIO


class _UnixWritePipeTransport(_PipeEnd, _FlowControlMixin):
    """The end of a pipe that's written to."""

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra, loop)
        # What isn't written yet.
        self._buffer = bytearray()
        # Not 0 once writing has failed; it counts what is written in spite of that.
        self._conn_lost = 0
        self._take_pipe(pipe, protocol, (stat.S_ISFIFO, stat.S_ISSOCK, stat.S_ISCHR),
                        "Pipe transport is only for pipes, sockets and character devices")
        # A pipe that can be "read from" has been closed at its other end; a terminal has not.
        is_terminal = stat.S_ISCHR(os.fstat(self._fileno).st_mode)
        self._begin(None if is_terminal else self._watch, waiter)

    def _state(self):
        yield "polling" if _asyncio.is_writing(self._loop, self._fileno) else "idle"
        yield f"bufsize={self.get_write_buffer_size()}"

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        self._tell_closed_by_peer()
        self._close(BrokenPipeError() if self._buffer else None)

    def write(self, data):
        assert isinstance(data, (bytes, bytearray, memoryview)), repr(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            self._count_lost_write()
            return
        unsent = data if self._buffer else self._write_at_once(data)
        if unsent:
            self._buffer += unsent
            self._maybe_pause_protocol()

    def _count_lost_write(self):
        if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
            _reports.warning("pipe closed by peer or os.write(pipe, data) raised exception.")
        self._conn_lost += 1

    def _write_at_once(self, data):
        """Writes as much as the system takes; what's left goes as soon as it can."""
        count = self._try_to_write(data)
        if count is None or count == len(data):
            return None
        _asyncio.add_writer(self._loop, self._fileno, self._write_ready)
        return memoryview(data)[count:]

    def _try_to_write(self, data):
        """How many bytes the system takes now; None where it takes none any more, which ends the connection."""
        try:
            return os.write(self._fileno, data)
        except (BlockingIOError, InterruptedError):
            return 0
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._conn_lost += 1
            self._buffer.clear()
            _asyncio.remove_writer(self._loop, self._fileno)
            self._fatal_error(error, "Fatal write error on pipe transport")
            return None

    def _write_ready(self):
        assert self._buffer, "Data should not be empty"
        count = self._try_to_write(self._buffer)
        if count is None:
            return
        del self._buffer[:count]
        if self._buffer:
            return
        _asyncio.remove_writer(self._loop, self._fileno)
        # The protocol may write some more.
        self._maybe_resume_protocol()
        if self._closing:
            self._stop_watching()
            self._call_connection_lost(None)

    def can_write_eof(self):
        return True

    def write_eof(self):
        assert self._closing or self._pipe
        # What's in the buffer is written yet.
        if not (self._closing or self._buffer):
            self._lose_connection(None)
        self._closing = True

    def close(self):
        if not (self._closing or self._pipe is None):
            self.write_eof()

    def abort(self):
        self._close(None)

    def _close(self, exc=None):
        if self._buffer:
            _asyncio.remove_writer(self._loop, self._fileno)
            self._buffer.clear()
        self._lose_connection(exc)

    def _is_expected(self, error):
        # The pipe's errors are the protocol's to hear of.
        return isinstance(error, OSError)
