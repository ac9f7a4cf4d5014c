"""Classes that derive from asyncio's: futures, tasks, locks, events, semaphores, queues."""
import asyncio


class Reply(asyncio.Future):
    def __init__(self, question, *, loop=None):
        super().__init__(loop=loop)
        self.question = question

    def set_result(self, value):
        super().set_result(f"{self.question}: {value}")

    def __del__(self):
        print("gone:", self.question)


class CountingLock(asyncio.Lock):
    def __init__(self):
        super().__init__()
        self.count = 0

    async def acquire(self):
        self.count += 1
        return await super().acquire()


class Named(asyncio.Event):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def set(self):
        print("set", self.name)
        super().set()


class Gate(asyncio.Semaphore):
    def __init__(self, value):
        super().__init__(value)
        self.most = value


class Strict(asyncio.BoundedSemaphore):
    pass


class Meeting(asyncio.Condition):
    async def wait(self):
        print("waits")
        return await super().wait()


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            super()._put(item)


class SetQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = set()

    def _put(self, item):
        self._queue.add(item)

    def _get(self):
        return self._queue.pop()


class Peeking(asyncio.Queue):
    def peek(self):
        return self._queue[0]


class Jobs(asyncio.PriorityQueue):
    def _put(self, item):
        super()._put((len(item), item))

    def _get(self):
        return super()._get()[1]


class Stack(asyncio.LifoQueue):
    async def get(self):
        item = await super().get()
        return f"<{item}>"


async def futures():
    loop = asyncio.get_running_loop()
    reply = Reply("how many", loop=loop)
    loop.call_soon(reply.set_result, 3)
    print(isinstance(reply, asyncio.Future), asyncio.isfuture(reply), repr(reply), reply.question)
    print(await reply, reply.done(), reply.get_loop() is loop)
    del reply
    other = Reply("never")
    print(await asyncio.wait([other], timeout=0.001) == (set(), {other}))
    other.cancel()
    print(await asyncio.gather(other, return_exceptions=True))
    del other


async def locks():
    lock = CountingLock()
    async with lock:
        print(lock.locked(), lock.count)
        task = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
    print(await task, lock.count, isinstance(lock, asyncio.Lock))
    event = Named("bell")
    waiter = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    print(await waiter, event.is_set())
    gate = Gate(2)
    async with gate, gate:
        print(gate.locked(), gate.most)
    strict = Strict(1)
    try:
        strict.release()
    except ValueError as error:
        print(error)
    for cls, wrong in ((Gate, -1), (Strict, -1)):
        try:
            cls(wrong)
        except ValueError as error:
            print(cls.__name__, error)
    meeting = Meeting()

    async def attend():
        async with meeting:
            await meeting.wait()
            return "noticed"

    attending = asyncio.create_task(attend())
    await asyncio.sleep(0)
    async with meeting:
        meeting.notify_all()
    print(await attending)


async def queues():
    queue = UniqueQueue()
    for item in (1, 2, 1, 3, 2):
        queue.put_nowait(item)
    print(queue.qsize(), [queue.get_nowait() for _ in range(queue.qsize())], queue.empty())
    queue = SetQueue(maxsize=2)
    queue.put_nowait("x")
    queue.put_nowait("x")
    print(queue.qsize(), queue.full(), await queue.get(), queue.empty(), queue.maxsize)
    queue = Peeking()
    await queue.put("first")
    await queue.put("second")
    print(queue.peek(), queue.qsize(), isinstance(queue, asyncio.Queue), type(queue)._get is asyncio.Queue._get)
    queue = Jobs()
    for job in ("wash", "dry", "iron it"):
        await queue.put(job)
    print([await queue.get() for _ in range(3)])
    queue = Stack()
    await queue.put("low")
    await queue.put("high")
    print(await queue.get(), await queue.get())
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("awaited")
    print(await getter)
    try:
        Peeking(1).get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__)
    full = Peeking(1)
    full.put_nowait(1)
    try:
        full.put_nowait(2)
    except asyncio.QueueFull as error:
        print(type(error).__name__)
    full.shutdown(immediate=True)
    print(full.qsize())


for part in (futures, locks, queues):
    asyncio.run(part())
