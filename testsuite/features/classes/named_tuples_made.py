# Named tuples: fields of known types, whatever makes the tuple.
import collections
import copy
import pickle
from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", "x y")
Pair = collections.namedtuple("Pair", ["left", "right"], defaults=(None,))
Empty = namedtuple("Empty", "")
Commas = namedtuple("Commas", "a, b,c")


class Item(NamedTuple):
    """One of them."""
    name: str
    price: float = 0.5
    count: int = 1

    def total(self):
        return self.price * self.count

    def renamed(self, name):
        return self._replace(name=name)

    @property
    def label(self):
        return f"{self.name}!"

    @classmethod
    def free(cls, name):
        return cls(name, 0.0)

    @staticmethod
    def zero():
        return Item("zero", 0.0, 0)


def distance(points):
    total = 0
    for before, after in zip(points, points[1:]):
        total += abs(after.x - before.x) + abs(after.y - before.y)
    return total


points = [Point(1, 2), Point(x=4, y=6), Point(*[7, 8]), Point(**{"x": 9, "y": 1}), Point._make(range(2))]
print(distance(points), points[0], points[-1].x)
for x, y in points:
    print(x + y, end=" ")
print()
p = points[0]
print(p[0], p[-1], p[0:1], len(p), p == (1, 2), p < (1, 3), p + (3,), p * 2, 2 in p, p.index(2), p.count(1), hash(p) == hash((1, 2)))
print(p._fields, p._asdict(), p._replace(y="text"), p, Point._fields, Point.__name__, Point.__doc__, Point.__match_args__)
print(Pair(1), Pair(1, 2.5), Pair(left="a", right=[1]), Pair(1).right, Pair._field_defaults)
print(Empty(), Commas(1, 2, 3).c, Commas(*"abc").b)
items = [Item("apple", 1.25, 4), Item("pear", count=3), Item("nut"), Item.free("air"), Item.zero()]
print(sum(item.total() for item in items), [item.label for item in items], items[0].renamed("peach"))
print(max(items, key=lambda item: item.price).name, sorted(items)[0], sorted(items, key=Item.total)[-1].name)
print(Item.__doc__, Item.__annotations__, Item("x").count.bit_length(), Item("x").price.is_integer())
print(copy.copy(p) is p, copy.deepcopy(Pair([1], [2])), pickle.loads(pickle.dumps(p)) == p)
print(isinstance(p, tuple), isinstance(p, Point), isinstance((1, 2), Point), isinstance(p, (list, Item)), type(p) is Point)
print(f"{p} {p!r} {p.x:03d} %s" % (p,), "{0.x} {0.y} {p[1]}".format(p, p=p), "%d-%d" % p)


def kind(value):
    match value:
        case Item(name, price=price):
            return f"item {name} {price}"
        case Point(0, y):
            return f"on the axis at {y}"
        case Point(x=x):
            return f"point from {x}"
        case [a, b]:
            return f"two: {a} {b}"
        case _:
            return "else"


print(kind(items[1]), kind(Point(0, 5)), kind(Point(3, 4)), kind(Pair(1, 2)), kind(7), sep="; ")


def either(flag):
    return Point(1, 2) if flag else None


def mixed(flag):
    return Point(1.5, "s") if flag else Pair(1, 2)


for flag in (True, False):
    found = either(flag)
    print(found.x if found else "none", mixed(flag)[0])
    try:
        print(found.y)
    except AttributeError as error:
        print(error)

for attempt in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Item(), lambda: p.z, lambda: setattr(p, "x", 5),
                lambda: p._replace(q=1), lambda: Point._make([1]), lambda: p[2], lambda: namedtuple("Bad", "a a"), lambda: namedtuple("Bad", "_a"),
                lambda: namedtuple("Bad", "class"), lambda: Item(*[1, 2, 3, 4])):
    try:
        print(attempt())
    except (TypeError, AttributeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)

tree = {Point(0, 0): "origin", Point(1, 0): "east"}
print(tree[Point(0, 0)], tree.get((1, 0)), sorted(tree), {Point(1, 1), Point(1, 1)})
totals = collections.defaultdict(int)
for item in items:
    totals[item.name[0]] += item.count
print(dict(totals))
print([Point(*row) for row in [(1, 2), (3, 4)]], list(map(Point, [1, 2], [3, 4])), list(map(Point._make, ["ab", "cd"])))
