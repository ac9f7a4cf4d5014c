"""What calls give is added up without a further look at it: small ints, ints past a word, errors in between."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
import asyncio


# CHECK-LABEL: {{^}}Result<Int> fib(Int n, Int low, Int high) {
# CHECK: {{^}}  return std::move(t1) + std::move(t2);
def fib(n, low, high):
    if n == 0:
        return low
    if n == 1:
        return high
    return fib(n - 1, low, high) + fib(n - 2, low, high)


# CHECK-LABEL: {{^}}Result<Int> paths(
# CHECK: {{^}}  Int total = std::move(t2) + std::move(t3);
async def paths(rows, columns):
    if rows == 0 or columns == 0:
        return 1
    total = await paths(rows - 1, columns) + await paths(rows, columns - 1)
    return total


# CHECK-LABEL: {{^}}Result<Int> with_product(Int n) {
# CHECK-NOT: std::move(t
# CHECK: {{^}}}
def with_product(n):
    return n if n < 2 else with_product(n - 1) * 3 + n


# The sum stays an expression, which each turn of the loop reads anew.
# CHECK-LABEL: {{^}}Result<List<Int>> repeated(Int n) {
def repeated(n):
    bound = doubled(n) + doubled(n + 1)
    return [bound + doubled(step) + doubled(bound) for step in range(3)]


def doubled(n):
    if n > 100:
        raise ValueError(f"{n} is too much")
    return n + n


def while_less(n):
    turns = 0
    while turns < doubled(n) + doubled(1):
        turns += doubled(0) + doubled(1)
    return turns


def fails(n):
    try:
        return doubled(n) + doubled(n + 1)
    except ValueError as error:
        return str(error)


word = 2**62 - 1
print(fib(15, 0, 1), fib(12, word, word), fib(9, -word, -word - 1), fib(8, 2**70, -(2**70)), fib(5, word, -word))
print(fib(1, 2**80, 3) + fib(0, 2**80, 3), fib(2, 2**61, 2**61), fib(2, -(2**61), -(2**61)), fib(2, -(2**61) - 1, -(2**61)))
print(asyncio.run(paths(4, 5)), asyncio.run(paths(0, 3)))
print(with_product(6), repeated(2), while_less(3), fails(3), fails(100), fails(101))
print(sum(fib(n, 2**61, 2**61) for n in range(12)))
print(doubled(101) + doubled(1))
