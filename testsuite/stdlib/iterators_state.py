"""Iterators of the built-in types tell how much is left, and are copied and pickled where they stand."""
import copy
import operator
import pickle
from array import array
from collections import deque


class Sequence:
    """Three squares."""

    def __init__(self, size=3):
        self.size = size

    def __getitem__(self, index):
        if index >= self.size:
            raise IndexError(index)
        return index * index

    def __len__(self):
        return self.size


class Endless:
    def __getitem__(self, index):
        return index


MAKERS = [
    lambda: iter([1, 2, 3]), lambda: reversed([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("abc"), lambda: iter("a\xe9\u20ac"),
    lambda: iter(b"abc"), lambda: iter(bytearray(b"abc")), lambda: iter(range(5)), lambda: reversed(range(5)), lambda: iter(range(0, 10, 4)),
    lambda: iter(range(2**70, 2**70 + 3)), lambda: iter({1, 2, 3}), lambda: iter(frozenset([4])), lambda: iter({1: 2, 3: 4}),
    lambda: iter({1: 2, 3: 4}.items()), lambda: iter({1: 2, 3: 4}.values()), lambda: reversed({1: 2, 3: 4}),
    lambda: reversed({1: 2, 3: 4}.items()), lambda: reversed({1: 2, 3: 4}.values()), lambda: iter(Sequence()), lambda: reversed("abc"),
    lambda: reversed(Sequence()), lambda: iter(array("i", [1, 2, 3])),
]


def attempt(function):
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def state_set(make, state):
    iterator = make()
    iterator.__setstate__(state)
    return list(iterator)


def advanced(make, steps):
    iterator = make()
    for _ in range(steps):
        next(iterator, None)
    return iterator


for make in MAKERS:
    name = type(make()).__name__
    print(name, *[operator.length_hint(advanced(make, steps), -1) for steps in (0, 1, 9)])
    for steps in (0, 1, 9):
        iterator = advanced(make, steps)
        copied = [list(copy.copy(iterator)), list(copy.deepcopy(iterator))]
        if make is not MAKERS[19] and make is not MAKERS[21]:
            copied.append(list(pickle.loads(pickle.dumps(iterator))))
        rest = list(iterator)
        print("  ", rest, all(each == rest for each in copied))
    function, *parts = make().__reduce__()
    print("  ", function.__name__, len(parts[0]), parts[1:])
    if hasattr(iterator, "__setstate__"):
        for state in (0, 2, -5, 100):
            print("  ", state, attempt(lambda: state_set(make, state)))
        print("  ", attempt(lambda: make().__setstate__(None))[:9], attempt(lambda: make().__setstate__()))
    print("  ", attempt(lambda: make().__length_hint__(1)) if hasattr(iterator, "__length_hint__") else None)

# What changes meanwhile.
numbers = [1, 2, 3]
iterator = iter(numbers)
next(iterator)
numbers.extend([4, 5])
print(iterator.__length_hint__(), iterator.__reduce__()[2])
del numbers[1:]
print(iterator.__length_hint__(), list(iterator), iterator.__reduce__()[1])
table = {1: 2, 3: 4}
keys = iter(table)
table[5] = 6
print(operator.length_hint(keys), attempt(lambda: keys.__reduce__()))
letters = {"a"}
iterator = iter(letters)
letters.add("b")
print(operator.length_hint(iterator), attempt(lambda: iterator.__reduce__()))
print(operator.length_hint(iter(Endless()), 7), operator.length_hint(reversed(Sequence(5))))
calls = iter([5, 6, 7].pop, 6)
print(next(calls), [type(part).__name__ for part in calls.__reduce__()[1]], hasattr(calls, "__length_hint__"), list(calls), calls.__reduce__()[1])
queue = deque([1, 2, 3])
for make in (lambda: iter(queue), lambda: reversed(queue)):
    iterator = make()
    next(iterator)
    kind, (source, place) = iterator.__reduce__()
    print(kind.__name__, source is queue, place, iterator.__length_hint__(), list(copy.copy(iterator)), list(kind(queue, 2)), list(kind(queue)))
print(attempt(lambda: type(iter(queue))(5)))
