"""Sets know by heart which of the ints around zero they have. Equal keys of other types, and every way to change a set, must agree with that."""


class Same:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == other


class Loud(int):
    def __eq__(self, other):
        return int(self) == other

    __hash__ = int.__hash__


def state(numbers):
    return [n for n in range(-66, 67) if n in numbers], len(numbers), sorted(numbers)


def walk():
    numbers = set()
    for n in (-65, -64, -63, -2, -1, 0, 1, 62, 63, 64, 65):
        print(n in numbers, end=" ")
        numbers.add(n)
        numbers.add(n)
        print(n in numbers, len(numbers))
    print(state(numbers))
    for n in (-64, 0, 63, 64, 5):
        numbers.discard(n)
        numbers.discard(n)
    print(state(numbers))
    print(list(numbers))
    numbers.remove(1)
    try:
        numbers.remove(1)
    except KeyError as error:
        print("KeyError", error)
    while len(numbers) > 3:
        print(numbers.pop(), end=" ")
    print(state(numbers))
    numbers.clear()
    print(state(numbers), 0 in numbers)
    numbers.add(7)
    return numbers


def others():
    floats = {1.0, 2.5}
    print(1 in floats, 2 in floats, 1.0 in floats)
    floats.add(1)
    print(sorted(floats), len(floats))
    floats.discard(1)
    print(1 in floats, sorted(floats))
    bools = {True}
    print(1 in bools, 0 in bools)
    bools.add(0)
    print(False in bools, 0 in bools, sorted(bools))
    bools.discard(False)
    print(0 in bools, bools)
    ints = {1, 2, 3}
    print(1.0 in ints, True in ints, Same(2) in ints, Loud(3) in ints)
    ints.discard(1.0)
    ints.discard(Same(3))
    print(ints, 1 in ints, 3 in ints)
    ints.add(Same(5))
    print(5 in ints, 6 in ints, 2 in ints)
    ints.add(Loud(9))
    print(9 in ints, len(ints))
    ints.add(5)
    print(len(ints))
    strings = {"1", 1}
    print(1 in strings, "1" in strings)


def operations():
    a = set(range(-5, 10))
    b = set(range(0, 20, 3))
    print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
    for result in (a | b, a & b, a - b, a ^ b, a.copy(), frozenset(a), set(b)):
        print(sum(1 for n in range(-70, 70) if n in result), len(result))
    a |= {63, 64}
    a -= {0, 1}
    a &= set(range(-64, 64))
    a ^= {5, 50}
    print(state(a))
    a.update([60, -60], (1,))
    a.intersection_update(range(-60, 62))
    a.difference_update({1: 2, 3: 4})
    a.symmetric_difference_update([2, 3])
    print(state(a))
    c = set(a)
    c.add(11)
    print(11 in c, 11 in a, c > a, {60} < c)
    empty = set()
    empty.update(c)
    print(state(empty))
    print(list({0, 8, 16}), list(empty))


def order():
    # The order of iteration is CPython's, with what was deleted in between.
    numbers = set()
    seen = []
    state = 1
    for turn in range(3000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        n = (state >> 8) % 40 - 20
        if n in numbers:
            numbers.discard(n)
        else:
            numbers.add(n)
        if turn % 500 == 0:
            seen.append(list(numbers))
    print(seen)


def queens(size, row, columns, rising, falling):
    if row == size:
        return 1
    found = 0
    for column in range(size):
        if column in columns or row + column in rising or row - column in falling:
            continue
        columns.add(column)
        rising.add(row + column)
        falling.add(row - column)
        found += queens(size, row + 1, columns, rising, falling)
        columns.remove(column)
        rising.discard(row + column)
        falling.discard(row - column)
    return found


print(walk())
others()
operations()
order()
print(queens(6, 0, set(), set(), set()))
numbers = {1, 2, 3}
try:
    for n in numbers:
        numbers.add(n + 10)
except RuntimeError as error:
    print(error)
