"""Asynchronous generators that pass on the items of others, and what else may happen to a chain of them."""

import asyncio
import traceback


class Tree:
    def __init__(self, left, label, right):
        self.left = left
        self.label = label
        self.right = right

    async def __aiter__(self):
        if self.left is not None:
            async for label in self.left:
                yield label
        yield self.label
        if self.right is not None:
            async for label in self.right:
                yield label


def grow(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(grow(low, middle), middle, grow(middle + 1, high))


async def walk():
    print([label async for label in grow(0, 20)])
    total = 0
    async for label in grow(0, 100):
        if label == 50:
            break
        total += label
    print("before 50:", total)


async def count(stop, name="count"):
    try:
        for number in range(stop):
            yield number
            if number == 3:
                await asyncio.sleep(0.001)
    finally:
        print(name, "ends")


async def passed_on(stop):
    async for number in count(stop):
        yield number


async def passed_twice(stop):
    async for number in passed_on(stop):
        yield number
    else:
        print("else")
    answer = yield -1
    print("sent:", answer)


async def by_hand():
    generator = passed_twice(3)
    print(await anext(generator), await generator.asend("dropped"), await generator.asend("dropped too"))
    print(await generator.asend("dropped as well"))
    print(generator.ag_running, generator.ag_suspended, generator.ag_frame.f_lineno, generator.ag_await)
    try:
        await generator.asend("the answer")
    except StopAsyncIteration:
        print("stopped")
    print(generator.ag_frame, [item async for item in generator])


async def line_of_the_yield():
    generator = passed_twice(3)
    await anext(generator)
    print(generator.ag_frame.f_lineno)
    await generator.aclose()
    print(generator.ag_frame)


async def thrown_into():
    generator = passed_twice(3)
    print(await anext(generator))
    try:
        await generator.athrow(ValueError("thrown"))
    except ValueError:
        traceback.print_exc(limit=-1)
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("finished")


async def failing(stop):
    for number in range(stop):
        yield number
    raise LookupError("no more numbers")


async def relays_failing(stop):
    async for number in failing(stop):
        yield number


async def relays_relayed(stop):
    async for number in relays_failing(stop):
        yield number


async def fails():
    seen = []
    try:
        async for number in relays_relayed(2):
            seen.append(number)
    except LookupError as error:
        print(seen, error)
        for entry in traceback.extract_tb(error.__traceback__):
            print(entry.name, entry.line)


async def endless():
    number = 0
    while True:
        yield number
        number += 1
        if number > 2:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("cancelled while it waits")
                raise


async def relays_endless():
    async for number in endless():
        yield number


async def relays_that():
    async for number in relays_endless():
        yield number


async def waits():
    async for number in relays_that():
        print("got", number)


async def cancelled():
    task = asyncio.create_task(waits())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    try:
        async with asyncio.timeout(0.01):
            await waits()
    except TimeoutError:
        print("timed out")


async def relays(source):
    async for number in source:
        yield number


async def taken_out():
    inner = count(8, "inner")
    middle = relays(inner)
    outer = relays(middle)
    print(await anext(outer), await anext(outer))
    print("inner:", await anext(inner))
    print("outer:", await anext(outer))
    print("middle:", await anext(middle), "inner:", await anext(inner))
    print("outer:", await anext(outer))
    await inner.aclose()
    try:
        await anext(outer)
    except StopAsyncIteration:
        print("all have ended")


async def closed_in_the_middle():
    inner = count(8, "inner")
    middle = relays(inner)
    outer = relays(middle)
    print(await anext(outer))
    await middle.aclose()
    print([number async for number in outer])
    print("inner goes on:", [number async for number in inner])


async def while_it_runs():
    inner = endless()
    outer = relays(relays(inner))
    print(await anext(outer), await anext(outer), await anext(outer))
    task = asyncio.create_task(anext(outer))
    await asyncio.sleep(0)
    print(inner.ag_running, outer.ag_running, inner.ag_suspended)
    for generator in inner, outer:
        try:
            await anext(generator)
        except RuntimeError as error:
            print(error)
        try:
            await generator.aclose()
        except RuntimeError as error:
            print(error)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", inner.ag_running, outer.ag_running)


async def words(depth):
    yield "begin " + str(depth)
    if depth < 3:
        async for word in words(depth + 1):
            yield word
    yield "end " + str(depth)


async def halves(number):
    if number > 1.0:
        async for half in halves(number / 2):
            yield half
    yield number


async def used_afterwards():
    number = -1
    async for number in count(3, "used"):
        yield number
    yield number * 100


async def with_handler(stop):
    try:
        async for number in failing(stop):
            yield number
    except LookupError:
        yield 1000


async def in_handler(stop):
    try:
        raise KeyError("handled")
    except KeyError:
        async for number in failing(stop):
            yield number


async def others():
    print([word async for word in words(0)])
    print([half async for half in halves(10.0)])
    print([number async for number in used_afterwards()])
    print([number async for number in with_handler(2)])
    try:
        print([number async for number in in_handler(2)])
    except LookupError as error:
        print(repr(error), repr(error.__context__))


async def left_open():
    outer = relays(relays(count(9, "left open")))
    print(await anext(outer), await anext(outer))
    return outer


async def main():
    await walk()
    await by_hand()
    await line_of_the_yield()
    await asyncio.sleep(0.01)
    await thrown_into()
    await asyncio.sleep(0.01)
    await fails()
    await cancelled()
    await taken_out()
    await closed_in_the_middle()
    await while_it_runs()
    await others()
    return await left_open()


kept = asyncio.run(main())
print(kept.ag_frame)
