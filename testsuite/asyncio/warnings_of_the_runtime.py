"""What the runtime itself warns of goes through the filters of `warnings`: recorded, raised, silenced, shown by a function of the program's."""
import asyncio
import sys
import warnings


async def lost():
    pass


async def numbers():
    yield 1


def counter():
    try:
        yield 1
    except ValueError as error:
        yield error


def inverse(value):
    return ~value


def texts(caught):
    return [(str(each.message), each.category.__name__, each.lineno) for each in caught]


async def recorded():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        lost()
        for _ in range(2):
            lost()
        numbers().asend(None)
        numbers().aclose()
    print(texts(caught))
    # The record keeps the coroutine, which can still be awaited.
    source = caught[0].source
    print(source.__name__, await source)


async def raised():
    def hook(unraisable):
        print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object.__name__)

    sys.unraisablehook = hook
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        lost()
        numbers().athrow(ValueError)
    sys.unraisablehook = sys.__unraisablehook__


async def silenced():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        lost()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="coroutine 'other'")
        lost()


async def shown():
    shows = warnings.showwarning
    warnings.showwarning = lambda message, category, filename, lineno, *rest: print("shown:", message, category.__name__, lineno)
    for _ in range(3):
        lost()
    warnings.showwarning = shows


def thrown():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        values = counter()
        next(values)
        print(repr(values.throw(ValueError, "a text")))
        values = counter()
        next(values)
        print(repr(values.throw(ValueError, ValueError("an instance"), None)))
        try:
            counter().throw(ValueError, ValueError(), "no traceback")
        except TypeError as error:
            print(error)
        coroutine = lost()
        try:
            coroutine.throw(KeyError, "of a coroutine")
        except KeyError as error:
            print(error)
    print(texts(caught))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            counter().throw(ValueError, "never gets there")
        except DeprecationWarning as error:
            print("raised:", error)


async def thrown_into_async():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        values = numbers()
        await anext(values)
        try:
            await values.athrow(KeyError, "of an async generator")
        except KeyError as error:
            print(error)
    print(texts(caught))


def inverted():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        flag = len("x") == 1
        print(~flag, inverse(flag), inverse(5), ~True, ~False)
    print([(each.category.__name__, each.lineno) for each in caught])
    with warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        try:
            print(inverse(False))
        except DeprecationWarning as error:
            print(str(error)[:43])


asyncio.run(recorded())
asyncio.run(raised())
asyncio.run(silenced())
asyncio.run(shown())
thrown()
asyncio.run(thrown_into_async())
inverted()
