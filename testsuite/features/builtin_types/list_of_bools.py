"""Lists of nothing but bools, which typed code keeps as bytes: everything that can be done with a list, and what makes words of them."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
# CHECK: List<bool> flags
import copy
import gc
import json


def primes(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for n in range(2, int(limit**0.5) + 1):
        if flags[n]:
            for multiple in range(n * n, limit + 1, n):
                flags[multiple] = False
    return [n for n, prime in enumerate(flags) if prime]


def primes_by_slices(limit):
    flags = [True] * limit
    flags[0:2] = [False, False]
    for n in range(2, int(limit**0.5) + 1):
        if flags[n]:
            flags[n * n :: n] = [False] * len(range(n * n, limit, n))
    return sum(flags), flags.count(True), flags.index(True), [i for i in range(limit) if flags[i]]


def subscripts():
    seen = [False] * 5
    seen[-1] = True
    seen[True] = True
    print(seen[0], seen[-1], seen[4], seen[-5], seen[1], len(seen), seen[-1] is True)
    for index in (5, -6, 2**70):
        try:
            seen[index] = True
        except IndexError as error:
            print(error)
        try:
            print(seen[index])
        except IndexError as error:
            print(error)
    try:
        seen[1.5] = True
    except TypeError as error:
        print(error)


def grown():
    flags = []
    for i in range(40):
        flags.append(i % 3 == 0)
    print(flags.pop(), flags.pop(0), flags.pop(-2), len(flags), any(flags), all(flags))
    flags.insert(1, True)
    flags.extend([True, False])
    flags += [False] * 2
    flags.extend(flags)
    flags.reverse()
    print(flags[:4], flags[-4:], flags[::7], flags[3:3], len(flags))
    flags.sort()
    print(flags.index(True), flags.count(False), sorted(flags, reverse=True)[:3])
    flags.remove(True)
    del flags[2:]
    print(flags, flags * 2, 2 * flags, flags + [True], flags == [False, False], flags < [True], flags * 0)
    flags.clear()
    print(flags, not flags, flags == [])
    flags.append(True)
    print(flags)
    empty = [True]
    empty.pop()
    try:
        empty.pop()
    except IndexError as error:
        print(error)


def slices():
    flags = [i % 2 == 0 for i in range(8)]
    flags[2:4] = [True, True, True]
    print(flags)
    flags[1:1] = [False, False]
    flags[-2:] = []
    flags[100:] = [True]
    flags[3:2] = [True]
    print(flags)
    flags[::-2] = [True] * len(flags[::2])
    print(flags)
    flags[1:3] = flags
    print(flags, flags[::-1] == list(reversed(flags)))
    try:
        flags[::2] = [True]
    except ValueError as error:
        print(error)
    del flags[::3]
    print(flags, len(flags))


def walks(flags):
    seen = 0
    for flag in flags:
        if flag:
            seen += 1
    for flag in flags[1:]:
        if flag:
            seen += 100
    for place, flag in enumerate(flags):
        seen += place * flag
    for flag, other in zip(flags, flags[1:]):
        if flag != other:
            seen += 10000
    return seen


def changes_while_it_is_walked():
    flags = [True, False]
    turns = 0
    for flag in flags:
        turns += 1
        if len(flags) < 6:
            flags.append(not flag)
        if turns == 3:
            print(flags)
    for flag in flags:
        flags.pop()
    print(turns, flags)
    iterator = iter(flags)
    flags.append(True)
    print(next(iterator), list(iterator), list(iterator))


def through_objects(anything):
    # Dynamic code sees and changes the same list.
    anything.append(None)
    anything[0] = "text"
    anything.insert(0, 2.5)


def joined(mixed):
    flags = [True, False]
    other = flags
    other[1] = True
    holder = {"flags": flags, "number": 1, "mixed": mixed}
    for value in holder.values():
        if isinstance(value, list):
            through_objects(value)
    return flags, other is flags, holder


def later_an_int():
    flags = [True] * 3
    numbers = flags
    numbers[1] = 7
    print(flags, numbers is flags, sum(flags), max(flags), flags.index(7))
    grid = [[False] * 3 for _ in range(2)]
    grid[1][2] = True
    print(grid, [row[:] for row in grid], grid[1].count(True))
    rows = [[False] * 2] * 2
    rows[0][1] = True
    print(rows)


def failed_in_the_middle():
    flags = [False] * 4
    try:
        for i, text in enumerate(("1", "0", "x", "1")):
            flags[i] = int(text) > 0
    except ValueError as error:
        print(flags, error)
    try:
        flags += [True, 1 // 0 == 0]
    except ZeroDivisionError:
        print(flags)


class Grower:
    """An index whose `__index__` makes the list shorter, or no list of bools."""

    def __init__(self, flags, item):
        self.flags = flags
        self.item = item

    def __index__(self):
        del self.flags[3:]
        self.flags.append(self.item)
        return 1


def indexes_with_effects():
    for item in (True, "text"):
        flags = [False] * 9
        flags[Grower(flags, item)] = True
        print(flags)
        flags = [False] * 9
        flags[Grower(flags, item) :] = [True, True]
        print(flags)
        flags = [False] * 9
        print(flags[Grower(flags, item)])


def unpacked():
    first, *rest = [True, False, False]
    print(first, rest, *rest)
    print(max([False, True]), list(map(int, [True, False])), tuple([True]), set([True, 1]), [*[True], *[False]])
    print(json.dumps([True, False]), copy.copy([True]), copy.deepcopy([[True]]), repr([False]), str([True]), f"{[True]}")
    flags = [True, False]
    flags.append(flags)
    print(flags)
    print([True, False] * 3, [True] * -1, True in [False], [False].index(False), [True] == [1], [1.0] == [True])
    print(hash(tuple([True, False])) == hash((1, 0)), bool([False]), [[True]] + [[]])


def main():
    print(primes(60), len(primes(5000)), primes_by_slices(60))
    subscripts()
    grown()
    slices()
    print(walks([True, False, True, True]), walks([]), walks([False] * 20 + [True]))
    changes_while_it_is_walked()
    print(joined([1, "a"]))
    later_an_int()
    failed_in_the_middle()
    indexes_with_effects()
    unpacked()
    gc.collect()


main()
