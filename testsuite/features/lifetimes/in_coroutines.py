# Temporaries in coroutines: receivers and arguments of what is awaited, asynchronous managers and iterators.
import asyncio, contextlib
class R:
    def __init__(self, n): self.n = n; print("open", n)
    def __del__(self): print("close", self.n)
    async def read(self):
        await asyncio.sleep(0)
        return self.n
    async def me(self): return self
    def __aenter__(self): return self.me()
    async def __aexit__(self, *a): print("aexit", self.n)
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.n
    def __aiter__(self): return self
    i = 0
    async def __anext__(self):
        self.i += 1
        if self.i > 2: raise StopAsyncIteration
        return self.i
async def use(r, *rest):
    print("use", r.n)
    await asyncio.sleep(0)
    return r.n
async def main():
    print(await R("a").read(), "after a")
    print(await use(R("b")), "after b")
    print(await (await R("c").me()).read(), "after c")
    print(await R("d"), "after d")
    async with R("e") as e: print("in e")
    print("after e"); del e
    async for i in R("f"): print(i)
    print("after f")
    print(await asyncio.gather(use(R("g")), use(R("h"))), "after gh")
    t = asyncio.create_task(use(R("i"))); print(await t); print("task done"); del t
    print("t gone")
    print([i async for i in R("j")], await asyncio.wait_for(use(R("k")), 1), "x")
    async def agen():
        r = R("in agen")
        try:
            yield 1
            yield 2
        finally:
            print("agen fin")
    async for v in agen():
        print(v); break
    print("broke")
    await asyncio.sleep(0)
    async with contextlib.aclosing(agen()) as g:
        async for v in g: print(v); break
    print("closed")
    try:
        async with asyncio.timeout(0.01):
            r = R("timeout"); await asyncio.sleep(1)
    except TimeoutError: print("to")
    r = None
    x = (await use(R("l"))) + (await use(R("m")))
    print(x)
    fut = asyncio.get_running_loop().create_future(); fut.set_result(R("fut")); print((await fut).n); del fut; print("fut gone")
    q = asyncio.Queue(); q.put_nowait(R("q")); print((await q.get()).n, "q")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(use(R("n")))
    print("tg")
asyncio.run(main())
print("end")
