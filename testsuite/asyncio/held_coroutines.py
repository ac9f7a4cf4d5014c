"""Closing, sending to and awaiting a coroutine that a task holds and hasn't begun: the task then finds it used up."""
import asyncio


async def echo(x):
    print("begun", x)
    await asyncio.sleep(0)
    return x


async def quick(x):
    print("quick", x)
    return x


async def attempt(awaitable):
    try:
        print(await awaitable)
    except BaseException as error:
        print(type(error).__name__, error)


def by_hand(function, *args):
    try:
        print("gave", function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


async def main():
    task = asyncio.create_task(echo(1))
    task.get_coro().close()
    await attempt(task)

    coroutine = echo(2)
    task = asyncio.create_task(coroutine, name="held")
    coroutine.close()
    print(str(task).split(" defined")[0], task.get_coro() is coroutine, coroutine.cr_frame)
    await attempt(task)

    coroutine = echo(3)
    task = asyncio.create_task(coroutine)
    by_hand(coroutine.send, None)
    await attempt(task)

    coroutine = echo(4)
    task = asyncio.create_task(coroutine)
    by_hand(coroutine.throw, ValueError("thrown"))
    await attempt(task)

    coroutine = quick(5)
    task = asyncio.create_task(coroutine)
    await attempt(coroutine)
    await attempt(task)

    coroutine = echo(6)
    task = asyncio.create_task(coroutine)
    task.cancel()
    coroutine.close()
    await attempt(task)
    print(task.cancelled())

    # Two tasks of one coroutine.
    coroutine = quick(9)
    tasks = asyncio.create_task(coroutine), asyncio.ensure_future(coroutine)
    print(await asyncio.gather(*tasks, return_exceptions=True))

    # One that nobody touches.
    coroutine = echo(7)
    task = asyncio.create_task(coroutine)
    print(coroutine.cr_running, coroutine.cr_frame is not None)
    await attempt(task)
    by_hand(coroutine.close)


asyncio.run(main())

loop = asyncio.new_event_loop()
coroutine = echo(8)
task = loop.create_task(coroutine)
coroutine.close()
by_hand(loop.run_until_complete, task)
loop.close()
