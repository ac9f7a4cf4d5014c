# Async generators, managers and iterators among tasks.
import asyncio
async def agen(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("agen cleanup", n)
class ACM:
    def __init__(self, s): self.s = s
    async def __aenter__(self): await asyncio.sleep(0); print("aenter"); return self
    async def __aexit__(self, t, v, tb): await asyncio.sleep(0); print("aexit", t and t.__name__); return self.s
class AIter:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 3: raise StopAsyncIteration
        return self.n
async def fail(): raise ValueError("bad")
async def late(n, v):
    await asyncio.sleep(n / 1000); return v
async def main():
    print([x async for x in agen(3)])
    async for x in agen(5):
        if x == 2: break
    else: print("no")
    print("after break")
    async for x in AIter(): print("it", x)
    else: print("else")
    async with ACM(True) as a, ACM(False):
        raise KeyError("k")
    print("suppressed")
    try:
        async with ACM(False): await fail()
    except ValueError as e: print("caught", e)
    print({k: v async for k, v in pairs()}, [await late(1, i) for i in range(3)])
    print(await asyncio.gather(late(3, "a"), late(1, "b"), late(2, "c")))
    print(await asyncio.gather(fail(), late(1, 1), return_exceptions=True))
    t = asyncio.create_task(late(50, "t"))
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled())
    try: await asyncio.wait_for(late(1000, 1), 0.01)
    except asyncio.TimeoutError: print("timeout")
    except TimeoutError: print("timeout2")
    g = agen(4)
    print(await g.__anext__(), await g.asend(None))
    await g.aclose()
    def sync(): return late(1, "s")
    print(await sync())
    async def inner():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("inner cancelled"); raise
        finally:
            await asyncio.sleep(0); print("inner finally")
    t = asyncio.create_task(inner()); await asyncio.sleep(0); t.cancel("msg")
    try: await t
    except asyncio.CancelledError as e: print(e.args)
    q = asyncio.Queue()
    async def prod():
        for i in range(3): await q.put(i)
        await q.put(None)
    async def cons():
        while (x := await q.get()) is not None: print("q", x)
    await asyncio.gather(prod(), cons())
    lock = asyncio.Lock()
    async with lock: print("locked", lock.locked())
    ev = asyncio.Event()
    asyncio.get_running_loop().call_later(0.001, ev.set)
    await ev.wait(); print("event")
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(late(1, 1)); b = tg.create_task(late(2, 2))
    print(a.result(), b.result())
async def pairs():
    yield "a", 1
    yield "b", 2
asyncio.run(main())
