"""Exception handlers run in the context of what has failed."""
import asyncio
import contextvars

v = contextvars.ContextVar("v", default="none")

def handler(loop, context):
    print("handler", v.get(), sorted(context), context["message"][:40])

async def bad(name):
    v.set(name)
    raise ValueError(name)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    t = asyncio.create_task(bad("one"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del t
    v.set("main")
    def cb():
        v.set("in callback")
        raise KeyError("cb")
    loop.call_soon(cb)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    ctx = contextvars.copy_context()
    ctx.run(v.set, "given")
    loop.call_soon(cb, context=ctx)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(ctx[v])
    loop.call_exception_handler({"message": "plain"})
    f = loop.create_future()
    f.set_exception(ValueError("f"))
    del f
    class Thing:
        def get_context(self):
            c = contextvars.Context()
            c.run(v.set, "thing's")
            return c
    loop.call_exception_handler({"message": "thing", "task": Thing()})
asyncio.run(main())
