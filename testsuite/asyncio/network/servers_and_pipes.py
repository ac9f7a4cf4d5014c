"""Servers' lives, Unix sockets, datagram endpoints, pipes."""

import asyncio
import os
import socket
import tempfile


async def quiet(reader, writer):
    await reader.read()
    writer.close()


async def lives():
    server = await asyncio.start_server(quiet, "127.0.0.1", 0, start_serving=False)
    print(server.is_serving(), len(server.sockets))
    await server.start_serving()
    print(server.is_serving())
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).split("<")[0], str(error).split(">")[-1])
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.01)
    server.close()
    print(server.is_serving(), server.sockets)
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0)
    print("waits for its client", waiting.done())
    server.close_clients()
    await waiting
    print(await reader.read(), await server.wait_closed())
    writer.close()
    try:
        await forever
    except asyncio.CancelledError:
        print("forever is over")
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(error)


async def cancelled_forever():
    async def until_cancelled():
        async with await asyncio.start_server(quiet, "127.0.0.1", 0) as server:
            await server.serve_forever()

    task = asyncio.create_task(until_cancelled())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


async def taken():
    server = await asyncio.start_server(quiet, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        await asyncio.start_server(quiet, "127.0.0.1", port, reuse_address=False)
    except OSError as error:
        print(str(error).replace(str(port), "PORT"))
    server.abort_clients()
    server.close()
    await server.wait_closed()


async def unix_sockets():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "socket")

        async def repeat(reader, writer):
            writer.write(await reader.readline() * 2)
            await writer.drain()
            writer.close()

        async with await asyncio.start_unix_server(repeat, path) as server:
            print(server.sockets[0].family, server.sockets[0].getsockname() == path, os.path.exists(path))
            reader, writer = await asyncio.open_unix_connection(path)
            writer.write(b"twice\n")
            print(await reader.read())
            writer.close()
            await writer.wait_closed()
        print(os.path.exists(path))
        try:
            await asyncio.open_unix_connection(path)
        except FileNotFoundError as error:
            print(repr(error))


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, name):
        self.name = name
        self.lost = asyncio.get_running_loop().create_future()
        self.received = asyncio.Queue()

    def connection_made(self, transport):
        print(self.name, "made", type(transport).__name__)
        self.transport = transport

    def datagram_received(self, data, addr):
        self.received.put_nowait((data, addr))

    def error_received(self, exc):
        print(self.name, "error", repr(exc))
        self.received.put_nowait(None)

    def connection_lost(self, exc):
        print(self.name, "lost", exc)
        self.lost.set_result(None)


async def datagram_endpoints():
    loop = asyncio.get_running_loop()
    first, server = await loop.create_datagram_endpoint(lambda: Datagrams("server"), local_addr=("127.0.0.1", 0))
    address = first.get_extra_info("sockname")
    second, client = await loop.create_datagram_endpoint(lambda: Datagrams("client"), remote_addr=address)
    print(second.get_extra_info("peername") == address, second.get_write_buffer_size(), second.get_write_buffer_limits())
    second.sendto(b"one")
    second.sendto(b"", address)
    data, sender = await server.received.get()
    print(data, sender == second.get_extra_info("sockname"), (await server.received.get())[0])
    first.sendto(b"answer", sender)
    print(await client.received.get() == (b"answer", address))
    for wrong in (lambda: second.sendto("text"), lambda: second.sendto(b"x", ("127.0.0.1", 1))):
        try:
            wrong()
        except (TypeError, ValueError) as error:
            print(str(error).split(str(address[1]))[0])
    first.close()
    await server.lost
    second.sendto(b"nobody there")
    print(await client.received.get())
    second.abort()
    await client.lost
    with socket.socket() as stream:
        try:
            await loop.create_datagram_endpoint(asyncio.DatagramProtocol, sock=stream)
        except ValueError as error:
            print(str(error).split(",")[0])


class PipeEnd(asyncio.Protocol):
    def __init__(self, name):
        self.name = name
        self.closed = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        print(self.name, "made", type(transport).__name__)

    def data_received(self, data):
        print(self.name, data)

    def eof_received(self):
        print(self.name, "eof")

    def connection_lost(self, exc):
        print(self.name, "lost", repr(exc))
        self.closed.set_result(None)


async def pipes():
    loop = asyncio.get_running_loop()
    output, into = os.pipe()
    reading, reader = await loop.connect_read_pipe(lambda: PipeEnd("reader"), os.fdopen(output, "rb", 0))
    writing, writer = await loop.connect_write_pipe(lambda: PipeEnd("writer"), os.fdopen(into, "wb", 0))
    writing.write(b"through the pipe")
    await asyncio.sleep(0.01)
    print(writing.get_write_buffer_size(), writing.can_write_eof(), reading.is_reading(), writing.is_closing())
    writing.write_eof()
    await writer.closed
    await reader.closed
    print(repr(reading).replace(str(output), "FD"), repr(writing).replace(str(into), "FD"))
    output, into = os.pipe()
    writing, writer = await loop.connect_write_pipe(lambda: PipeEnd("writer"), os.fdopen(into, "wb", 0))
    os.close(output)
    await writer.closed
    for _ in range(3):
        writing.write(b"lost")
    with open(__file__, "rb") as file:
        try:
            await loop.connect_read_pipe(lambda: PipeEnd("file"), file)
        except ValueError as error:
            print(error)
    reader = asyncio.StreamReader()
    output, into = os.pipe()
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(output, "rb", 0))
    os.write(into, b"line\nrest")
    os.close(into)
    print(await reader.readline(), await reader.read())
    transport.close()


async def main():
    await lives()
    await cancelled_forever()
    await taken()
    await unix_sockets()
    await datagram_endpoints()
    await pipes()


asyncio.run(main())
