# Cancellation: where it arrives, messages, refusing, cleaning up, before the start.
import asyncio


async def worker(name):
    try:
        print(name, "starts")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise
    finally:
        print(name, "finally")


async def refuses():
    while True:
        try:
            await asyncio.sleep(0.001)
            return "went on"
        except asyncio.CancelledError:
            print("refused")


async def outer():
    try:
        await worker("inner")
    except asyncio.CancelledError:
        print("outer sees it")
        raise


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    print(task.cancel("stop"), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees it", error.args)
    print(task.done(), task.cancelled(), task.cancel())
    early = asyncio.create_task(worker("never started"))
    early.cancel()
    await asyncio.gather(early, return_exceptions=True)
    print(early.cancelled())
    stubborn = asyncio.create_task(refuses())
    await asyncio.sleep(0)
    stubborn.cancel()
    print(await stubborn, stubborn.cancelled(), stubborn.cancelling())
    try:
        early.result()
    except asyncio.CancelledError:
        print("result raises")
    print(isinstance(asyncio.CancelledError(), Exception))


asyncio.run(main())
