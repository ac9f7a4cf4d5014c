"""`gather(*awaitables)` of lists: what a list holds, what becomes of it meanwhile, and arguments that can't be awaited."""
import asyncio


async def double(n):
    await asyncio.sleep(0)
    return n * 2


async def fail(n):
    await asyncio.sleep(0)
    raise ValueError(n)


class Awaitable:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return -self.n


async def tasks_alone():
    tasks = [asyncio.create_task(double(n)) for n in range(5)]
    print(await asyncio.gather(*tasks), len(tasks))
    print(await asyncio.gather(*tasks), "again")
    print(await asyncio.gather(*[double(n) for n in range(4)]))
    print(sum(await asyncio.gather(*[asyncio.create_task(double(n)) for n in range(100)])))
    print(await asyncio.gather(*[]))


async def mixed():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("done")
    later = loop.create_future()
    loop.call_soon(later.set_result, "later")
    task = asyncio.create_task(double(1))
    coroutine = double(2)
    things = [task, done, coroutine, later, Awaitable(3), task, coroutine, done]
    print(await asyncio.gather(*things))
    finished = asyncio.create_task(double(7))
    await finished
    print(await asyncio.gather(*[finished, done, finished]))


async def failing():
    for things in ([fail(1), double(1)], [asyncio.create_task(double(1)), asyncio.create_task(fail(2))]):
        try:
            await asyncio.gather(*things)
        except ValueError as error:
            print("failed", error)
    print(await asyncio.gather(*[double(1), fail(3)], return_exceptions=True))


async def wrong():
    task = asyncio.create_task(fail(4))
    other = double(5)
    try:
        asyncio.gather(*[task, other, 42])
    except TypeError as error:
        print(type(error).__name__, error)
    # Its exception counts as retrieved: gather has a callback there already.
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.done())


async def changing():
    loop = asyncio.get_running_loop()
    coroutines = [double(n) for n in range(4)]

    def factory(loop, coroutine, **options):
        coroutines.clear()
        return asyncio.Task(coroutine, loop=loop, **options)

    loop.set_task_factory(factory)
    print(await asyncio.gather(*coroutines), coroutines)
    loop.set_task_factory(None)


async def cancelling():
    async def wait_long(n):
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("cancelled", n)
            raise

    tasks = [asyncio.create_task(wait_long(n), name=f"waiter {n}") for n in range(3)]
    gathering = asyncio.gather(*tasks)
    print(gathering.done(), repr(tasks[1]).count("gather.<locals>._done_callback"))
    await asyncio.sleep(0)
    gathering.cancel()
    try:
        await gathering
    except asyncio.CancelledError:
        print("all", [task.cancelled() for task in tasks])


async def order():
    seen = []

    async def note(n):
        seen.append(n)
        await asyncio.sleep(0)
        seen.append(-n)

    await asyncio.gather(*[note(n) for n in range(1, 4)])
    print(seen)


async def main():
    for part in (tasks_alone, mixed, failing, wrong, changing, cancelling, order):
        print(part.__name__)
        await part()


asyncio.run(main())
