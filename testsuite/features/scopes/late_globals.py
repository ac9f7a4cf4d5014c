# A function given to the library runs before what it needs is bound.
from dataclasses import dataclass


def check():
    return LATER


class Descriptor:
    def __get__(self, instance, owner):
        return later()

    def __set__(self, instance, value):
        pass


@dataclass
class Point:
    x: int = 3


class Holder:
    d = None


value = sorted([3, 1, 2], key=lambda x: order(x))


def order(x):
    return -x


def later():
    return 1


LATER = 2
print(check(), value)
