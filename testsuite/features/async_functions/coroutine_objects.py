# Coroutine objects stored, passed and driven by hand.
import asyncio


async def value(n):
    await asyncio.sleep(0)
    return n


async def run_all(coroutines):
    return [await coroutine for coroutine in coroutines]


def make(n):
    return value(n)


async def failing():
    raise KeyError("inside")


async def main():
    print(await run_all([value(1), make(2), value("three")]))
    table = {"x": value(10)}
    print(await table["x"])
    try:
        await table["x"]
    except RuntimeError as error:
        print(error)
    coroutine = failing()
    try:
        await coroutine
    except KeyError as error:
        print(repr(error))
    unused = value(3)
    unused.close()


async def plain():
    return 42


asyncio.run(main())
coroutine = plain()
try:
    coroutine.send(None)
except StopIteration as stop:
    print("by hand:", stop.value)
