# gather: order of results, errors that propagate or are returned, cancellation of what is left.
import asyncio


async def value(n, delay=0.0):
    await asyncio.sleep(delay)
    return n


async def failing(message, delay=0.0):
    await asyncio.sleep(delay)
    raise ValueError(message)


async def stubborn():
    try:
        await asyncio.sleep(0.02)
        print("stubborn went on")
    except asyncio.CancelledError:
        print("stubborn cancelled")
        raise


async def main():
    print(await asyncio.gather(value("slow", 0.02), value("fast"), asyncio.create_task(value(3))))
    print(await asyncio.gather(), await asyncio.gather(value(1)))
    try:
        await asyncio.gather(stubborn(), failing("first", 0.005), failing("second", 0.01))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0.03)
    results = await asyncio.gather(value(1), failing("kept"), value(2), return_exceptions=True)
    print(results)
    group = asyncio.gather(stubborn(), value(1))
    await asyncio.sleep(0)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("group cancelled")
    shared = asyncio.create_task(value("shared"))
    print(await asyncio.gather(shared, shared))
    a, (b, c) = await asyncio.gather(value(1), asyncio.gather(value(2), value(3)))
    print(a, b, c)


asyncio.run(main())
