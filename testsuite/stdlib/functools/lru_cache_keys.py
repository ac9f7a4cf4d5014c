"""How often lru_cache hashes a key, and its statistics as a named tuple."""
import functools
class K:
    n = 0
    def __hash__(self): K.n += 1; return 1
    def __eq__(self, o): return self is o
for m in (128, None, 2, 0):
    @functools.lru_cache(maxsize=m)
    def f(*a, **k): return len(a)
    k = K()
    K.n = 0
    f(k); print(m, "miss", K.n); K.n = 0
    f(k); print("hit", K.n); K.n = 0
    f(1, k); print("miss2", K.n); K.n = 0
    f(1, k); print("hit2", K.n); K.n=0
    f(x=k); print("kw", K.n); K.n=0
    f(K()); f(K()); f(K()); print("more", K.n); K.n=0
    i = f.cache_info()
    print(i, i._fields, i._asdict(), i._replace(hits=7), type(i).__name__, tuple(i), i.hits, isinstance(i, tuple), i == tuple(i), type(i)._make([1,2,3,4]), i.__match_args__, i[0], len(i))
info = type(f.cache_info())
print(info(1, 2, maxsize=3, currsize=4), info(hits=1, misses=2, maxsize=None, currsize=0) == (1, 2, None, 0))
