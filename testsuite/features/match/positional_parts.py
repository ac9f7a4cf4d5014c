# Class patterns with positional parts: what `__match_args__` names, of dataclasses and by hand.
from dataclasses import dataclass, field


@dataclass
class Num:
    value: float


@dataclass
class Bin:
    op: str
    left: object
    right: object


@dataclass(frozen=True)
class Neg:
    operand: object
    depth: int = field(default=0, kw_only=True)


def value_of(e):
    match e:
        case Num(v):
            return v
        case Bin("+", l, r):
            return value_of(l) + value_of(r)
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)):
            return 0
        case Bin("*", l, right=r):
            return value_of(l) * value_of(r)
        case Neg(x, depth=d) if d < 3:
            return -value_of(x)
        case Neg():
            return None
        case int() | float() as n:
            return n
        case _:
            raise TypeError(f"what is {e!r}?")


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    __match_args__ = "x", "y", "z"

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Lazy:
    __match_args__ = ("made",)

    @property
    def made(self):
        print("made")
        return 7


class Partial:
    __match_args__ = ("a", "b")

    def __init__(self, n):
        self.a = n
        if n > 1:
            self.b = n


def where(p):
    match p:
        case Point3(0, 0, 0):
            return "origin in space"
        case Point3(x, y, z):
            return f"space {x + y + z}"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on y at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "somewhere"
        case Lazy(made):
            return f"lazy {made}"
        case Partial(a, b):
            return f"both {a} {b}"
        case Partial(a):
            return f"one {a}"
        case str(s):
            return s
    return "nowhere"


def too_many(p):
    match p:
        case Num(a, b):
            return a, b
    return None


class NoArgs:
    def __init__(self):
        self.x = 1


def none_declared(p):
    match p:
        case NoArgs(x):
            return x


tree = Bin("+", Num(1), Bin("*", Num(2.5), Bin("+", Num(3), Neg(Num(1)))))
print(value_of(tree), value_of(Bin("*", Num(0), tree)), value_of(Bin("*", tree, Num(0))), value_of(Neg(Num(2), depth=3)))
print(value_of(Bin("*", 3, Bin("+", 1, 2))))
for bad in Bin("-", Num(1), Num(2)), "x":
    try:
        value_of(bad)
    except TypeError as error:
        print(error)
for p in (Point(0, 0), Point(0, 4), Point(3, 3), Point(1, 2), Point3(0, 0, 0), Point3(1, 2, 3), Lazy(), Partial(2), Partial(1), "text", None):
    print(where(p))
for f, p in (too_many, Num(1)), (none_declared, NoArgs()):
    try:
        print(f(p))
    except TypeError as error:
        print(error)
