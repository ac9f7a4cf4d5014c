"""Annotated types nested, substituted, compared and called; aliases of classes that make instances; references to aliases."""
import collections
import typing
import weakref
from typing import Annotated, DefaultDict, Deque, Dict, Generic, List, Tuple, Type, TypeVar, Union

T = TypeVar("T")


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


print(List[Annotated[T, 5]][int] == List[Annotated[int, 5]], List[Annotated[T, 5]][int])
print(Annotated[Annotated[int, 4], 5], Annotated[Annotated[int, 4], 5] == Annotated[int, 4, 5])
print(Annotated[T, "a"][Annotated[int, "b"]], Annotated[T, "a"][str].__origin__, Annotated[List[T], "c"][int])
print(Annotated[int, 1] == Annotated[int, 2], Annotated[int, 1] == Annotated[str, 1], Annotated[int, 1] == int)
print(len({Annotated[int, 1], Annotated[int, 1], Annotated[int, 2]}), Annotated[Union[int, str], 1])
attempt(hash, Annotated[int, []])
attempt(lambda: Annotated[int])


class Point:
    """A point."""

    default = 3

    def __init__(self, x=0):
        self.x = x


Marked = Annotated[Point, "mark"]
print(type(Marked(5)).__name__, Marked(5).x, Marked.default)
Marked.extra = 7
print(Point.extra)


class Box(Generic[T]):
    count = 1


alias = Box[int]
alias.count = 2
print(Box.count, type(alias()).__name__, alias().__orig_class__)

print(Deque(), Deque[int]([1, 2]), DefaultDict(list), DefaultDict[str, int](int), typing.Counter[str]("aab"), typing.OrderedDict[int, str]())
print(Deque.__origin__, DefaultDict[int, str].__origin__ is collections.defaultdict, issubclass(collections.deque, Deque))
print(isinstance(collections.deque(), Deque), isinstance({}, DefaultDict), Deque[int], DefaultDict[int, str])
for each in (List, Dict, Tuple, Type, List[int], Dict[str, int]):
    attempt(each)


class Numbers(Deque[int]):
    pass


print(Numbers([1, 2]), Numbers.__mro__[1].__name__, Numbers.__orig_bases__)

for each in (List[int], list[int], Annotated[int, 1], Union[int, str]):
    print(weakref.ref(each)() is each)

P = typing.ParamSpec("P")
Other = typing.ParamSpec("P")
print(P.args == P.args, P.args == Other.args, P.args == P.kwargs, P.args.__origin__ is P, typing.get_origin(P.kwargs) is P)
print(typing.get_args(typing.Callable[P, int]), typing.get_args(typing.Callable[typing.Concatenate[int, P], int]))
print(typing.Literal[1, "a", int], Annotated[int, str], Annotated[int, 1, "b"])
U = TypeVar("U")
print(Union[T, U][int, Union[int, str]], Union[T, U][int, int], weakref.ref(U)() is U)


def hinted(a: List[Annotated[int, 1]], b: int | list[Annotated[str, 2]], c: Annotated[Dict[str, Annotated[T, 3]], 4]) -> Tuple[int, ...]: ...


print(typing.get_type_hints(hinted))
print(typing.get_type_hints(hinted, include_extras=True))
