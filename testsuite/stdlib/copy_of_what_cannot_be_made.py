"""Copies and pickles of what can't be made again say so in CPython's words."""
import asyncio
import collections
import copy
import pickle
import sys
import threading
import types


async def coroutine():
    pass


async def async_numbers():
    yield 1


def numbers():
    yield 1


class Holder:
    def __init__(self, held):
        self.held = held


class Weights(list):
    pass


begun = coroutine()
objects = [
    numbers(), begun, begun.__await__(), async_numbers(), threading.Lock(), threading.RLock(), memoryview(b"x"), {}.keys(), {1: 2}.items(),
    sys, sys.stdout, types.MappingProxyType({}), classmethod(len), staticmethod(len), numbers().gi_frame, numbers.__code__,
    Holder(threading.Lock()), Holder([numbers()]), [threading.Lock()],
]
loop = asyncio.new_event_loop()
objects.append(loop.create_future())
for each in objects:
    for function in (copy.copy, copy.deepcopy, pickle.dumps):
        try:
            function(each)
            print(function.__name__, type(each).__name__, "is copied")
        except TypeError as error:
            print(function.__name__, type(each).__name__, error)
loop.close()
begun.close()

copied = [
    Weights([1, 2]), collections.deque([1], 3), collections.OrderedDict(a=1), collections.defaultdict(int, a=1), collections.Counter("aa"),
    slice(1, 2), range(3), bytearray(b"x"), ValueError("x"), types.SimpleNamespace(a=1), frozenset({1}), Holder(1), iter([1, 2]), 1j, ...,
]
for each in copied:
    made = [copy.copy(each), copy.deepcopy(each), pickle.loads(pickle.dumps(each))]
    print(type(each).__name__, [type(one) is type(each) for one in made], [getattr(one, "held", None) for one in made])
