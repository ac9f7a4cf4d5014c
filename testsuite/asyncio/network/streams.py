"""Streams: reading in all ways, writing, limits, servers and their clients' errors."""

import asyncio


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, repr(error))


async def attempt_await(label, awaitable):
    try:
        print(label, repr(await awaitable))
    except Exception as error:
        print(label, repr(error))


async def fed_by_hand():
    reader = asyncio.StreamReader(limit=16)
    print(reader, reader.at_eof(), reader.exception())
    reader.feed_data(b"one\ntwo\r\nthree|four;five")
    print(await reader.readline(), await reader.readuntil(b"\r\n"), await reader.readuntil((b";", b"|")), await reader.readuntil((b"ou", b"o")))
    print(await reader.read(1), await reader.readexactly(2), await reader.read(0), await reader.readexactly(0))
    reader.feed_data(b"x" * 20 + b"\n" + b"y" * 40)
    await attempt_await("long line", reader.readline())
    try:
        await reader.readuntil(b"\n")
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)
    await attempt_await("no line", reader.readline())
    reader.feed_data(b"tail")
    waiting = asyncio.create_task(reader.read(100))
    print(await waiting)
    waiting = asyncio.create_task(reader.readexactly(5))
    await asyncio.sleep(0)
    await attempt_await("second", reader.read(1))
    reader.feed_data(b"abc")
    reader.feed_eof()
    try:
        await waiting
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(reader, reader.at_eof(), await reader.read(), await reader.readline())
    await attempt_await("no separator", reader.readuntil(b""))
    await attempt_await("no separators", reader.readuntil(()))
    await attempt_await("negative", reader.readexactly(-1))
    await attempt_await("nothing left", reader.readuntil(b"z"))
    reader.set_exception(OSError("broken"))
    await attempt_await("broken", reader.read(1))
    attempt("limit", lambda: asyncio.StreamReader(limit=0))
    lines = asyncio.StreamReader()
    lines.feed_data(b"a\nb\n\nlast")
    lines.feed_eof()
    print([line async for line in lines])
    everything = asyncio.StreamReader(limit=3)
    everything.feed_data(b"0123456789")
    everything.feed_eof()
    print(await everything.read(), await everything.read(-1))


async def upper(reader, writer):
    async for line in reader:
        writer.write(line.upper())
        await writer.drain()
        if line == b"stop\n":
            break
    writer.writelines([b"bye", b" ", b"bye"])
    writer.write_eof()
    rest = await reader.read()
    print("server got the rest", rest)
    writer.close()
    await writer.wait_closed()


async def conversation():
    server = await asyncio.start_server(upper, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    async with server:
        print(server.is_serving(), len(server.sockets), server.get_loop() is asyncio.get_running_loop())
        reader, writer = await asyncio.open_connection(*address)
        print(writer.get_extra_info("peername") == address, writer.can_write_eof(), writer.get_extra_info("nothing", "default"))
        writer.write(b"hello\nwor")
        print(await reader.readline())
        writer.write(b"ld\nstop\n")
        print(await reader.readexactly(6), await reader.readuntil())
        print(await reader.read(), reader.at_eof(), writer.is_closing())
        writer.write(b"the rest")
        writer.close()
        await writer.wait_closed()
        print(writer.is_closing(), repr(reader).split()[:2])
        await attempt_await("drain when closed", writer.drain())
    print(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection(*address)
    except ConnectionRefusedError as error:
        print(str(error).replace(str(address[1]), "PORT"))


async def large_amounts():
    total = 3_000_000

    async def sink(reader, writer):
        received = 0
        while data := await reader.read(65536):
            received += len(data)
        writer.write(str(received).encode())
        writer.close()

    async with await asyncio.start_server(sink, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname(), limit=1000)
        for _ in range(30):
            writer.write(bytes(total // 30))
            await writer.drain()
        writer.write_eof()
        attempt("after the end", lambda: writer.write(b"x"))
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


async def many_clients():
    names = []

    async def greet(reader, writer):
        name = (await reader.readline()).decode().strip()
        names.append(name)
        writer.write(f"hello {name}\n".encode())
        await writer.drain()
        writer.close()

    async def client(address, name):
        reader, writer = await asyncio.open_connection(*address)
        writer.write(name.encode() + b"\n")
        answer = await reader.readline()
        writer.close()
        await writer.wait_closed()
        return answer

    async with await asyncio.start_server(greet, "127.0.0.1", 0) as server:
        address = server.sockets[0].getsockname()
        print(await asyncio.gather(*[client(address, f"client{n}") for n in range(20)]))
    print(len(names), sorted(names) == sorted(f"client{n}" for n in range(20)))


async def failing_clients():
    reports = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: reports.append((context["message"], repr(context["exception"]))))

    async def fail(reader, writer):
        line = await reader.readline()
        raise RuntimeError(line.decode())

    async with await asyncio.start_server(fail, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"reason\n")
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
    print(reports)
    asyncio.get_running_loop().set_exception_handler(None)


def plain_callback(reader, writer):
    print("a plain function may serve", type(reader).__name__, type(writer).__name__)
    writer.write(b"done")
    writer.close()


async def plain_function():
    async with await asyncio.start_server(plain_callback, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


async def main():
    await fed_by_hand()
    await conversation()
    await large_amounts()
    await many_clients()
    await failing_clients()
    await plain_function()


asyncio.run(main())
