# RUN: env AIOCC_CLOCK=virtual %aiocc run %s sleeps | FileCheck --check-prefix=SLEEPS %s
# RUN: env AIOCC_DEADLOCK=report not %aiocc run %s deadlock 2>&1 | FileCheck --check-prefix=DEADLOCK %s
# RUN: env AIOCC_TASK_TREE=1 %aiocc run %s tree 2>&1 | FileCheck --check-prefix=TREE %s
# RUN: env PYTHONASYNCIODEBUG=1 %aiocc run %s debug 2>&1 | FileCheck --check-prefix=DEBUG %s
import asyncio
import signal
import sys
import time


async def nap(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "wakes")


async def sleeps():
    # SLEEPS: b wakes
    # SLEEPS-NEXT: a wakes
    # SLEEPS-NEXT: timed out
    # SLEEPS-NEXT: True True True
    loop, began, wall = asyncio.get_running_loop(), time.monotonic(), time.time()
    start = loop.time()
    await asyncio.gather(nap("a", 7200), nap("b", 3600))
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 86400)
    except TimeoutError:
        print("timed out")
    time.sleep(1000)
    print(94600 <= loop.time() - start < 94700, 94600 <= time.monotonic() - began < 94700, 94600 <= time.time() - wall < 94700)


async def waits_for(lock):
    async with lock:
        pass


async def deadlock():
    # DEADLOCK: begins
    # DEADLOCK-NEXT: deadlock: nothing is ready, and no timer, descriptor or thread can wake these tasks:
    # DEADLOCK-NEXT: task 'Task-1'
    # DEADLOCK-NEXT:   deadlock() at {{.*}}asyncio_variables.py:[[#@LINE+7]]
    # DEADLOCK-NEXT:     task 'waiter'
    # DEADLOCK-NEXT:       waits_for() at {{.*}}asyncio_variables.py:[[#@LINE-10]]
    print("begins")
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(waits_for(lock), name="waiter")
    await task


async def tree():
    # TREE: task 'Task-1'
    # TREE-NEXT: tree() at {{.*}}asyncio_variables.py:
    # TREE: task 'outer'
    # TREE-NEXT: nap() at
    # TREE: outer wakes
    task = asyncio.create_task(nap("outer", 0.02), name="outer")
    await asyncio.sleep(0)
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(0)
    await task


async def debug():
    # DEBUG: True
    # DEBUG: a callable object was expected by call_soon(), got 3
    # DEBUG: coroutines cannot be used with call_soon()
    # DEBUG: Executing <Handle sleep({{[0-9.]+}}){{.*}}> took 0.0{{[0-9]+}} seconds
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), flush=True)
    loop.slow_callback_duration = 0.01
    for wrong in (3, debug):
        try:
            loop.call_soon(wrong)
        except TypeError as error:
            print(error, flush=True)
    loop.call_soon(time.sleep, 0.02)
    await asyncio.sleep(0)


asyncio.run({"sleeps": sleeps, "deadlock": deadlock, "tree": tree, "debug": debug}[sys.argv[1]]())
