# Which containers may be referred to weakly.
import functools
import weakref
from collections import deque, defaultdict, OrderedDict
def at(f):
    try: o = f(); r = weakref.ref(o); print(type(o).__name__, r() is o); del o; print(r() is None)
    except TypeError as e: print(e)
for f in (deque, set, frozenset, lambda: functools.partial(len), lambda: functools.lru_cache(lambda: 0), OrderedDict, defaultdict, lambda: memoryview(b''), lambda: (i for i in []), lambda: type('D', (deque,), {})(), lambda: type('D', (dict,), {})(), list, dict, tuple, int):
    at(f)
q = deque([1]); done = []
weakref.finalize(q, done.append, 'ended'); del q; print(done)
