# Awaited calls run at once and in order; a coroutine object runs only when it's awaited.
import asyncio


async def add(a, b):
    print(f"adding {a} and {b}")
    return a + b


async def nested(depth):
    if depth == 0:
        await asyncio.sleep(0)
        return "bottom"
    return await nested(depth - 1)


async def order(n):
    print("argument", n)
    return n


async def main():
    print(await add(await add(1, 2), await add(3, 4)))
    coroutine = add("a", "b")
    print("made")
    print(await coroutine)
    print(await nested(50))
    i = 10
    i = i + await order(5)
    print(i)
    print([await order(1), await order(2)], {await order(3): await order(4)})
    print(await order(1) < await order(2) < await order(3))
    print(f"{await order(6)} and {await order(7)}")


asyncio.run(main())
