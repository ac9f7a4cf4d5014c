# What is sent to a generator comes out of one yield only, also where a handler encloses that yield.
import asyncio


def echo():
    while True:
        try:
            got = yield "item"
            print("got", got)
        finally:
            print("-")


async def async_echo():
    try:
        while True:
            got = yield "item"
            print("got", got)
    except ValueError as error:
        got = yield error
        print("in the handler", got)
        yield "end"


def outer():
    try:
        result = yield from echo()
    finally:
        print("outer ends")
    return result


for generator in (echo(), outer()):
    next(generator)
    generator.send("hello")
    next(generator)
    for item in generator:
        break
    generator.send("again")
    next(generator)
    generator.close()


async def main():
    generator = async_echo()
    await anext(generator)
    await generator.asend("hello")
    await anext(generator)
    await anext(generator, "default")
    async for item in generator:
        break
    await generator.asend("again")
    print(repr(await generator.athrow(ValueError("thrown"))))
    print(await generator.__anext__())
    await generator.aclose()


asyncio.run(main())
