# What a program stores in asyncio's objects, whose classes have a `__dict__` in CPython.
import asyncio
import gc
import random
import weakref


class Token:
    pass


def show(thing, name):
    try:
        print(type(thing).__name__, getattr(thing, name))
    except AttributeError as error:
        print(error)


async def worker(queue):
    task = asyncio.current_task()
    task.progress = 0
    while (item := await queue.get()) is not None:
        task.progress += item
        queue.served = getattr(queue, "served", 0) + 1


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(worker(queue))
    task.request_id = "r1"
    for item in (1, 2, 3, None):
        queue.put_nowait(item)
    await task
    print(task.request_id, task.progress, queue.served)
    for thing in (
        asyncio.Event(),
        asyncio.Lock(),
        asyncio.Semaphore(2),
        asyncio.BoundedSemaphore(2),
        asyncio.Condition(),
        asyncio.LifoQueue(),
        asyncio.PriorityQueue(),
        asyncio.get_running_loop().create_future(),
        asyncio.gather(),
        asyncio.timeout(1),
        asyncio.TaskGroup(),
        random.Random(1),
    ):
        show(thing, "label")
        thing.label = ["x"]
        thing.label.append("y")
        show(thing, "label")
        print(hasattr(thing, "label"), hasattr(thing, "other"))
        del thing.label
        show(thing, "label")
        try:
            del thing.label
        except AttributeError as error:
            print(error)

    # They end with the object that has them.
    event = asyncio.Event()
    event.token = Token()
    alive = weakref.ref(event.token)
    print(alive() is event.token)
    del event
    print(alive())

    future = asyncio.get_running_loop().create_future()
    future.itself = future
    future.token = Token()
    alive = weakref.ref(future.token)
    del future
    gc.collect()
    print(alive())


class Job(asyncio.Queue):
    pass


class Slotted(asyncio.Event):
    __slots__ = ("name",)


async def derived():
    job = Job()
    job.label = 1
    print(job.label, vars(job).get("label"))
    event = Slotted()
    event.name = "n"
    event.label = 2
    print(event.name, event.label)


asyncio.run(main())
asyncio.run(derived())
