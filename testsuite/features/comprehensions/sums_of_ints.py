"""Sums of ints in generator expressions: small ones, big ones, those that pass a machine word on the way, and loops over several lists."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s


# CHECK: {{^}}Result<Int> dot(
# CHECK: IntSum sum_{{[0-9]+}};
# CHECK: add_products(sum_{{[0-9]+}}, views(zipped(xs, ys)));
# CHECK: {{^}}Int counted(
def dot(xs, ys):
    return sum(x * y for x, y in zip(xs, ys))


def counted(xs):
    return sum(x > 3 for x in xs)


def started(xs, start):
    return sum((x - 1 for x in xs), start)


def twice(xs):
    total = sum(x for x in xs)
    return total + total, total


def three(xs, ys, zs):
    return sum(x * y - z for x, y, z in zip(xs, ys, zs)), [x + y for x, y in zip(xs, tuple(ys))]


class Items:
    def __init__(self, many):
        self.many = many

    def shrink(self, x):
        if len(self.many) > 2:
            self.many.pop()
        return x

    def total(self):
        return sum(self.shrink(x) * y for x, y in zip(self.many, self.many))


def parts(xs):
    found = []
    for start in (-7, -2, 0, 1, 3, 5, 99):
        for x in xs[start:]:
            found.append((start, x))
            if len(xs) < 9:
                xs.append(x * 10)
    for x in xs[2**70:]:
        found.append(x)
    for x in xs[-2**70:]:
        found.append(x)
    return found, xs


small = list(range(-5, 40))
limit = 2**62
edges = [limit - 1, 1, limit - 1, -limit, -limit, -1, limit, 5, -5 * limit, 2**64, -(2**64)]
print(dot(small, small), dot([], small), dot(small, [2]), dot([3, 4, 5], [1, 2]))
print(dot(edges, edges), dot(edges, small), dot([limit - 1] * 5, [limit - 1] * 7), dot([limit - 1, 1 - limit] * 4, [4] * 9))
print(dot([2**40] * 9, [2**21] * 9), dot([-(2**40)] * 9, [2**21] * 8), dot([2**31] * 3, [2**31, -(2**31), 2**31]))
print(counted(small), counted(edges), counted([]))
print(started(small, 0), started([], 2**80), started(edges, -(2**80)), started([1, 2], limit - 1), started([1, 2], True))
print(sum(small), sum(edges), sum([limit - 1] * 3), sum([-limit] * 3), sum([]), sum([2**70, -(2**70)]))
print(twice(small), twice(edges), twice([limit - 1, limit - 1]), twice([-limit, -limit, -limit]))
print(three([1, 2, 3], [4, 5, 6], [7, 8, 9]), three([1], [2**63], [3, 4]))
print(Items([1, 2, 3, 4, 5]).total(), Items([2**62, 3]).total())
print(parts([1, 2, 3, 4]))
flags = [True, False] * 9
flags[3:5] = [None, 2**70, "x", 7]
print(flags, sum(1 for flag in flags if flag))
del flags
grown = []
for n in range(70):
    grown.append(n if n % 3 else [n])
print(len(grown), grown[::13], sum(n for n in range(70) if n % 3))
try:
    print(sum(1 // n for n in (3, 2, 1, 0)))
except ZeroDivisionError as error:
    print(error)
