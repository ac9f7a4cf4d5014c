# Everyday dataclasses, whose layout and `__init__` the compiler knows.
from dataclasses import dataclass, field, replace, asdict, astuple, KW_ONLY
from typing import ClassVar, Optional
import copy, pickle


@dataclass
class Point:
    x: int
    y: int = 0

    def norm(self):
        return self.x * self.x + self.y * self.y


@dataclass
class Inventory:
    """Counts things."""
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    counts: dict = field(default_factory=dict)
    made: ClassVar[int] = 0
    limit = 10

    def __post_init__(self):
        Inventory.made += 1
        self.total = self.price * 2


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(default="job", compare=False)
    _: KW_ONLY
    cost: float = 2.0
    done: bool = field(default=False, repr=False)


@dataclass
class Point3(Point):
    z: int = 7
    x: int = 1


class Plain:
    def __init__(self, a):
        self.a = a

    def double(self):
        return self.a * 2


@dataclass
class OverPlain(Plain):
    a: int
    b: Optional["OverPlain"] = None


class SubPoint(Point):
    def __init__(self, x):
        super().__init__(x, x + 1)
        self.w = 3


def total(points):
    t = 0
    for p in points:
        t += p.x + p.y
    return t


p = Point(1, 2)
print(p, p.x + p.y, p.norm(), p == Point(1, 2), p != Point(1, 3), p == 3)
p.x = 10
print(p, Point(5), Point(x=3), Point(y=1, x=2))
p.extra = "e"
print(p.extra, p)
print(total([Point(i, i) for i in range(10)]))
i = Inventory("a")
j = Inventory("b", 2.5, [1], {"k": 1})
i.tags.append("t")
i.counts["c"] = 3
print(i, j, i.total, j.total, Inventory.made, i.limit, Inventory.__doc__)
print(Inventory("c").tags, Inventory("c").counts)
jobs = [Job(3, "c"), Job(1, "a", cost=1.0), Job(2, "b", done=True)]
jobs.sort()
print(jobs, min(jobs), Job(1) < Job(2), Job(1) >= Job(1), Job(1, "x") == Job(1, "y"))
print(sorted(jobs, key=lambda j: -j.cost)[0])
q = Point3()
print(q, Point3(1, 2, 3), q.norm(), q.z, isinstance(q, Point))
o = OverPlain(4)
o2 = OverPlain(5, o)
print(o, o2, o2.b.a, o.double())
s = SubPoint(3)
print(s, s.w, s.x, s.y)
print(copy.copy(p), copy.deepcopy(i), replace(p, y=5))
print(asdict(i), astuple(j))
match p:
    case Point(a, b):
        print("match", a, b)
match p:
    case Point(x=10, y=yy):
        print("match", yy)
print(Point.__match_args__, Point.y, Inventory.price)
try:
    Point.x
except AttributeError as e:
    print(e)
try:
    Inventory.tags
except AttributeError as e:
    print(e)
try:
    print(hash(p))
except TypeError as e:
    print(e)
