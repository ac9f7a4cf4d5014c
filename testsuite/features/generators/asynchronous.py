# Async generators: async for, asend, aclose, and clean-up when they're left early.
import asyncio


async def ticker(stop):
    try:
        for n in range(stop):
            await asyncio.sleep(0)
            yield n
    finally:
        print("ticker closed")


async def doubled(source):
    async for n in source:
        yield n * 2


async def echo():
    received = None
    while received != "stop":
        received = yield f"got {received}"


async def main():
    async for n in ticker(3):
        print(n)
    else:
        print("exhausted")
    print([n async for n in doubled(ticker(4))])
    generator = ticker(100)
    async for n in generator:
        if n == 2:
            break
    await generator.aclose()
    talk = echo()
    print(await talk.asend(None), await talk.asend("x"))
    try:
        await talk.asend("stop")
    except StopAsyncIteration:
        print("finished")
    print(await anext(ticker(5)))


asyncio.run(main())
