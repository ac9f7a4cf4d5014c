"""Loops over a zip whose parts' types aren't known ahead of time, and one whose parts are."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
# CHECK-LABEL: {{^}}Result<void> repeated(Int times) {
# CHECK: = TRY(iterate(t
# CHECK-LABEL: {{^}}Result<Int> dot(List<Int> left, List<Int> right) {
# CHECK: (zipped(left, right))


def repeated(times):
    for number, letter in zip(([255 for _ in [0, 5]] * ([][-3] % 3))[:times], "elm"):
        print(number, letter)


def sliced(values, count):
    for value, letter in zip((values * count)[:4], "elm".replace("a", "b")):
        print(value, letter)
    for pair in zip((values * count)[:2], "fir"):
        print(pair)
    for index, value in enumerate((values * [count][-1])[1:]):
        print(index, value)


def dot(left, right):
    total = 0
    for x, y in zip(left, right):
        print(x, y)
        total += x * y
    return total


try:
    repeated(4)
except IndexError as error:
    print(error)
sliced([1, 2], 2)
sliced("ab", 3)
print(dot([1, 2, 3], [4, 5]))
