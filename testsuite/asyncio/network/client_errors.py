"""Errors of clients' handlers that nobody catches, as the loop reports them; names that asyncio imports when they're asked for."""

import asyncio
import asyncio.streams
from asyncio import *
from asyncio.streams import StreamReader as Reader


async def fail(reader, writer):
    line = await reader.readline()
    raise RuntimeError(line.decode())


async def cancelled(reader, writer):
    await reader.readline()
    raise CancelledError()


async def visit(handler):
    async with await start_server(handler, "127.0.0.1", 0) as server:
        reader, writer = await open_connection(*server.sockets[0].getsockname())
        writer.write(b"reason\n")
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


async def main():
    print(Reader is asyncio.StreamReader is StreamReader is asyncio.streams.StreamReader, StreamWriter.__name__, Server.__module__)
    await visit(fail)
    await visit(cancelled)
    try:
        asyncio.no_such_name
    except AttributeError as error:
        print(error)


async def forgotten():
    server = await start_server(fail, "127.0.0.1", 0)
    reader, writer = await open_connection(*server.sockets[0].getsockname())
    print(repr(server).split(" sockets")[0], repr(writer).split()[0], repr(reader).split()[0])
    for name in ("sockname", "peername", "socket", "sslcontext", "nothing"):
        print(name, type(writer.get_extra_info(name)).__name__)


asyncio.run(main())
asyncio.run(forgotten())
print("end")
