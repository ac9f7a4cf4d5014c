# Dataclasses with slots behave as without, but for what slots are.
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
import copy


def log(*parts):
    print(*parts)
    return parts[0]


@dataclass(slots=True)
class Point:
    x: float
    y: float = 2.5
    tags: list = field(default_factory=list)
    hidden: int = field(default=7, init=False, repr=False)

    def norm(self):
        return self.x * self.x + self.y * self.y

    @property
    def double(self):
        return self.x * 2


@dataclass(slots=True, frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="x", compare=False)

    def bump(self):
        return replace(self, minor=self.minor + 1)


@dataclass(slots=True)
class Base:
    a: int

    def __post_init__(self):
        log("made", self.a)


@dataclass(slots=True)
class Derived(Base):
    b: int = 4

    def total(self):
        return self.a + self.b


@dataclass(slots=True, kw_only=True)
class Options:
    name: str
    level: int = 1


@dataclass(slots=True)
class Counter:
    count: int = 0

    def add(self):
        self.count += 1
        self.extra = 1


@dataclass(slots=True)
class Node:
    value: int
    next: "Node | None" = None

    def __len__(self):
        return 1 + (len(self.next) if self.next else 0)


@dataclass(slots=True)
class Supers(Base):
    c: int = 1

    def __post_init__(self):
        super().__post_init__()


@dataclass(slots=True, weakref_slot=True)
class Weak:
    w: int


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


p = Point(1.5)
print(p, p.norm(), p.double, p.hidden, p == Point(1.5), p != Point(2), [f.name for f in fields(p)])
p.x = 3.0
p.tags.append(1)
print(p, p.norm(), copy.copy(p), copy.deepcopy(p) == p, Point.__slots__, hasattr(p, "__dict__"))
attempt(lambda: setattr(p, "z", 1))
attempt(lambda: p.z)
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3, 4))
print(type(Point.x).__name__, Point.x.__get__(p), Point.__match_args__)
v = Version(1, 2)
print(v, v.bump(), v < v.bump(), hash(v) == hash(Version(1, 2, "y")), sorted([v.bump(), v]))
attempt(lambda: setattr(v, "major", 3))
attempt(lambda: setattr(v, "other", 3))
attempt(lambda: delattr(v, "major"))
d = Derived(1)
print(d, d.total(), isinstance(d, Base), Derived.__slots__, Derived.__mro__[1] is Base)
attempt(lambda: setattr(d, "c", 1))
print(Options(name="n"), Options(name="m", level=3))
attempt(lambda: Options("n"))
c = Counter()
attempt(c.add)
print(c)
n = Node(1, Node(2, Node(3)))
print(n, len(n), n.next.next.value)
match n:
    case Node(value, Node(second)):
        print("match", value, second)
attempt(lambda: Supers(5))
print(Weak(1), Weak.__slots__)
total = 0
for i in range(5):
    q = Point(float(i), tags=[i])
    total += q.norm() + len(q.tags)
print(total)
Point.x.__set__(p, "text")
print(p)
del p.x
attempt(lambda: p.x)
attempt(lambda: p)
