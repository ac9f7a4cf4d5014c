import functools
from functools import cached_property, partialmethod, singledispatch, singledispatchmethod, total_ordering, update_wrapper, wraps
from collections.abc import Sized, Iterable

def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"

def logged(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        print("call", func.__name__, args, kwargs)
        return func(*args, **kwargs)
    return wrapper

@logged
def add(a: int, b: int = 2) -> int:
    "Adds."
    return a + b
print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__wrapped__(3, 4), add.__qualname__, add.__module__)
def dec(n):
    def outer(f):
        f.tag = n
        @functools.wraps(f, updated=())
        def inner(*a):
            return [f(*a)] * n
        return inner
    return outer
@dec(2)
def one(x): return x
print(one(5), one.__name__, hasattr(one, "tag"), one.__wrapped__.tag)

@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, V) else NotImplemented
print(V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted([V(3), V(1)], reverse=True)[0].n, attempt(lambda: V(1) < 3), attempt(lambda: V(1) >= 3), max(V(1), V(5)).n)
for base in ("__le__", "__gt__", "__ge__"):
    ops = {"__le__": lambda a, b: a.n <= b.n, "__gt__": lambda a, b: a.n > b.n, "__ge__": lambda a, b: a.n >= b.n}
    W = total_ordering(type("W", (), {"__init__": lambda self, n: setattr(self, "n", n), "__eq__": lambda a, b: a.n == b.n, "__hash__": None, base: ops[base]}))
    print([(W(a) < W(b), W(a) <= W(b), W(a) > W(b), W(a) >= W(b)) for a, b in ((1, 2), (2, 2), (3, 2))])
print(attempt(lambda: total_ordering(type("N", (), {}))))

class Circle:
    count = 0
    def __init__(self, r): self.r = r
    @cached_property
    def area(self):
        "The area."
        Circle.count += 1
        return self.r * self.r * 3
c = Circle(2)
print(c.area, c.area, Circle.count, c.__dict__, Circle.area.__doc__, Circle.area.attrname)
c.r = 5
del c.area
print(c.area, Circle.count)
c.area = "set"
print(c.area)

class Cell:
    def __init__(self): self.alive = False
    def set_state(self, state, *, shout=False):
        self.alive = state
        return "SET" if shout else "set"
    live = partialmethod(set_state, True)
    kill = partialmethod(set_state, False, shout=True)
    @classmethod
    def make(cls, kind): return (cls.__name__, kind)
    special = partialmethod(make, "special")
cell = Cell()
print(cell.live(), cell.alive, cell.kill(), cell.alive, Cell.live(cell), cell.special(), Cell.special(), attempt(lambda: partialmethod(3)))

@singledispatch
def show(x, extra=None):
    "Shows."
    return f"object {x!r}"
@show.register(int)
def _(x, extra=None): return f"int {x} {extra}"
@show.register(str)
def show_str(x, extra=None): return f"str {x}"
@show.register(list)
@show.register(tuple)
def _(x, extra=None): return f"seq {len(x)}"
show.register(float, lambda x, extra=None: f"float {x}")
@show.register(dict | set)
def _(x, extra=None): return "dict or set"
@show.register(Sized)
def _(x, extra=None): return "sized"
class L(list): pass
class S:
    def __len__(self): return 1
print(show(1), show(True, "e"), show("s"), show([1]), show((1, 2)), show(2.5), show(None), show({}), show({1}), show(L([1])), show(S()), show(b"x"), show.__name__, show.__doc__)
print(show.dispatch(int) is show.registry[int], show.dispatch(S) is show.registry[Sized], show_str("x"), attempt(lambda: show()), attempt(lambda: show.register(3)), sorted(k.__name__ for k in show.registry))

class Formatter:
    def __init__(self): self.log = []
    @singledispatchmethod
    def format(self, x):
        return f"obj:{x}"
    @format.register(int)
    def _(self, x):
        self.log.append(x)
        return f"int:{x}"
    @format.register(str)
    def _(self, x): return f"str:{x}"
    @singledispatchmethod
    @classmethod
    def build(cls, x): return (cls.__name__, x)
    @build.register(int)
    @classmethod
    def _(cls, x): return (cls.__name__, "int", x)
f = Formatter()
print(f.format(1), f.format("s"), f.format(2.5), f.log, Formatter.build("x"), f.build(3), Formatter.format(f, 9), attempt(lambda: f.format()))
