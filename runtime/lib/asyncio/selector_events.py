"""The event loop's coroutines that work on sockets."""

import functools
import socket

import _asyncio
from asyncio._socket_transports import _SelectorDatagramTransport, _SelectorSocketTransport, _SelectorTransport

__all__ = ("BaseSelectorEventLoop",)

_HAS_SENDMSG = hasattr(socket.socket, "sendmsg")


def _check_socket(loop, sock):
    """What a coroutine of the loop works on mustn't block."""
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")


def _ensure_fd_no_transport(loop, fd):
    transports = _asyncio.transports_of(loop)
    if transports is None:
        return
    transport = transports.get(fd)
    if transport is not None and not transport.is_closing():
        raise RuntimeError(f"File descriptor {fd!r} is used by transport {transport!r}")


def _reading_done(loop, fd, future, handle=None):
    if handle is None or not handle.cancelled():
        loop.remove_reader(fd)


def _writing_done(loop, fd, future, handle=None):
    if handle is None or not handle.cancelled():
        loop.remove_writer(fd)


def _when_readable(loop, sock, future, callback, *args):
    """Calls back when the socket can be read from, until the future is done."""
    fd = sock.fileno()
    _ensure_fd_no_transport(loop, fd)
    handle = _asyncio.add_reader(loop, fd, callback, *args)
    future.add_done_callback(functools.partial(_reading_done, loop, fd, handle=handle))


def _when_writable(loop, sock, future, callback, *args):
    """Calls back when the socket can be written to, until the future is done."""
    fd = sock.fileno()
    _ensure_fd_no_transport(loop, fd)
    handle = _asyncio.add_writer(loop, fd, callback, *args)
    future.add_done_callback(functools.partial(_writing_done, loop, fd, handle=handle))


def _attempt(future, operation, *args):
    """Gives the future what an operation gives, unless that would block."""
    if future.done():
        return
    try:
        result = operation(*args)
    except (BlockingIOError, InterruptedError):
        return
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)


async def _when_possible(loop, sock, watch, operation, *args):
    """What an operation on the socket gives: at once, or as soon as it doesn't block."""
    _check_socket(loop, sock)
    try:
        return operation(*args)
    except (BlockingIOError, InterruptedError):
        pass
    future = loop.create_future()
    watch(loop, sock, future, _attempt, future, operation, *args)
    return await future


def _send_more(future, sock, view, position):
    """Sends the rest of what `sock_sendall` is to send."""
    if future.done():
        return
    start = position[0]
    try:
        count = sock.send(view[start:])
    except (BlockingIOError, InterruptedError):
        return
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        future.set_exception(error)
        return
    start += count
    if start == len(view):
        future.set_result(None)
    else:
        position[0] = start


def _begin_connecting(loop, future, sock, address):
    try:
        sock.connect(address)
    except (BlockingIOError, InterruptedError):
        _when_writable(loop, sock, future, _end_connecting, future, sock, address)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(None)


def _end_connecting(future, sock, address):
    if future.done():
        return
    try:
        error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error != 0:
            raise OSError(error, f"Connect call failed {address}")
    except (BlockingIOError, InterruptedError):
        pass
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as failure:
        future.set_exception(failure)
    else:
        future.set_result(None)


def _begin_accepting(loop, future, sock):
    try:
        connection, address = sock.accept()
        connection.setblocking(False)
    except (BlockingIOError, InterruptedError):
        _when_readable(loop, sock, future, _begin_accepting, loop, future, sock)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result((connection, address))


class BaseSelectorEventLoop:
    """The loop's coroutines that work on sockets; the class gives them their names."""

    async def sock_recv(self, sock, n):
        return await _when_possible(self, sock, _when_readable, sock.recv, n)

    async def sock_recv_into(self, sock, buf):
        return await _when_possible(self, sock, _when_readable, sock.recv_into, buf)

    async def sock_recvfrom(self, sock, bufsize):
        return await _when_possible(self, sock, _when_readable, sock.recvfrom, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        _check_socket(self, sock)
        if not nbytes:
            nbytes = len(buf)
        return await _when_possible(self, sock, _when_readable, sock.recvfrom_into, buf, nbytes)

    async def sock_sendall(self, sock, data):
        _check_socket(self, sock)
        try:
            count = sock.send(data)
        except (BlockingIOError, InterruptedError):
            count = 0
        if count == len(data):
            return
        future = self.create_future()
        _when_writable(self, sock, future, _send_more, future, sock, memoryview(data), [count])
        return await future

    async def sock_sendto(self, sock, data, address):
        # Each attempt asks the socket for its method, which may be another one by then.
        return await _when_possible(self, sock, _when_writable, lambda: sock.sendto(data, address))

    async def sock_connect(self, sock, address):
        _check_socket(self, sock)
        if sock.family == socket.AF_INET or sock.family == socket.AF_INET6:
            from asyncio._endpoints import ensure_resolved

            resolved = await ensure_resolved(address, family=sock.family, type=sock.type, proto=sock.proto, loop=self)
            _, _, _, _, address = resolved[0]
        future = self.create_future()
        _begin_connecting(self, future, sock, address)
        return await future

    async def sock_accept(self, sock):
        _check_socket(self, sock)
        future = self.create_future()
        _begin_accepting(self, future, sock)
        return await future

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        _check_socket(self, sock)
        if "b" not in getattr(file, "mode", "b"):
            raise ValueError("file should be opened in binary mode")
        if not sock.type == socket.SOCK_STREAM:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        _check_count(offset, count)
        if hasattr(file, "seek"):
            file.seek(offset)
        total = 0
        try:
            while True:
                size = 16384 if count is None else min(16384, count - total)
                data = file.read(size) if size > 0 else b""
                if not data:
                    return total
                await self.sock_sendall(sock, data)
                total += len(data)
        finally:
            if total > 0 and hasattr(file, "seek"):
                file.seek(offset + total)


def _check_count(offset, count):
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f"count must be a positive integer (got {count!r})")
        if count <= 0:
            raise ValueError(f"count must be a positive integer (got {count!r})")
    if not isinstance(offset, int):
        raise TypeError(f"offset must be a non-negative integer (got {offset!r})")
    if offset < 0:
        raise ValueError(f"offset must be a non-negative integer (got {offset!r})")


_sock_recv = BaseSelectorEventLoop.sock_recv
_sock_recv_into = BaseSelectorEventLoop.sock_recv_into
_sock_recvfrom = BaseSelectorEventLoop.sock_recvfrom
_sock_recvfrom_into = BaseSelectorEventLoop.sock_recvfrom_into
_sock_sendall = BaseSelectorEventLoop.sock_sendall
_sock_sendto = BaseSelectorEventLoop.sock_sendto
_sock_connect = BaseSelectorEventLoop.sock_connect
_sock_accept = BaseSelectorEventLoop.sock_accept
_sock_sendfile = BaseSelectorEventLoop.sock_sendfile
