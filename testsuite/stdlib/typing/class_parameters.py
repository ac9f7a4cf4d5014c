"""`__parameters__` of generic classes, and how many arguments their subscripts take."""
import typing
from typing import Generic, ParamSpec, Protocol, TypeVar, TypeVarTuple, Unpack

T = TypeVar("T")
U = TypeVar("U")
D = TypeVar("D", default=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Pair[X, Y]: ...


class Box(Generic[T]): ...


class IntBox(Box[int]): ...


class Ordered(Box[T], Generic[U, T]): ...


class OfList(Box[list[T]]): ...


class Calls[**Q]: ...


class Many[*V]: ...


class Shown(Protocol[T]): ...


class Table(dict[str, T]): ...


class Swapped(Pair[U, T]): ...


class Listed(list, Box[U]): ...


class Plain(Box): ...


class WithDefault(Generic[T, D]): ...


for cls in (Pair, Box, IntBox, Ordered, OfList, Calls, Many, Shown, Table, Swapped, Listed, Plain, WithDefault):
    print(cls.__name__, getattr(cls, "__parameters__", None))
print(Pair[int, T].__parameters__, Box[T][int], Ordered[int, str].__args__, OfList[int], Calls[[int, str]], Many[int, str], Many[()])
print(WithDefault[str], WithDefault[str, bytes], typing.get_args(Pair[int, str]))
for attempt in (
    lambda: Pair[int], lambda: Pair[int, str, float], lambda: Box[int, str], lambda: IntBox[int], lambda: Plain[int], lambda: Generic[int],
    lambda: Generic[T, T], lambda: OfList[int][str], lambda: WithDefault[int, str, bytes],
):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
