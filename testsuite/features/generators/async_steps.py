"""The awaitables of async generators and of anext, driven by hand: send, throw, close, and what they say when they are used again."""
import asyncio

async def gen():
    try:
        x = yield 1
        print("sent", x)
        await asyncio.sleep(0)
        yield 2
    except ValueError as e:
        print("caught", e)
        yield 3
    finally:
        print("fin")

def show(label, f):
    try:
        r = f()
        print(label, repr(r) if not hasattr(r, 'cr_frame') else r.__name__)
    except BaseException as e:
        print(label, type(e).__name__, e, repr(e.__cause__), getattr(e, 'value', None))

g = gen()
print(g.ag_await, g.ag_running, g.ag_suspended)
a = g.__anext__()
print(type(a).__name__, [n for n in ("send", "throw", "close", "__await__", "__iter__", "__next__") if hasattr(a, n)])
print(a.__await__() is a, iter(a) is a)
show("next", lambda: next(a))
show("again", lambda: next(a))
show("send again", lambda: a.send(None))
show("throw again", lambda: a.throw(ValueError("x")))
show("close", lambda: a.close())
b = g.asend("hey")
show("b send", lambda: b.send(None))
print(g.ag_await.__name__, g.ag_running)
show("g.anext while", lambda: g.__anext__().send(None))
show("b send2", lambda: b.send(None))
show("b send3", lambda: b.send(None))
c = g.athrow(ValueError("v"))
print(type(c).__name__)
show("c", lambda: c.send(None))
show("c2", lambda: c.send(None))
show("c3", lambda: c.throw(KeyError))
d = g.aclose()
show("d", lambda: d.send(None))
show("d2", lambda: d.send(None))
show("after", lambda: g.__anext__().send(None))
e = g.__anext__()
e.close()
show("closed", lambda: e.send(None))
g2 = gen()
e = g2.asend(5)
show("bad", lambda: e.send(None))
show("bad again", lambda: e.send(None))
h = gen()
f = h.__anext__()
show("throw first", lambda: f.throw(ValueError("first")))
show("after", lambda: h.__anext__().send(None))
h = gen()
f = h.athrow(ValueError("q"))
show("throw first athrow", lambda: f.send(3))
show("throw first athrow", lambda: f.send(None))
h = gen()
n = anext(h, 99)
print(type(n).__name__)
show("anext", lambda: n.send(None))
show("anext2", lambda: n.send(None))
n = anext(h, 99)
show("anext b", lambda: n.send(None))
show("anext b", lambda: n.throw(ValueError("into")))
print([x for x in dir(a) if not x.startswith("__")])
print([x for x in dir(c) if not x.startswith("__")])
print([x for x in dir(n) if not x.startswith("__")])
print(repr(a)[:28])
