"""Exact arithmetic: sums as fractions, which are converted at the end to the data's type."""

import math
import sys
from fractions import Fraction


class StatisticsError(ValueError):
    """The data can't have what was asked for."""

    __module__ = "statistics"


def decimal_type():
    """The class Decimal; None where its module was never imported, so that there are no Decimals."""
    decimal = sys.modules.get("decimal")
    return None if decimal is None else decimal.Decimal


def is_decimal_type(kind):
    Decimal = decimal_type()
    return Decimal is not None and issubclass(kind, Decimal)


def _wider(a, b):
    """The type of sums of both: ints give way to all, fractions to floats, a class to one derived from it."""
    pairs = (b, a), (a, b)
    for kind, other in pairs:
        if kind is int or kind is bool or issubclass(other, kind):
            return other
    for kind, other in pairs:
        if issubclass(kind, int) or (issubclass(kind, Fraction) and issubclass(other, float)):
            return other
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _parts_of(x):
    """Numerator and denominator of what can't give both at once."""
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


class Sample:
    """Values as fractions: lists of numerators by denominator. That of NaN and infinities, which are no fractions, is None."""

    def __init__(self, data):
        values = list(data)
        self.size = len(values)
        self.type = int
        for kind in set(map(type, values)):
            self.type = _wider(self.type, kind)
        if self.type is int:
            self.numerators = {1: values} if values else {}
            return
        self.numerators = numerators = {}
        for value in values:
            try:
                numerator, denominator = value.as_integer_ratio()
            except AttributeError:
                numerator, denominator = _parts_of(value)
            except (OverflowError, ValueError):
                numerator, denominator = value, None
            alike = numerators.get(denominator)
            if alike is None:
                numerators[denominator] = [numerator]
            else:
                alike.append(numerator)

    def sum(self):
        """A fraction; the sum of its NaNs and infinities where it has any."""
        odd = self.numerators.get(None)
        if odd:
            return sum(odd)
        total = Fraction(0)
        for denominator, numerators in sorted(self.numerators.items()):
            total += Fraction(sum(numerators), denominator)
        return total

    def sum_of_squares(self):
        total = Fraction(0)
        for denominator, numerators in self.numerators.items():
            total += Fraction(sum([n * n for n in numerators]), denominator * denominator)
        return total


class Spread:
    """The mean of data, or a value that's given for it, and the sum of the squares of the deviations from it."""

    def __init__(self, data, centre=None):
        sample = Sample(data if centre is None else [(distance := x - centre) * distance for x in data])
        self.type, self.size = sample.type, sample.size
        total = sample.sum()
        self.centre, self.squares = centre, total
        if centre is not None:
            return
        self.centre = total
        if self.size and None not in sample.numerators:
            self.centre = total / self.size
            self.squares = (self.size * sample.sum_of_squares() - total * total) / self.size


def converted(value, kind):
    """A fraction as the data's type; as a float where that's int and can't hold it."""
    if type(value) is kind:
        return value
    if value.denominator != 1 and issubclass(kind, int):
        kind = float
    if is_decimal_type(kind):
        return kind(value.numerator) / kind(value.denominator)
    return kind(value)


def _odd_root(n, m):
    """The whole square root of n/m; where it's not exact, an odd one next to the root, so that it's never half-way."""
    root = math.isqrt(n // m)
    return root | (root * root * m != n)


def float_root(n, m):
    """The square root of n/m, rightly rounded: from 109 bits of the root's square, which leave the float's 53 to round."""
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift < 0:
        return _odd_root(n << -2 * shift, m) / (1 << -shift)
    return float(_odd_root(n, m << 2 * shift) << shift)


def decimal_root(n, m):
    """The square root of n/m, rightly rounded."""
    Decimal = decimal_type()
    if not n:
        return Decimal("0.0")
    wanted = Fraction(n, m)
    root = (Decimal(n) / Decimal(m)).sqrt()
    for neighbour in (root.next_plus(), root.next_minus()):
        half_way = ((Fraction(root) + Fraction(neighbour)) / 2) ** 2
        if wanted > half_way if neighbour > root else wanted < half_way:
            return neighbour
    return root
