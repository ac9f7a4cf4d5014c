# types.SimpleNamespace compared, and what types.coroutine makes of generators.
import types
def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)
class N(types.SimpleNamespace): pass
ns = types.SimpleNamespace(a=1)
for op in ('__lt__', '__le__', '__gt__', '__ge__', '__eq__'):
    attempt(op, lambda: getattr(ns, op)(types.SimpleNamespace(a=1)))
    attempt(op, lambda: getattr(ns, op)(3))
    attempt(op, lambda: getattr(N(a=1), op)(ns))
attempt('<', lambda: ns < 3)
attempt('<', lambda: ns < ns)
def f(): pass
print(f.__code__ is f.__code__)
def g():
    yield 1
    return 5
gen = g()
print(gen.__name__ is gen.__name__, gen.gi_code is g.__code__, gen.__name__, gen.__qualname__)
@types.coroutine
def foo(): return gen
w = foo()
print(type(w).__name__, w.__await__() is gen, w.__name__, iter(w) is gen, hash(w) != 0)
class Duck:
    def __init__(self): self.n = 0
    def send(self, v):
        self.n += 1
        if self.n > 2: raise StopIteration('end')
        return self.n
    def throw(self, *a): raise a[0]
    def close(self): print('closed')
    def __iter__(self): return self
    def __next__(self): return self.send(None)
@types.coroutine
def duck(): return Duck()
w = duck()
print(w.__await__() is w, iter(w) is w, w.send(None), next(w))
async def main():
    return await duck()
c = main()
print(c.send(None), c.send(None))
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
@types.coroutine
def gg():
    x = yield 1
    return x
gc = gg()
@types.coroutine
def foo2(): return gc
print(foo2() is gc)
foo3 = types.coroutine(foo2)
print(foo3() is gc)
w.close()
