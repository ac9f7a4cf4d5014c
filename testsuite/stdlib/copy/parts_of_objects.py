# `__reduce_ex__`, `__reduce__` and `__getstate__` of objects of all kinds, and the copies that they make.
import copyreg, copy, pickle
from collections import OrderedDict, defaultdict, deque
def at(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class S: __slots__=('a',)
class S2(S): pass
class D(dict): pass
class P:
    def __init__(self): self.x = 1
    def __getnewargs__(self): return (1, 2)
class Q(P):
    def __reduce__(self):
        return super().__reduce__()
class R(P):
    def __reduce_ex__(self, p):
        f, a, *rest = super().__reduce_ex__(p)
        return (f, a, *rest)
    def __getstate__(self):
        s = super().__getstate__().copy()
        s['more'] = 1
        return s
def shown(r):
    return tuple(x.__name__ if callable(x) else (list(x) if hasattr(x, '__next__') else x) for x in r) if isinstance(r, tuple) else r
for o in (S(), D(a=1), P(), Q(), R(), object(), (1,), 'a', [1], {1: 2}, 3.5, 1, {1}, frozenset([1]), range(3), slice(1), len, OrderedDict(a=1), defaultdict(list, {1: [2]}), defaultdict(), deque([1], 3), deque([1]), ValueError(1, 2), complex(1, 2), None, ...):
    for p in (0, 2, 4):
        at(lambda: shown(o.__reduce_ex__(p)))
    at(lambda: shown(o.__reduce__()))
    at(lambda: o.__getstate__())
s = S2(); s.a = 1; s.b = 2
at(s.__getstate__)
at(lambda: object().__reduce__(0)); at(lambda: object().__reduce_ex__()); at(lambda: object().__reduce_ex__(None)); at(lambda: object().__getstate__(1))
at(lambda: (x for x in []).__reduce_ex__(2))
at(lambda: memoryview(b'').__reduce_ex__(2))
dq = deque([[1], [2]], 5)
d3 = copy.deepcopy(dq); print(d3, d3[0] is dq[0], d3.maxlen)
rec = deque(); rec.append(rec); r2 = copy.deepcopy(rec); print(r2[0] is r2)
dd = defaultdict(list, {1: [2]})
e = copy.deepcopy(dd); print(e, e.default_factory is list, e[1] is dd[1])
od = OrderedDict(b=[1], a=2)
e = copy.deepcopy(od); print(e, e['b'] is od['b'])
class Sub(OrderedDict): pass
so = Sub(x=[1]); so.attr = [5]
e = copy.deepcopy(so); print(e, e.attr, e.attr is so.attr, type(e).__name__)
for x in (s, R(), Q(), dd, dq, [1], {1,2}, ValueError(3)):
    for f in (copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v)), lambda v: pickle.loads(pickle.dumps(v, 2))):
        y = f(x)
        print(type(y).__name__, y if not type(y).__module__ == '__main__' else sorted(getattr(y, '__dict__', {}).items(), key=str))
class L(list):
    def __init__(self, *a): super().__init__(*a); self.tag = 1
l = L([1, [2]])
m = copy.deepcopy(l); print(m, m.tag, m[1] is l[1])
m = copy.copy(l); print(m, m.tag, m[1] is l[1])
class T(tuple): pass
t = T([1, [2]]); t.z = 3
m = copy.deepcopy(t); print(m, m.z, type(m).__name__)
class I(int): pass
i = I(5); i.q = [1]; j = copy.deepcopy(i); print(j, j.q, j.q is i.q)
import asyncio, threading
at(lambda: copy.copy(threading.Lock()))
at(lambda: copy.deepcopy(lambda: 0) is not None)
ba = bytearray(b'abc'); print(copy.copy(ba), copy.deepcopy(ba), ba.__reduce_ex__(2)[0].__name__)
