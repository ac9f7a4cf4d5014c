# await in every place that takes an expression, and comprehensions that are asynchronous in all their parts.
import asyncio


async def get(value):
    await asyncio.sleep(0)
    return value


async def stream(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


class Manager:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("enter", self.name)
        return self

    async def __aexit__(self, *error):
        print("exit", self.name, error[0])
        return True


def decorator(prefix):
    def decorate(function):
        def wrapped(*args, **kwargs):
            return prefix, function(*args, **kwargs)

        return wrapped

    return decorate


async def statements():
    data = {"a": [1, 2, 3], "b": 5}
    data[await get("c")] = await get(7)
    data[await get("a")][await get(0)] += await get(10)
    del data["a"][await get(1)]
    box = Manager("box")
    (await get(box)).name = await get("renamed")
    (await get(box)).name += await get("!")
    print(data, box.name)
    assert await get(True), await get("unused")
    try:
        assert await get(0), f"message {await get('m')}"
    except AssertionError as error:
        print(error)
    x, *y = await get((1, 2, 3))
    (await get(data))["z"], box.name = await get((8, 9))
    for i in await get([1]):
        for j in range(await get(2)):
            print(i, j, x, y, data["z"], end=" | ")
    while await get(x) < 3:
        x += await get(1)
    else:
        print(x)
    if not await get(False) and (await get(1) or await get(2)):
        print("if", await get("a") if await get(0) else await get("b"))

    @decorator(await get("decorated"))
    def inner(a=await get("default"), *, b: await get("annotation") = await get("keyword")):
        return a, b

    class Local((await get(Manager))):
        attribute = "body"

    print(inner(), Local("local").name, Local.attribute)
    async with Manager(await get("one")) as one, await get(Manager("two")) as (await get([None] * 2))[0]:
        raise await get(ValueError("inside"))
    try:
        raise await get(KeyError("k")) from await get(OSError("cause"))
    except (await get(KeyError), await get(IndexError)) as error:
        print(repr(error), repr(error.__cause__))
    return await get(await get(await get("nested")))


async def expressions():
    print(await get(1) + await get(2) * await get(3), -await get(4), not await get(0), await get(2) ** await get(3))
    print(await get(1) < await get(2) < await get(3), await get(1) in [await get(1)], (await get("abc"))[await get(0) : await get(2)])
    print([await get(1), *await get([2, 3])], (await get(1),), {await get("k"): await get("v"), **await get({"m": 1})}, {await get(5)})
    print(*await get("ab"), sep=await get("-"), **await get({"end": "\n"}))
    print((lambda f: f)(await get("argument")), f"{await get('f')!r:>{await get(6)}}", (y := await get("walrus")), y)
    print(await asyncio.gather(*[get(i) for i in range(3)]), await (get("parenthesised")), (await get(Manager)).__name__)


async def comprehensions():
    print([i async for i in stream(3)], {i async for i in stream(2)}, {i: await get(i) async for i in stream(2)})
    print([await get(i) for i in range(3) if await get(i) != 1], [j for i in range(2) async for j in stream(i + 1)])
    print([[j async for j in stream(i)] for i in range(3)], [i async for i in stream(4) if i % 2 if await get(True)])
    print([x async for x in (await get(i) async for i in stream(3))], [i for i in await get([1, 2])])
    generator = (await get(i) * 2 for i in range(3) if await get(True))
    print(type(generator).__name__, [i async for i in generator])
    print([[await get((i, j)) for j in range(2)] for i in range(2)], {k: [await get(v)] for k, v in (await get({"a": 1})).items()})
    print(await get([await get(i) async for i in stream(2)]), [i async for i in stream(await get(2))], sum([i async for i in stream(4)]))
    print([f"{i}{await get('x')}" async for i in stream(2)], [(lambda z: z)(await get(i)) for i in range(2)])
    print({k: v async for k, v in pairs()}, [*[i async for i in stream(2)], *await get([9])])


async def pairs():
    yield "a", 1
    yield "b", 2


async def main():
    print(await statements())
    await expressions()
    await comprehensions()


asyncio.run(main())
