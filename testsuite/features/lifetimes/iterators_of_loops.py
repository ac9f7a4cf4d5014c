# What a loop iterates with ends when an error leaves the loop, awaited or not; variables live as long as the traceback
import asyncio


def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("end of", name)


async def later_numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("end of async", name)


class Manager:
    async def __aenter__(self):
        await asyncio.sleep(0)
        raise LookupError("entering")

    async def __aexit__(self, *details):
        pass


async def fail(name):
    raise ValueError(name)


async def fail_later(name):
    await asyncio.sleep(0)
    raise ValueError(name)


async def in_loop(fails):
    for _ in numbers("loop"):
        await fails("loop")


async def in_async_loop(fails):
    async for _ in later_numbers("loop"):
        await fails("async loop")


async def in_comprehension(fails):
    return [each for each in numbers("comprehension") if await fails("comprehension")]


async def in_two_loops(fails):
    for _ in numbers("outer"):
        for index, _ in enumerate(numbers("inner")):
            while index < 5:
                await fails("two loops")


async def in_variable(fails):
    kept = numbers("variable")
    for _ in kept:
        await fails("variable")


async def behind_manager(fails):
    for _ in numbers("manager"):
        async with Manager():
            await fails("manager")


async def over_failing(fails):
    async def failing():
        yield 1
        await fails("failing")

    for _ in numbers("around failing"):
        async for _ in failing():
            pass


async def awaiting(function, fails):
    await function(fails)


async def turns():
    for _ in range(3):
        await asyncio.sleep(0)


async def main():
    for fails in fail, fail_later:
        for function in in_loop, in_async_loop, in_comprehension, in_two_loops, in_variable, behind_manager, over_failing:
            try:
                await awaiting(function, fails)
            except (ValueError, LookupError) as error:
                print("caught", error)
            print("after", function.__name__)
            await turns()
            # What wakes this task up holds the other one a while longer, and so its variables.
            if function is in_variable:
                continue
            task = asyncio.create_task(awaiting(function, fails))
            try:
                await task
            except (ValueError, LookupError) as error:
                print("caught of task", error)
            del task
            print("after task", function.__name__)
            await turns()
    for function in in_loop, in_two_loops, in_async_loop:
        task = asyncio.create_task(awaiting(function, lambda name: asyncio.sleep(1)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled", function.__name__)
        await turns()


asyncio.run(main())
