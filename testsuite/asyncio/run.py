# asyncio.run: values, errors, what is still pending at the end, and runs within runs.
import asyncio


async def value():
    return 42


async def failing():
    raise ValueError("from main")


async def background():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("background cancelled")
        raise
    finally:
        print("background finished")


async def leaves_a_task():
    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    return task


async def nested():
    try:
        asyncio.run(value())
    except RuntimeError as error:
        print(error)


print(asyncio.run(value()))
try:
    asyncio.run(failing())
except ValueError as error:
    print(repr(error))
task = asyncio.run(leaves_a_task())
print(task.done(), task.cancelled())
coroutine = value()
try:
    asyncio.run(5)
except (TypeError, ValueError) as error:
    print(type(error).__name__, error)
coroutine.close()
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
