"""Servers that CPython's tests of asyncio talk to, each in a thread of its own."""

import contextlib
import os
import socket
import threading
from test.support import LOOPBACK_TIMEOUT

_POLL_SECONDS = 0.05


def _read_head(stream):
    """The request's line and its headers, whose names are in lower case; None where there's no request."""
    line = stream.readline().decode("latin-1").split()
    if len(line) < 2:
        return None
    headers = {}
    while True:
        header = stream.readline().decode("latin-1").strip()
        if not header:
            return line, headers
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()


def _answer(stream):
    request = _read_head(stream)
    if request is None:
        return
    line, headers = request
    stream.write(b"HTTP/1.0 200 OK\r\nContent-type: text/plain\r\n")
    if line[1] != "/loop":
        stream.write(b"Content-Length: 12\r\n\r\nTest message")
        stream.flush()
        return
    stream.write(b"\r\n")
    left = int(headers.get("content-length", 0))
    while left:
        data = stream.read(min(left, 0x10000))
        if not data:
            break
        stream.write(data)
        left -= len(data)
    stream.flush()


class _Server:
    """Answers one HTTP request after the other with "Test message", those for /loop with what they send."""

    def __init__(self, listener):
        self._listener = listener
        self._is_stopped = False
        self.address = listener.getsockname()
        listener.listen(5)
        listener.settimeout(_POLL_SECONDS)

    def serve(self):
        while not self._is_stopped:
            try:
                connection = self._listener.accept()[0]
            except TimeoutError:
                continue
            with connection:
                self._serve_one(connection)

    def _serve_one(self, connection):
        connection.settimeout(LOOPBACK_TIMEOUT)
        try:
            with connection.makefile("rwb") as stream:
                _answer(stream)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            # The client has gone.
            pass

    def stop(self):
        self._is_stopped = True


@contextlib.contextmanager
def _running(listener):
    server = _Server(listener)
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        thread.join()
        listener.close()


@contextlib.contextmanager
def unix_socket_path():
    """The path of a socket, which is removed in the end."""
    from test.support.socket_helper import create_unix_domain_name

    path = create_unix_domain_name()
    try:
        yield path
    finally:
        with contextlib.suppress(OSError):
            os.unlink(path)


@contextlib.contextmanager
def run_test_unix_server():
    with unix_socket_path() as path:
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(path)
        with _running(listener) as server:
            yield server


@contextlib.contextmanager
def run_test_server(host, port):
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    with _running(listener) as server:
        yield server


def _echo(sock):
    while True:
        data, address = sock.recvfrom(4096)
        if data == b"STOP":
            break
        sock.sendto(data, address)


@contextlib.contextmanager
def run_udp_echo_server(host, port):
    """The address of a server that sends back each datagram."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind((host, port))
        thread = threading.Thread(target=_echo, args=(sock,))
        thread.start()
        try:
            yield sock.getsockname()
        finally:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
                other.sendto(b"STOP", sock.getsockname())
            thread.join()
