# fractions: construction, arithmetic with other numbers, comparisons, rounding, text, formats, errors.
import math
from fractions import Fraction
from numbers import Integral, Number, Rational, Real

a = Fraction(3, 4)
b = Fraction(-5, 6)
print(a, repr(b), Fraction(), Fraction(6, -8), Fraction("3/7"), Fraction(" -1.25e2 "), Fraction(0.5), Fraction(1.1), Fraction(a, b), Fraction(7), a.numerator, a.denominator, Fraction("1_000/3"))
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, a ** 0.5, -a, +a, abs(b), 1 + a, 1 - a, 2 * a, 3 / a, 3 // a, 3 % a, a + 0.25, a * 1j, 2 ** Fraction(2), bool(Fraction(0)))
print(a < 1, a > 0.5, a == 0.75, a == Fraction(6, 8), a != b, sorted([a, b, 0]), hash(Fraction(3)) == hash(3), hash(a) == hash(0.75), {a: 1}[0.75], max(a, b), sum([a, a, b]))
print(int(b), float(a), math.floor(b), math.ceil(b), round(Fraction(5, 2)), round(Fraction(7, 2)), round(Fraction(22, 7), 3), math.trunc(b), Fraction(math.pi).limit_denominator(1000), a.as_integer_ratio(), a.is_integer(), Fraction(4, 2).is_integer(), Fraction.from_float(0.125), complex(a))
print(f"{a}|{Fraction(1, 3):.3f}|{Fraction(12345, 7):,.2f}|{b:>8}|{Fraction(1, 3):e}|{Fraction(2, 3):.1%}")
print(isinstance(a, Rational), isinstance(a, Real), isinstance(1, Integral), isinstance(1.5, Rational), isinstance(1j, Number), issubclass(int, Rational))
for act in [lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: Fraction(float("nan")), lambda: Fraction(float("inf")), lambda: a / 0, lambda: a + "x", lambda: a < "x", lambda: Fraction([]), lambda: Fraction("1/0"), lambda: Fraction(3).limit_denominator(0)]:
    try:
        print(act())
    except (ZeroDivisionError, ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
