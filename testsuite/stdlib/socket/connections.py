"""Sockets by themselves: connections, datagrams, pairs, files over them, and errors."""

import errno
import os
import socket
import tempfile
import threading


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__module__, repr(error))


def exchange():
    with socket.create_server(("127.0.0.1", 0)) as server:
        print(server.family, server.type, server.proto, server.getsockname()[0], server.getblocking(), server.gettimeout())
        client = socket.create_connection(server.getsockname())
        peer, address = server.accept()
        print(address == client.getsockname(), peer.getpeername() == address, client.getpeername() == server.getsockname())
        with client, peer:
            client.sendall(b"hello")
            print(peer.recv(3), peer.recv(100))
            print(peer.send(bytearray(b"abc")), peer.send(memoryview(b"defg")[1:]))
            buffer = bytearray(8)
            while sum(1 for byte in buffer if byte) < 6:
                place = sum(1 for byte in buffer if byte)
                print("into", client.recv_into(memoryview(buffer)[place:]) > 0)
            print(buffer)
            client.shutdown(socket.SHUT_WR)
            print(peer.recv(10))
            peer.settimeout(5)
            print(peer.timeout, peer.getblocking(), peer.gettimeout())
        print(peer.fileno(), "[closed]" in repr(peer), client._closed)


def served_by_thread():
    def serve(server):
        connection, _ = server.accept()
        with connection, connection.makefile("rw", newline="\n") as stream:
            for line in stream:
                if line == "bye\n":
                    break
                stream.write(line.upper())
                stream.flush()

    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        print(server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), len(server.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)))
        server.bind(("127.0.0.1", 0))
        server.listen()
        thread = threading.Thread(target=serve, args=(server,))
        thread.start()
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
            client.connect(server.getsockname())
            reader = client.makefile("rb")
            for word in (b"one", b"two"):
                client.sendall(word + b"\n")
                print(reader.readline())
            client.sendall(b"bye\n")
            print(reader.read())
            reader.close()
        thread.join()


def pairs_and_files():
    left, right = socket.socketpair()
    print(left.family, left.type, repr(left.getsockname()), repr(left.family), repr(left.type))
    left.setblocking(False)
    attempt("nothing there", lambda: left.recv(1))
    right.settimeout(0.01)
    attempt("too long", lambda: right.recv(1))
    writer = left.makefile("wb")
    print(writer.write(b"x" * 10), writer.raw.mode, writer.raw.readable(), writer.raw.writable())
    writer.flush()
    print(right.recvfrom(20))
    left.close()
    print("open by its file", left.fileno() != -1)
    writer.close()
    print("closed", left.fileno(), right.recv(5))
    attempt("modes", lambda: right.makefile("z"))
    attempt("unbuffered text", lambda: right.makefile("r", buffering=0))
    raw = right.makefile("rb", buffering=0)
    attempt("not for writing", lambda: raw.write(b"x"))
    raw.close()
    attempt("closed file", lambda: raw.read(1))
    print(raw.name, raw.closed)
    number = right.detach()
    again = socket.socket(fileno=number)
    print(again.family, again.type, again.fileno() == number, right.fileno())
    again.close()


def datagrams():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as first, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        print(first.sendto(b"to second", second.getsockname()))
        data, address = second.recvfrom(100)
        print(data, address == first.getsockname())
        second.connect(first.getsockname())
        second.send(b"")
        second.send(b"truncated here")
        print(first.recv(10), first.recv(9))
        buffer = bytearray(4)
        second.sendto(b"abcdef", 0, first.getsockname())
        print(first.recvfrom_into(buffer)[0], buffer)


def local_paths():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "socket")
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
            server.bind(path)
            server.listen(1)
            print(server.getsockname() == path)
            with socket.socket(socket.AF_UNIX) as client:
                print(client.connect_ex(path))
                connection, address = server.accept()
                with connection:
                    print(repr(address))
                    socket.send_fds(client, [b"file"], [client.fileno()])
                    data, files, flags, _ = socket.recv_fds(connection, 10, 1)
                    print(data, len(files), flags)
                    os.close(files[0])
        with socket.socket(socket.AF_UNIX) as client:
            print(client.connect_ex(path) == errno.ECONNREFUSED)
            attempt("no such path", lambda: client.connect(os.path.join(os.sep, "nowhere")))
            attempt("too long", lambda: client.connect("x" * 200))


def errors():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        free = sock.getsockname()
    sock = socket.socket()
    attempt("refused", lambda: sock.connect(free))
    attempt("refused too", lambda: socket.create_connection(free))
    attempt("all", lambda: socket.create_connection(free, all_errors=True))
    for address in (5, ("127.0.0.1",), ("127.0.0.1", "x"), ("127.0.0.1", 70000), (None, 1)):
        attempt(address, lambda: sock.bind(address))
    attempt("host", lambda: sock.connect(("a.host.that.is.invalid", 1)) if False else socket.getaddrinfo("127.0.0.1", "no-service"))
    attempt("size", lambda: sock.recv(-1))
    attempt("text", lambda: sock.send("x"))
    attempt("timeout", lambda: sock.settimeout(-1))
    attempt("timeout", lambda: sock.settimeout("x"))
    attempt("buffer", lambda: sock.recv_into(b"x"))
    attempt("buffer", lambda: sock.recv_into(bytearray(4), 8))
    attempt("not connected", lambda: sock.getpeername())
    attempt("option", lambda: sock.setsockopt(1, 2, None))
    attempt("sendto", lambda: sock.sendto(b"x"))
    attempt("attribute", lambda: setattr(sock, "name", 1))
    attempt("negative", lambda: socket.socket(fileno=-3))
    attempt("family", lambda: socket.socket(socket.AF_INET6).bind(("::1",)))
    with socket.create_server(("127.0.0.1", 0)) as server:
        attempt("taken", lambda: socket.socket().bind(server.getsockname()))
    sock.close()
    sock.close()
    attempt("closed", lambda: sock.recv(1))
    attempt("closed", lambda: sock.listen())
    print(repr(sock))
    print(issubclass(socket.gaierror, OSError), socket.timeout is TimeoutError, socket.error is OSError, socket.SocketType)


exchange()
served_by_thread()
pairs_and_files()
datagrams()
local_paths()
errors()
