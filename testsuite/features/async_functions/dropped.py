# Coroutines that are dropped by a statement or a store, and a lost task.
import asyncio
async def never(): pass
async def bad():
    raise RuntimeError("lost")
async def main():
    never()
    c = never()
    c = None
    t = asyncio.create_task(bad())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del t
    print("main done")
    raise SystemExit(7)
asyncio.run(main())
