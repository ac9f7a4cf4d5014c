"""Rational numbers."""

import math
import numbers
import operator
import sys

__all__ = ["Fraction"]

# How numbers are hashed: modulo this prime; infinity is a constant.
_HASH_MODULUS = 2 ** 61 - 1
_HASH_INF = 314159


def _is_decimal(x):
    # Where the module was never imported, there are no Decimals.
    decimal = sys.modules.get("decimal")
    return decimal is not None and isinstance(x, decimal.Decimal)


def _read_digits(text, place):
    """Digits with single underscores between them: the digits, and where they end."""
    start = place
    size = len(text)
    while place < size and (text[place].isdecimal()
                            or (text[place] == "_" and place > start and place + 1 < size and text[place + 1].isdecimal()
                                and text[place - 1].isdecimal())):
        place += 1
    return text[start:place].replace("_", ""), place


def _skip_spaces(text, place):
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _parse(text):
    """(numerator, denominator) of `3/4`, `-1.5e3`, `.5`; None where the text has another form."""
    stripped = text.strip()
    place = 0
    is_negative = False
    if stripped[:1] in ("+", "-"):
        is_negative = stripped[0] == "-"
        place = 1
    whole, place = _read_digits(stripped, place)
    size = len(stripped)
    numerator = int(whole or "0")
    denominator = 1
    slash = _skip_spaces(stripped, place)
    if slash < size and stripped[slash] == "/":
        if not whole:
            return None
        digits, end = _read_digits(stripped, _skip_spaces(stripped, slash + 1))
        if not digits or end != size:
            return None
        denominator = int(digits)
        return -numerator if is_negative else numerator, denominator
    decimals = ""
    if place < size and stripped[place] == ".":
        decimals, place = _read_digits(stripped, place + 1)
    if not whole and not decimals:
        return None
    if decimals:
        scale = 10 ** len(decimals)
        numerator = numerator * scale + int(decimals)
        denominator = scale
    if place < size and stripped[place] in "eE":
        place += 1
        is_small = False
        if place < size and stripped[place] in "+-":
            is_small = stripped[place] == "-"
            place += 1
        digits, place = _read_digits(stripped, place)
        if not digits:
            return None
        if is_small:
            denominator *= 10 ** int(digits)
        else:
            numerator *= 10 ** int(digits)
    if place != size:
        return None
    return -numerator if is_negative else numerator, denominator


# Formatting.


def _round_to_exponent(n, d, exponent, no_neg_zero=False):
    """The sign and significand of n/d rounded to a multiple of 10**exponent, half to even."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    significand, rest = divmod(abs(n), d)
    if 2 * rest > d or (2 * rest == d and significand % 2):
        significand += 1
    return n < 0 and not (no_neg_zero and significand == 0), significand


def _integer_digits(n, d):
    """How many digits n/d has before the point; none or less for those that begin behind it."""
    n_digits, d_digits = str(n), str(d)
    return len(n_digits) - len(d_digits) + (d_digits <= n_digits)


def _round_to_figures(n, d, figures):
    """The sign, significand and exponent of n/d rounded to so many figures."""
    if not n:
        return False, 0, 1 - figures
    exponent = _integer_digits(abs(n), d) - figures
    is_negative, significand = _round_to_exponent(n, d, exponent)
    if significand == 10 ** figures:
        # Rounded up to one more digit.
        return is_negative, significand // 10, exponent + 1
    return is_negative, significand, exponent


class _FormatSpec:
    """[[fill]align][sign][z][#][0][width][,_][.precision][type], read from text."""

    def __init__(self, spec):
        self.fill = None
        self.align = None
        self.sign = "-"
        self.no_neg_zero = False
        self.alternate = False
        self.zeropad = False
        self.minimum_width = None
        self.separator = ""
        self.precision = None
        self.type = None
        self.is_valid = self._read(spec)

    def _read(self, spec):
        place = 0
        size = len(spec)
        if size > 1 and spec[1] in "<>=^":
            self.fill = spec[0]
            self.align = spec[1]
            place = 2
        elif size and spec[0] in "<>=^":
            self.align = spec[0]
            place = 1
        if place < size and spec[place] in "-+ ":
            self.sign = spec[place]
            place += 1
        if place < size and spec[place] == "z":
            self.no_neg_zero = True
            place += 1
        if place < size and spec[place] == "#":
            self.alternate = True
            place += 1
        if place + 1 < size and spec[place] == "0" and spec[place + 1].isdigit():
            self.zeropad = True
            place += 1
        start = place
        while place < size and spec[place].isdigit():
            place += 1
        if place > start:
            self.minimum_width = spec[start:place]
            if self.minimum_width != "0" and self.minimum_width[0] == "0":
                return False
        if place < size and spec[place] in ",_":
            self.separator = spec[place]
            place += 1
        if place < size and spec[place] == ".":
            place += 1
            start = place
            while place < size and spec[place].isdigit():
                place += 1
            if place == start:
                return False
            if spec[start] == "0" and place > start + 1:
                return False
            self.precision = int(spec[start:place])
        if place < size and spec[place] in "eEfFgG%":
            self.type = spec[place]
            place += 1
        return place == size


def _group(digits, separator):
    """The digits with a separator after each third from the right."""
    first = 1 + (len(digits) - 1) % 3
    parts = [digits[:first]]
    for place in range(first, len(digits), 3):
        parts.append(digits[place:place + 3])
    return separator.join(parts)


def _pad(sign, body, spec, default_align):
    padding = (spec.fill or " ") * (int(spec.minimum_width or 0) - len(sign) - len(body))
    align = spec.align or default_align
    if align == ">":
        return padding + sign + body
    if align == "<":
        return sign + body + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body


def _made(numerator, denominator):
    """The fraction of numbers that have nothing in common."""
    made = object.__new__(Fraction)
    made._numerator = numerator
    made._denominator = denominator
    return made


def _lowest(numerator, denominator):
    common = math.gcd(numerator, denominator)
    if denominator < 0:
        common = -common
    return _made(numerator // common, denominator // common)


# The operators, of numerators and denominators.


def _sum(n1, d1, n2, d2):
    # What can be cancelled is a part of what the denominators have in common.
    shared = math.gcd(d1, d2)
    scale = d1 // shared
    total = n1 * (d2 // shared) + n2 * scale
    excess = math.gcd(total, shared)
    return _made(total // excess, scale * (d2 // excess))


def _difference(n1, d1, n2, d2):
    return _sum(n1, d1, -n2, d2)


def _product(n1, d1, n2, d2):
    return _lowest(n1 * n2, d1 * d2)


def _quotient(n1, d1, n2, d2):
    if not n2:
        raise ZeroDivisionError(f"Fraction({d2}, 0)")
    return _lowest(n1 * d2, d1 * n2)


def _whole_quotient(n1, d1, n2, d2):
    return n1 * d2 // (d1 * n2)


def _rest(n1, d1, n2, d2):
    return _lowest(n1 * d2 % (n2 * d1), d1 * d2)


def _quotient_and_rest(n1, d1, n2, d2):
    quotient, rest = divmod(n1 * d2, d1 * n2)
    return quotient, _lowest(rest, d1 * d2)


def _methods(name, exact, inexact, takes_complex=True):
    """The method and the reflected one of an operator: exact among rational numbers, with others as those have it."""

    def method(a, b):
        if isinstance(b, Fraction):
            return exact(a._numerator, a._denominator, b._numerator, b._denominator)
        if isinstance(b, int):
            return exact(a._numerator, a._denominator, b.numerator, 1)
        if isinstance(b, float):
            return inexact(float(a), b)
        if takes_complex and isinstance(b, complex):
            return inexact(complex(a), b)
        return NotImplemented

    def reflected(b, a):
        if isinstance(a, numbers.Rational):
            return exact(a.numerator, a.denominator, b._numerator, b._denominator)
        if isinstance(a, numbers.Real):
            return inexact(float(a), float(b))
        if takes_complex and isinstance(a, numbers.Complex):
            return inexact(complex(a), float(b))
        return NotImplemented

    method.__name__ = f"__{name}__"
    reflected.__name__ = f"__r{name}__"
    return method, reflected


class Fraction(numbers.Rational):
    """A rational number in lowest terms, of numerator and denominator, a number, or text."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if not isinstance(numerator, str) and hasattr(numerator, "as_integer_ratio"):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parsed = _parse(numerator)
            if parsed is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            numerator, denominator = parsed
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator = numerator // common
        self._denominator = denominator // common
        return self

    @classmethod
    def _exactly(cls, value, is_right, rule):
        if isinstance(value, numbers.Integral):
            ratio = int(value), 1
        elif is_right:
            ratio = value.as_integer_ratio()
        else:
            raise TypeError(f"{cls.__name__}.{rule}, not {value!r} ({type(value).__name__})")
        made = super().__new__(cls)
        made._numerator, made._denominator = ratio
        return made

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        return cls._exactly(f, isinstance(f, float), "from_float() only takes floats")

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a Decimal."""
        return cls._exactly(dec, _is_decimal(dec), "from_decimal() only takes Decimals")

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator isn't greater."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if max_denominator >= self._denominator:
            return Fraction(self)
        # Convergents of the continued fraction, as pairs: the last one that fits, and the one before.
        (p, q), last = (0, 1), (1, 0)
        n, d = self._numerator, self._denominator
        while q + n // d * last[1] <= max_denominator:
            quotient, rest = divmod(n, d)
            (p, q), last = last, (p + quotient * last[0], q + quotient * last[1])
            n, d = d, rest
        # The best one between them and the next.
        steps = (max_denominator - q) // last[1]
        between = p + steps * last[0], q + steps * last[1]
        nearest = last if 2 * d * between[1] <= self._denominator else between
        return _made(*nearest)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def _format_general(self, spec):
        """Without a type: the fraction as text."""
        digits = str(abs(self._numerator))
        if spec.separator:
            digits = _group(digits, spec.separator)
        body = digits
        if self._denominator > 1 or spec.alternate:
            denominator = str(self._denominator)
            if spec.separator:
                denominator = _group(denominator, spec.separator)
            body += "/" + denominator
        sign = "-" if self._numerator < 0 else spec.sign if spec.sign != "-" else ""
        return _pad(sign, body, spec, ">")

    def _format_float(self, spec):
        precision = 6 if spec.precision is None else spec.precision
        kind = spec.type
        trim_zeros = kind in "gG" and not spec.alternate
        trim_point = not spec.alternate
        exponent_indicator = "E" if kind in "EFG" else "e"
        if kind in "fF%":
            exponent = -precision
            if kind == "%":
                exponent -= 2
            negative, significand = _round_to_exponent(self._numerator, self._denominator, exponent, spec.no_neg_zero)
            scientific = False
            point_pos = precision
        else:
            figures = max(precision, 1) if kind in "gG" else precision + 1
            negative, significand, exponent = _round_to_figures(self._numerator, self._denominator, figures)
            scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
            point_pos = figures - 1 if scientific else -exponent
        suffix = "%" if kind == "%" else ""
        if scientific:
            suffix = f"{exponent_indicator}{exponent + point_pos:+03d}"
        digits = f"{significand:0{point_pos + 1}d}"
        sign = "-" if negative else spec.sign if spec.sign != "-" else ""
        leading = digits[:len(digits) - point_pos]
        fraction = digits[len(digits) - point_pos:]
        if trim_zeros:
            fraction = fraction.rstrip("0")
        point = "" if trim_point and not fraction else "."
        trailing = point + fraction + suffix
        if spec.zeropad:
            least = int(spec.minimum_width or 0) - len(sign) - len(trailing)
            leading = leading.zfill(3 * least // 4 + 1 if spec.separator else least)
        if spec.separator:
            leading = _group(leading, spec.separator)
        return _pad(sign, leading + trailing, spec, ">")

    def __format__(self, format_spec, /):
        spec = _FormatSpec(format_spec)
        if spec.is_valid and spec.type is None and not (spec.zeropad or spec.no_neg_zero or spec.precision is not None):
            return self._format_general(spec)
        if spec.is_valid and spec.type is not None and not (spec.align is not None and spec.zeropad):
            return self._format_float(spec)
        raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")

    __add__, __radd__ = _methods("add", _sum, operator.add)
    __sub__, __rsub__ = _methods("sub", _difference, operator.sub)
    __mul__, __rmul__ = _methods("mul", _product, operator.mul)
    __truediv__, __rtruediv__ = _methods("truediv", _quotient, operator.truediv)
    __floordiv__, __rfloordiv__ = _methods("floordiv", _whole_quotient, operator.floordiv, False)
    __mod__, __rmod__ = _methods("mod", _rest, operator.mod, False)
    __divmod__, __rdivmod__ = _methods("divmod", _quotient_and_rest, divmod, False)

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b if isinstance(b, (float, complex)) else NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        above, below = a._numerator, a._denominator
        if power < 0:
            power = -power
            if not above:
                raise ZeroDivisionError(f"Fraction({below ** power}, 0)")
            above, below = (below, above) if above > 0 else (-below, -above)
        return _made(above ** power, below ** power)

    def __rpow__(b, a):
        is_rational = isinstance(a, numbers.Rational)
        if b._denominator == 1 and (b._numerator >= 0 or not is_rational):
            return a ** b._numerator
        return Fraction(a.numerator, a.denominator) ** b if is_rational else a ** float(b)

    def __pos__(self):
        return _made(self._numerator, self._denominator)

    def __neg__(self):
        return _made(-self._numerator, self._denominator)

    def __abs__(self):
        return _made(abs(self._numerator), self._denominator)

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __trunc__(self):
        return self.__ceil__() if self._numerator < 0 else self.__floor__()

    def __int__(self):
        return operator.index(self.__trunc__())

    def __round__(self, ndigits=None):
        if ndigits is not None:
            scale = Fraction(10) ** ndigits
            return Fraction(round(self * scale)) / scale
        # Half-way cases were rounded up: their odd ones go back.
        whole, rest = divmod(2 * self._numerator + self._denominator, 2 * self._denominator)
        return whole - 1 if not rest and whole % 2 else whole

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _HASH_MODULUS)
        except ValueError:
            # The denominator is a multiple of the modulus.
            value = _HASH_INF
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(self, other):
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        if isinstance(other, numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, numbers.Complex) and other.imag == 0:
            other = other.real
        if not isinstance(other, float):
            return NotImplemented
        return math.isfinite(other) and other.as_integer_ratio() == (self._numerator, self._denominator)

    def _compared(self, other, comparison):
        if isinstance(other, float):
            if not math.isfinite(other):
                return comparison(0.0, other)
            numerator, denominator = other.as_integer_ratio()
        elif isinstance(other, numbers.Rational):
            numerator, denominator = other.numerator, other.denominator
        else:
            return NotImplemented
        return comparison(self._numerator * denominator, numerator * self._denominator)

    def __lt__(self, other):
        return self._compared(other, operator.lt)

    def __le__(self, other):
        return self._compared(other, operator.le)

    def __gt__(self, other):
        return self._compared(other, operator.gt)

    def __ge__(self, other):
        return self._compared(other, operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
