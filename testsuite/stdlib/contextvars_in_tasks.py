import asyncio
import contextvars
from contextvars import ContextVar, copy_context

v = ContextVar("v", default=0)
w = ContextVar("w")
v.set(1)

async def child(name, n):
    print(name, "sees", v.get(), w.get("-"))
    v.set(n)
    w.set(name)
    await asyncio.sleep(0)
    print(name, "still", v.get(), w.get())
    return v.get()

async def direct():
    v.set(50)

async def gen():
    for i in range(3):
        token = v.set(i + 100)
        yield v.get()
        v.reset(token)

def callback(label):
    print("callback", label, v.get(), w.get("-"))
    v.set(999)

async def main():
    print("main", v.get())
    v.set(2)
    results = await asyncio.gather(child("a", 10), child("b", 20))
    print(results, v.get(), w.get("-"))
    await direct()
    print("direct", v.get())
    task = asyncio.create_task(child("c", 30))
    v.set(51)
    await task
    print("after c", v.get())
    ctx = copy_context()
    ctx.run(v.set, 77)
    await asyncio.create_task(child("d", 78), context=ctx)
    print("ctx", ctx[v], ctx[w], v.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, "soon")
    loop.call_soon(callback, "ctx", context=ctx)
    loop.call_later(0.001, callback, "later")
    v.set(52)
    await asyncio.sleep(0.01)
    print("after callbacks", v.get(), ctx[v])
    fut = loop.create_future()
    fut.add_done_callback(lambda f: callback("done"))
    v.set(53)
    fut.set_result(None)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("after done", v.get())
    async for x in gen():
        print("gen", x, v.get())
    print("end", v.get())
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child("e", 40))
        tg.create_task(child("f", 41), context=contextvars.Context())
    print(v.get(), w.get("-"))
    try:
        async with asyncio.timeout(0.01):
            v.set(60)
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout", v.get())

asyncio.run(main())
print("module", v.get(), w.get("-"))
asyncio.run(child("again", 5))
print("module", v.get())
