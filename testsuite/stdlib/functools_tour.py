import functools
from functools import cache, cmp_to_key, lru_cache, partial, reduce

def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"

def area(width, height=2, *, scale=1):
    "Area of a rectangle."
    return width * height * scale

p = partial(area, 3, scale=10)
print(p(), p(4), p(4, scale=1), p.func is area, p.args, p.keywords)
q = partial(p, 5)
print(q.func is area, q.args, q.keywords, q(), attempt(lambda: q(1, 2)))
p.note = "kept"
r = partial(p, 7)
print(p.note, r.func is p, r.args, r(), p.__dict__, attempt(lambda: p.nothing))
print(partial(print, 1, 2, sep="-"), partial(int, base=2)("1010"), partial(max, 5)(3, 9))
print(repr(partial(len)), attempt(lambda: partial()), attempt(lambda: partial(3)), isinstance(p, partial), partial, attempt(lambda: partial(area)()))
print(list(map(partial(pow, 2), range(5))), sorted("bAc", key=partial(str.lower)))

print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [[1], [2]], []), reduce(max, [3, 9, 2]), reduce(lambda a, b: a, [], "empty"))
print(attempt(lambda: reduce(max, [])), attempt(lambda: reduce(max, 3)), attempt(lambda: reduce(max)), attempt(lambda: reduce(1, [1, 2])))

def compare(a, b):
    return (len(a) > len(b)) - (len(a) < len(b))
print(sorted(["ccc", "a", "bb", "d"], key=cmp_to_key(compare)), max(["x", "yyy"], key=cmp_to_key(compare)), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
K = cmp_to_key(compare)
print(K("a") < K("bb"), K("a") == K("b"), K("aa").obj, attempt(lambda: K("a") < 3), attempt(lambda: hash(K("a"))), attempt(lambda: K()))

@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
fib.cache_clear()
print(fib.cache_info(), fib.__name__, fib.__wrapped__(1), fib.cache_parameters())

@lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    return x * x
print([square(i) for i in (1, 2, 1, 3, 1, 2)], square.cache_info())
print(square.cache_info().hits, tuple(square.cache_info()), square.cache_info()._asdict())

@lru_cache
def both(a, b=0, *, c=0):
    "Adds."
    print("both", a, b, c)
    return a + b + c
print(both(1), both(1), both(1, b=0), both(a=1), both(1, c=2), both(1.0), both(True), both.cache_info(), both.__doc__)

@lru_cache(maxsize=16, typed=True)
def kind(x):
    print("kind", x)
    return type(x).__name__
print(kind(1), kind(1.0), kind(True), kind(1), kind("1"), kind.cache_info())

@cache
def slow(x, y):
    return (x, y)
print(slow(1, 2) is slow(1, 2), slow.cache_info(), attempt(lambda: slow([], 1)))

@lru_cache(0)
def never(x):
    return x
print(never(1), never(1), never.cache_info(), attempt(lambda: lru_cache("a")), lru_cache(-5)(len).cache_parameters())

@lru_cache
def fails(x):
    raise ValueError(x)
print(attempt(lambda: fails(1)), attempt(lambda: fails(1)), fails.cache_info())

class Box:
    def __init__(self, v):
        self.v = v
    @lru_cache(maxsize=8)
    def double(self, k):
        print("double", self.v, k)
        return self.v * k
    half = functools.lru_cache(lambda self: self.v / 2)
b = Box(4)
print(b.double(2), b.double(2), Box(5).double(2), Box.double.cache_info(), b.half())
fib.extra = 5
print(fib.extra, fib.__dict__["extra"], attempt(lambda: fib.none))
