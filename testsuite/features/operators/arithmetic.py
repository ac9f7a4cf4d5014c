# Arithmetic on ints of any size, floats and bools, with CPython's rounding, signs and errors.
for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (7.5, 2), (-7.5, 2), (1, 3.0), (True, 2), (0, 5)]:
    print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a**2)
print(2**63, 2**64 - 1, -(2**63), 2**63 * 2**63, (2**100) // 3**20, (2**100) % 97, -(2**70) // 3, 10**25 - 10**25 + 1)
print(1 << 100 >> 98, 0xFF & 0x0F, 0x0F | 0xF0, 5 ^ 1, ~5, -1 >> 3, 2**-1, (-8) ** 3, 0**0, 4**0.5)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 4611686018427387904 * 2, 3037000500 * 3037000500)
print(0.1 + 0.2, 1e16, 1e15, 123456789012345678.0, 1e-5, 0.0001, 5e-324, -0.0, 1.0, 100.0, 1e22, float("inf"), -float("inf"), float("nan"))
print(int(3.99), int(-3.99), int("  12 "), int("-0x1f", 16), int("101", 2), float("1e3"), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2))
print(abs(-3), abs(-2.5), max(1, 2.5), min([3, 1]), sum([0.1] * 3), pow(3, 4, 5), bool(0.0), int(True))
print(7 == 7.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53 + 1), 1 < 1.5 < 2, hash(1) == hash(1.0) == hash(True))
print(hex(255), oct(8), bin(-5), (255).bit_length(), (0.5).is_integer(), str(10**30), len(str(3**500)))
for action in [
    lambda: 1 / 0,
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1.0 / 0,
    lambda: 1.0 // 0,
    lambda: 0**-1,
    lambda: 1 << -1,
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [1] + (2,),
    lambda: -"a",
    lambda: 1 < "a",
    lambda: int("1.5"),
    lambda: int(None),
    lambda: float("x"),
    lambda: 10.0**400,
    lambda: int(float("inf")),
]:
    try:
        print(action())
    except (ArithmeticError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


def added_in_place(left, right):
    left += right
    return left


for left, right in ((1, "a"), (2**70, "a"), (1, None), ("a", 1)):
    try:
        added_in_place(left, right)
    except TypeError as error:
        print(error)
