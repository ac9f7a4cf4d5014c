# An exception that passes six awaiting coroutines on its way to its handler.
import asyncio


class Refused(Exception):
    pass


async def descend(depth):
    if depth == 0:
        raise Refused("at the bottom")
    return await descend(depth - 1)


async def main():
    caught = 0
    for _ in range(150000):
        try:
            await descend(6)
        except Refused:
            caught += 1
    print(caught)


asyncio.run(main())
