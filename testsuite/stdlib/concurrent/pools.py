"""concurrent.futures: pools of threads, futures, waiting for several; and asyncio's use of them."""
import asyncio
import concurrent.futures
import contextvars
import functools
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

var = contextvars.ContextVar("var", default="none")


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


def square(n):
    if n == 13:
        raise ValueError("thirteen")
    return n * n


def pools():
    with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
        futures = [pool.submit(square, n) for n in (2, 3, 13)]
        print([f.result() for f in futures[:2]], repr(futures[2].exception()))
        attempt(futures[2].result)
        print(list(pool.map(square, range(5))), list(pool.map(pow, [2, 3], [3, 2])))
        print(sorted(f.result() for f in as_completed([pool.submit(square, n) for n in range(4)])))
        done, not_done = wait([pool.submit(square, n) for n in range(3)])
        print(len(done), len(not_done), sorted(f.result() for f in done))
        name = pool.submit(lambda: threading.current_thread().name).result()
        print(name.startswith("pool_"), pool.submit(sum, [1, 2, 3]).done() in (True, False))
        future = pool.submit(square, 5)
        future.add_done_callback(lambda f: print("callback", f.result(), f.done(), f.cancelled(), f.running()))
    attempt(pool.submit, square, 1)
    gate = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        blocker = pool.submit(gate.wait)
        waiting = pool.submit(square, 4)
        print(waiting.cancel(), waiting.cancelled(), waiting.done(), repr(waiting).split(" ", 3)[3])
        attempt(waiting.result)
        attempt(blocker.result, 0.001)
        done, not_done = wait([blocker], timeout=0.001)
        print(len(done), len(not_done))
        try:
            list(as_completed([blocker], timeout=0.001))
        except TimeoutError as error:
            print(error)
        print(blocker.cancel())
        gate.set()
        print(blocker.result())
    for wrong in (0, -1):
        attempt(ThreadPoolExecutor, wrong)
    attempt(ThreadPoolExecutor, initializer=3)
    started = []
    with ThreadPoolExecutor(2, initializer=started.append, initargs=("started",)) as pool:
        pool.submit(square, 1).result()
    print(started)
    future = concurrent.futures.Future()
    print(future.set_running_or_notify_cancel(), future.running())
    future.set_result("by hand")
    attempt(future.set_result, "again")
    print(future.result(), concurrent.futures.TimeoutError is TimeoutError)


async def in_threads():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(square, 6), await loop.run_in_executor(None, square, 7))
    print(await asyncio.gather(*(asyncio.to_thread(square, n) for n in range(5))))
    try:
        await asyncio.to_thread(square, 13)
    except ValueError as error:
        print("raised", error)
    var.set("carried")
    print(await asyncio.to_thread(var.get), await loop.run_in_executor(None, var.get))
    name = await asyncio.to_thread(lambda: threading.current_thread().name)
    print(name.startswith("asyncio_"), threading.current_thread() is threading.main_thread())
    with ThreadPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, functools.partial(square, 8)))
    # The loop turns while a thread blocks.
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.001)

    ticking = asyncio.create_task(tick())
    await asyncio.to_thread(time.sleep, 0.03)
    ticking.cancel()
    print(ticks > 2)
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.05), 0.005)
    except TimeoutError:
        print("timed out")
    done = asyncio.Event()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(done.set)).start()
    await asyncio.wait_for(done.wait(), 5)
    print("woken")
    wrapped = asyncio.wrap_future(ThreadPoolExecutor(1).submit(square, 9))
    print(await wrapped, asyncio.isfuture(wrapped), asyncio.wrap_future(wrapped) is wrapped)


async def answer(question):
    await asyncio.sleep(0.001)
    if question == "bad":
        raise LookupError(question)
    return f"{question}!"


def from_other_threads():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    future = asyncio.run_coroutine_threadsafe(answer("good"), loop)
    print(type(future).__module__, future.result(5))
    attempt(asyncio.run_coroutine_threadsafe(answer("bad"), loop).result, 5)
    attempt(asyncio.run_coroutine_threadsafe, answer, loop)
    slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(100), loop)
    attempt(slow.result, 0.01)
    print(slow.cancel())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()

    def no_loop():
        attempt(asyncio.get_event_loop)
        print(asyncio.run(answer("own loop")))

    thread = threading.Thread(target=no_loop, name="looper")
    thread.start()
    thread.join()


pools()
asyncio.run(in_threads())
from_other_threads()
