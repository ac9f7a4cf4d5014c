"""Time spans."""

import math

from _support import name_with_module
from datetime._arguments import type_name

_SECOND = 1000000
_DAY = 86400 * _SECOND
_LEAST = -999999999 * _DAY
_GREATEST = 1000000000 * _DAY - 1

# The constructor's arguments in their order, and how many microseconds each has.
_UNITS = (
    ("days", _DAY), ("seconds", _SECOND), ("microseconds", 1), ("milliseconds", 1000), ("minutes", 60 * _SECOND),
    ("hours", 3600 * _SECOND), ("weeks", 7 * _DAY),
)


def _sum_of_units(amounts):
    """In microseconds. What floats leave over is added up apart, and rounded once at the end."""
    total = 0
    rest = 0.0
    for amount, (name, size) in zip(amounts, _UNITS):
        if isinstance(amount, int):
            total += amount * size
        elif isinstance(amount, float):
            fraction, whole = math.modf(amount)
            total += int(whole) * size
            fraction, whole = math.modf(fraction * size)
            total += int(whole)
            rest += fraction
        else:
            raise TypeError(f"unsupported type for timedelta {name} component: {type(amount).__name__}")
    if rest:
        rounded = round(rest)
        if abs(rounded - rest) == 0.5:
            # To the even microsecond of the whole sum.
            is_odd = total & 1
            rounded = 2 * round((rest + is_odd) * 0.5) - is_odd
        total += rounded
    return total


def _rounded_quotient(a, b):
    """Half-way cases give the even one."""
    quotient, rest = divmod(a, b)
    doubled = 2 * abs(rest)
    divisor = abs(b)
    if doubled > divisor or (doubled == divisor and quotient & 1):
        quotient += 1
    return quotient


def _complain_of_size(total):
    days = total // _DAY
    if not -0x80000000 <= days <= 0x7FFFFFFF:
        raise OverflowError("Python int too large to convert to C int")
    raise OverflowError(f"days={days}; must have magnitude <= 999999999")


class timedelta:
    """A time span, in days, seconds and microseconds."""

    __module__ = "datetime"
    # The whole span in microseconds.
    __slots__ = ("_total",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if (type(days) is int and type(seconds) is int and type(microseconds) is int and type(milliseconds) is int
                and type(minutes) is int and type(hours) is int and type(weeks) is int):
            whole = ((weeks * 7 + days) * 24 + hours) * 60 + minutes
            return span((whole * 60 + seconds) * _SECOND + milliseconds * 1000 + microseconds, cls)
        return span(_sum_of_units((days, seconds, microseconds, milliseconds, minutes, hours, weeks)), cls)

    days = property(lambda self: self._total // _DAY)
    seconds = property(lambda self: self._total // _SECOND % 86400)
    microseconds = property(lambda self: self._total % _SECOND)

    def total_seconds(self):
        """The span in seconds, a float."""
        return self._total / _SECOND

    def _split(self):
        """Days, seconds, microseconds."""
        total = self._total
        days = total // _DAY
        total -= days * _DAY
        seconds = total // _SECOND
        return days, seconds, total - seconds * _SECOND

    def __repr__(self):
        given = [f"{name}={value}" for (name, _), value in zip(_UNITS, self._split()) if value]
        return f"{type_name(self)}({', '.join(given) or 0})"

    def __str__(self):
        days, seconds, microseconds = self._split()
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        text = f"{hour}:{minute:02d}:{second:02d}"
        if microseconds:
            text = f"{text}.{microseconds:06d}"
        if not days:
            return text
        return f"{days} day, {text}" if days in (-1, 1) else f"{days} days, {text}"

    def __bool__(self):
        return self._total != 0

    def __hash__(self):
        return hash(self._split())

    def __reduce__(self):
        return self.__class__, self._split()

    # Sums, and multiples.

    def __pos__(self):
        return span(self._total)

    def __neg__(self):
        return span(-self._total)

    def __abs__(self):
        return span(abs(self._total))

    def __add__(self, other):
        return span(self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return span(self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return span(other._total - self._total) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, other):
        if isinstance(other, int):
            return span(self._total * other)
        if not isinstance(other, float):
            return NotImplemented
        numerator, denominator = other.as_integer_ratio()
        return span(_rounded_quotient(self._total * numerator, denominator))

    __rmul__ = __mul__

    # Quotients.

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            return span(_rounded_quotient(self._total, other))
        if not isinstance(other, float):
            return NotImplemented
        numerator, denominator = other.as_integer_ratio()
        return span(_rounded_quotient(self._total * denominator, numerator))

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        return span(self._total // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return span(self._total % other._total) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient = self._total // other._total
        return quotient, span(self._total - quotient * other._total)

    # Comparisons.

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented


def span(microseconds, cls=timedelta):
    """The time span of so many microseconds."""
    if not _LEAST <= microseconds <= _GREATEST:
        _complain_of_size(microseconds)
    made = object.__new__(cls)
    made._total = microseconds
    return made


timedelta.min = span(_LEAST)
timedelta.max = span(_GREATEST)
timedelta.resolution = span(1)


name_with_module(timedelta)
