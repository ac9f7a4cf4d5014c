"""Servers: one connection or datagram at a time, or each in a thread or process of its own."""

import os
import selectors
import socket
import sys
import threading
from contextlib import closing, suppress
from io import BufferedIOBase, BytesIO

__all__ = [
    "BaseServer", "TCPServer", "UDPServer", "ThreadingUDPServer", "ThreadingTCPServer", "BaseRequestHandler", "StreamRequestHandler",
    "DatagramRequestHandler", "ThreadingMixIn", "ForkingUDPServer", "ForkingTCPServer", "ForkingMixIn", "UnixStreamServer",
    "UnixDatagramServer", "ThreadingUnixStreamServer", "ThreadingUnixDatagramServer", "ForkingUnixStreamServer",
    "ForkingUnixDatagramServer",
]


class _Service:
    """Whether `serve_forever` runs, and whether it was told to end."""

    def __init__(self):
        self.told_to_end = False
        self._ended = threading.Event()

    def __enter__(self):
        self._ended.clear()
        return self

    def __exit__(self, *error):
        self.told_to_end = False
        self._ended.set()

    def end(self):
        self.told_to_end = True
        self._ended.wait()


class _Arrivals(selectors.PollSelector):
    """Waits until a server has something to get."""

    def __init__(self, server):
        super().__init__()
        self.register(server, selectors.EVENT_READ)


class BaseServer:
    """What servers have in common: waiting for requests, and giving each to a handler."""

    timeout = None

    def __init__(self, server_address, RequestHandlerClass):
        self.RequestHandlerClass = RequestHandlerClass
        self.server_address = server_address
        self._service = _Service()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.server_close()

    def serve_forever(self, poll_interval=0.5):
        """Handles requests until `shutdown` is called."""
        with self._service as service, _Arrivals(self) as arrivals:
            while not service.told_to_end:
                arrived = arrivals.select(poll_interval)
                # What comes after `shutdown` is left to the system's queue.
                if service.told_to_end:
                    return
                if arrived:
                    self._take_request()
                self.service_actions()

    def shutdown(self):
        """Ends `serve_forever`, which runs in another thread, and waits for its end."""
        self._service.end()

    def handle_request(self):
        """Handles one request; waits for it as long as the socket and `timeout` allow."""
        limits = [limit for limit in (self.socket.gettimeout(), self.timeout) if limit is not None]
        with _Arrivals(self) as arrivals:
            if not arrivals.select(min(limits, default=None)):
                return self.handle_timeout()
        self._take_request()

    def _take_request(self):
        try:
            request, client_address = self.get_request()
        except OSError:
            return None
        if not self.verify_request(request, client_address):
            return self.shutdown_request(request)
        processed = False
        try:
            self.process_request(request, client_address)
            processed = True
        except Exception:
            self.handle_error(request, client_address)
        finally:
            if not processed:
                self.shutdown_request(request)

    def process_request(self, request, client_address):
        """Has the request handled, here and now; the mix-ins do it elsewhere."""
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    def finish_request(self, request, client_address):
        """Has a handler of its own handle the request."""
        self.RequestHandlerClass(request, client_address, self)

    def shutdown_request(self, request):
        """Says goodbye, where the protocol has that, and closes the request."""
        self.close_request(request)

    def handle_error(self, request, client_address):
        """Tells of an error in a handler."""
        import traceback

        ruler = "-" * 40 + "\n"
        sys.stderr.write(f"{ruler}Exception occurred during processing of request from {client_address}\n")
        traceback.print_exc()
        sys.stderr.write(ruler)

    def verify_request(self, request, client_address):
        """Whether the request may be processed: a subclass may say no."""
        return True

    def server_activate(self):
        """For subclasses: begin to listen."""

    def service_actions(self):
        """For subclasses: called in each turn of `serve_forever`."""

    def handle_timeout(self):
        """For subclasses: `handle_request` waited in vain."""

    def server_close(self):
        """For subclasses: the server isn't needed any more."""

    def close_request(self, request):
        """For subclasses: the request isn't needed any more."""


class TCPServer(BaseServer):
    """A server of connections."""

    socket_type = socket.SOCK_STREAM
    address_family = socket.AF_INET
    allow_reuse_port = False
    allow_reuse_address = False
    request_queue_size = 5

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        super().__init__(server_address, RequestHandlerClass)
        self.socket = socket.socket(self.address_family, self.socket_type)
        if not bind_and_activate:
            return
        ready = False
        try:
            self.server_bind()
            self.server_activate()
            ready = True
        finally:
            if not ready:
                self.server_close()

    def server_bind(self):
        """Takes the address, and finds out which one it really is."""
        on_the_internet = self.address_family in (socket.AF_INET, socket.AF_INET6)
        wishes = [
            (socket.SO_REUSEADDR, self.allow_reuse_address),
            (socket.SO_REUSEPORT, self.allow_reuse_port and on_the_internet),
        ]
        for option, wanted in wishes:
            if wanted:
                self.socket.setsockopt(socket.SOL_SOCKET, option, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def server_activate(self):
        """Begins to listen."""
        self.socket.listen(self.request_queue_size)

    def server_close(self):
        """Closes the socket."""
        self.socket.close()

    def fileno(self):
        """The socket's descriptor: servers can be given to selectors."""
        return self.socket.fileno()

    def get_request(self):
        """The next connection, and who made it."""
        return self.socket.accept()

    def shutdown_request(self, request):
        """Tells the other side that there's no more to come."""
        # It may have gone already.
        with suppress(OSError):
            request.shutdown(socket.SHUT_WR)
        self.close_request(request)

    def close_request(self, request):
        """Closes the connection."""
        request.close()


class UDPServer(TCPServer):
    """A server of datagrams: a request is the bytes and the socket to answer with."""

    socket_type = socket.SOCK_DGRAM
    max_packet_size = 8192
    allow_reuse_port = False
    allow_reuse_address = False

    def get_request(self):
        """The next datagram, and who sent it."""
        packet, sender = self.socket.recvfrom(self.max_packet_size)
        return (packet, self.socket), sender

    def server_activate(self):
        """Datagrams come without listening."""

    def shutdown_request(self, request):
        """There's no connection to end."""
        self.close_request(request)

    def close_request(self, request):
        """The socket is the server's."""


def _handle_to_the_end(server, request, client_address):
    """Handles the request and closes it; gives whether that went well."""
    try:
        server.finish_request(request, client_address)
        return True
    except Exception:
        server.handle_error(request, client_address)
        return False
    finally:
        server.shutdown_request(request)


class ForkingMixIn:
    """Each request in a process of its own."""

    block_on_close = True
    max_children = 40
    active_children = None
    timeout = 300

    def process_request(self, request, client_address):
        """Has the request handled in a child."""
        child = os.fork()
        if not child:
            self._be_the_child(request, client_address)
        if self.active_children is None:
            self.active_children = set()
        self.active_children.add(child)
        self.close_request(request)

    def _be_the_child(self, request, client_address):
        went_well = False
        try:
            went_well = _handle_to_the_end(self, request, client_address)
        finally:
            os._exit(0 if went_well else 1)

    def collect_children(self, *, blocking=False):
        """Takes leave of the children that have ended."""
        if self.active_children is None:
            return
        # With too many, one has to end first.
        while len(self.active_children) >= self.max_children:
            if not self._collect(-1, 0):
                break
        for child in tuple(self.active_children):
            self._collect(child, 0 if blocking else os.WNOHANG)

    def _collect(self, child, options):
        """Waits for one child, -1 for any; False if the system won't."""
        try:
            ended, _ = os.waitpid(child, options)
        except ChildProcessError:
            # Someone else has waited for it: for all, if it could have been any.
            gone = {child} if child > 0 else set(self.active_children)
        except OSError:
            return False
        else:
            gone = {ended}
        self.active_children -= gone
        return True

    def service_actions(self):
        self.collect_children()

    def handle_timeout(self):
        self.collect_children()

    def server_close(self):
        """Waits for the children too, unless `block_on_close` is false."""
        super().server_close()
        self.collect_children(blocking=self.block_on_close)


class ThreadingMixIn:
    """Each request in a thread of its own."""

    block_on_close = True
    daemon_threads = False
    _to_join = ()

    def process_request(self, request, client_address):
        """Has the request handled in a thread."""
        worker = threading.Thread(
            target=self.process_request_thread, args=(request, client_address), daemon=self.daemon_threads)
        if self.block_on_close and not worker.daemon:
            self._to_join = [*filter(threading.Thread.is_alive, self._to_join), worker]
        worker.start()

    def process_request_thread(self, request, client_address):
        """What the thread does."""
        _handle_to_the_end(self, request, client_address)

    def server_close(self):
        """Waits for the threads too, unless they're daemons or `block_on_close` is false."""
        super().server_close()
        workers, self._to_join = self._to_join, ()
        for worker in workers:
            worker.join()


class UnixStreamServer(TCPServer):
    """A server of connections on this machine."""

    address_family = socket.AF_UNIX


class UnixDatagramServer(UDPServer):
    """A server of datagrams on this machine."""

    address_family = socket.AF_UNIX


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    """Connections, each in a thread."""


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    """Datagrams, each in a thread."""


class ThreadingUnixStreamServer(ThreadingMixIn, UnixStreamServer):
    """Connections on this machine, each in a thread."""


class ThreadingUnixDatagramServer(ThreadingMixIn, UnixDatagramServer):
    """Datagrams on this machine, each in a thread."""


class ForkingTCPServer(ForkingMixIn, TCPServer):
    """Connections, each in a process."""


class ForkingUDPServer(ForkingMixIn, UDPServer):
    """Datagrams, each in a process."""


class ForkingUnixStreamServer(ForkingMixIn, UnixStreamServer):
    """Connections on this machine, each in a process."""


class ForkingUnixDatagramServer(ForkingMixIn, UnixDatagramServer):
    """Datagrams on this machine, each in a process."""


class BaseRequestHandler:
    """Handles a request: to make one is to run `setup`, `handle` and `finish`."""

    def __init__(self, request, client_address, server):
        self.server = server
        self.client_address = client_address
        self.request = request
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        """For subclasses: before `handle`."""

    def handle(self):
        """For subclasses: answers the request."""

    def finish(self):
        """For subclasses: after `handle`, also when that failed."""


class StreamRequestHandler(BaseRequestHandler):
    """A handler with files to read from and write to."""

    disable_nagle_algorithm = False
    timeout = None
    wbufsize = 0
    rbufsize = -1

    def setup(self):
        """Makes `rfile` and `wfile`."""
        sock = self.connection = self.request
        if self.timeout is not None:
            sock.settimeout(self.timeout)
        if self.disable_nagle_algorithm:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        self.rfile = sock.makefile("rb", self.rbufsize)
        self.wfile = sock.makefile("wb", self.wbufsize) if self.wbufsize else _SocketWriter(sock)

    def finish(self):
        """Closes the files."""
        with closing(self.rfile), closing(self.wfile) as answer:
            # The client may have gone.
            with suppress(OSError):
                answer.closed or answer.flush()


class _SocketWriter(BufferedIOBase):
    """A file without a buffer: each write sends all it's given."""

    def __init__(self, sock):
        self._sock = sock

    def fileno(self):
        return self._sock.fileno()

    def writable(self):
        return True

    def write(self, data):
        self._sock.sendall(data)
        return memoryview(data).nbytes


class DatagramRequestHandler(BaseRequestHandler):
    """A handler of datagrams: `rfile` holds the one that came, `wfile` becomes the answer."""

    def setup(self):
        self.packet, self.socket = self.request
        self.wfile = BytesIO()
        self.rfile = BytesIO(self.packet)

    def finish(self):
        """Sends the answer."""
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
