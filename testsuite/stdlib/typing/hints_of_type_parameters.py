"""get_type_hints finds type parameters and the names around them in the order in which CPython does."""
from __future__ import annotations
from typing import get_type_hints, TypedDict, Generic, TypeVar
class Box[T]:
    x: T
    y: list[T]
    def put(self, item: T) -> Box[T]: ...
    def turn[U](self, item: U, other: T) -> dict[T, U]: ...
def first[K, V](d: dict[K, V]) -> K: ...
for f in (Box, first, Box.turn):
    try: print(get_type_hints(f))
    except NameError as e: print(e)
int_ = int
class Clash[int_]:
    int_ = str
    x: int_
print(get_type_hints(Clash))
def clash[int_](a: int_): ...
print(get_type_hints(clash), get_type_hints(clash)["a"] is clash.__type_params__[0])
print(get_type_hints(Clash, {"int_": float}), get_type_hints(Clash, None, {"int_": bytes}))
print(get_type_hints(first, {"K": 1, "dict": list}, {"V": 2}))
T = TypeVar("T")


class Movie(TypedDict, Generic[T]):
    title: T


class Rated(Movie):
    stars: int


class Named(Movie[str]):
    year: int


print(Rated.__orig_bases__, Rated.__parameters__, Named.__orig_bases__, Rated.__mro__, Rated(title=1, stars=2), Named.__annotations__)
