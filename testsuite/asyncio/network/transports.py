"""Transports and protocols: the order of calls, flow control, ends, errors."""

import asyncio
import socket


class Recorder(asyncio.Protocol):
    """Notes what it's told."""

    def __init__(self, name, done=None):
        self.name = name
        self.log = []
        self.done = done

    def note(self, *what):
        self.log.append(what)
        print(self.name, *what)

    def connection_made(self, transport):
        self.transport = transport
        self.note("made", type(transport).__name__, transport.is_reading(), transport.is_closing())

    def data_received(self, data):
        self.note("data", data)

    def eof_received(self):
        self.note("eof")

    def pause_writing(self):
        self.note("pause")

    def resume_writing(self):
        self.note("resume")

    def connection_lost(self, exc):
        self.note("lost", repr(exc))
        if self.done is not None and not self.done.done():
            self.done.set_result(None)


class Echo(Recorder):
    def data_received(self, data):
        super().data_received(data)
        self.transport.write(data)
        if data.endswith(b"!"):
            self.transport.write_eof()

    def eof_received(self):
        super().eof_received()
        return True


class Stubborn(Recorder):
    """Stays open when the other end closes."""

    def eof_received(self):
        super().eof_received()
        return True


async def order_of_calls():
    loop = asyncio.get_running_loop()
    closed = [loop.create_future(), loop.create_future()]
    server = await loop.create_server(lambda: Echo("server", closed[0]), "127.0.0.1", 0)
    transport, client = await loop.create_connection(lambda: Stubborn("client", closed[1]), *server.sockets[0].getsockname())
    print("connected", client.transport is transport, transport.get_protocol() is client)
    print(transport.get_write_buffer_size(), transport.get_write_buffer_limits(), transport.can_write_eof())
    transport.write(b"hello")
    while len(client.log) < 2:
        await asyncio.sleep(0)
    transport.write(bytearray(b"end!"))
    while ("eof",) not in client.log:
        await asyncio.sleep(0)
    print("half closed", transport.is_closing())
    transport.close()
    transport.close()
    print("closing", transport.is_closing(), repr(transport).split()[:2])
    await closed[1]
    print(repr(transport).split()[:2])
    server.close_clients()
    server.close()
    await server.wait_closed()
    await closed[0]


async def flow_control():
    left, right = socket.socketpair()
    loop = asyncio.get_running_loop()
    lost = loop.create_future()
    transport, writing = await loop.create_connection(lambda: Recorder("writing", lost), sock=left)
    transport.set_write_buffer_limits(high=1000)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(low=100)
    print(transport.get_write_buffer_limits())
    try:
        transport.set_write_buffer_limits(high=1, low=2)
    except ValueError as error:
        print(error)
    transport.write(bytes(1_000_000))
    print("buffered", transport.get_write_buffer_size() > 0)
    transport.writelines([b"last", b" ", b"words"])
    transport.close()
    print("closing with a buffer", transport.is_closing())
    right.setblocking(False)
    received = bytearray()
    while True:
        data = await loop.sock_recv(right, 65536)
        if not data:
            break
        received += data
    print(len(received), received[-10:])
    await lost
    right.close()


async def pausing():
    left, right = socket.socketpair()
    loop = asyncio.get_running_loop()
    transport, reading = await loop.connect_accepted_socket(lambda: Recorder("reading"), left)
    transport.pause_reading()
    transport.pause_reading()
    print("paused", transport.is_reading())
    right.send(b"later")
    await asyncio.sleep(0.01)
    print(len(reading.log))
    transport.resume_reading()
    while len(reading.log) < 2:
        await asyncio.sleep(0)
    print("abort")
    transport.abort()
    print(transport.is_closing(), transport.is_reading())
    await asyncio.sleep(0)
    for _ in range(7):
        transport.write(b"lost")
    right.close()


class Filling(asyncio.BufferedProtocol):
    def __init__(self, done):
        self.buffer = bytearray(4)
        self.received = []
        self.done = done

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        self.received.append(bytes(self.buffer[:nbytes]))

    def eof_received(self):
        print("eof", self.received)

    def connection_lost(self, exc):
        self.done.set_result(exc)


async def buffered():
    left, right = socket.socketpair()
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    await loop.create_connection(lambda: Filling(done), sock=left)
    right.sendall(b"0123456789")
    right.close()
    print("lost", await done)


class Failing(Recorder):
    def data_received(self, data):
        raise ZeroDivisionError("in data_received")


async def failures():
    loop = asyncio.get_running_loop()
    reports = []
    loop.set_exception_handler(lambda loop, context: reports.append((context["message"], repr(context["exception"]), sorted(context))))
    left, right = socket.socketpair()
    done = loop.create_future()
    transport, _ = await loop.create_connection(lambda: Failing("failing", done), sock=left)
    right.send(b"x")
    await done
    print(reports)
    right.close()
    left, right = socket.socketpair()
    transport, _ = await loop.create_connection(lambda: Recorder("checked"), sock=left)
    for call in (lambda: transport.write("text"), lambda: loop.add_reader(left, print), lambda: transport.write_eof() or transport.write(b"x")):
        try:
            call()
        except (TypeError, RuntimeError) as error:
            print(type(error).__name__, str(error).split("<")[0].replace(str(left.fileno()), "FD"))
    print(transport.get_extra_info("socket").gettimeout(), type(transport.get_extra_info("socket")).__name__)
    transport.abort()
    right.close()
    await asyncio.sleep(0.01)


async def wrong_arguments():
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagram:
        for make in (
                lambda: loop.create_connection(),
                lambda: loop.create_connection(asyncio.Protocol),
                lambda: loop.create_connection(asyncio.Protocol, "127.0.0.1", 1, sock=datagram),
                lambda: loop.create_connection(asyncio.Protocol, ssl_handshake_timeout=3),
                lambda: loop.create_connection(asyncio.Protocol, server_hostname="x"),
                lambda: loop.create_server(asyncio.Protocol),
                lambda: loop.create_server(asyncio.Protocol, ssl=True),
                lambda: loop.create_server(asyncio.Protocol, "127.0.0.1", 0, sock=datagram),
                lambda: loop.create_unix_connection(asyncio.Protocol),
                lambda: loop.create_unix_server(asyncio.Protocol),
                lambda: loop.create_datagram_endpoint(asyncio.DatagramProtocol),
                lambda: loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=3)):
            try:
                await make()
            except Exception as error:
                print(repr(error))


async def main():
    await order_of_calls()
    await flow_control()
    await pausing()
    await buffered()
    await failures()
    await wrong_arguments()


asyncio.run(main())
