# What isn't a field, by other names than `ClassVar`, `InitVar` and `KW_ONLY`: the text of an annotation doesn't say it.
import dataclasses
import typing
from dataclasses import KW_ONLY as BY_KEYWORD, InitVar as Given, dataclass
from typing import ClassVar, ClassVar as Shared

try:
    from typing import ClassVar as Constant
except ImportError:
    Constant = None
Alias = ClassVar
Number = int


@dataclass
class Renamed:
    x: int
    count: Shared[int] = 2
    limit: Constant[int] = 3
    name: Alias[str] = "renamed"


print(Renamed(1), Renamed.__match_args__, Renamed.limit)


@dataclass
class Parameters:
    x: Number
    factor: Given[int]
    _: BY_KEYWORD
    y: Number = 4

    def __post_init__(self, factor):
        self.x *= factor


print(Parameters(2, 3), Parameters(2, 3, y=1))


@dataclasses.dataclass
class Numbers:
    x: Number
    y: "Number" = 0
    limit: typing.ClassVar[Number] = 5


print(Numbers(1), Numbers("a", 2), Numbers.limit)
