"""The loop's own methods about descriptors and sockets."""

import asyncio
import os
import socket


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, repr(error))


async def watched():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    done = loop.create_future()

    def readable(label):
        print(label, left.recv(100))
        if label == "second":
            done.set_result(loop.remove_reader(left))

    loop.add_reader(left, readable, "first")
    right.send(b"one")
    await asyncio.sleep(0.001)
    loop.add_reader(left.fileno(), readable, "second")
    right.send(b"two")
    print(await done, loop.remove_reader(left))
    order = []
    loop.add_writer(right, order.append, "writer")
    loop.add_reader(right, order.append, "reader")
    left.send(b"x")
    loop.call_soon(order.append, "soon")
    while len(order) < 3:
        await asyncio.sleep(0)
    print(order[:3], loop.remove_writer(right), loop.remove_writer(right), loop.remove_reader(right))
    attempt("file", lambda: loop.add_reader("x", print))
    attempt("negative", lambda: loop.add_reader(-1, print))
    with open(__file__) as file:
        attempt("regular file", lambda: loop.add_reader(file, print))
    left.close()
    right.close()


async def pipes_by_hand():
    loop = asyncio.get_running_loop()
    output, into = os.pipe()
    received = loop.create_future()
    loop.add_reader(output, lambda: received.set_result(os.read(output, 10)))
    loop.call_later(0.001, os.write, into, b"late")
    print(await received, loop.remove_reader(output))
    os.close(output)
    os.close(into)


async def transfers():
    loop = asyncio.get_running_loop()
    server = socket.socket()
    server.setblocking(False)
    server.bind(("127.0.0.1", 0))
    server.listen()
    client = socket.socket()
    client.setblocking(False)
    accepting = asyncio.create_task(loop.sock_accept(server))
    await loop.sock_connect(client, server.getsockname())
    peer, address = await accepting
    print(address == client.getsockname(), peer.gettimeout())
    receiving = asyncio.create_task(loop.sock_recv(peer, 100))
    await asyncio.sleep(0)
    await loop.sock_sendall(client, b"hello")
    print(await receiving)
    buffer = bytearray(10)
    receiving = asyncio.create_task(loop.sock_recv_into(peer, buffer))
    await loop.sock_sendall(client, memoryview(b"again"))
    print(await receiving, buffer)
    data = bytes(range(256)) * 20_000

    async def sink():
        received = bytearray()
        while len(received) < len(data):
            received += await loop.sock_recv(client, 100_000)
        return bytes(received) == data

    print(await asyncio.gather(loop.sock_sendall(peer, data), sink()))
    waiting = asyncio.create_task(loop.sock_recv(peer, 1))
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("cancelled", loop.remove_reader(peer))
    client.close()
    print(await loop.sock_recv(peer, 1))
    peer.close()
    free = server.getsockname()
    server.close()
    with socket.socket() as lonely:
        lonely.setblocking(False)
        try:
            await loop.sock_connect(lonely, free)
        except ConnectionRefusedError as error:
            print(str(error).replace(str(free[1]), "PORT"))
    with socket.socket() as blocking:
        loop.set_debug(True)
        try:
            await loop.sock_recv(blocking, 1)
        except ValueError as error:
            print(error)
        loop.set_debug(False)


async def datagrams():
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as first, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as second:
        for sock in (first, second):
            sock.setblocking(False)
            sock.bind(("127.0.0.1", 0))
        receiving = asyncio.create_task(loop.sock_recvfrom(second, 100))
        await asyncio.sleep(0)
        print(await loop.sock_sendto(first, b"datagram", second.getsockname()))
        data, address = await receiving
        print(data, address == first.getsockname())
        await loop.sock_sendto(second, b"back", first.getsockname())
        buffer = bytearray(6)
        count, address = await loop.sock_recvfrom_into(first, buffer)
        print(count, buffer, address == second.getsockname())


async def names():
    loop = asyncio.get_running_loop()
    print(await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
    print(await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    try:
        await loop.getaddrinfo("127.0.0.1", "no-such-service")
    except socket.gaierror as error:
        print(repr(error))
    coroutine = loop.sock_recv(None, 1)
    print(coroutine.__qualname__, type(coroutine).__name__)
    coroutine.close()


async def main():
    await watched()
    await pipes_by_hand()
    await transfers()
    await datagrams()
    await names()


asyncio.run(main())
