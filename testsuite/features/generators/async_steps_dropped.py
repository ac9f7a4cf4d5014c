"""The awaitables of async generators that nobody awaits, that are closed before they begin, and as the coroutines of tasks."""
import asyncio

async def gen():
    try:
        x = yield 1
        print("sent", x)
        yield 2
    finally:
        print("fin")

def show(label, f):
    try:
        print(label, repr(f()))
    except BaseException as e:
        print(label, type(e).__name__, e, repr(e.__cause__), getattr(e, 'value', None))

h = gen()
f = h.__anext__()
show("fresh close", lambda: f.close())
show("next", lambda: h.__anext__().send(None))
h = gen()
show("first", lambda: h.__anext__().send(None))
f = h.__anext__()
show("fresh close, started", lambda: f.close())
show("next", lambda: h.__anext__().send(None))
h = gen()
f = h.aclose()
show("fresh aclose close", lambda: f.close())
show("next", lambda: h.__anext__().send(None))
h = gen()
show("first", lambda: h.__anext__().send(None))
f = h.aclose()
show("aclose throw", lambda: f.throw(KeyError("k")))
show("next", lambda: h.__anext__().send(None))
h = gen()
show("first", lambda: h.__anext__().send(None))
f = h.athrow(ValueError)
show("athrow close", lambda: f.close())
show("next", lambda: h.__anext__().send(None))
h = gen()
h.__anext__()
h.asend(None)
h.aclose()
h.athrow(ValueError)
class It:
    def __aiter__(self): return self
    async def __anext__(self): return 5
n = anext(It(), 9)
show("n", lambda: n.send(None))
show("n", lambda: n.send(None))
n = anext(It(), 9)
show("n", lambda: n.close())
show("n", lambda: n.send(None))
n = anext(It(), 9)
show("n", lambda: n.throw(ValueError("into")))
print(asyncio.iscoroutine(n), asyncio.iscoroutine(f))
async def main():
    g = gen()
    for make in (lambda: g.__anext__(), lambda: anext(g, 3), lambda: g.aclose()):
        try:
            t = asyncio.create_task(make())
            print(await t)
        except TypeError as e:
            print(str(e)[:50])
    g = gen()
    print(await asyncio.ensure_future(g.__anext__()))
    print(await asyncio.gather(g.asend('q'), gen().__anext__()))
    a = g.__anext__()
    for i in range(2):
        try:
            print(await a)
        except (RuntimeError, StopAsyncIteration) as e:
            print(repr(e))
    b = g.aclose()
    for i in range(2):
        try:
            print(await b)
        except (RuntimeError, StopAsyncIteration) as e:
            print(repr(e))
asyncio.run(main())
