"""Debug mode tells where tasks, futures, handles and coroutines were made."""
import asyncio
import gc
import os
import re
import sys


def shown(value):
    text = re.sub(r"\S*/(asyncio/\w+\.py):\d+", r"\1", repr(value))
    text = re.sub(r"\S*/(debug_origins\.py)", r"\1", text)
    return re.sub(r"when=[\d.]+", "when=...", text)


def origin(coroutine):
    return [call[1:] for call in coroutine.cr_origin or () if os.path.basename(call[0]) == "debug_origins.py"]


async def child():
    await asyncio.sleep(0)
    raise ValueError("lost")


def spawn():
    return asyncio.create_task(child(), name="spawned")


def make():
    return child()


async def never():
    pass


async def nested():
    return asyncio.get_running_loop().create_task(child(), name="nested")


async def main():
    loop = asyncio.get_running_loop()
    task = spawn()
    print(shown(task))
    await asyncio.wait([task])
    del task
    gc.collect()
    inner = await nested()
    print(shown(inner))
    inner.cancel()
    await asyncio.wait([inner])

    handle = loop.call_later(100, print, "x", [1, 2])
    print(shown(handle))
    handle.cancel()
    print(shown(handle))
    print(shown(loop.call_soon(len, "text")))
    print(shown(loop.create_future()))
    print(shown(asyncio.Future()))
    async with asyncio.TaskGroup() as group:
        print(shown(group.create_task(never(), name="grouped")))

    coroutine = make()
    print(origin(coroutine))
    coroutine.close()
    never()

    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
coroutine = make()
print(coroutine.cr_origin, sys.get_coroutine_origin_tracking_depth())
coroutine.close()
sys.set_coroutine_origin_tracking_depth(1)
coroutine = make()
print(origin(coroutine))
coroutine.close()
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)
