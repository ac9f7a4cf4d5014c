"""int, round, pow, min and max of arguments whose types are known, and of others."""


class Half:
    def __int__(self):
        return 7

    def __round__(self, digits=None):
        return ("rounded", digits)


def parsed(texts):
    total = 0
    for text in texts:
        total += int(text)
    return total


def rounded(values, digits):
    return [round(value, digits) for value in values]


def rounded_whole(values, digits):
    return [round(value, digits) for value in values]


def modular(base, exponent, modulus):
    return pow(base, exponent, modulus)


def clamp(value, low, high):
    return max(low, min(value, high), low)


def extremes(a, b, c):
    return min(a, b, c), max(a, b, c)


print(parsed(["1", " 22 ", "-3", "1_000", "٣", "9" * 30]))
print(rounded([1.2345, 2.675, -0.5, 1e300, float("inf")], 2), rounded([1234.5], -2))
print(rounded_whole([1234, 1250, 1350, -15, 10**30 + 50], -2), rounded_whole([15, 25], -1), rounded_whole([7], 3))
print(modular(3, 200, 1000007), modular(3, -1, 7), modular(-5, 3, -7), modular(2, 10**20, 97))
print(clamp(5, 1, 3), clamp(0, 1, 3), extremes(3, 1, 2), extremes(1.5, float("nan"), 0.5), extremes(True, 0, 2))
first = 10**20
print(min(first, 10**20, 10**21) is first, max(0.0, -0.0, -1.0), min(0.0, -0.0, 1.0))
print(int(Half()), round(Half(), 2), round(Half()), int(True), int(2.9), int("ff", 16), int())
for action in (
    lambda: parsed(["1", "x"]),
    lambda: parsed([""]),
    lambda: rounded([1.5], 10**30),
    lambda: rounded_whole([1], 1.5),
    lambda: modular(2, 3, 0),
    lambda: modular(2, -1, 4),
    lambda: int(float("nan")),
    lambda: int([]),
    lambda: extremes(1, "a", 2),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def parse_all(texts):
    return [int(text) for text in texts]


parse_all(["4", "five"])
