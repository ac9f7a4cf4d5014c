# Methods that classes derived from asyncio's override are called, also where an object comes from asyncio itself: from a
# task factory.
import asyncio


class Noted(asyncio.Task):
    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg)

    def get_name(self):
        return "noted " + super().get_name()

    def result(self):
        return ("noted", super().result())

    def __repr__(self):
        return "Noted()"


def factory(loop, coro, **kwargs):
    return Noted(coro, loop=loop, **kwargs)


class NotedQueue(asyncio.Queue):
    def qsize(self):
        return super().qsize() + 100


async def work():
    await asyncio.sleep(0)
    return 3


async def main():
    task = asyncio.create_task(work(), name="t")
    print(task.get_name(), task)
    print(await task, task.result())
    other = asyncio.create_task(asyncio.sleep(5))
    other.cancel("why")
    try:
        await other
    except asyncio.CancelledError as error:
        print("cancelled", error)
    async with asyncio.TaskGroup() as group:
        inner = group.create_task(work())
        print(inner.get_name()[:5], asyncio.current_task().get_name()[:5])
    print(inner.result(), [each.get_name()[:5] for each in asyncio.all_tasks()])
    for queue in (asyncio.Queue(), NotedQueue()):
        queue.put_nowait(1)
        print(queue.qsize(), await queue.get())


loop = asyncio.new_event_loop()
loop.set_task_factory(factory)
loop.run_until_complete(main())
loop.close()
