# Bools in arithmetic are ints; in bit operations with each other they stay bools.
def count(xs, ys):
    n = 0
    for x, y in zip(xs, ys):
        n += x != y
        n = n + (x == 3) * 2 - (y < 1)
    return n


def mixed(a, b, x):
    print(a + b, a - b, a * b, a + 1, 2 - b, b * 10, a + x, x * b, x - a, a / 2)
    print(7 // a, 7 % a, a & b, a | b, a ^ b, a & 3, a << 2, -a, +b, a ** 2, b ** 0)
    total = 0.5
    total += a
    total -= b
    flags = 0
    flags += a
    flags *= True
    print(total, flags, type(a + b).__name__, type(a & b).__name__, type(flags).__name__)


def distance(s, t):
    row = list(range(len(t) + 1))
    for i, c in enumerate(s, 1):
        before, row[0] = row[0], i
        for j, d in enumerate(t, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (c != d))
    return row[-1]


print(count([1, 2, 3], [1, 5, 0]), True + True, 3 * (2 > 1), (1 == 1) - 2.5)
mixed(True, False, 1.5)
print(distance("kitten", "sitting"), sum(c > "m" for c in "programs"))
for divide in lambda a, b: a // b, lambda a, b: a % b, lambda a, b: a / b:
    try:
        print(divide(True, False))
    except ZeroDivisionError as error:
        print(error)


def fails(flag):
    return 1 // (flag == 2)


try:
    fails(3)
except ZeroDivisionError as error:
    print(error)
try:
    print((1 == 1) + "x")
except TypeError as error:
    print(error)
