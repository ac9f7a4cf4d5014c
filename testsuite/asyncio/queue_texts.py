"""What str and repr make of queues."""
import asyncio
q = asyncio.Queue(3)
print(q, str(q) == repr(q), f"{q}", "%s" % q, "{}".format(q))
q.put_nowait(1)
print(str(q))
pq = asyncio.PriorityQueue()
pq.put_nowait(4)
print(pq)
class MyQ(asyncio.Queue):
    pass
print(MyQ(2))
print(repr(q) == f"<Queue at {hex(id(q))} maxsize=3 _queue=[1] tasks=1>")
