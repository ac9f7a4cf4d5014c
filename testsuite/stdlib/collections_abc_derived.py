"""Classes derived from the ABCs of generators, coroutines, asynchronous generators and buffers; names that programs give generators."""
import asyncio
import collections.abc as abc


def attempt(label, function):
    try:
        print(label, function())
    except BaseException as error:
        print(label, type(error).__name__, error)


for name in ("Generator", "Coroutine", "AsyncGenerator", "Buffer"):
    print(name, sorted(getattr(abc, name).__abstractmethods__))
    attempt(name, getattr(abc, name))


class Echo(abc.Generator):
    """Ends after a number of items."""

    def __init__(self, left=2):
        self.left = left

    def send(self, value):
        if not self.left:
            raise StopIteration(value)
        self.left -= 1
        return value

    def throw(self, typ, val=None, tb=None):
        super().throw(typ, val, tb)


class Stubborn(Echo):
    def throw(self, *args):
        return None


class Failing(Echo):
    def throw(self, *args):
        raise ValueError("at the end")


echo = Echo()
print(iter(echo) is echo, next(echo), echo.send(2), echo.close())
attempt("throw", lambda: Echo().throw(ValueError))
attempt("throw", lambda: Echo().throw(ValueError("value")))
attempt("stubborn", lambda: Stubborn().close())
attempt("failing", lambda: Failing().close())
print(list(Echo(3)), issubclass(Echo, abc.Iterator))


def delegating():
    return (yield from Echo())


generator = delegating()
print(next(generator), generator.send(5))
attempt("stop", lambda: generator.send(7))
attempt("missing", lambda: type("X", (abc.Generator,), {})())


class Waiting(abc.Coroutine):
    def __await__(self):
        yield 1
        return "done"

    def send(self, value):
        return value

    def throw(self, typ, val=None, tb=None):
        super().throw(typ, val, tb)


async def awaiting():
    return await Waiting()


attempt("close", lambda: Waiting().close())
coroutine = awaiting()
print(coroutine.send(None))
attempt("coroutine", lambda: coroutine.send(None))


class Counting(abc.AsyncGenerator):
    def __init__(self):
        self.count = 0

    async def asend(self, value):
        self.count += 1
        if self.count > 2:
            raise StopAsyncIteration
        return self.count, value

    async def athrow(self, typ, val=None, tb=None):
        await super().athrow(typ, val, tb)


class Deaf(Counting):
    async def athrow(self, *args):
        pass


async def main():
    print([item async for item in Counting()])
    counting = Counting()
    print(await anext(counting), await counting.asend(3), counting.__aiter__() is counting, await counting.aclose())
    try:
        await Deaf().aclose()
    except RuntimeError as error:
        print(error)
    try:
        await counting.athrow(ValueError("thrown"))
    except ValueError as error:
        print(error)


asyncio.run(main())


class Bytes(abc.Buffer):
    def __buffer__(self, flags):
        return memoryview(b"abc")


print(isinstance(Bytes(), abc.Buffer), isinstance(b"", abc.Buffer), issubclass(Counting, abc.AsyncIterator), issubclass(Waiting, abc.Awaitable))


# Names.
def numbers():
    yield 1


async def nothing():
    pass


async def items():
    yield 1


for made in (numbers(), nothing(), items()):
    made.__name__ = "own"
    print(made.__name__, made.__qualname__, repr(made).split(" at ")[0])
    made.__qualname__ = "Their.own"
    print(made.__name__, made.__qualname__, repr(made).split(" at ")[0])
    for attribute in ("__name__", "__qualname__"):
        attempt(attribute, lambda: setattr(made, attribute, 1))
    if hasattr(made, "cr_frame"):
        made.close()
print(numbers().__name__, numbers.__name__)

frozen = frozenset([1, 2])


class Frozen(frozenset):
    pass


print(frozen.copy() is frozen, Frozen([1]).copy(), type(Frozen([1]).copy()).__name__)

view = memoryview(b"abc")
known = hash(view)
view.release()
print(hash(view) == known == hash(b"abc"))
unknown = memoryview(b"abc")
unknown.release()
attempt("released", lambda: hash(unknown))
