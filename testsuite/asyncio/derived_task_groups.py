# Classes that derive from TaskGroup: limits, counters, groups that name their tasks, and errors through them
import asyncio


class Limited(asyncio.TaskGroup):
    """Runs at most so many of its tasks at a time."""

    def __init__(self, limit):
        super().__init__()
        self.free = asyncio.Semaphore(limit)
        self.count = self.running = self.most = 0

    def create_task(self, coro, **options):
        self.count += 1

        async def limited():
            async with self.free:
                self.running += 1
                self.most = max(self.most, self.running)
                try:
                    return await coro
                finally:
                    self.running -= 1

        return super().create_task(limited(), **options)


class Reporting(asyncio.TaskGroup):
    async def __aenter__(self):
        print("entering")
        return await super().__aenter__()

    async def __aexit__(self, kind, error, traceback):
        try:
            return await super().__aexit__(kind, error, traceback)
        finally:
            print("left with", kind)


class Slotted(Limited):
    __slots__ = ("extra",)


async def answer(value, failure=None):
    await asyncio.sleep(0)
    if failure:
        raise failure
    return value


async def main():
    async with Limited(2) as group:
        tasks = [group.create_task(answer(n), name=f"task {n}") for n in range(5)]
        print(isinstance(group, asyncio.TaskGroup), type(group).__name__, group)
    print([task.result() for task in tasks], tasks[1].get_name(), group.count, group.most, group)
    try:
        async with Reporting() as group:
            group.create_task(answer(1, ValueError("one")))
            group.create_task(answer(2))
            await asyncio.sleep(1)
    except* ValueError as errors:
        print(errors.exceptions, group)
    group = Slotted(1)
    group.extra = "e"
    async with group:
        group.create_task(answer(3))
    print(group.extra, group.count)
    for make in (lambda: Limited(), lambda: Reporting(1), lambda: asyncio.TaskGroup(1), lambda: group.create_task(None)):
        try:
            print(make())
        except (TypeError, RuntimeError) as error:
            print(type(error).__name__, error)
    group.free = group


asyncio.run(main())
