# Lists of floats and bools whose items change in place, slices and repetition, complex numbers, and int with float.
import math


def floats():
    grid = [[0.0] * 3 for _ in range(2)]
    first = grid[0][0]
    grid[0][0] = 1.5
    kept = grid[0][0]
    grid[0][0] += 1.0
    grid[0][0] *= 2
    print(grid, first, kept, grid[0][0] is grid[0][0])
    row = grid[1]
    alias = row
    held = row[1]
    alias[1] = -0.0
    print(row, held, alias is row, math.copysign(1, row[1]))
    shared = [float(n) for n in range(4)]
    copy = shared[:]
    shared[2] = 9.5
    pair = (shared[2], shared)
    shared[2] = 7.25
    print(shared, copy, pair, shared[1:3], shared[-2:], shared[5:], shared[2:1])
    shared[0], shared[3] = shared[3], shared[0]
    for i in range(len(shared)):
        shared[i] = shared[i] / 2
    print(shared, sum(shared), sum(x * x for x in shared))
    objects = [shared[0], shared[1]]
    shared[0] = 100.0
    print(objects, {shared[0]: 1}, shared.index(100.0), shared.count(0.5))
    try:
        shared[4] = 1.0
    except IndexError as error:
        print("IndexError", error)


def bools():
    flags = [True] * 10
    flags[0] = flags[1] = False
    for n in range(2, 4):
        if flags[n]:
            for multiple in range(n * n, 10, n):
                flags[multiple] = False
    print(flags, [n for n, prime in enumerate(flags) if prime], flags.count(True))
    for _ in range(1000):
        for i in range(10):
            flags[i] = not flags[i]
    print(flags, all(flags), any(flags), True + True, [False] * 2 + [True])
    flags[:5] = [True] * 3
    del flags[-1]
    print(flags, sum(flags), sum(flag for flag in flags), flags == [True] * 8)


def slices(limit):
    numbers = list(range(6))
    for i, number in enumerate(numbers):
        for other in numbers[i + 1:]:
            if other > limit:
                numbers[i] = other
    print(numbers, numbers[limit:], numbers[:limit], numbers[-limit:-1], numbers[::2], numbers[limit::-1])
    try:
        print(numbers["a":])
    except TypeError as error:
        print(error)
    print(numbers[None:2], numbers[True:], numbers[:10**30], numbers[-(10**30):1])
    tail = numbers[3:]
    tail.append("text")
    print(tail, [1] * 3, [1, 2] * 2, [[]] * 2, ["x"] * 0, [None] * -1)
    inner = [[]] * 3
    inner[0].append(1)
    print(inner)


def complexes():
    z = 0j
    c = complex(0.25, -0.5)
    seen = []
    for step in range(5):
        if abs(z) > 2.0:
            break
        before = z
        z = z * z + c
        seen.append(z)
        z -= before * 1j
    print(z, seen, c, c is c, abs(z) > 0.1)
    w = c
    w = w + c
    print(w, c, w - c, -w, w * 2, 2 * w, w + 1, 1.5 - w, w / c, w ** 2, w == c, w != c)
    try:
        print(w / 0j)
    except ZeroDivisionError as error:
        print(error)
    print(abs(complex(3, 4)), complex(1e308, 1e308) * 2, (1 + 2j) * (3 - 1j))
    try:
        abs(complex(1.7e308, 1.7e308))
    except OverflowError as error:
        print(error)


def mixed():
    big = 10**400
    for left, right in [(3, 0.5), (-7, 2.0), (2**70, 1.5), (0, 2.5)]:
        print(left + right, left - right, left * right, left / right, left // right, left % right)
        print(right + left, right - left, right * left)
    for value in (1.5, -2.5):
        for divisor in (2, -3, 0):
            try:
                print(value / divisor, value // divisor, value % divisor)
            except ZeroDivisionError as error:
                print(error)
    try:
        print(big * 1.0)
    except OverflowError as error:
        print(error)
    total = 0.5
    for i in range(4):
        total += i * 0.25
        total = total - i
    print(total, 3 * 2.0 ** 2, 7 // 2.0, -7 % 2.5)
    for value in (2.25, 0.0, math.inf):
        print(math.sqrt(value))
    for value in (-1.0, math.nan):
        try:
            print(math.sqrt(value))
        except ValueError as error:
            print(error)


def pairs():
    ranking = sorted({"b": 2, "a": 2, "c": 3}.items(), key=lambda pair: (-pair[1], pair[0]))
    flagged = [(True, 0.5), (False, 1.5)]
    print(ranking, [item[0] for item in flagged], sum(item[1] for item in flagged if item[0]), flagged[0][-1])
    try:
        print(ranking[0][2])
    except IndexError as error:
        print(error)


def counting():
    total = 0
    for i in range(-3, 4):
        i *= 2
        total += i * i
    print(total, [n for n in range(10**30, 10**30 + 2)], [n for n in range(-(10**30))])
    for i in range(10**30):
        if i == 3:
            break
    print(i, i + 2**63, [i for i in range(3, 1)], [i for i in range(2, 8, 3)])


floats()
bools()
slices(3)
complexes()
mixed()
pairs()
counting()
