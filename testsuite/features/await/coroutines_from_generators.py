# types.coroutine: generators that can be awaited and that await by `yield from`.
import asyncio
import inspect
import types
from collections.abc import Awaitable


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, ValueError, RuntimeError) as error:
        print(type(error).__name__, error)


async def double(number):
    await asyncio.sleep(0)
    return number * 2


@types.coroutine
def doubled_plus_one(number):
    """Awaits, and lets the loop turn."""
    result = yield from double(number)
    yield
    return result + 1


@types.coroutine
def waits_for(future):
    try:
        return (yield from future)
    finally:
        print("no longer waiting")


def plain(number):
    return (yield from double(number))


@types.coroutine
def made_elsewhere(number):
    return doubled_plus_one(number)


@types.coroutine
async def already(number):
    return await double(number)


class ByHand:
    def __await__(self):
        first = yield from doubled_plus_one(1)
        return first, (yield from ByGenerator().__await__())


class ByGenerator:
    @types.coroutine
    def later(self):
        yield from asyncio.sleep(0).__await__()
        return "later"

    def __await__(self):
        return (yield from self.later())


async def main():
    print(await doubled_plus_one(4), await made_elsewhere(5), await already(6))
    generator = doubled_plus_one(1)
    print(type(generator).__name__, inspect.isawaitable(generator), isinstance(generator, Awaitable), inspect.iscoroutine(generator),
          asyncio.iscoroutine(generator))
    print(await generator, inspect.isawaitable(plain(1)))
    print(await asyncio.gather(doubled_plus_one(1), asyncio.wait_for(doubled_plus_one(2), 1)))
    print(await asyncio.ensure_future(doubled_plus_one(7)))
    print(await ByHand())
    try:
        await plain(3)
    except TypeError as error:
        print(error)
    failing = double(3)
    try:
        print(list(_from(failing)))
    except TypeError as error:
        print(error)
    failing.close()

    future = asyncio.get_running_loop().create_future()
    task = asyncio.ensure_future(waits_for(future))
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, future.cancelled())
    broken = doubled_plus_one("x")
    broken.send(None)
    try:
        broken.throw(KeyError("thrown"))
    except KeyError as error:
        print("threw", error)
    attempt(asyncio.get_running_loop().create_task, 3)


def _from(coroutine):
    yield from coroutine


print(doubled_plus_one.__name__, doubled_plus_one.__doc__)
attempt(types.coroutine, 5)
asyncio.run(main())
