# RUN: %aiocc check %s 2>&1 | FileCheck %s
# RUN: not %aiocc check -Werror %s > %t 2>&1
# RUN: %aiocc check --diagnostics=json %s | FileCheck --check-prefix=JSON %s
# JSON: "code": "asyncio-dangling-task", "severity": "warning"
# JSON-NOT: silenced
import asyncio
import os
import time
from asyncio import sleep as pause

try:
    import subprocess
    import urllib.request
except ImportError:
    pass

ready = False


async def fetch(n):
    return n


class Service:
    async def start(self):
        self.stop()
        # CHECK: [[#@LINE+2]]:9: warning: the coroutine `run(...)` is never awaited [coroutine-never-awaited]
        # CHECK: note: it's an `async def`: a call only makes the coroutine
        self.run()

    async def run(self):
        pass

    def stop(self):
        pass


async def traps():
    # CHECK: [[#@LINE+2]]:5: warning: the coroutine `fetch(...)` is never awaited [coroutine-never-awaited]
    # CHECK: note: replace `fetch` by `await fetch`
    fetch(1)
    # CHECK: [[#@LINE+1]]:5: warning: the coroutine `asyncio.sleep(...)` is never awaited
    pause(1)
    # CHECK: [[#@LINE+1]]:5: warning: nobody keeps the task that `asyncio.create_task` makes [asyncio-dangling-task]
    asyncio.create_task(fetch(2))
    asyncio.create_task(fetch("silenced"))  # noqa: RUF006
    asyncio.ensure_future(fetch("silenced"))  # noqa: F401, asyncio-dangling-task
    fetch("silenced")  # noqa
    # CHECK: [[#@LINE+1]]:5: warning: `time.sleep` blocks the event loop [blocking-sleep-in-async-function]
    time.sleep(0.1)
    # CHECK: [[#@LINE+1]]:10: warning: `open` blocks the event loop [blocking-open-call-in-async-function]
    with open("data.txt") as file:
        file.read()
    # CHECK: warning: `urllib.request.urlopen` blocks the event loop [blocking-http-call-in-async-function]
    urllib.request.urlopen("http://localhost")
    # CHECK: warning: `subprocess.run` blocks the event loop until the process ends [run-process-in-async-function]
    subprocess.run(["true"])
    # CHECK: warning: `subprocess.Popen` starts a process whose pipes block the event loop [create-subprocess-in-async-function]
    subprocess.Popen(["true"])
    # CHECK: [[#@LINE+1]]:5: warning: polling with `asyncio.sleep` in a loop [async-busy-wait]
    while not ready:
        await asyncio.sleep(1)
    # CHECK: [[#@LINE+1]]:16: warning: the block of `asyncio.timeout` awaits nothing [cancel-scope-no-checkpoint]
    async with asyncio.timeout(1):
        print("quick")
    # CHECK: [[#@LINE+1]]:5: warning: the results of `asyncio.gather` are dropped, and its errors with them [gather-results-dropped]
    asyncio.gather(fetch(3), fetch(4))
    # CHECK: [[#@LINE+1]]:11: warning: the results of `asyncio.gather` are dropped, and its errors with them
    await asyncio.gather(fetch(3), return_exceptions=True)
    await asyncio.gather(fetch(3), fetch(4))


async def swallows():
    try:
        await asyncio.sleep(1)
    # CHECK: [[#@LINE+1]]:5: warning: the handler swallows the task's cancellation [cancellation-swallowed]
    except asyncio.CancelledError:
        print("no")


async def groups():
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(fetch(n))
            if n == 1:
                break
        # CHECK: [[#@LINE+1]]:9: warning: `return` leaves a task group, which waits for its tasks first [exit-from-task-group]
        return


async def fine():
    task = asyncio.create_task(fetch(1))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    try:
        await fetch(1)
    except asyncio.CancelledError:
        raise
    async with asyncio.timeout(1):
        await fetch(2)
    await asyncio.to_thread(time.sleep, 1)
    while not ready:
        await asyncio.sleep(1)
        await fetch(3)
    return await asyncio.gather(fetch(4), return_exceptions=True)


def plain():
    time.sleep(0)
    os.system("true")
    with open("data.txt"):
        pass

# CHECK-NOT: asyncio_traps.py:{{9[0-9]|1[0-9][0-9]}}:
