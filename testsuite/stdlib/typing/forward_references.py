"""Strings among types are ForwardRefs, which may know the module that their names are of."""
from __future__ import annotations
from typing import ForwardRef, NamedTuple, Optional, TypedDict, get_type_hints

plain = ForwardRef("int")
placed = ForwardRef("int", module="shapes")
print(plain, placed, plain.__forward_arg__, plain.__forward_module__, placed.__forward_module__)
print(plain == placed, placed == ForwardRef("int", module="shapes"), len({plain, placed, ForwardRef("int")}))
print(ForwardRef("x", False), ForwardRef("x", is_class=True), ForwardRef("x", True, "m"))
for wrong in (3, None):
    try:
        ForwardRef(wrong, module="m")
    except TypeError as error:
        print(error)


class Settings(TypedDict, total=False):
    currency: str
    limits: dict[str, Limit]


class Limit(NamedTuple):
    low: int
    high: Optional[int] = None


Made = TypedDict("Made", {"name": "str", "size": int})
print(Settings.__annotations__, Made.__annotations__, Limit.__annotations__)
print(get_type_hints(Settings), get_type_hints(Limit))
