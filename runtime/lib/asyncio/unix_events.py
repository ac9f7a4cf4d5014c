"""What the event loop does on Unix: Unix sockets, and transports over pipes."""

import errno
import os
import socket
import stat

import _asyncio
from asyncio import _reports, _set_result_unless_cancelled, sleep, transports
from asyncio._endpoints import _check_ssl_options, remove_stale_socket, transport_over
from asyncio._server import Server
from asyncio._socket_transports import _FlowControlMixin

__all__ = ()


def _check_unix(sock):
    if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")


def _is_path(path):
    """Whether a Unix socket's name is that of a file."""
    return path and path[0] not in (0, "\x00")


def _bound_unix_socket(path):
    path = os.fspath(path)
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    if path[0] not in (0, "\x00"):
        remove_stale_socket(path)
    try:
        sock.bind(path)
    except OSError as error:
        sock.close()
        if error.errno == errno.EADDRINUSE:
            # The path isn't in the system's text.
            raise OSError(errno.EADDRINUSE, f"Address {path!r} is already in use") from None
        raise
    except:
        sock.close()
        raise
    return sock


def _closing_and_removing(sock):
    """What closes a server's socket and removes its file, unless that is another one's by then."""
    path = sock.getsockname()
    inode = None
    if _is_path(path):
        try:
            inode = os.stat(path).st_ino
        except FileNotFoundError:
            pass

    def close(sock):
        sock.close()
        if inode is None:
            return
        try:
            if os.stat(path).st_ino == inode:
                os.unlink(path)
        except FileNotFoundError:
            pass
        except OSError as error:
            _reports.error("Unable to clean up listening UNIX socket %r: %r", path, error)

    return close


class _UnixSelectorEventLoop:
    """The loop's coroutines about Unix sockets; the class gives them their names."""

    async def create_unix_connection(
            self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None, ssl_handshake_timeout=None,
            ssl_shutdown_timeout=None):
        assert server_hostname is None or isinstance(server_hostname, str)
        if not ssl and server_hostname is not None:
            raise ValueError("server_hostname is only meaningful with ssl")
        _check_ssl_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        if path is not None:
            if sock is not None:
                raise ValueError("path and sock can not be specified at the same time")
            path = os.fspath(path)
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0)
            try:
                sock.setblocking(False)
                await self.sock_connect(sock, path)
            except:
                sock.close()
                raise
        else:
            if sock is None:
                raise ValueError("no path and sock were specified")
            _check_unix(sock)
        return await transport_over(self, sock, protocol_factory)

    async def create_unix_server(
            self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, ssl_handshake_timeout=None,
            ssl_shutdown_timeout=None, start_serving=True, cleanup_socket=True):
        if isinstance(ssl, bool):
            raise TypeError("ssl argument must be an SSLContext or None")
        _check_ssl_options(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
        if path is not None:
            if sock is not None:
                raise ValueError("path and sock can not be specified at the same time")
            sock = _bound_unix_socket(path)
        else:
            if sock is None:
                raise ValueError("path was not specified, and no sock specified")
            _check_unix(sock)
        when_stopped = _closing_and_removing(sock) if cleanup_socket else None
        sock.setblocking(False)
        server = Server(self, [sock], protocol_factory, backlog, when_stopped)
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
    try:
        await waiter
    except:
        transport.close()
        raise
    if loop.get_debug():
        _reports.debug("%s pipe %r connected: (%r, %r)", kind, pipe.fileno(), transport, protocol)
    return transport, protocol


_create_unix_connection = _UnixSelectorEventLoop.create_unix_connection
_create_unix_server = _UnixSelectorEventLoop.create_unix_server
_connect_read_pipe = BaseEventLoop.connect_read_pipe
_connect_write_pipe = BaseEventLoop.connect_write_pipe


class _PipeEnd:
    """What the transports of both ends of pipes do alike."""

    # In case that `__init__` fails.
    _pipe = None

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._pipe is None:
            info.append("closed")
        elif self._closing:
            info.append("closing")
        info.append(f"fd={self._fileno}")
        info += ["closed"] if self._pipe is None else self._state()
        return f"<{' '.join(info)}>"

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def __del__(self):
        if self._pipe is not None:
            from warnings import warn

            warn(f"unclosed transport {self!r}", ResourceWarning)
            self._pipe.close()

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()
            self._pipe = None
            self._protocol = None
            self._loop = None


class _UnixReadPipeTransport(_PipeEnd, transports.ReadTransport):
    """The end of a pipe that's read from."""

    max_size = 256 * 1024

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._extra["pipe"] = pipe
        self._loop = loop
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._closing = False
        self._paused = False
        mode = os.fstat(self._fileno).st_mode
        if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISCHR(mode)):
            self._pipe = None
            self._fileno = None
            self._protocol = None
            raise ValueError("Pipe transport is for pipes/sockets only.")
        _asyncio.stop_blocking(self._fileno)
        self._loop.call_soon(self._protocol.connection_made, self)
        # Data is only taken after connection_made was called.
        self._loop.call_soon(self._add_reader, self._fileno, self._read_ready)
        if waiter is not None:
            self._loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def _add_reader(self, fd, callback):
        if self.is_reading():
            _asyncio.add_reader(self._loop, fd, callback)

    def is_reading(self):
        return not self._paused and not self._closing

    def _state(self):
        return ["polling" if _asyncio.is_reading(self._loop, self._fileno) else "idle"]

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
            return
        if self._loop.get_debug():
            _reports.info("%r was closed by peer", self)
        self._closing = True
        _asyncio.remove_reader(self._loop, self._fileno)
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)

    def pause_reading(self):
        if not self.is_reading():
            return
        self._paused = True
        _asyncio.remove_reader(self._loop, self._fileno)
        if self._loop.get_debug():
            _reports.debug("%r pauses reading", self)

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        _asyncio.add_reader(self._loop, self._fileno, self._read_ready)
        if self._loop.get_debug():
            _reports.debug("%r resumes reading", self)

    def close(self):
        if not self._closing:
            self._close(None)

    def _fatal_error(self, exc, message="Fatal error on pipe transport"):
        # A terminal that's gone isn't worth a report.
        if isinstance(exc, OSError) and exc.errno == errno.EIO:
            if self._loop.get_debug():
                _reports.debug("%r: %s", self, message, exc_info=True)
        else:
            self._loop.call_exception_handler({
                "message": message, "exception": exc, "transport": self, "protocol": self._protocol})
        self._close(exc)

    def _close(self, exc):
        self._closing = True
        _asyncio.remove_reader(self._loop, self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)



class _UnixWritePipeTransport(_PipeEnd, _FlowControlMixin):
    """The end of a pipe that's written to."""

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra, loop)
        self._extra["pipe"] = pipe
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._buffer = bytearray()
        self._conn_lost = 0
        self._closing = False
        mode = os.fstat(self._fileno).st_mode
        is_fifo = stat.S_ISFIFO(mode)
        is_socket = stat.S_ISSOCK(mode)
        if not (stat.S_ISCHR(mode) or is_fifo or is_socket):
            self._pipe = None
            self._fileno = None
            self._protocol = None
            raise ValueError("Pipe transport is only for pipes, sockets and character devices")
        _asyncio.stop_blocking(self._fileno)
        self._loop.call_soon(self._protocol.connection_made, self)
        # A pipe that can be "read from" has been closed at its other end.
        if is_socket or is_fifo:
            self._loop.call_soon(_asyncio.add_reader, self._loop, self._fileno, self._read_ready)
        if waiter is not None:
            self._loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def _state(self):
        state = "polling" if _asyncio.is_writing(self._loop, self._fileno) else "idle"
        return [state, f"bufsize={self.get_write_buffer_size()}"]

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        if self._loop.get_debug():
            _reports.info("%r was closed by peer", self)
        if self._buffer:
            self._close(BrokenPipeError())
        else:
            self._close()

    def write(self, data):
        assert isinstance(data, (bytes, bytearray, memoryview)), repr(data)
        if isinstance(data, bytearray):
            data = memoryview(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            if self._conn_lost >= 5:
                _reports.warning("pipe closed by peer or os.write(pipe, data) raised exception.")
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                count = os.write(self._fileno, data)
            except (BlockingIOError, InterruptedError):
                count = 0
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self._conn_lost += 1
                self._fatal_error(error, "Fatal write error on pipe transport")
                return
            if count == len(data):
                return
            if count > 0:
                data = memoryview(data)[count:]
            _asyncio.add_writer(self._loop, self._fileno, self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _write_ready(self):
        assert self._buffer, "Data should not be empty"
        try:
            count = os.write(self._fileno, self._buffer)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._buffer.clear()
            self._conn_lost += 1
            # What's written after that is lost.
            _asyncio.remove_writer(self._loop, self._fileno)
            self._fatal_error(error, "Fatal write error on pipe transport")
            return
        if count == len(self._buffer):
            self._buffer.clear()
            _asyncio.remove_writer(self._loop, self._fileno)
            self._maybe_resume_protocol()
            if self._closing:
                _asyncio.remove_reader(self._loop, self._fileno)
                self._call_connection_lost(None)
        elif count > 0:
            del self._buffer[:count]

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        assert self._pipe
        self._closing = True
        if not self._buffer:
            _asyncio.remove_reader(self._loop, self._fileno)
            self._loop.call_soon(self._call_connection_lost, None)

    def close(self):
        if self._pipe is not None and not self._closing:
            # What's in the buffer is written yet.
            self.write_eof()

    def abort(self):
        self._close(None)

    def _fatal_error(self, exc, message="Fatal error on pipe transport"):
        # The pipe's errors are the protocol's to hear of.
        if isinstance(exc, OSError):
            if self._loop.get_debug():
                _reports.debug("%r: %s", self, message, exc_info=True)
        else:
            self._report(message, exc)
        self._close(exc)

    def _close(self, exc=None):
        self._closing = True
        if self._buffer:
            _asyncio.remove_writer(self._loop, self._fileno)
        self._buffer.clear()
        _asyncio.remove_reader(self._loop, self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)
