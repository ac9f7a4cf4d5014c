"""Loops whose classes, or attributes, schedule in their own way: what asyncio itself schedules goes through them."""
import asyncio


class Counting(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.log = []

    def call_soon(self, callback, *args, context=None):
        self.log.append("soon")
        return super().call_soon(callback, *args, context=context)

    def call_later(self, delay, callback, *args, context=None):
        self.log.append(("later", delay))
        return super().call_later(delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self.log.append("at")
        return super().call_at(when, callback, *args, context=context)


def show(loop, title):
    print(title, loop.log)
    loop.log = []


async def worker(queue):
    return await queue.get()


async def main():
    loop = asyncio.get_running_loop()
    show(loop, "start")
    await asyncio.sleep(0)
    show(loop, "sleep(0)")
    await asyncio.sleep(0.001)
    show(loop, "sleep")
    task = asyncio.create_task(worker(asyncio.Queue()))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        show(loop, "cancelled task")
    future = loop.create_future()
    future.add_done_callback(lambda f: loop.log.append(("called", f.result())))
    future.set_result(5)
    print(await future)
    await asyncio.sleep(0)
    show(loop, "future")
    sleeper = asyncio.create_task(asyncio.sleep(10.0, "never"))
    await asyncio.sleep(0)
    sleeper.cancel()
    print(await asyncio.gather(sleeper, return_exceptions=True))
    show(loop, "cancelled sleep")
    print(await asyncio.gather(*[asyncio.sleep(0, i) for i in range(3)]))
    show(loop, "gather")
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(1.0)
    except TimeoutError:
        show(loop, "timeout")
    print(await asyncio.wait_for(asyncio.sleep(0, "in time"), 5))
    show(loop, "wait_for")
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(0))], timeout=3.0)
    print(len(done), len(pending))
    show(loop, "wait")
    loop.call_soon(loop.log.append, "mine")
    handle = loop.call_later(0.001, loop.log.append, "my timer")
    await asyncio.sleep(0.005)
    show(loop, "explicit")
    lock = asyncio.Lock()
    async with lock:
        waiting = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
    await waiting
    show(loop, "lock")
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0))
    show(loop, "group")
    print([await each for each in asyncio.as_completed([asyncio.sleep(0, 1)], timeout=4.0)])
    show(loop, "as_completed")


with asyncio.Runner(loop_factory=Counting) as runner:
    runner.run(main())


class Reversed(asyncio.SelectorEventLoop):
    """Nothing runs at once: each callback is wrapped."""

    def call_soon(self, callback, *args, context=None):
        def wrapped():
            callback(*args)

        return super().call_soon(wrapped, context=context)


async def steps(name):
    for i in range(2):
        print(name, i)
        await asyncio.sleep(0)
    return name


async def wrapped_main():
    print(await asyncio.gather(steps("a"), steps("b")))
    try:
        raise KeyError
    except KeyError:
        await asyncio.sleep(0)


asyncio.run(wrapped_main(), loop_factory=Reversed)

loop = asyncio.new_event_loop()
original = loop.call_soon
count = 0


def counted(callback, *args, context=None):
    global count
    count += 1
    return original(callback, *args, context=context)


loop.call_soon = counted
loop.run_until_complete(asyncio.sleep(0))
print("attribute", count)
del loop.call_soon
loop.run_until_complete(asyncio.sleep(0))
print("attribute", count)
loop.close()


class Watched(asyncio.Future):
    def add_done_callback(self, fn, *, context=None):
        print("add_done_callback")
        super().add_done_callback(fn, context=context)


async def awaits():
    future = Watched()
    asyncio.get_running_loop().call_soon(future.set_result, "watched")
    print(await future)
    future = Watched()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", future.cancelled())


class WatchedTask(asyncio.Task):
    def add_done_callback(self, fn, *, context=None):
        print("add_done_callback of the task")
        super().add_done_callback(fn, context=context)


async def waits(future):
    await future


asyncio.run(awaits())


async def five():
    await asyncio.sleep(0)
    return 5


loop = asyncio.new_event_loop()
print(loop.run_until_complete(WatchedTask(five(), loop=loop)))
loop.close()
