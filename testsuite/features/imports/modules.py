# Imports: plain, as, from; when a module is missing; module attributes.
import asyncio as aio
import sys
import time
from asyncio import sleep, gather as together
from typing import Optional


async def one(x: Optional[int]) -> Optional[int]:
    await sleep(0)
    return x


async def main():
    return await together(one(1), one(None))


print(aio.run(main()), sys.argv[1:], time.monotonic() >= 0.0, __name__)
try:
    time.no_such_thing
except AttributeError as error:
    print(error)


def local_import():
    import random

    random.seed(7)
    return random.randint(1, 1)


print(local_import())
