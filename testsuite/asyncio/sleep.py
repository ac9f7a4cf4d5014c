# Sleeping tasks wake in the order of their deadlines; sleep(0) gives everybody a turn.
import asyncio


async def sleeper(name, delay):
    await asyncio.sleep(delay)
    print(name)
    return name


async def stepper(name):
    for n in range(3):
        print(name, n)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(sleeper("third", 0.06), sleeper("first", 0.02), sleeper("second", 0.04), sleeper("at once", 0))
    await asyncio.gather(stepper("a"), stepper("b"))
    print(await asyncio.sleep(0, "a result"), await asyncio.sleep(-1), await asyncio.sleep(0.001, [1]))
    print(sorted(await asyncio.gather(*(sleeper(n, 0.01) for n in range(3)))))


asyncio.run(main())
