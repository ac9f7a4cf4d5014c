# Frozen dataclasses, hashes, fields by keyword only, comparisons that run code of the program.
from dataclasses import dataclass, field, FrozenInstanceError, replace
from enum import Enum
import math


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass(frozen=True)
class Key:
    a: int
    b: str = "b"

    def up(self):
        return self.a + 1


@dataclass(frozen=True, order=True)
class SubKey(Key):
    c: float = math.pi
    color: Color = Color.RED


@dataclass(eq=False)
class Identity:
    a: int


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: list = field(default_factory=list, hash=False)


@dataclass(kw_only=True)
class Keywords:
    a: int
    b: int = 2
    c: list = field(default_factory=list)


@dataclass(repr=False)
class Silent:
    a: int


k = Key(1)
print(k, hash(k) == hash(Key(1, "b")), {k: 1}[Key(1)], k.up())
for attempt in ("set", "del", "new"):
    try:
        if attempt == "set":
            k.a = 5
        elif attempt == "del":
            del k.a
        else:
            k.other = 1
    except FrozenInstanceError as e:
        print(attempt, e)
total = 0
for i in range(100):
    key = Key(i, "x")
    total += key.a
print(total)
s = SubKey(1)
print(s, SubKey(1) < SubKey(2), s.color, s.c, s.up(), SubKey(1, "c", 1.0, Color.BLUE).color.name)
try:
    s.c = 3
except FrozenInstanceError as e:
    print(e)
print(len({Identity(1), Identity(1)}), Identity(1) == Identity(1))
h = Hashed(1)
h.b.append(2)
print(hash(h) == hash(Hashed(1)), h)
print(Keywords(a=1), Keywords(c=[1], a=2))
try:
    Keywords(1)
except TypeError as e:
    print(e)
try:
    Keywords(b=1)
except TypeError as e:
    print(e)
print(repr(Silent(1)).startswith("<__main__.Silent object at"))


class Loose(Key):
    def put(self):
        self.free = 3
        return self.free


try:
    Loose(1).put()
except FrozenInstanceError as e:
    print(e)
loose = Loose(4)
loose.x = 2
print(loose.x, loose)
try:
    loose.a = 3
except FrozenInstanceError as e:
    print(e)


@dataclass(frozen=True)
class Area:
    w: float
    h: float
    area: float = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "area", self.w * self.h)


print(Area(2.0, 3.0), Area(2.0, 3.0).area)
try:
    @dataclass
    class Bad(Key):
        z: int = 1
except TypeError as e:
    print(e)
print(replace(k, a=9))


@dataclass
class WithEq:
    a: int

    def __eq__(self, other):
        print("eq", type(other).__name__)
        return True


@dataclass
class Holder:
    item: WithEq


print(Holder(WithEq(1)) == Holder(WithEq(2)))


class Odd:
    def __eq__(self, other):
        other.seen = getattr(other, "seen", 0) + 1
        other.kind = "changed"
        return False


@dataclass
class Target:
    n: int
    kind: str = "plain"


@dataclass
class OddHolder:
    item: object


odd, target = Odd(), Target(1)
print(OddHolder(odd) == OddHolder(target), target.kind, target.seen)
target.kind = 5
print(target.kind + 1)
