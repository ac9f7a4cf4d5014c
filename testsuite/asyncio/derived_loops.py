"""Event loops of classes of the program's own, attributes of loops, and what asyncio's modules are called."""
import asyncio
from asyncio import tasks, taskgroups


class JumpingLoop(asyncio.SelectorEventLoop):
    """Time goes a hundred times as fast."""

    start = None

    def __init__(self):
        super().__init__()
        self.handled = []

    def time(self):
        if self.start is None:
            self.start = super().time()
        return self.start + (super().time() - self.start) * 100

    def call_exception_handler(self, context):
        self.handled.append(context["message"])


async def nap():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    await asyncio.sleep(0.2)
    order = []
    loop.call_later(0.2, order.append, "late")
    loop.call_later(0.1, order.append, "early")
    await asyncio.sleep(0.3)
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(50)
    except TimeoutError:
        order.append("timeout")
    return loop.time() - begin >= 0.6, order


loop = JumpingLoop()
print(type(loop).__name__, isinstance(loop, asyncio.AbstractEventLoop), repr(loop).split(" ")[0])
print(loop.run_until_complete(nap()))
loop.call_soon(lambda: 1 / 0)
loop.run_until_complete(asyncio.sleep(0))
print([message.split(" at ")[0] for message in loop.handled])
loop.close()
print(loop.is_closed())

with asyncio.Runner(loop_factory=JumpingLoop) as runner:
    print(runner.run(nap()), type(runner.get_loop()).__name__)
print(asyncio.run(nap(), loop_factory=JumpingLoop))

plain = asyncio.new_event_loop()
plain.label = "mine"
print(plain.label)
del plain.label
print(hasattr(plain, "label"))
plain.close()

print(asyncio.tasks.Task is asyncio.Task, tasks.gather is asyncio.gather, taskgroups.TaskGroup is asyncio.TaskGroup)
print(asyncio.events.AbstractEventLoop is asyncio.AbstractEventLoop, asyncio.locks.Lock is asyncio.Lock, asyncio.exceptions.TimeoutError)


class Contrary:
    """Takes part in comparisons by changing what is compared."""

    def __init__(self, future):
        self.future = future

    def __eq__(self, other):
        self.future.remove_done_callback(print)
        return other is repr


async def callbacks():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(repr)
    for _ in range(20):
        future.add_done_callback(print)
    print(future.remove_done_callback(Contrary(future)), future.remove_done_callback(print))


asyncio.run(callbacks())


async def waiter():
    await asyncio.sleep(60)


async def stacks():
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    print([(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack()], task.get_stack(limit=0))
    task.cancel()
    await asyncio.wait([task])
    print(task.get_stack())


asyncio.run(stacks())
