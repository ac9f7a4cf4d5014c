"""A sum takes in a product at once; each may be too big for a word while the other isn't."""

import random


def forms(a, b, c, d):
    return (
        a + b * c,
        a * b + c,
        a - b * c,
        a * b - c,
        a * b + c * d,
        a * b - c * d,
        a + b * c - d,
        (a + b) * (c - d) + a,
        a * a * b + c,
        -a * b + c,
        7 * a + b,
        a - 3 * b,
        a + b * 2,
    )


def accumulate(start, step, count):
    for turn in range(count):
        start += step * turn
        start -= turn * turn
    return start


def main():
    edges = [0, 1, -1, 2**31, -(2**31), 2**61, 2**62 - 1, 2**62, -(2**62), -(2**62) - 1, 2**63, 10**30, -(10**30)]
    check = 0
    for a in edges:
        for b in edges:
            for c in (1, -1, 2**62 - 1, -(2**62), 10**25):
                for form in forms(a, b, c, 3):
                    check = (check * 31 + form) % 1000000007
    print(check)
    print(forms(2**31, 2**31, -(2**62), 1))
    print(forms(2**62 - 1, 1, 1, 2**62))
    print(accumulate(0, 2**40, 100), accumulate(2**62 - 5, 3, 10), accumulate(-(2**62), -1, 4))
    random.seed(5)
    values = [random.randrange(-(2**63), 2**63) for _ in range(200)]
    print(sum(hash(form) for form in forms(*values[:4])))
    mixed = 0
    for a, b in zip(values, reversed(values)):
        mixed = mixed * 3 + a * b - b
        mixed %= 2**61 - 1
    print(mixed)


main()
