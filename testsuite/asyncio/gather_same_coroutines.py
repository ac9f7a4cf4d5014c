# Coroutines that somebody else has, too, as arguments of gather: they stay what they are, and each runs once.
import asyncio, inspect
async def pour(what, turns=0):
    for _ in range(turns): await asyncio.sleep(0)
    return what.upper()
async def main():
    same = pour("tea", 1)
    print(await asyncio.gather(same, pour("oat"), same, same))
    c = pour("x", 1)
    g = asyncio.gather(c, pour("y"))
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(c), c.cr_frame is None)
    t = [t for t in asyncio.all_tasks() if t.get_coro() is c]
    print(len(t))
    print(await g)
    cs = [pour("a"), pour("b", 1)]
    g = asyncio.gather(*cs)
    await asyncio.sleep(0)
    print([inspect.getcoroutinestate(x) for x in cs], len([t for t in asyncio.all_tasks() if t.get_coro() in cs]))
    print(await g)
    print(await asyncio.gather(*[pour(x) for x in "ab"], same2 := pour("z")))
asyncio.run(main())
