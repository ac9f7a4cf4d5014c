# None in place of an operator's method, an iterator that its own function exhausts, and set operations with views.
import copy, weakref
from collections import deque, defaultdict
def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)
# bool
attempt('bool', lambda: bool.__new__(int, 0))
# complex
class C(complex):
    def __complex__(self): return 1+0j
class F(float):
    def __float__(self): return 1.0
attempt('f', lambda: float(F(42)))
# blocking
class A:
    __ne__ = None
    def __eq__(self, other): return True
class B(A):
    def __eq__(self, other): return False
attempt('ne', lambda: A() != 3)
attempt('ne', lambda: B() != A())
class N:
    __eq__ = None
attempt('eq', lambda: N() == 1)
attempt('eq', lambda: N() != 1)
attempt('eq', lambda: 1 == N())
attempt('eq', lambda: N() == N())
class Base:
    def __add__(self, o): return 'add'
    def __radd__(self, o): return 'radd'
class Sub(Base):
    __radd__ = None
attempt('add', lambda: Base() + Sub())
attempt('add', lambda: Sub() + Base())
attempt('add', lambda: 1 + Sub())
# iter
class G:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i < self.n: return i
        raise IndexError
it = iter(G(2))
print(list(it), list(it))
state = []
def concealing():
    state.append(1)
    if len(state) == 1:
        return next(itx)
    raise StopIteration
itx = iter(concealing, 'sentinel')
attempt('concealing', lambda: next(itx))
# dictviews
d = {1: 2, 3: 4}
attempt('and', lambda: frozenset({1}) & d.keys())
attempt('and', lambda: {1} & d.keys())
attempt('and', lambda: {1} | d.keys())
attempt('and', lambda: sorted({1} ^ d.keys()))
attempt('and', lambda: {1} - d.keys())
attempt('and', lambda: d.keys() & {1})
import collections.abc as cabc
print(isinstance(d.values(), cabc.Collection), isinstance(d.values(), cabc.ValuesView), isinstance(d.keys(), cabc.KeysView))
# set
f = frozenset([1,2])
class H:
    n = 0
    def __hash__(self):
        H.n += 1
        return 3
hs = {H(): 1}
H.n = 0
set(hs); print(H.n)
