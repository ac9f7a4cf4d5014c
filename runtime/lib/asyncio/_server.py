"""Servers: sockets that wait for connections, and the connections that came by them."""

import errno
import weakref

import _asyncio
from asyncio import CancelledError, _reports, constants, sleep, trsock
from asyncio._socket_transports import _connected, _SelectorSocketTransport

__all__ = ("AbstractServer", "Server")

_OUT_OF_RESOURCES = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)


class AbstractServer:
    """What all servers have."""

    def get_loop(self):
        """The loop that it runs on."""
        raise NotImplementedError

    def is_serving(self):
        """Whether it takes connections."""
        raise NotImplementedError

    def close(self):
        """Takes no more connections; those that are there stay."""
        raise NotImplementedError

    def close_clients(self):
        """Closes all connections when their data is sent."""
        raise NotImplementedError

    def abort_clients(self):
        """Closes all connections at once."""
        raise NotImplementedError

    async def start_serving(self):
        """Takes connections, if it doesn't yet."""
        raise NotImplementedError

    async def serve_forever(self):
        """Takes connections until it's cancelled; closes the server then."""
        raise NotImplementedError

    async def wait_closed(self):
        """Waits until the server is closed and its connections are gone."""
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
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        # What it listens on; None once it's closed.
        self._sockets = sockets
        self._when_stopped = when_stopped
        self._serving = False
        # What serve_forever waits for, where somebody called it.
        self._serving_forever_fut = None
        # So that connections which are given up don't live on here.
        self._clients = weakref.WeakSet()
        # The futures of those who wait for the end; None once it has come.
        self._waiters = []

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        """What it listens on."""
        return tuple(map(trsock.TransportSocket, self._sockets or ()))

    def _attach(self, transport):
        """A connection has come."""
        assert self._sockets is not None
        self._clients.add(transport)

    def _detach(self, transport):
        """A connection is gone."""
        self._clients.discard(transport)
        if self._sockets is None:
            self._wakeup_if_done()

    def _wakeup_if_done(self):
        """The end of a closed server comes with that of its last connection."""
        if len(self._clients) > 0:
            return
        waiters, self._waiters = self._waiters, None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if not self._serving:
            self._serving = True
            for sock in self._sockets:
                sock.listen(self._backlog)
                self._accept_from(sock)

    def _accept_from(self, sock):
        _asyncio.add_reader(self._loop, sock.fileno(), self._accept_connections, sock)

    def _accept_connections(self, sock):
        # Some more may have come meanwhile.
        for _ in range(self._backlog):
            accepted = self._accept_one(sock)
            if accepted is None:
                break
            connection, address = accepted
            self._loop.create_task(self._handle(connection, {"peername": address}))

    def _accept_one(self, sock):
        """A connection and the address that it comes from; None where there's none to be had now."""
        try:
            connection, address = sock.accept()
            if self._loop.get_debug():
                _reports.debug("%r got a new connection from %r: %r", self, address, connection)
            connection.setblocking(False)
            return connection, address
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return None
        except OSError as error:
            if error.errno not in _OUT_OF_RESOURCES:
                raise
            self._pause_accepting(sock, error)
            return None

    def _pause_accepting(self, sock, error):
        """Some descriptor may be closed meanwhile."""
        self._loop.call_exception_handler({
            "message": "socket.accept() out of system resource", "exception": error, "socket": trsock.TransportSocket(sock)})
        _asyncio.remove_reader(self._loop, sock.fileno())
        self._loop.call_later(constants.ACCEPT_RETRY_DELAY, self._accept_again, sock)

    def _accept_again(self, sock):
        if self._sockets is not None:
            self._accept_from(sock)

    async def _handle(self, connection, extra):
        # What there is of it, for the report of an error.
        made = {}
        try:
            made["protocol"] = self._protocol_factory()
            waiter = self._loop.create_future()
            made["transport"] = transport = _SelectorSocketTransport(self._loop, connection, made["protocol"], waiter, extra, self)
            await _connected(transport, waiter)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if self._loop.get_debug():
                self._loop.call_exception_handler({
                    "message": "Error on transport creation for incoming connection", "exception": error, **made})

    def close(self):
        """Takes no more connections; those that are there stay."""
        if self._sockets is None:
            return
        sockets, self._sockets = self._sockets, None
        for sock in sockets:
            self._stop_listening(sock)
        self._serving = False
        forever = self._serving_forever_fut
        if forever is not None and not forever.done():
            self._serving_forever_fut = None
            forever.cancel()
        self._wakeup_if_done()

    def _stop_listening(self, sock):
        _asyncio.remove_reader(self._loop, sock.fileno())
        if self._when_stopped is None:
            sock.close()
        else:
            self._when_stopped(sock)

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

    def _check_can_serve(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")

    async def serve_forever(self):
        """Takes connections until it's cancelled; closes the server then."""
        self._check_can_serve()
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except CancelledError:
            self.close()
            await self.wait_closed()
            raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        """Waits until the server is closed and its connections are gone."""
        if self._waiters is not None:
            ended = self._loop.create_future()
            self._waiters.append(ended)
            await ended


AbstractServer.__module__ = "asyncio.events"
Server.__module__ = "asyncio.base_events"
