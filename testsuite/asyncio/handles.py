"""Handles: reprs, comparison, cancellation, contexts; and the awaitables that can be driven by hand."""
import asyncio
import contextvars
import functools

var = contextvars.ContextVar("var", default="outer")


def plain(*args):
    print("plain", args, var.get())


class Thing:
    def method(self, *args):
        print("method", args)

    def __call__(self):
        print("called")


async def reprs():
    loop = asyncio.get_running_loop()
    thing = Thing()
    for callback in (plain, functools.partial(plain, 1, 2, k=3), thing.method, print, lambda: 0, [].append,
                     functools.partial(functools.partial(plain, 1), 2)):
        handle = loop.call_soon(callback, 1, "a")
        print(str(handle).replace(__file__, "FILE"), handle.cancelled())
        handle.cancel()
        print(str(handle).replace(__file__, "FILE"), handle.cancelled())
    first = loop.call_at(loop.time() + 50, plain)
    second = loop.call_at(first.when() + 1, plain)
    same = loop.call_at(first.when(), plain)
    print(first < second, first <= second, first > second, first >= second, first == same, first != same, first == second, first == 3)
    print(hash(first) == hash(first.when()), isinstance(first, asyncio.Handle), isinstance(first, asyncio.TimerHandle))
    try:
        first < 3
    except TypeError as error:
        print(error)
    for handle in (first, second, same):
        handle.cancel()
    future = loop.create_future()
    future.add_done_callback(plain)
    print(str(future).replace(__file__, "FILE"))
    future.add_done_callback(functools.partial(plain, 1))
    future.add_done_callback(print)
    print(str(future).replace(__file__, "FILE"))
    future.cancel()
    for function in (plain, print):
        print(future.remove_done_callback(function))


async def contexts():
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    context.run(var.set, "given")
    handle = loop.call_soon(plain, "soon", context=context)
    print(handle.get_context() is context)
    var.set("changed")
    loop.call_soon(plain, "later")
    loop.call_later(0, plain, "timer")
    await asyncio.sleep(0.001)


class Relay:
    def __init__(self, *parts):
        self.parts = parts

    def __await__(self):
        results = []
        for part in self.parts:
            results.append((yield from part.__await__()))
        return results


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


async def by_hand():
    print(await Relay(double(1), asyncio.sleep(0, "slept"), Relay(double(2)), asyncio.create_task(double(3))))
    wrapper = double(5).__await__()
    print(type(wrapper).__name__, iter(wrapper) is wrapper, next(wrapper))
    try:
        wrapper.send(None)
    except StopIteration as stop:
        print("value", stop.value)
    wrapper = double(6).__await__()
    wrapper.send(None)
    try:
        wrapper.throw(KeyError("thrown"))
    except KeyError as error:
        print("thrown", error)
    wrapper = double(7).__await__()
    wrapper.close()

    class Wrong:
        def __aiter__(self):
            return self

        def __anext__(self):
            return 3

    try:
        async for _ in Wrong():
            pass
    except TypeError as error:
        print(error, "|", repr(error.__cause__))

    class Stops:
        def __aiter__(self):
            return self

        def __anext__(self):
            raise StopAsyncIteration

    async for _ in Stops():
        pass
    print("stopped")
    async for task in asyncio.as_completed([asyncio.create_task(double(8)), asyncio.create_task(double(9))]):
        print(task.done(), task.result())


for part in (reprs, contexts, by_hand):
    asyncio.run(part())
