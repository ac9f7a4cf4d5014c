"""Operators, items, calls, iteration and contexts of the program's classes: what is asked first, what is left to the other, what changes types"""
from functools import total_ordering

class Money:
    def __init__(self, amount, currency="EUR"):
        self.amount = amount
        self.currency = currency

    def __add__(self, other):
        if isinstance(other, Money):
            if other.currency != self.currency:
                raise ValueError("currencies differ")
            return Money(self.amount + other.amount, self.currency)
        if isinstance(other, (int, float)):
            return Money(self.amount + other, self.currency)
        return NotImplemented

    __radd__ = __add__

    def __iadd__(self, other):
        self.amount += other.amount if isinstance(other, Money) else other
        return self

    def __mul__(self, k):
        return Money(self.amount * k, self.currency)

    def __rmul__(self, k):
        return self * k

    def __eq__(self, other):
        return isinstance(other, Money) and (self.amount, self.currency) == (other.amount, other.currency)

    def __lt__(self, other):
        return self.amount < other.amount

    def __bool__(self):
        return self.amount != 0

    def __repr__(self):
        return f"Money({self.amount!r}, {self.currency!r})"

a, b = Money(5), Money(2.5)
print(a + b, a + 1, 1 + a, sum([a, b]), a * 2, 3 * b)
print(a == b, a == 5, a != b, a != Money(5), a < b, b < a, a > b, bool(Money(0)))
c = a
c += b
print(a is c, a, c)
c += 1
print(c)
try:
    a + "x"
except TypeError as e:
    print(e)
try:
    "x" + a
except TypeError as e:
    print(e)
try:
    a + Money(1, "USD")
except ValueError as e:
    print(e)
try:
    a - b
except TypeError as e:
    print(e)
try:
    a <= b
except TypeError as e:
    print(e)
try:
    -a
except TypeError as e:
    print(e)
try:
    a[0]
except TypeError as e:
    print(e)
try:
    a()
except TypeError as e:
    print(e)
try:
    for x in a:
        pass
except TypeError as e:
    print(e)
try:
    1 in a
except TypeError as e:
    print(e)
print(sorted([Money(3), Money(1), Money(2)]), max(Money(3), Money(9)), [Money(1)] == [Money(1)], Money(1) in [Money(1)])
try:
    hash(a)
except TypeError as e:
    print(e)

class Base:
    def __init__(self, v):
        self.v = v

    def __add__(self, other):
        return ("Base.add", self.v, getattr(other, "v", other))

    def __radd__(self, other):
        return ("Base.radd", self.v, getattr(other, "v", other))

    def __eq__(self, other):
        return "Base.eq"

    def __lt__(self, other):
        return NotImplemented

class Derived(Base):
    def __radd__(self, other):
        return ["Derived.radd", self.v]

    def __eq__(self, other):
        return ["Derived.eq"]

    def __gt__(self, other):
        return "Derived.gt"

    def __ne__(self, other):
        return 7

x, y = Base(1), Derived("two")
print(x + y, y + x, x + x, y + y, 1 + y, x + 1)
print(x == y, y == x, x == x, x != x, x != y, y != x)
print(x < y)
try:
    print(x < x)
except TypeError as e:
    print(e)

@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

v, w = Version("1.2"), Version("1.10")
print(v < w, v <= w, v > w, v >= w, {v: 1}[Version("1.2")], len({v, w, Version("1.2")}))

class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, index):
        if isinstance(index, tuple):
            return self.rows[index[0]][index[1]]
        return self.rows[index]

    def __setitem__(self, index, value):
        i, j = index
        self.rows[i][j] = value

    def __delitem__(self, index):
        del self.rows[index]

    def __contains__(self, item):
        return any(item in row for row in self.rows)

    def __len__(self):
        return len(self.rows)

    def __matmul__(self, other):
        return Matrix([[sum(self[i, k] * other[k, j] for k in range(len(other))) for j in range(len(other[0]))]
                       for i in range(len(self))])

    def __call__(self, f):
        return Matrix([[f(x) for x in row] for row in self.rows])

    def __iter__(self):
        for row in self.rows:
            yield from row

m = Matrix([[1, 2], [3, 4]])
m[0, 1] = 5
m[1, 0] = 2.5
print(m[0], m[0, 1], m[1, 0], 4 in m, 9 in m, list(m), sum(m))
print((m @ m).rows, m(lambda x: x * 2).rows, m(str).rows)
del m[0]
print(len(m), m.rows)

class Seq:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 1.5

print(list(Seq(3)), [q + 1 for q in Seq(2)], 1.5 in Seq(3), max(Seq(4)))
p, q, r = Seq(3)
print(p, q, r)

class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i

total = 0
for i in Count(4):
    total += i
print(total, list(Count(3)), sum(Count(5)), next(Count(1)), next(iter(Count(2))), next(Count(0), "none"))
it = Count(3)
print(next(it), [*it], dict(enumerate(Count(2))))

class Resource:
    log = []

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.log.append("enter " + self.name)
        return self

    def __exit__(self, kind, value, trace):
        self.log.append(("exit", self.name, kind and kind.__name__))
        return kind is KeyError

    def use(self):
        return len(self.name)

with Resource("one") as r1, Resource("three") as r2:
    print(r1.use() + r2.use())
with Resource("k") as r3:
    raise KeyError("swallowed")
print(Resource.log, r3.name)

class Poly:
    def __init__(self, *c):
        self.c = list(c)

    def __add__(self, other):
        if isinstance(other, (int, float)):
            other = Poly(other)
        n = max(len(self.c), len(other.c))
        return Poly(*[(self.c[i] if i < len(self.c) else 0) + (other.c[i] if i < len(other.c) else 0) for i in range(n)])

    def __radd__(self, other):
        return self + other

    def __neg__(self):
        return Poly(*[-x for x in self.c])

    def __sub__(self, other):
        return self + -other

    def __call__(self, x):
        return sum(k * x ** i for i, k in enumerate(self.c))

    def __pow__(self, n, mod=None):
        result = Poly(1)
        for _ in range(n):
            result = result * self
        return result

    def __mul__(self, other):
        result = [0] * (len(self.c) + len(other.c) - 1)
        for i, x in enumerate(self.c):
            for j, y in enumerate(other.c):
                result[i + j] += x * y
        return Poly(*result)

    def __str__(self):
        return " + ".join(f"{k}x^{i}" for i, k in enumerate(self.c) if k)

f = Poly(1, 2)
print(f + 3, 3 + f, f - Poly(1), f ** 3, f(2), (f * f)(0.5), "%s" % f, "{}".format(f), f"{f!s:>12}")

class Truthy:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return Truthy(self.v == other)

    def __and__(self, other):
        return Truthy(bool(self) and bool(other))

    def __bool__(self):
        return bool(self.v)

    __hash__ = None

t = Truthy(3)
if t == 3:
    print("yes")
print(type(t == 3).__name__, (t == 3).v, bool(t == 4), not (t == 4), bool((t == 3) & (t == 4)))

class Other:
    def __radd__(self, o):
        o.v = "changed"
        return "radd"

    def __gt__(self, o):
        o.v = None
        return True

class Plain:
    def __init__(self):
        self.v = 1

pl = Plain()
print(pl + Other(), pl.v)
pl = Plain()
print(pl < Other(), pl.v)
pl = Plain()
pl += Other()
print(pl)

class Key:
    def __init__(self, k):
        self.k = k
        self.seen = 0

    def __hash__(self):
        return 1

    def __eq__(self, other):
        other.seen = "yes"
        self.seen = 2.5
        return self.k == other.k

k1, k2 = Key(1), Key(2)
d = {k1: "a", k2: "b"}
print(d[Key(2)], k1.seen, k2.seen)
s = {Key(1), Key(2)}
print(len(s), Key(1) in s, sorted(type(k.seen).__name__ for k in s))
