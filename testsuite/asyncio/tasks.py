# Tasks: when they start, names, states, results, callbacks, the current task.
import asyncio


async def work(n):
    print("work", n, asyncio.current_task().get_name())
    await asyncio.sleep(0)
    return n * 2


async def failing():
    await asyncio.sleep(0)
    raise LookupError("failed")


async def main():
    first = asyncio.create_task(work(1), name="first")
    second = asyncio.create_task(work(2), name="second")
    print("created", first.done())
    try:
        first.result()
    except asyncio.InvalidStateError as error:
        print(error)
    first.add_done_callback(lambda task: print("callback", task.get_name(), task.result()))
    print(await second, await first, first.done(), first.result(), first.exception())
    bad = asyncio.create_task(failing())
    try:
        await bad
    except LookupError as error:
        print(repr(error), bad.exception() is error, bad.done(), bad.cancelled())
    again = [await first, await first]
    print(again)
    task = asyncio.create_task(work(3), name="third")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.done(), len(asyncio.all_tasks()))
    try:
        asyncio.create_task(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
