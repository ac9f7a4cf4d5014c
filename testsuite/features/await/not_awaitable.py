"""What async with, async for and await say of what they can't await."""
import asyncio
class A:
    def __aenter__(self): return 1
    async def __aexit__(self, *a): pass
class B:
    async def __aenter__(self): return 1
    def __aexit__(self, *a): return 2
class It:
    def __aiter__(self): return self
    def __anext__(self): return self
    def __await__(self): return 1/0
class It2:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def main():
    for c in (A, B):
        try:
            async with c():
                pass
        except TypeError as e:
            print(e)
        try:
            async with c():
                raise ValueError(1)
        except Exception as e:
            print(repr(e), repr(e.__context__))
    for c in (It, It2):
        try:
            async for x in c(): pass
        except TypeError as e:
            print(e, repr(e.__cause__), repr(e.__context__))
        try:
            [x async for x in c()]
        except TypeError as e:
            print(e, repr(e.__cause__))
        try:
            await anext(c())
        except Exception as e:
            print(repr(e))
    async def co(): await asyncio.sleep(0); return 5
    c = co()
    c.send(None)
    try:
        await c
    except RuntimeError as e:
        print(e)
    try:
        await asyncio.gather(c)
    except RuntimeError as e:
        print(e)
    print(await asyncio.create_task(co()))
    c = co()
    c.send(None)
    print(await asyncio.create_task(c))
    t = asyncio.create_task(co())
    await asyncio.sleep(0)
    try:
        await t.get_coro()
    except RuntimeError as e:
        print(e)
    print(await t)
    try:
        await t.get_coro()
    except RuntimeError as e:
        print(e)
asyncio.run(main())
