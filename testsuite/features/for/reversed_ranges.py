"""`for` over a reversed range has ints."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
# CHECK-LABEL: countdown(
# CHECK: loop<Int>(reversed_range(


def countdown(n):
    total = 0
    for i in reversed(range(n)):
        total = total * 10 + i
    return total


def items(start, stop, step):
    return [i for i in reversed(range(start, stop, step))]


def kept(n):
    backwards = reversed(range(n))
    first = next(backwards)
    return first, list(backwards), type(backwards).__name__


print(countdown(5), countdown(0), countdown(1))
print(items(0, 10, 3), items(10, 0, -3), items(3, 3, 1), items(5, 1, 2), items(10 ** 20, 10 ** 20 + 3, 1))
print(kept(4), list(reversed(range(3))))
