# contextlib with coroutines.
import asyncio
from contextlib import AbstractAsyncContextManager, AsyncContextDecorator, AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def tag(name, swallow=None):
    print(f"<{name}>")
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except swallow or () as e:
        print("swallowed", e)
    finally:
        await asyncio.sleep(0)
        print(f"</{name}>")


class Loud:
    def __init__(self, name, fail=None):
        self.name, self.fail = name, fail

    async def __aenter__(self):
        print("aenter", self.name)
        return self.name

    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0)
        print("aexit", self.name, kind and kind.__name__)
        if self.fail:
            raise self.fail
        return False

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("exit", self.name, exc[0] and exc[0].__name__)


@tag("deco")
async def work(x):
    return x * 2


class Deco(AsyncContextDecorator, AbstractAsyncContextManager):
    async def __aexit__(self, *exc):
        print("deco out", exc[0])


@Deco()
async def other():
    return "other"


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers closed")


@asynccontextmanager
async def none():
    if False:
        yield


@asynccontextmanager
async def two():
    yield 1
    yield 2


async def main():
    async with tag("a") as up, tag("b"):
        print(up)
    async with tag("c", ValueError):
        raise ValueError("in c")
    try:
        async with tag("d"):
            raise KeyError("through")
    except KeyError as e:
        print("out", e)
    print(await work(2), await work(4), work.__name__, await other())
    for make in (none, two):
        try:
            async with make():
                pass
        except RuntimeError as e:
            print(e)
    async with aclosing(numbers()) as ns:
        async for n in ns:
            print(n)
            break
    async with nullcontext(3) as three:
        print(three)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(Loud("1")), stack.enter_context(Loud("2")).name)
        stack.push_async_exit(Loud("3"))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "sync callback")

        async def raw(*exc):
            print("raw", exc[0])

        stack.push_async_exit(raw)
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(Loud("o"))
            await stack.enter_async_context(Loud("i", KeyError("exit")))
            raise ValueError("body")
    except KeyError as e:
        print(repr(e), repr(e.__context__))
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(5)
    except TypeError as e:
        print(e)
    try:
        async with asyncio.timeout(0.01):
            async with tag("slow"):
                await asyncio.sleep(5)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
