# wait_for: in time, too late, with errors, with a task that cleans up, without a limit.
import asyncio


async def value(n, delay):
    try:
        await asyncio.sleep(delay)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def failing():
    raise KeyError("inside")


async def cleaning():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0)
        print("cleaned up")


async def main():
    print(await asyncio.wait_for(value("in time", 0.001), timeout=1))
    print(await asyncio.wait_for(value("no limit", 0.001), None))
    try:
        await asyncio.wait_for(value("late", 10), 0.01)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), asyncio.TimeoutError is TimeoutError)
    try:
        await asyncio.wait_for(failing(), 1)
    except KeyError as error:
        print(repr(error))
    try:
        await asyncio.wait_for(cleaning(), 0.01)
    except TimeoutError:
        print("timed out")
    task = asyncio.create_task(value("task", 10))
    try:
        await asyncio.wait_for(task, 0.01)
    except TimeoutError:
        print(task.cancelled())
    done = asyncio.create_task(value("done", 0))
    await done
    print(await asyncio.wait_for(done, 0))


asyncio.run(main())
