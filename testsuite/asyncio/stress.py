"""Many tasks of all kinds: sleeps, cancellations, time limits, queues, locks, groups, generators and errors, by a seeded plan.

    aiocc run testsuite/asyncio/stress.py 1000000 7            # a million tasks, 500 at a time; the checksum is CPython's
    aiocc run testsuite/asyncio/stress.py 1000000 7 1000000    # all of them at once

What each task gives depends on the plan alone, never on timing, and so does the sum of all.
"""
import asyncio
import random
import sys

MODULUS = (1 << 61) - 1


class Failure(Exception):
    pass


class Totals:
    def __init__(self):
        self.sum = 0
        self.counts = {}

    def add(self, kind, value):
        self.sum = (self.sum + value * (len(kind) + 31)) % MODULUS
        self.counts[kind] = self.counts.get(kind, 0) + 1


async def sleeping(number, shared):
    await asyncio.sleep(number % 7 / 4000)
    return number


async def producing(number, shared):
    await shared.queue.put(number)
    return 1


async def timed_out(number, shared):
    try:
        async with asyncio.timeout(number % 5 / 2000):
            await asyncio.get_running_loop().create_future()
    except TimeoutError:
        return number ^ 0x55


async def waited_for(number, shared):
    try:
        await asyncio.wait_for(asyncio.Event().wait(), number % 3 / 2000)
    except TimeoutError:
        return number ^ 0xAA


async def cancelled(number, shared):
    async def victim():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError as error:
            if number % 2:
                raise
            return len(error.args)

    task = asyncio.create_task(victim())
    await asyncio.sleep(0)
    task.cancel("stress")
    try:
        return await task + number
    except asyncio.CancelledError:
        return number * 3


async def failing(number, shared):
    await asyncio.sleep(0)
    raise Failure(number)


async def grouped(number, shared):
    async def child(step):
        if step == 2:
            raise Failure(number)
        await asyncio.sleep(3600)

    caught = 0
    try:
        async with asyncio.TaskGroup() as group:
            for step in range(3):
                group.create_task(child(step))
    except* Failure as failures:
        caught = sum(each.args[0] for each in failures.exceptions)
    return caught


async def locking(number, shared):
    async with shared.semaphore, shared.lock:
        before = shared.counter
        await asyncio.sleep(0)
        shared.counter = before + 1
    return number


async def generating(number, shared):
    async def numbers():
        try:
            for each in range(number % 11 + 2):
                yield each
                await asyncio.sleep(0)
        finally:
            shared.closed += 1

    total = 0
    generator = numbers()
    async for each in generator:
        total += each
        if each > 7:
            break
    await generator.aclose()
    return total


async def shielded(number, shared):
    inner = asyncio.ensure_future(sleeping(number, shared))
    outer = asyncio.shield(inner)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        return await inner


KINDS = [sleeping, producing, timed_out, waited_for, cancelled, failing, grouped, locking, generating, shielded]


class Shared:
    def __init__(self):
        self.queue = asyncio.Queue(maxsize=64)
        self.lock = asyncio.Lock()
        self.semaphore = asyncio.Semaphore(5)
        self.counter = 0
        self.closed = 0
        self.consumed = 0

    async def consume(self):
        while True:
            self.consumed += await self.queue.get()
            self.queue.task_done()


async def wave(plan, shared, totals):
    results = await asyncio.gather(*(kind(number, shared) for kind, number in plan), return_exceptions=True)
    for (kind, number), result in zip(plan, results):
        if isinstance(result, Failure):
            totals.add("failure", result.args[0])
        else:
            totals.add(kind.__name__, result)


async def main(count, seed, at_once):
    rng = random.Random(seed)
    shared = Shared()
    totals = Totals()
    consumers = [asyncio.create_task(shared.consume()) for _ in range(4)]
    left = count
    while left:
        size = min(left, at_once)
        await wave([(rng.choice(KINDS), rng.randrange(1 << 32)) for _ in range(size)], shared, totals)
        left -= size
    await shared.queue.join()
    for consumer in consumers:
        consumer.cancel()
    ended = await asyncio.gather(*consumers, return_exceptions=True)
    for kind in sorted(totals.counts):
        print(kind, totals.counts[kind])
    print("locked", shared.counter, "closed", shared.closed, "consumed", shared.consumed % MODULUS, "ended", len(ended))
    print("checksum", totals.sum)


given = [int(each) for each in sys.argv[1:]]
asyncio.run(main(*given, *(4000, 1, 500)[len(given):]))
