"""A chat over TCP in one process: a server that passes every line on to the others, and three people who talk."""
import asyncio


class Room:
    def __init__(self):
        self.writers = {}

    async def serve(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        self.writers[name] = writer
        writer.write(b"welcome\n")
        try:
            async for line in reader:
                for other, their_writer in self.writers.items():
                    if other != name:
                        their_writer.write(f"{name}: ".encode() + line)
                        await their_writer.drain()
        finally:
            del self.writers[name]
            writer.close()


async def join(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(name.encode() + b"\n")
    await reader.readline()
    return reader, writer


async def main():
    room = Room()
    async with await asyncio.start_server(room.serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        people = {name: await join(port, name) for name in ("Ann", "Ben", "Cleo")}
        for name, text in (("Ann", "Hello?"), ("Cleo", "Hello, Ann."), ("Ben", "Good evening.")):
            people[name][1].write(text.encode() + b"\n")
            for other, (reader, _) in people.items():
                if other != name:
                    line = await reader.readline()
                    print(f"{other} hears {line.decode().strip()!r}")
        for _, writer in people.values():
            writer.close()
            await writer.wait_closed()


asyncio.run(main())
