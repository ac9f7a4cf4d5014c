"""A file that is larger than what a socket takes at once, sent by way of its transport."""
import asyncio
import tempfile

SIZE = 3_000_000


async def main():
    received = asyncio.get_running_loop().create_future()

    async def serve(reader, writer):
        await asyncio.sleep(0.02)
        received.set_result(await reader.read())
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_connection(asyncio.Protocol, *server.sockets[0].getsockname())
    with tempfile.TemporaryFile() as file:
        file.write(b"x" * SIZE)
        transport.write(b"before")
        print(await loop.sendfile(transport, file), file.tell())
        transport.write(b"between")
        print(await loop.sendfile(transport, file, 10, 20), file.tell())
        transport.write(b"after")
    transport.close()
    data = await received
    print(len(data) - SIZE, data[:7], data[SIZE + 5:SIZE + 14], data[-6:])
    server.close()
    await server.wait_closed()


asyncio.run(main())
