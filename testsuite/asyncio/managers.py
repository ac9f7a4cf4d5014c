# `async with` on asyncio's own managers: what they give, how bodies are left, who waits meanwhile.
import asyncio


async def leave_by(lock, how):
    for turn in range(3):
        async with lock as entered:
            assert lock.locked() and entered is None
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "return":
                return f"returned in turn {turn}"
            if how == "raise":
                raise ValueError(how)
    return f"ended after {how}"


async def try_ways(lock):
    for how in ("break", "continue", "return", "raise"):
        try:
            print(await leave_by(lock, how), lock.locked())
        except ValueError as error:
            print("caught", error, lock.locked())


async def contend(name, manager, log):
    async with manager:
        log.append(f"{name} in")
        await asyncio.sleep(0)
        log.append(f"{name} out")


async def contention():
    for manager in (asyncio.Lock(), asyncio.Semaphore(2), asyncio.BoundedSemaphore(1), asyncio.Condition()):
        log = []
        await asyncio.gather(*[contend(n, manager, log) for n in range(4)])
        print(type(manager).__name__, log)


async def cancelled_while_waiting(lock):
    async with lock:
        waiting = asyncio.create_task(leave_by(lock, "return"))
        await asyncio.sleep(0)
        waiting.cancel()
        try:
            await waiting
        except asyncio.CancelledError:
            print("cancelled at the door", lock.locked())
    print(lock.locked())


async def consume(condition, items):
    taken = []
    async with condition:
        while len(taken) < 3:
            await condition.wait_for(lambda: items)
            taken.append(items.pop(0))
    return taken


async def conditions():
    condition, items = asyncio.Condition(), []
    consumer = asyncio.create_task(consume(condition, items))
    for n in range(3):
        await asyncio.sleep(0)
        async with condition:
            items.append(n)
            condition.notify()
    print(await consumer)


async def deadlines():
    async with asyncio.timeout(5) as deadline:
        await asyncio.sleep(0)
    print(type(deadline).__name__, deadline.expired())
    try:
        async with asyncio.timeout(0.005) as deadline:
            await asyncio.sleep(5)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), deadline.expired())
    async with asyncio.timeout(None):
        print("no deadline")


async def fail(n):
    await asyncio.sleep(0)
    raise KeyError(n)


async def groups():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(leave_by(asyncio.Lock(), how)) for how in ("break", "return")]
    print([task.result() for task in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(1))
            group.create_task(fail(2))
            await asyncio.sleep(5)
    except ExceptionGroup as caught:
        print(sorted(error.args[0] for error in caught.exceptions))


async def nested(lock, semaphore):
    async with lock, semaphore:
        async with asyncio.timeout(1), asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(0))
    print(lock.locked(), semaphore.locked())


async def main():
    lock = asyncio.Lock()
    await try_ways(lock)
    await contention()
    await cancelled_while_waiting(lock)
    await conditions()
    await deadlines()
    await groups()
    await nested(lock, asyncio.Semaphore(1))
    async with lock:
        raise RuntimeError("leaves the program")


asyncio.run(main())
