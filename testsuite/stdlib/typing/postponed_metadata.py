"""Metadata of Annotated in postponed annotations: calls, attributes, numbers, text with escapes."""
from __future__ import annotations

import dataclasses
import re
import types
from typing import Annotated, NamedTuple, get_type_hints


class Least(NamedTuple):
    value: float
    strict: bool = False


class Pattern:
    def __init__(self, text, flags=0):
        self.regex = re.compile(text, flags)

    def __repr__(self):
        return f"Pattern({self.regex.pattern!r}, {int(self.regex.flags)})"


@dataclasses.dataclass
class Person:
    name: Annotated[str, Least(1), str.istitle]
    age: Annotated[int, Least(0, strict=True), Least(value=-2.5)]
    zip: Annotated[str, Pattern(r"\d{5}", flags=re.ASCII), "it's \"é\"\n"]
    big: Annotated[int, 0x10, 1_000, (1, 2), [3], ...] | None = None


def move(x: Annotated[float, Least(1e3)], *, by: Annotated[Person, Least(1)] = None) -> Annotated[list[int], Least(0)]: ...


for name, hint in get_type_hints(Person, include_extras=True).items():
    print(name, hint)
print(get_type_hints(move))
print(get_type_hints(move, include_extras=True))
print(types.new_class("Made", (), {}, lambda namespace: namespace.update(x=1)))
