# Dataclasses with slots, and with annotations that are text.
from __future__ import annotations

from dataclasses import KW_ONLY, InitVar, dataclass, field, fields, replace
from typing import ClassVar
import dataclasses
import typing


@dataclass(slots=True)
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)

    def total(self):
        return self.x + self.y


@dataclass(slots=True, frozen=True)
class F:
    a: int = 1


@dataclass(slots=True)
class Q(P):
    w: int = 9


@dataclass
class T:
    a: ClassVar[int] = 1
    b: typing.ClassVar = 2
    c: InitVar[int]
    d: dataclasses.InitVar[int]
    _: KW_ONLY
    e: int = 5
    f: Nope = 6

    def __post_init__(self, c, d):
        self.sum = c + d


p = P(1)
print(p, p.total(), P.__slots__, hasattr(p, "__dict__"), p == P(1), Q(1), Q.__slots__, [f.name for f in fields(Q)])
for act in [lambda: setattr(p, "nope", 1), lambda: setattr(F(), "a", 2), lambda: setattr(F(), "b", 2)]:
    try:
        act()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)
print(replace(p, x=5), F(3), hash(F(3)) == hash(F(3)))
t = T(1, 2)
print(t, t.sum, [(f.name, f.type) for f in fields(T)], T.__doc__)
try:
    @dataclass(slots=True)
    class Bad:
        __slots__ = ("x",)
        x: int
except TypeError as e:
    print(e)
