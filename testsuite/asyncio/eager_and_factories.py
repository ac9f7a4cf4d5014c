"""Task factories, eager tasks, and what they change."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")
log = []


async def quick(name):
    log.append(f"{name} in {asyncio.current_task().get_name()}")
    return name


async def slow(name):
    log.append(f"{name} begins")
    await asyncio.sleep(0)
    log.append(f"{name} goes on")
    return name


async def broken():
    raise ValueError("broken at once")


async def sets(value):
    var.set(value)
    await asyncio.sleep(0)
    return var.get()


def flush(title):
    print(title, log)
    log.clear()


async def eager():
    loop = asyncio.get_running_loop()
    me = asyncio.current_task()
    tasks = [asyncio.Task(quick("a"), loop=loop, name="A", eager_start=True), asyncio.Task(slow("b"), loop=loop, name="B", eager_start=True)]
    print([t.done() for t in tasks], me is asyncio.current_task(), sorted(t.get_name() for t in asyncio.all_tasks() - {me}))
    flush("eager")
    print(await asyncio.gather(*tasks))
    flush("later")
    task = asyncio.Task(broken(), loop=loop, eager_start=True)
    print(task.done(), repr(task.exception()))
    task = asyncio.Task(sets("inside"), loop=loop, eager_start=True)
    print(var.get(), await task)

    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        done = group.create_task(quick("c"), name="C")
        pending = group.create_task(slow("d"), name="D")
        print(done.done(), pending.done())
    print(done.result(), pending.result())
    flush("group")
    results = await asyncio.gather(quick("e"), slow("f"), broken(), return_exceptions=True)
    print(results)
    flush("gather")
    print(await asyncio.wait_for(slow("g"), 5))
    flush("wait_for")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow("h"), name="H")
            group.create_task(broken(), name="X")
    except* ValueError as group:
        print("caught", group.exceptions)
    flush("failed group")
    loop.set_task_factory(None)
    print(loop.get_task_factory())


class Traced(asyncio.Task):
    made = 0

    def __init__(self, coro, **kwargs):
        Traced.made += 1
        super().__init__(coro, **kwargs)
        self.label = f"traced {Traced.made}"

    def describe(self):
        return f"{self.label}: {self.get_name()}"


async def factories():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **kwargs: Traced(coro, loop=loop, **kwargs))
    task = asyncio.create_task(slow("i"), name="I")
    other = asyncio.create_task(slow("j"), name="J", context=contextvars.copy_context())
    print(type(task).__name__, task.describe(), task.get_name(), isinstance(task, asyncio.Task), asyncio.isfuture(task), other.label)
    print(await task, await other)
    flush("factory")
    task = asyncio.ensure_future(slow("k"))
    print(type(task).__name__)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled())
    flush("cancelled")
    for wrong in (3, "factory"):
        try:
            loop.set_task_factory(wrong)
        except TypeError as error:
            print(error)
    maker = asyncio.create_eager_task_factory(Traced)
    loop.set_task_factory(maker)
    task = asyncio.create_task(quick("l"), name="L")
    print(task.label, task.done(), task.result(), task.get_name())
    flush("custom eager")


async def coroutines():
    coro = slow("m")
    task = asyncio.create_task(coro)
    await asyncio.sleep(0)
    print(task.get_coro() is coro, asyncio.iscoroutine(task.get_coro()))
    try:
        await coro
    except RuntimeError as error:
        print(error)
    print(await task, task.get_coro() is coro)
    try:
        await coro
    except RuntimeError as error:
        print(error)
    context = contextvars.copy_context()
    task = asyncio.create_task(sets("own"), context=context)
    print(task.get_context() is context, await task, context[var], var.get())
    log.clear()


asyncio.run(eager())
asyncio.run(factories())
asyncio.run(coroutines())
