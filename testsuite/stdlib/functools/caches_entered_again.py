"""A cached function that's called while its cache compares keys; weak references to caches."""
import functools
import weakref
from collections import OrderedDict


@functools.lru_cache(maxsize=10)
def identity(x):
    return x


class Number:
    """Comparing a 2 asks for the result of a 1."""

    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x

    def __eq__(self, other):
        if self.x == 2:
            identity(Number(1))
        return self.x == other.x


identity(Number(1))
identity(Number(2))
print(identity(Number(2)).x, identity.cache_info().currsize)
print(weakref.ref(identity)() is identity)
order = OrderedDict(a=1, b=2)
order.move_to_end("b")
print(list(order))
order.move_to_end("a")
print(list(order), order.popitem())
