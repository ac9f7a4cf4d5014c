"""What connections tell by logging, debug mode's part included."""

import asyncio
import logging
import re
import socket


class Brief(logging.Handler):
    """Prints records without what differs from run to run."""

    def emit(self, record):
        text = re.sub(r"fd=\d+|0x[0-9a-f]+|\('127.0.0.1', \d+\)", "...", record.getMessage())
        text = re.sub(r"took [0-9.]+ ms|Close <.*|poll.*", "...", text)
        print(record.levelname, text[:120])


logging.getLogger("asyncio").addHandler(Brief())
logging.getLogger("asyncio").propagate = False


class Silent(asyncio.Protocol):
    def connection_lost(self, exc):
        self.lost.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    protocol = Silent()
    protocol.lost = loop.create_future()
    transport, _ = await loop.create_connection(lambda: protocol, sock=left)
    transport.abort()
    for _ in range(7):
        transport.write(b"lost")
    await protocol.lost
    right.close()
    logging.getLogger("asyncio").setLevel(logging.DEBUG)
    loop.set_debug(True)
    left, right = socket.socketpair()
    left.setblocking(False)
    protocol = Silent()
    protocol.lost = loop.create_future()
    transport, _ = await loop.create_connection(lambda: protocol, sock=left)
    transport.pause_reading()
    transport.resume_reading()
    right.close()
    await protocol.lost
    loop.set_debug(False)


asyncio.run(main())
