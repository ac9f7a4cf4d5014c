# An uncaught exception's traceback goes through every awaiting frame.
import asyncio


class Broken(Exception):
    pass


async def inner(n):
    await asyncio.sleep(0)
    if n == 3:
        raise Broken("at three")
    return n


async def middle():
    for n in range(10):
        await inner(n)


async def main():
    await asyncio.create_task(middle())


asyncio.run(main())
