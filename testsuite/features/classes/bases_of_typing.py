"""Bases that typing's names stand for: Generic is among them once, whoever brings it along, and lists the class's parameters."""
import collections.abc
from typing import Dict, Generic, Iterable, List, Mapping, Protocol, Sequence, Sized, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Pair(Generic[A, B]):
    def __init__(self, first, second):
        self.first = first
        self.second = second


class Checker(Protocol[A, B]):
    def check(self, value: A) -> B: ...


class Same(Generic[A], Pair[A, A]):
    def total(self):
        return self.first + self.second


class Checked(Generic[A], Checker[A, A]):
    def check(self, value):
        return value


class GenericLast(Pair[A, A], Generic[A]):
    pass


class Row(Generic[A], Sequence[A]):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return (1, 2)[index]


class Table(Generic[A], Pair[int, str], Mapping[str, A]):
    def __len__(self):
        return 1

    def __getitem__(self, key):
        return {"a": self.first}[key]

    def __iter__(self):
        return iter("a")


class Bag(Iterable[A], Sized):
    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


class PlainIterable(collections.abc.Iterable[A], Generic[A]):
    def __iter__(self):
        return iter(())


class Names(List): pass
class Numbers(List[int]): pass
class Ages(Dict[str, A]): pass
class BuiltIn(list[int]): pass
class Swapped(Protocol[B, A], Generic[A, B]): pass
class Reordered(Checker[B, A], Protocol[A, B]): pass
class Both(Reordered[int, str], Generic[A]): pass


for cls in (Same, Checked, GenericLast, Row, Table, Bag, PlainIterable, Names, Numbers, Ages, BuiltIn, Swapped, Reordered, Both):
    print(cls.__name__, [base.__name__ for base in cls.__bases__], [each.__name__ for each in cls.__mro__[1:]], getattr(cls, "__parameters__", None))
print(Same(1, 2).total(), Same("a", "b").total(), Same[int](3, 4).total(), Checked().check(5), list(Row()), dict(Table(6, "")), Numbers([1, 2]), len(Bag()))


def made(make):
    try:
        return make()
    except TypeError as error:
        return error


def plain():
    class Plain(Generic): pass


def twice():
    class Twice(Generic[A], Generic[B]): pass


def unlisted():
    class Unlisted(Generic[A], Pair[A, B]): pass


def unsubscripted():
    class Unsubscripted(Generic[A], Pair): pass


for make in (plain, twice, unlisted, unsubscripted):
    print(made(make))
