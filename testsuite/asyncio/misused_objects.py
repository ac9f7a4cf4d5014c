"""What asyncio's objects answer where a program takes them for something else."""
import asyncio


async def awaits(something):
    try:
        await something
    except TypeError as error:
        print(error)


async def awaits_manager(condition):
    try:
        with await condition:
            print("unreachable")
    except TypeError as error:
        print(error)


async def enters(lock):
    try:
        with lock:
            print("unreachable")
    except TypeError as error:
        print(error)


async def iterates(something):
    try:
        async for item in something:
            print(item)
    except TypeError as error:
        print(error)


def attempt(action):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(error)


async def main():
    await awaits(asyncio.Condition())
    await awaits_manager(asyncio.Condition())
    await enters(asyncio.Lock())
    await awaits(asyncio.Event())
    await iterates(asyncio.Lock())
    for value in ([1], "x", 3, (1,), {}, asyncio.Queue()):
        await awaits(value)
    queue = asyncio.Queue()
    attempt(lambda: queue[0])
    attempt(lambda: queue + 1)
    attempt(lambda: len(queue))
    attempt(lambda: queue())
    attempt(lambda: -queue)
    attempt(lambda: 1 in queue)
    attempt(lambda: queue < queue)
    attempt(lambda: [*queue])
    attempt(lambda: queue.zork)
    attempt(lambda: queue.zork())
    attempt(lambda: queue.get(1))


asyncio.run(main())
