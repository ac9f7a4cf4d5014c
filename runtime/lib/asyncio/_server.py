"""Servers: sockets that wait for connections, and the connections that came by them."""

import errno
import weakref

import _asyncio
from asyncio import CancelledError, _reports, constants, sleep, trsock
from asyncio._socket_transports import _SelectorSocketTransport

__all__ = ("AbstractServer", "Server")


class AbstractServer:
    """What all servers have."""

    def close(self):
        raise NotImplementedError

    def close_clients(self):
        raise NotImplementedError

    def abort_clients(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class Server(AbstractServer):
    """Sockets that wait for connections, and the connections that came by them."""

    def __init__(self, loop, sockets, protocol_factory, backlog, when_stopped=None):
        self._loop = loop
        self._sockets = sockets
        # So that connections which are given up don't live on here.
        self._clients = weakref.WeakSet()
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._serving_forever_fut = None
        self._when_stopped = when_stopped

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    def _attach(self, transport):
        assert self._sockets is not None
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        if len(self._clients) == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters = self._waiters
        self._waiters = None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._accept_from(sock)

    def _accept_from(self, sock):
        _asyncio.add_reader(self._loop, sock.fileno(), self._accept_connections, sock)

    def _accept_connections(self, sock):
        # Some more may have come meanwhile.
        for _ in range(self._backlog):
            try:
                connection, address = sock.accept()
                if self._loop.get_debug():
                    _reports.debug("%r got a new connection from %r: %r", self, address, connection)
                connection.setblocking(False)
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                if error.errno not in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM):
                    raise
                self._loop.call_exception_handler({
                    "message": "socket.accept() out of system resource", "exception": error, "socket": trsock.TransportSocket(sock)})
                # Some descriptor may be closed meanwhile.
                _asyncio.remove_reader(self._loop, sock.fileno())
                self._loop.call_later(constants.ACCEPT_RETRY_DELAY, self._accept_again, sock)
                return
            else:
                self._loop.create_task(self._handle(connection, {"peername": address}))

    def _accept_again(self, sock):
        if self._sockets is not None:
            self._accept_from(sock)

    async def _handle(self, connection, extra):
        protocol = None
        transport = None
        try:
            protocol = self._protocol_factory()
            waiter = self._loop.create_future()
            transport = _SelectorSocketTransport(self._loop, connection, protocol, waiter, extra, self)
            try:
                await waiter
            except BaseException:
                transport.close()
                raise
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if self._loop.get_debug():
                context = {"message": "Error on transport creation for incoming connection", "exception": error}
                if protocol is not None:
                    context["protocol"] = protocol
                if transport is not None:
                    context["transport"] = transport
                self._loop.call_exception_handler(context)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        """What it listens on."""
        if self._sockets is None:
            return ()
        return tuple(trsock.TransportSocket(sock) for sock in self._sockets)

    def close(self):
        """Takes no more connections; those that are there stay."""
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            _asyncio.remove_reader(self._loop, sock.fileno())
            if self._when_stopped is None:
                sock.close()
            else:
                self._when_stopped(sock)
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if len(self._clients) == 0:
            self._wakeup()

    def close_clients(self):
        """Closes all connections when their data is sent."""
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        """Closes all connections at once."""
        for transport in self._clients.copy():
            transport.abort()

    async def start_serving(self):
        """Takes connections, if it doesn't yet."""
        self._start_serving()
        await sleep(0)

    async def serve_forever(self):
        """Takes connections until it's cancelled; closes the server then."""
        if self._serving_forever_fut is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        """Waits until the server is closed and its connections are gone."""
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


AbstractServer.__module__ = "asyncio.events"
Server.__module__ = "asyncio.base_events"
