# Weak proxies and methods, structs packed into arrays, and samples of sequences of all kinds.
import weakref, array, struct
def at(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class MyObj:
    def __len__(self): return 3
    def __reversed__(self): return iter('cba')
    def __bytes__(self): return b'instances'
o = MyObj()
p = weakref.proxy(o)
print(list(reversed(p)), p.__bytes__(), '__bytes__' in dir(type(p)))
class O:
    def m(self): pass
    def n(self): pass
a, b = O(), O()
A, B, C = weakref.WeakMethod(a.m), weakref.WeakMethod(a.m), weakref.WeakMethod(b.m)
print(A == B, A == C, A != C, hash(A) == hash(B), A == weakref.WeakMethod(a.n))
del a
print(A == B, A == C, A == A, A != B)
class MyRef(weakref.ref): pass
x = O()
r1 = MyRef(x); r2 = weakref.ref(x); r3 = weakref.ref(x)
print(r2 is r3, r1 is r2, type(r1).__name__, weakref.getweakrefcount(x), r1 == r2)
wd = weakref.WeakKeyDictionary()
# struct
s = struct.Struct('<2i')
r = weakref.ref(s); print(r() is s)
it = struct.iter_unpack('<i', b'\0'*12)
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__())
arr = array.array('b', b' ' * 10)
at(lambda: struct.pack_into('<i', arr, 2, 5)); print(arr)
at(lambda: struct.pack_into('<i', arr, -20, 5)); at(lambda: struct.pack_into('<i', arr, 8, 5)); at(lambda: struct.pack_into('<i', arr, -2, 5))
at(lambda: struct.calcsize('\0')); at(lambda: struct.calcsize('i\0')); at(lambda: struct.pack(b'i\0', 1)); at(lambda: struct.calcsize('10\0i')); at(lambda: struct.calcsize('i 2')) 
from collections import namedtuple
P = namedtuple('P', 'x y')
P.x.__doc__ = 'The x'
print(P.x.__doc__, P.y.__doc__)
from random import sample
import random
from collections.abc import Sequence, Set
class SeqSet(Sequence, Set):
    def __init__(self, items): self._items = items
    def __len__(self): return len(self._items)
    def __getitem__(self, i): return self._items[i]
    def __contains__(self, x): return x in self._items
    def __iter__(self): return iter(self._items)
at(lambda: sorted(random.sample(SeqSet([2, 4, 6]), 3)))
import math
print(math.sumprod([10.1, -20.2, 1e100, 1e-100], [1e100, 1e-100, 3.0, -1.0]), math.sumprod([1e16, 1.0, -1e16], [1, 1, 1]), math.sumprod([0.1]*10, [1]*10))
print(math.sumprod([1, 2], [3, 4]), math.sumprod([True, 2.5], [3, 4]))
