# `__class_getitem__` that asks the base's.
from typing import Generic, TypeVar
from collections.abc import Mapping


T = TypeVar("T")


class Box[U]:
    def __class_getitem__(cls, item):
        print("box of", item)
        return super().__class_getitem__(item)


class Row(list):
    def __class_getitem__(cls, item):
        return super().__class_getitem__((item, item))


class Table(Mapping):
    pass


class Plain(Generic[T]):
    pass


class Own:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


class Derived(Own):
    def __class_getitem__(cls, item):
        return "<" + super().__class_getitem__(item) + ">"


print(Box[int], Box[int](), Row[str], Table[int, str], Plain[int], Own[1], Derived[2]) if 0 else print(Box[int], Row[str])
print(Table[int, str], Plain[int], Plain.__class_getitem__(str), Own[1], Derived[2])
print(list.__class_getitem__(int), dict.__class_getitem__((int, str)), hasattr(int, "__class_getitem__"))
for wrong in (lambda: list.__class_getitem__(), lambda: int[3], lambda: type("M", (type,), {})[int], lambda: Plain[1]):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(type[int])
