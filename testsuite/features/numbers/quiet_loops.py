"""Loops that change nothing but numbers borrow the ints that they go over. What they add up may grow past a word, their items may be
big themselves, and the variables that they leave behind outlive the containers."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
# CHECK: add_products(sum_{{[0-9]+}}, views(zipped(left, right)));
# CHECK: cursor(views(numbers))
# CHECK: rows(views(zipped(left, right)))
# CHECK: IntView a{

EDGES = (2**31, 2**62 - 1, -(2**62), 2**62, 2**63 - 1, 2**63, 2**64)


def dot(left, right):
    return sum(x * y for x, y in zip(left, right))


def place_values(digits):
    return sum(digit * place for place, digit in enumerate(digits))


def squares(left, right):
    # Not the product of both parts.
    return sum(x * x for x, y in zip(left, right)), sum(x * y + 1 for x, y in zip(left, right))


def products_of_many():
    # As many as are multiplied at once, one more and one less, and factors at the edge of what that is for.
    for length in (0, 1, 2, 7, 63, 64, 65, 128, 200):
        for edge in (1, 2**26 - 1, 2**26, 2**31, 2**40, 2**62):
            up = [edge - i for i in range(length)]
            down = [i - edge for i in range(length + 3)]
            print(length, edge, dot(up, down), dot(down, down), dot(down, up), end=" ")
            if length > 2:
                up[length // 2] = 3**50
                print(dot(up, down), dot(tuple(up), tuple(up)))
            else:
                print()


def total(numbers):
    result = 0
    for number in numbers:
        result += number
    return result


def weighted(numbers):
    result = 0
    for place, number in enumerate(numbers, 1):
        result = result + place * number
        result -= number * 2
    return result


def alternating(numbers):
    result = 0
    sign = 1
    for number in numbers:
        result = result - sign * number if sign < 0 else result + sign * number
        sign = -sign
    return result


def largest(numbers):
    best = numbers[0]
    for number in numbers:
        if number > best:
            best = number
    return best


def last_even(numbers):
    found = None
    for number in numbers:
        if number % 2:
            continue
        found = number
        if number > 2**63:
            break
    return found


def kept(text):
    # The list dies with the loop; its last item, which is big, doesn't.
    for number in [int(part) for part in text.split()]:
        half = number // 2
    return number, half


def stored_twice(numbers):
    value = 1
    for value in numbers:
        value = value * 3
    return value


def pairs(left, right):
    found = 0
    for a, b in zip(left, right):
        if a == b:
            found += 1
        elif not a:
            found += 10
        elif a < b and b - a * 2 > 0:
            found += a
    return found


def divided(numbers, by):
    result = 0
    for number in numbers:
        result += number // by
    return result


def averages(numbers):
    result = 0.0
    for number in numbers:
        result += number / 2
    return result


def flags(wanted):
    count = 0
    for place, flag in enumerate(wanted):
        if flag:
            count += place
    return count


def collatz_like(numbers):
    steps = 0
    for number in numbers:
        steps += number & 0xFF | 1
        steps ^= number << 3
        steps += number >> 2
    return steps


def main():
    small = [3, -1, 4, -1, 5, 0]
    big = [10**20, -(10**19), 7, 2**62, -(2**62)]
    for numbers in (small, big, list(EDGES), [0]):
        print(total(numbers), weighted(numbers), alternating(numbers), largest(numbers), last_even(numbers))
        print(dot(numbers, numbers), dot(numbers, small), dot(tuple(numbers), numbers), pairs(numbers, small))
        print(divided(numbers, 3), averages(numbers), collatz_like(numbers), stored_twice(numbers))
    print(dot([], small), total([]), weighted([]))
    print(place_values(small), place_values(big), squares(small, big), squares(big, small))
    products_of_many()
    for edge in EDGES:
        print(dot([edge - 1, 1], [1, 1]), dot([edge, -edge], [edge, edge]), total([edge, edge, -1]), total((-edge, -edge)))
    print(kept("1 2 123456789012345678901234567890"), kept("5"))
    print(flags([True, False, True, True]))
    try:
        divided(big, 0)
    except ZeroDivisionError as error:
        print(error)
    objects = [10**30, 10**30]
    print(total(objects), total(objects) == 2 * 10**30, objects)


main()
