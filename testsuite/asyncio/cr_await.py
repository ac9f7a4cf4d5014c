"""Chains of awaiting coroutines, as cr_await and ag_await show them."""
import asyncio
import types
import inspect


async def leaf():
    await asyncio.sleep(0.01)
    return "leaf"


async def middle():
    return await leaf() + "!"


async def outer():
    return await middle()


class Custom:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return 5


async def with_custom():
    await Custom()


async def with_future(f):
    return await f


def chain(coro):
    names = []
    while coro is not None:
        names.append(getattr(coro, "__qualname__", None) or type(coro).__name__)
        coro = getattr(coro, "cr_await", None) if hasattr(coro, "cr_await") else getattr(coro, "gi_yieldfrom", None)
    return " -> ".join(names)


async def agen():
    yield 1
    await leaf()
    yield 2


async def main():
    me = asyncio.current_task().get_coro()
    print(me.cr_await, me.cr_running, me.cr_suspended)
    t = asyncio.create_task(outer())
    print(chain(t.get_coro()), inspect.getcoroutinestate(t.get_coro()))
    await asyncio.sleep(0)
    print(chain(t.get_coro()), inspect.getcoroutinestate(t.get_coro()))
    c = t.get_coro().cr_await
    print(c is t.get_coro().cr_await, c.__name__, c.cr_running, c.cr_suspended, c.cr_frame.f_code.co_name)
    try:
        await c
    except RuntimeError as e:
        print(e)
    print(await t, chain(t.get_coro()), c.cr_await, c.cr_frame, inspect.getcoroutinestate(c))
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(with_future(f))
    await asyncio.sleep(0)
    print(chain(t.get_coro()))
    f.set_exception(ValueError("no"))
    try:
        await t
    except ValueError as e:
        print("error", e)
    t = asyncio.create_task(with_custom())
    await asyncio.sleep(0)
    print(chain(t.get_coro()))
    await t
    t = asyncio.create_task(outer())
    await asyncio.sleep(0)
    c = t.get_coro().cr_await
    d = c.cr_await
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", c.cr_frame, d.cr_frame)
    g = agen()
    print(g.ag_await)
    await anext(g)
    print(g.ag_await)
    t = asyncio.create_task(anext(g))
    await asyncio.sleep(0)
    print(g.ag_running, g.ag_await.__name__, g.ag_suspended)
    print(await t)
    await g.aclose()
    print(g.ag_await)


asyncio.run(main())

co = outer()
print(co.cr_await)


@types.coroutine
def pause():
    yield "paused"


async def by_hand():
    await pause()


async def two():
    await by_hand()

co.close()
co = two()
print(co.send(None), co.cr_await.__name__, type(co.cr_await.cr_await).__name__)
k = co.cr_await
co.close()
print(k.cr_frame, co.cr_await)
