"""Queues of any number as maxsize."""
import asyncio, math
from fractions import Fraction
async def main():
    for m in (2.5, 2.0, math.inf, -math.inf, -1.5, math.nan, True, 0.5, Fraction(3,2), 10**30, -10**30, 0.0):
        q = asyncio.Queue(m)
        n = 0
        while n < 5 and not q.full():
            q.put_nowait(n); n += 1
        print(m, q.maxsize, type(q.maxsize).__name__, n, str(q))
    class Q(asyncio.Queue): pass
    q = Q(maxsize=1.5)
    q.put_nowait(1); print(q.full(), q.maxsize); q.put_nowait(2); print(q.full())
    try:
        q.put_nowait(3)
    except asyncio.QueueFull: print("full")
    p = asyncio.PriorityQueue(maxsize=0.3)
    await p.put(1)
    try:
        await asyncio.wait_for(p.put(2), 0.01)
    except TimeoutError: print("timeout")
asyncio.run(main())
