"""Coroutines that return None, run, gathered and waited for as values."""
import asyncio
async def main():
    await asyncio.sleep(0)
async def quick():
    pass
print(asyncio.run(main()), asyncio.run(quick()))
x = asyncio.run(main())
print(x)
async def outer():
    r = await asyncio.gather(main(), quick())
    t = asyncio.create_task(main())
    v = await t
    print(r, v, t.result(), await asyncio.wait_for(main(), 1), await asyncio.shield(main()))
asyncio.run(outer())
