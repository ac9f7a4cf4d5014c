"""Special methods that built-in functions and the library call, which change the types of attributes"""
import functools, itertools, heapq, operator, collections, bisect, asyncio

class Tracker:
    """Comparisons change the operands."""

    def __init__(self, n):
        self.n = n
        self.last = None

    def __lt__(self, other):
        self.last = other.n
        other.last = "compared"
        return self.n < other.n

    def __repr__(self):
        return f"T({self.n}, {self.last is None or type(self.last).__name__})"

ts = [Tracker(3), Tracker(1), Tracker(2)]
ts.sort()
print(ts)
print(ts[0].last, ts[1].last)
heap = []
for n in (5, 4, 6):
    heapq.heappush(heap, Tracker(n))
print([heapq.heappop(heap).n for _ in range(3)])
print(min(Tracker(2), Tracker(1)), max([Tracker(1), Tracker(7)]))

class Tracker2(Tracker):
    pass

t2 = Tracker2("a")
t3 = Tracker2("b")
print(t2 < t3, t2.last, t3.last)
bisect.insort(ts, Tracker(2.5))
print(ts)

class Sum:
    def __init__(self, v):
        self.v = v

    def __add__(self, other):
        if other == 0:
            return self
        return Sum([self.v, other.v])

    def __radd__(self, other):
        return Sum((other, self.v))

    def __repr__(self):
        return f"Sum({self.v!r})"

print(sum([Sum(1), Sum(2)]), sum([Sum(1)], Sum("s")), functools.reduce(operator.add, [Sum(1), Sum(2), Sum(3)]))
print(list(itertools.accumulate([Sum(1), Sum("b")])))
print(functools.reduce(lambda a, b: a + b, [Sum(1), Sum(2)]))

class Eq:
    calls = []

    def __init__(self, k):
        self.k = k

    def __eq__(self, other):
        Eq.calls.append((self.k, getattr(other, "k", other)))
        self.other = other
        return self.k == getattr(other, "k", other)

    def __hash__(self):
        return hash(self.k)

e = [Eq(1), Eq("2"), Eq(3.5)]
print(e.index(3.5), e.count("2"), 7 in e, e[0].other)
e.remove("2")
print([x.k for x in e], Eq.calls)
print((1, Eq(2)) == (1, 2), [Eq(1)] == [1.0], {"a": Eq(1)} == {"a": Eq(1)}, {Eq(1)} == {1}, Eq(1) in {1: 2}, Eq(2) in (3, 2))
print(collections.Counter([Eq(1), Eq(1), Eq(2)]).most_common(1)[0][1])
print([(k.k, len(list(g))) for k, g in itertools.groupby([Eq(1), Eq(1), Eq(2)])])
dq = collections.deque([Eq(1), Eq(2)])
dq.remove(2)
print(len(dq), dq[0].other)
match Eq(4):
    case 5:
        print("five")
    case 4:
        print("four")

class Neg:
    def __init__(self, v):
        self.v = v

    def __neg__(self):
        self.v = str(self.v)
        return [self.v]

    def __invert__(self):
        return self

    def __abs__(self):
        self.v = None
        return self

    def __index__(self):
        self.v = ()
        return 2

    def __len__(self):
        self.v = 1.5
        return 3

    def __float__(self):
        self.v = {}
        return 0.5

    def __int__(self):
        return 7

    def __complex__(self):
        return 1j

    def __round__(self, n=None):
        return ("round", n)

    def __reversed__(self):
        return iter([3, 2, 1])

    def __divmod__(self, other):
        return (self, other)

    def __floordiv__(self, other):
        return f"floor {other}"

    def __format__(self, spec):
        return f"<{spec}>"

    def __bytes__(self):
        return b"neg"

    def __dir__(self):
        return ["b", "a"]

n = Neg(1)
print(-n, n.v)
print((~n) is n, abs(n).v)
print([1, 2, 3][n], n.v, range(n), "ab" * n if False else "x" * n.__index__())
print(len(n), n.v, float(n), n.v, int(n), complex(n), round(n), round(n, 2), list(reversed(n)), divmod(n, 3)[1])
print(n // 2.5, f"{n:>5}", "{:x}".format(n), bytes(n), dir(n), [0] * 3)

class Ctx:
    def __init__(self):
        self.state = "new"

    async def __aenter__(self):
        self.state = 1
        return self

    async def __aexit__(self, *exc):
        self.state = exc[0]
        return True

class AIter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n

class Awaitable:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        self.v = [self.v]
        return self

async def main():
    async with Ctx() as c:
        print(c.state + 1)
        raise ValueError("x")
    print(c.state.__name__)
    total = 0
    async for x in AIter(4):
        total += x
    print(total, [x async for x in AIter(3)], await anext(AIter(2)), await anext(aiter(AIter(1)), "none"))
    a = Awaitable(3)
    b = await a
    print(b.v, a is b, (await asyncio.gather(Awaitable("g").__await__() and asyncio.sleep(0, "slept")))[0])

asyncio.run(main())

class Callable1:
    def __init__(self):
        self.args = None

    def __call__(self, *args, **kwargs):
        self.args = args
        return len(args) + len(kwargs)

class Callable2:
    count = 0

    def __call__(self, x):
        self.count += 1
        return x * 2

c1, c2 = Callable1(), Callable2()
print(c1(1, "b", k=3), c1.args, c2("z"), c2(2), list(map(c2, [1.5, 2])), c2.count)
print(sorted([3, 1, 2], key=c2), c2.count, [*map(c1, [1])], c1.args)
f = c2
print(f([1]), functools.partial(c2, 4)())

class Attr:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, [value])

at = Attr()
at.x = 1
print(at.x)

class Item:
    def __init__(self, d):
        self.d = d

    def __getitem__(self, k):
        return self.d[k]

    def keys(self):
        return self.d.keys()

    def __missing__(self, k):
        return k

print({**Item({"a": 1, "b": "x"})}, dict(Item({"q": 2})), "%(a)s" % Item({"a": 5}), "{0[a]}".format(Item({"a": "fa"})))
print(list(zip(Item([1, "two", 3.0]), range(2))), [*Item("xyz")][1], "y" in Item("xyz"))
