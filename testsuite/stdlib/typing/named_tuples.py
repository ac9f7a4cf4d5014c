"""Named tuples with types: class syntax, methods, defaults, inheritance, the functional form."""
import asyncio
from typing import NamedTuple, Optional, Generic, TypeVar, get_type_hints


class Point(NamedTuple):
    """A place."""
    x: int
    y: int = 0

    def dist(self) -> float:
        return (self.x ** 2 + self.y ** 2) ** 0.5

    @property
    def flipped(self) -> "Point":
        return Point(self.y, self.x)

    @classmethod
    def origin(cls) -> "Point":
        return cls(0)

    @staticmethod
    def name():
        return "pt"

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __str__(self):
        return f"<{self.x},{self.y}>"


p = Point(3, 4)
print(p, repr(p), p.x, p.y, p[0], p[-1], len(p), p.dist(), p.flipped, Point.origin(), Point.name())
print(p + Point(1), p == (3, 4), isinstance(p, tuple), hash(p) == hash((3, 4)))
print(Point._fields, Point._field_defaults, p._asdict(), p._replace(y=9), Point._make([7, 8]))
print(Point.__doc__, Point.__name__, Point.__module__, Point.__mro__, Point.__bases__)
print(Point.__annotations__)
print(get_type_hints(Point))
x, y = p
print(x, y, *p)
try:
    Point()
except TypeError as e:
    print(e)
try:
    Point(1, 2, 3)
except TypeError as e:
    print(e)
try:
    Point(1, z=3)
except TypeError as e:
    print(e)
try:
    p.x = 5
except AttributeError as e:
    print(e)
try:
    p.q = 5
except AttributeError as e:
    print(e)
try:
    p._replace(q=1)
except TypeError as e:
    print(e)

match p:
    case Point(x=3, y=yy):
        print("matched", yy)
match Point(5, 6):
    case Point(a, b):
        print("positional", a, b)

Employee = NamedTuple("Employee", [("name", str), ("id", int)])
e = Employee("Ann", id=3)
print(e, Employee._fields, Employee.__annotations__)


class Event(NamedTuple):
    when: float
    what: str
    payload: Optional[dict] = None
    tags: list[str] = []


class Special(Event):
    def shout(self):
        return self.what.upper()


events = [Event(2.0, "b"), Event(1.0, "a", {"k": 1}), Event(1.0, "A")]
for each in sorted(events[:2]):
    print(each)
print(Special(1.5, "hey").shout(), Special(1.5, "hey"))
print(max(events, key=lambda ev: ev.when))
try:
    class Bad(NamedTuple):
        a: int = 1
        b: str
except TypeError as e:
    print(e)
try:
    class Bad2(NamedTuple):
        _a: int
except ValueError as e:
    print(e)
try:
    class Bad3(NamedTuple):
        a: int
        def __init__(self): pass
except AttributeError as e:
    print(e)
try:
    class Bad4(NamedTuple, int):
        a: int
except TypeError as e:
    print(e)

T = TypeVar("T")


class Box(NamedTuple, Generic[T]):
    item: T
    label: str = "box"


b: Box[int] = Box(3)
print(b, Box[int](4), Box[int])


class Pair[K, V](NamedTuple):
    key: K
    value: V


print(Pair("a", 1), Pair[str, int]("b", 2))


async def worker(q: asyncio.Queue, out: list):
    while True:
        job: Event = await q.get()
        if job.what == "stop":
            break
        out.append(job._replace(tags=[job.what]))


async def main():
    q: asyncio.Queue[Event] = asyncio.Queue()
    out: list[Event] = []
    for ev in events:
        q.put_nowait(ev)
    q.put_nowait(Event(0, "stop"))
    await worker(q, out)
    print(out)
    pq = asyncio.PriorityQueue()
    for ev in (Point(3, 1), Point(1, 2), Point(2, 0)):
        await pq.put(ev)
    while not pq.empty():
        print(await pq.get())


asyncio.run(main())
