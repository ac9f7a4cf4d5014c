"""A loop that stores one value at each place that a range gives is a loop of the runtime's. What isn't there raises as ever, and the variable keeps the
place that it came to."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
# CHECK-LABEL: sieve(Int limit) {
# CHECK: fill({{flags_?}}, iteration_{{[0-9]+}}, multiple, false)


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for n in range(2, int(limit ** 0.5) + 1):
        if flags[n]:
            for multiple in range(n * n, limit + 1, n):
                flags[multiple] = False
    return [n for n, prime in enumerate(flags) if prime]


def filled(start, stop, step):
    flags = [False] * 10
    place = -100
    try:
        for place in range(start, stop, step):
            flags[place] = True
    except IndexError as error:
        return place, error, sum(flags)
    return place, [n for n, flag in enumerate(flags) if flag]


def all_of(count, value):
    flags = [not value] * 5
    for i in range(count):
        flags[i] = value
    return flags


def from_one(flags):
    for i in range(1, len(flags)):
        flags[i] = False
    return flags, i


def as_words(flags):
    print(flags)
    for i in range(0, 4, 2):
        flags[i] = False
    return flags


def numbers(count):
    numbers = [1] * 6
    texts = ["x"] * 6
    for i in range(1, count, 2):
        numbers[i] = 0
    for i in range(0, count, 3):
        texts[i] = "y"
    return numbers, texts


def itself(places):
    for i in range(len(places)):
        places[i] = i
    return places


def zero(step):
    flags = [True]
    for i in range(0, 1, step):
        flags[i] = False
    return flags


print(sieve(60), len(sieve(10000)))
print(filled(0, 10, 3), filled(9, -1, -4), filled(-3, 3, 2), filled(4, 100, 5), filled(20, 30, 2), filled(-20, 3, 3))
print(filled(0, 10 ** 30, 10 ** 29), filled(3, 3, 1), filled(7, 2, 1))
print(all_of(0, True), all_of(3, True), all_of(5, False), from_one([True] * 4))
print(as_words([True] * 5), numbers(6), itself([5, 5, 5]))
for step in (1, 0):
    try:
        print(zero(step))
    except ValueError as error:
        print(error)
try:
    all_of(6, True)
except IndexError as error:
    print(error)
try:
    from_one([True])
except UnboundLocalError as error:
    print(error)


def extended_in_each_turn(path, numbers, results, start):
    """The list that gets an item in each turn is the turn's own."""
    if sum(path) == 9:
        results.append(path)
        return
    for index in range(start, len(numbers)):
        extended_in_each_turn([*path, numbers[index]], numbers, results, index + 1)


found = []
extended_in_each_turn([], [3, 34, 4, 12, 5, 2], found, 0)
print(found)
