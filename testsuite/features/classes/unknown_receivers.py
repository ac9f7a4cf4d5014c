# Instances that reach code of which nothing is known: it reads, stores and calls by names.
import json
from collections import UserList


def anything(*values):
    """What it gives is of no type that inference knows."""
    return UserList(values)[0]


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.tags = []
        self.owner = None

    def moved(self, by, factor=1):
        return Point(self.x + by * factor, self.y)

    def set_x(self, x):
        self.x = x

    def tag(self, word):
        self.tags.append(word)
        return self


p = Point(1, 2.5)
q = anything(p)
print(q.x + 1, q.y * 2)
q.x = "text"
print(p.x, p.x * 2)
q.set_x(7)
print(p.x + 1)
q.set_x(x=[1, 2])
print(p.x, len(p.x))


class Counter:
    def __init__(self):
        self.count = 0
        self.history = []

    def add(self, amount, note="none"):
        self.count += amount
        self.history.append((amount, note))
        return self.count


c = Counter()
d = anything(c)
print(c.add(1), d.add(2), d.add(0.5, note="half"), c.history)
print(d.add(amount=10**20), c.count)
try:
    d.add("text")
except TypeError as error:
    print(error)
print(c.count, c.history[-1])
method = d.add
try:
    print(method(True, None), c.history)
except TypeError as error:
    print(error)


class Named:
    kind = "plain"

    def __init__(self, name):
        self.name = name
        self.size = len(name)

    @property
    def title(self):
        self.size += 1
        return self.name.title()

    @title.setter
    def title(self, value):
        self.name = value

    @classmethod
    def make(cls, name):
        return cls(name)

    @staticmethod
    def twice(value):
        return value * 2

    def each(self, prefix):
        for letter in self.name:
            yield prefix + letter


n = Named("ada")
m = anything(n)
print(m.title, n.size)
m.title = "grace"
print(n.name, n.title, n.size, m.kind)
m.kind = 3
print(n.kind + 1, Named.kind)
print(m.make("x").name, m.twice(4), m.twice("ab"), Named.twice([1]))
print(list(m.each(">")))
m.name = ["l", "m"]
print(list(m.each("-")), n.name)


class Shape:
    __match_args__ = ("width", "height")

    def __init__(self, width, height):
        self.width = width
        self.height = height


def describe(shape):
    match shape:
        case Shape(w, h) if w == h:
            return f"square {w}"
        case Shape(width=w, height=h):
            return f"{w} x {h}"
        case _:
            return "?"


s = Shape(2, 2)
print(describe(anything(s)), describe(anything(Shape(2, 3.5))), describe(anything(4)))


class Base:
    def __init__(self):
        self.log = []

    def handle(self, event):
        self.log.append(event)
        return len(self.log)


class Derived(Base):
    def handle(self, event):
        return super().handle([event])


for handler in anything([Base(), Derived()]):
    print(handler.handle("e"), handler.handle(5), handler.log)


class Star:
    def __init__(self):
        self.seen = None

    def take(self, *args, **kwargs):
        self.seen = (args, kwargs)
        return self.seen


t = Star()
u = anything(t)
print(u.take(1, "a", k=2), t.seen)
print(u.take(*[1, 2], **{"z": 3}), t.seen)

data = json.loads('{"v": [1, 2.5, "s", null]}')
holder = anything(Counter())
holder.count = data["v"]
print(holder.count)
del holder.count
try:
    print(holder.count)
except AttributeError as error:
    print(error)
