"""Comprehensions over what has a length: as many items as it has, fewer after an error, more where it grows meanwhile."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
import asyncio


# CHECK-LABEL: {{^}}List<Int> squares(Int n) {
# CHECK: {{^ *}}t1.expect(iteration_1.left());
def squares(n):
    return [i * i for i in range(n)]


# CHECK-LABEL: {{^}}Result<List<Int>> chosen(Int n) {
# CHECK-NOT: {{^ *}}t1.expect
# CHECK: return
def chosen(n):
    return [i for i in range(n) if i % 3]


def grid(rows, columns):
    return [[row * column for column in columns] for row in rows]


def flat(rows):
    return [item for row in rows for item in row]


def growing(xs):
    def note(x):
        if len(xs) < 7:
            xs.append(x + 10)
        return -x

    return [note(x) for x in xs], xs


def shrinking(xs):
    def note(x):
        xs.pop()
        return x

    return [note(x) for x in xs], xs


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def main():
    print([await double(x) for x in [1, 2, 3]], [await double(x) for x in range(3)])
    try:
        print([await double(1 // (2 - x)) for x in range(10**17)])
    except ZeroDivisionError as error:
        print(error)


print(squares(0), squares(1), squares(-4), len(squares(5000)), squares(5000)[-1], chosen(8))
print(grid([1, 2], (3, 4, 5)), grid(range(2), range(9, 0, -4)), grid(range(3, 3), [1]), flat([[1, 2], [], [3]]))
print(growing([1, 2]), shrinking([1, 2, 3, 4, 5]))
print([i for i in range(2**62 - 2, 2**62 + 2)], [i for i in range(2**70, 2**71, 2**70)])
for stop in (10**18, 2**80):
    try:
        print([1 // (3 - n) for n in range(stop)])
    except ZeroDivisionError as error:
        print(error)
asyncio.run(main())


STRIDE = 3


# The range waits in a variable until there's a list.
def chunks(text, start=0):
    return [text[i : i + STRIDE].upper() for i in range(start, len(text), STRIDE)]


def steps(stride):
    return {i for i in range(0, 9, stride)}, {i: -i for i in range(1, 9, stride)}, sum(i for i in range(2, 9, stride))


print(chunks("abcdefgh"), chunks("abcdefgh", 4), steps(2), steps(5))
try:
    steps(0)
except ValueError as error:
    print(error)
