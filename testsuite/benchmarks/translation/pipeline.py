# A part of the programs that scripts/bench_translation makes: tasks, queues, locks and asynchronous generators.
import asyncio


class Counter_0:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.counts = {}

    async def count(self, key, amount=1):
        async with self.lock:
            self.counts[key] = self.counts.get(key, 0) + amount


class Link_0:
    """A connection that may be lost."""

    def __init__(self, name, failures):
        self.name = name
        self.failures = failures

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        return False

    async def fetch(self, number):
        await asyncio.sleep(0)
        if self.failures > 0:
            self.failures -= 1
            raise ConnectionError(f"{self.name} lost at {number}")
        return number * number


async def ticks_0(count):
    for number in range(count):
        await asyncio.sleep(0)
        yield number


async def retry_0(link, number, attempts=3):
    for attempt in range(attempts):
        try:
            return await link.fetch(number)
        except ConnectionError as error:
            if attempt == attempts - 1:
                raise
            print(f"retry {attempt + 1}: {error}")
    return None


async def producer_0(queue, link, count):
    async for number in ticks_0(count):
        await queue.put((link.name, await retry_0(link, number)))
    await queue.put(None)


async def consumer_0(queue, counter, producers):
    total = 0
    while producers:
        entry = await queue.get()
        if entry is None:
            producers -= 1
            continue
        name, value = entry
        total += value
        await counter.count(name)
    return total


async def slow_0(delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def pipeline_0():
    queue = asyncio.Queue(maxsize=4)
    counter = Counter_0()
    links = [Link_0(f"link{number}", number) for number in range(3)]
    async with links[0] as first, asyncio.TaskGroup() as group:
        print(first.name)
        consumer = group.create_task(consumer_0(queue, counter, len(links)))
        for link in links:
            group.create_task(producer_0(queue, link, 5))
    print(consumer.result(), sorted(counter.counts.items()))
    results = await asyncio.gather(*(retry_0(link, 7) for link in links), return_exceptions=True)
    print(results)
    try:
        async with asyncio.timeout(0.01):
            await slow_0(10)
    except TimeoutError:
        print("timed out")
