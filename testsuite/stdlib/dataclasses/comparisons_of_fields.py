"""The methods that compare and hash fields: other classes, fields that are gone, values with comparisons of their own."""
from dataclasses import dataclass, field, make_dataclass


@dataclass(order=True, unsafe_hash=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


class Special(Version):
    pass


class Posing(Version):
    __class__ = property(lambda self: Version)


@dataclass
class Empty:
    pass


class Odd:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        return self.answer

    def __lt__(self, other):
        raise ValueError("not comparable today")


@dataclass(order=True)
class Box:
    value: object
    rest: object = None


a, b, c = Version(1, 2), Version(1, 2, "x"), Version(1, 3)
print(a == b, a != b, a == c, a < c, a <= b, c > a, c >= a, hash(a) == hash(b) == hash((1, 2)))
print(a == Special(1, 2), Special(1, 2) == Special(1, 2), a == (1, 2), a.__eq__((1, 2)), a.__lt__(Special(1, 2)))
print(Posing(1, 2) == a, a == Posing(1, 2), Posing(1, 2) < Version(2), sorted([c, a, Version(0)])[0])
print(Empty() == Empty(), Empty() == a)
try:
    a < Special(1, 2)
except TypeError as error:
    print(error)
print(Box(Odd([])) == Box(Odd(1)), Box(Odd("yes")) == Box(1), Box(Odd("yes"), Odd("sure")).__eq__(Box(1)), Box(1).__eq__(Box(2)))
try:
    Box(Odd(0)) < Box(1)
except ValueError as error:
    print(error)
try:
    Box([1]) < Box("a")
except TypeError as error:
    print(error)
nan = float("nan")
print(Box(nan) == Box(nan), Box(nan) < Box(nan))
del a.minor
print(a == a, a.minor)
gone = Box(1)
del gone.value
try:
    gone == Box(1)
except AttributeError as error:
    print(error)
Point = make_dataclass("Point", ["x", "y"], order=True)
print(Point(1, 2) == Point(1, 2), Point(1, 2) < Point(1, 3), Point(1, 2))
print({Version(1): "one", Version(2): "two"}[Version(2)], Version(1) in {Version(1, 0)})
