"""Threads, their locks and conditions, in an order that no scheduler can change."""
import queue
import threading
import time


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


def basics():
    results = []

    def work(n, *, times=1):
        results.append((n * times, threading.current_thread().name, threading.current_thread() is threading.main_thread()))

    thread = threading.Thread(target=work, args=(3,), kwargs={"times": 2})
    print(thread.name, thread.is_alive(), thread.daemon, thread.ident, repr(thread))
    attempt(thread.join)
    thread.start()
    thread.join()
    print(results, thread.is_alive(), thread.ident is not None, repr(thread).split(" (")[0])
    attempt(thread.start)
    named = threading.Thread(target=work, name="worker", args=(1,), daemon=True)
    print(named.name, named.daemon, repr(named))
    named.start()
    named.join(5)
    print(results[-1])
    print(threading.current_thread().name, threading.active_count(), [t.name for t in threading.enumerate()])
    attempt(threading.current_thread().join)

    class Counter(threading.Thread):
        def __init__(self, limit):
            super().__init__(name=f"counter {limit}")
            self.limit = limit
            self.total = 0

        def run(self):
            for i in range(self.limit):
                self.total += i

    counters = [Counter(n) for n in (10, 100, 1000)]
    for counter in counters:
        counter.start()
    for counter in counters:
        counter.join()
    print([(c.name, c.total) for c in counters])


def locks():
    lock = threading.Lock()
    print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
    lock.release()
    attempt(lock.release)
    attempt(lock.acquire, False, 1)
    attempt(lock.acquire, True, -2)
    with lock:
        print(repr(lock).startswith("<locked _thread.lock object at 0x"))
    again = threading.RLock()
    with again:
        with again:
            print(again.acquire(blocking=False))
            again.release()
    attempt(again.release)
    total = 0

    def add():
        nonlocal total
        for _ in range(2000):
            with lock:
                total += 1

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(total)


def conditions():
    items = []
    condition = threading.Condition()
    ready = threading.Event()

    def consume():
        with condition:
            ready.set()
            condition.wait_for(lambda: items)
            print("consumed", items.pop())

    consumer = threading.Thread(target=consume)
    consumer.start()
    ready.wait()
    with condition:
        items.append("item")
        condition.notify()
    consumer.join()
    attempt(condition.notify)
    attempt(condition.wait)
    with condition:
        print(condition.wait(0.001), condition.wait_for(lambda: False, timeout=0.001))
    event = threading.Event()
    print(event.is_set(), event.wait(0.001))
    threading.Timer(0.001, event.set).start()
    print(event.wait(5), event.is_set())
    cancelled = threading.Timer(50, print, args=["never"])
    cancelled.start()
    cancelled.cancel()
    cancelled.join()
    semaphore = threading.Semaphore(2)
    print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.001))
    semaphore.release(2)
    attempt(threading.Semaphore, -1)
    bounded = threading.BoundedSemaphore(1)
    attempt(bounded.release)
    barrier = threading.Barrier(3, action=lambda: print("all there"))
    places = []
    threads = [threading.Thread(target=lambda: places.append(barrier.wait())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sorted(places), barrier.n_waiting, barrier.broken, barrier.parties)
    barrier.abort()
    attempt(barrier.wait)


class Local(threading.local):
    shared = "class"

    def __init__(self, start):
        self.value = start


def locals_of_threads():
    data = threading.local()
    data.name = "main"
    own = Local(10)
    own.value += 1
    seen = []

    def look():
        seen.append((hasattr(data, "name"), own.value, own.shared))
        data.name = "other"
        own.value = 99
        seen.append((data.name, own.value))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    print(seen, data.name, own.value, data.__dict__)
    del data.name
    print(hasattr(data, "name"))


def queues():
    jobs = queue.Queue(maxsize=2)
    done = []

    def work():
        while True:
            job = jobs.get()
            if job is None:
                jobs.task_done()
                break
            done.append(job * job)
            jobs.task_done()

    worker = threading.Thread(target=work)
    worker.start()
    for n in range(6):
        jobs.put(n)
    jobs.put(None)
    jobs.join()
    worker.join()
    print(done, jobs.empty(), jobs.full(), jobs.qsize())
    for _ in range(2):
        jobs.put_nowait("x")
    for action in (jobs.put_nowait, lambda x: jobs.put(x, timeout=0.001)):
        try:
            action("y")
        except queue.Full:
            print("full")
    jobs.get(), jobs.get()
    for action in (jobs.get_nowait, lambda: jobs.get(timeout=0.001), lambda: jobs.get(block=False)):
        try:
            action()
        except queue.Empty:
            print("empty")
    jobs.task_done(), jobs.task_done()
    attempt(jobs.task_done)
    attempt(jobs.get, timeout=-1)
    for cls in (queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
        q = cls()
        for n in (3, 1, 2):
            q.put(n)
        print(cls.__name__, [q.get() for _ in range(q.qsize())], q.empty())
    jobs.shutdown()
    attempt(jobs.put, 1)
    attempt(jobs.get)


def failing():
    def work():
        raise ValueError("in a thread")

    thread = threading.Thread(target=work, name="fails")
    thread.start()
    thread.join()

    def leaves():
        raise SystemExit(3)

    thread = threading.Thread(target=leaves)
    thread.start()
    thread.join()
    before = threading.excepthook
    threading.excepthook = lambda args: print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)
    thread = threading.Thread(target=work, name="hooked")
    thread.start()
    thread.join()
    threading.excepthook = before


def switching():
    # A thread that computes doesn't keep others from running.
    turning = True
    turns = 0

    def turn():
        nonlocal turns
        while turning:
            turns += 1

    thread = threading.Thread(target=turn)
    thread.start()
    time.sleep(0.02)
    turning = False
    thread.join()
    print(turns > 0)


for part in (basics, locks, conditions, locals_of_threads, queues, failing, switching):
    print("--", part.__name__)
    part()


def last():
    time.sleep(0.02)
    print("the last thread ends")


threading.Thread(target=last).start()
print("the main module ends")
