# Names that are bound before anything of the module's own can run, and names that aren't.
import enum
import functools
import logging
import re
from abc import ABC, abstractmethod
from collections import defaultdict, namedtuple
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
LOG = logging.getLogger("x")
WORD = re.compile(r"\w+")
LIMITS = {"a": 1, "b": [1, 2, 3][1]}
TOTAL = sum(LIMITS.values()) + len(LIMITS)
Pair = namedtuple("Pair", "left right")
GROUPS = defaultdict(list)


@dataclass(order=True)
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)

    @property
    def cost(self):
        return self.price * RATE

    @cost.setter
    def cost(self, value):
        self.price = value / RATE


class Kind(enum.Enum):
    SMALL = 1
    LARGE = enum.auto()

    def label(self):
        return self.name.lower()


class Base(ABC, Generic[T]):
    @abstractmethod
    def run(self) -> T: ...

    @staticmethod
    def make(n):
        return Later(n)


class Later(Base[int]):
    def __init__(self, n):
        self.n = n

    def run(self):
        return self.n + TOTAL


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def traced(function):
    @functools.wraps(function)
    def wrapper(*args):
        print("called", function.__name__, LATE if args else "")
        return function(*args)
    return wrapper


RATE = 2


# From here on the module's own functions run.
@traced
def early():
    try:
        return LATE
    except NameError as error:
        return str(error)


print(early())
LATE = "late"
print(early())


class Registered:
    def __init__(self):
        try:
            print(AFTER)
        except NameError as error:
            print(error)


one = Registered()
AFTER = 3
two = Registered()

item = Item("x", 3.0)
item.cost = 10
print(item, item.cost, Kind.LARGE.label(), Base.make(4).run(), fib(30), WORD.findall("a b"), Pair(1, 2), LOG.name, GROUPS[1])
