"""Warnings of the runtime's own in a program without the module `warnings`: once for each place, deprecations in the main module."""
import asyncio


async def lost():
    pass


async def numbers():
    yield 1
    yield 2


def counter():
    try:
        yield 1
    except ValueError as error:
        yield error


def inverse(value):
    return ~value


async def main():
    for _ in range(3):
        lost()
    lost()
    for _ in range(2):
        numbers().asend(None)
    values = numbers()
    await anext(values)
    try:
        await values.athrow(KeyError, "thrown")
    except KeyError as error:
        print(error)


asyncio.run(main())
values = counter()
next(values)
print(repr(values.throw(ValueError, "thrown")))
try:
    counter().throw(ValueError("one argument"))
except ValueError as error:
    print(error)
flag = len("x") == 1
for _ in range(2):
    print(~flag, inverse(flag), inverse(5), ~True)
