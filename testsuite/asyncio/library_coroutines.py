"""Tasks of asyncio's own coroutines tell which they are."""
import asyncio
import re


def shown(task):
    return re.sub(r"\S*/(asyncio/\w+\.py):\d+", r"\1", repr(task))


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    event = asyncio.Event()
    lock = asyncio.Lock()
    await lock.acquire()
    coroutines = [
        asyncio.sleep(10),
        queue.put(2),
        queue.join(),
        event.wait(),
        lock.acquire(),
        asyncio.wait_for(event.wait(), 10),
        asyncio.Semaphore(0).acquire(),
        asyncio.wait([asyncio.create_task(event.wait())]),
    ]
    for number, coroutine in enumerate(coroutines):
        print(str(coroutine).split(" at ")[0])
        task = asyncio.create_task(coroutine, name=f"task {number}")
        print(shown(task))
        await asyncio.sleep(0)
        print(shown(task))
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print(shown(task))
    directly = asyncio.create_task(asyncio.sleep(0, "result"), name="direct")
    print(shown(directly), await directly, shown(directly))
    getting = asyncio.create_task(queue.get(), name="getting")
    print(await getting, shown(getting))


asyncio.run(main())
