"""Decimal numbers: a sign, an integer and a power of ten, or an infinity, or a NaN."""

import math
import numbers
from _support import name_with_module
from collections import namedtuple

from decimal._context import getcontext
from decimal._digits import count_digits, digits_of, number_of
from decimal._signals import (
    ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUNDINGS, Clamped, ConversionSyntax, FloatOperation, Inexact, InvalidOperation,
    Overflow, Rounded, Subnormal, Underflow, rounded,
)

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_MODULUS = (1 << 61) - 1
_INVERSE_OF_10 = pow(10, _MODULUS - 2, _MODULUS)


class Decimal:
    """A decimal number. `_kind` is "" for finite ones, "F" for infinities, "n" and "N" for NaNs, of which the second ones signal."""

    __module__ = "decimal"
    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        if type(value) is cls and cls is Decimal:
            return value
        made = object.__new__(cls)
        if isinstance(value, str):
            parts = _parsed(value)
            if parts is None:
                context = context or getcontext()
                parts = _parts(context.raise_signal(ConversionSyntax, nan()))
        elif isinstance(value, int):
            value = int(value)
            parts = int(value < 0), -value if value < 0 else value, 0, ""
        elif isinstance(value, Decimal):
            parts = _parts(value)
        elif isinstance(value, float):
            (context or getcontext()).raise_signal(FloatOperation, None)
            parts = _parts(Decimal.from_float(value))
        elif isinstance(value, (tuple, list)):
            parts = _of_tuple(value)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        made._sign, made._int, made._exp, made._kind = parts
        return made

    @classmethod
    def from_float(cls, f, /):
        """Exactly the float's value."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if math.isinf(f) or math.isnan(f):
            made = infinity(int(f < 0)) if math.isinf(f) else nan(int(math.copysign(1, f) < 0))
        else:
            numerator, denominator = abs(f).as_integer_ratio()
            power = denominator.bit_length() - 1
            made = finite(int(math.copysign(1, f) < 0), numerator * 5**power, -power)
        return made if cls is Decimal else cls(made)

    # Rounding to a context.

    def fixed_nan(self, context):
        """A NaN that doesn't signal, with as many digits as fit."""
        most = context.prec - context.clamp
        digits = self._int
        if digits and count_digits(digits) > most:
            digits = digits % 10**most
        return nan(self._sign, digits)

    def clamped(self, context):
        """A zero that was rounded to the least exponent."""
        return context.raise_signal(Clamped, self)

    def fixed(self, context):
        """The number rounded to the context, with all signals."""
        if self._kind:
            return self.fixed_nan(context) if self._kind in "nN" and self._kind else self
        tiny, top = context.Etiny(), context.Etop()
        if not self._int:
            most = context.Emax if not context.clamp else top
            exp = min(max(self._exp, tiny), most)
            return self if exp == self._exp else context.raise_signal(Clamped, finite(self._sign, 0, exp))
        digits = count_digits(self._int)
        least = digits + self._exp - context.prec
        if least > top:
            return self._overflowed(context)
        is_subnormal = least < tiny
        if is_subnormal:
            least = tiny
        if self._exp < least:
            return self._rounded_to(least, digits, is_subnormal, context)
        if is_subnormal:
            context.raise_signal(Subnormal, None)
        if context.clamp and self._exp > top:
            return context.raise_signal(Clamped, finite(self._sign, self._int * 10**(self._exp - top), top))
        return self

    def _overflowed(self, context):
        context.raise_signals([Overflow, Inexact, Rounded], None)
        if context.rounding in ("ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_HALF_DOWN", "ROUND_UP") or context.rounding == (
                ROUND_FLOOR if self._sign else ROUND_CEILING):
            return infinity(self._sign)
        return finite(self._sign, 10**context.prec - 1, context.Emax - context.prec + 1)

    def _rounded_to(self, least, digits, is_subnormal, context):
        """With an exponent that leaves no more digits than the context has."""
        coefficient, is_exact = rounded(self._int, least - self._exp, context.rounding, self._sign)
        if count_digits(coefficient) > context.prec:
            coefficient //= 10
            least += 1
        if least > context.Etop():
            return self._overflowed(context)
        made = finite(self._sign, coefficient, least)
        conditions = [Rounded]
        if not is_exact:
            conditions.append(Inexact)
        if is_subnormal:
            conditions.append(Subnormal)
            if not is_exact:
                conditions.append(Underflow)
        if not coefficient:
            conditions.append(Clamped)
        return context.raise_signals(conditions, made)

    def rescaled(self, exp, rounding):
        """With this exponent, whatever the context."""
        if self._kind:
            return self
        if not self._int:
            return finite(self._sign, 0, exp)
        if self._exp >= exp:
            return finite(self._sign, self._int * 10**(self._exp - exp), exp)
        drop = min(exp - self._exp, count_digits(self._int) + 1)
        source = self._int
        if drop < exp - self._exp:
            # All digits go; only that there were some matters.
            source, drop = 1, 2
        return finite(self._sign, rounded(source, drop, rounding, self._sign)[0], exp)

    # Text.

    def __str__(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        if self._kind:
            if self._kind == "F":
                return sign + "Infinity"
            return sign + ("NaN" if self._kind == "n" else "sNaN") + (digits_of(self._int) if self._int else "")
        digits = digits_of(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif digits == "0":
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = "0", "." + "0" * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + "0" * (point - len(digits)), ""
        else:
            whole, fraction = digits[:point], "." + digits[point:]
        exponent = "" if left == point else ("E" if (context or getcontext()).capitals else "e") + f"{left - point:+d}"
        return sign + whole + fraction + exponent

    def __repr__(self):
        return f"Decimal('{self}')"

    def to_eng_string(self, context=None):
        """With exponents that are multiples of three."""
        return self.__str__(True, context)

    def __format__(self, specifier, /):
        from decimal import _format
        return _format.formatted(self, specifier)

    # Comparing.

    def _order(self, other):
        """-1, 0 or 1; no NaNs."""
        if self._kind or other._kind:
            left = 0 if not self._kind else -1 if self._sign else 1
            right = 0 if not other._kind else -1 if other._sign else 1
            return (left > right) - (left < right)
        if not self._int or not other._int:
            left = 0 if not self._int else -1 if self._sign else 1
            right = 0 if not other._int else -1 if other._sign else 1
            return (left > right) - (left < right)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        left, right = self.adjusted(), other.adjusted()
        if left == right:
            exp = min(self._exp, other._exp)
            left, right = self._int * 10**(self._exp - exp), other._int * 10**(other._exp - exp)
        return (-1 if self._sign else 1) * ((left > right) - (left < right))

    def _compared(self, other, ordered, decide, symbol="=="):
        if isinstance(other, Decimal):
            pass
        elif isinstance(other, int):
            other = Decimal(other)
        elif isinstance(other, float):
            context = getcontext()
            if ordered:
                context.raise_signal(FloatOperation, None)
            else:
                context.flags[FloatOperation] = True
            other = Decimal.from_float(other)
        elif isinstance(other, numbers.Rational):
            if not self._kind:
                scaled = finite(self._sign, self._int * other.denominator, self._exp)
                return decide(scaled._order(Decimal(other.numerator)))
            other = Decimal(0)
        elif not ordered and isinstance(other, numbers.Complex) and other.imag == 0:
            other = Decimal.from_float(other.real)
        else:
            return _no_order(self, other, symbol) if ordered else NotImplemented
        if self._kind in ("n", "N") or other._kind in ("n", "N"):
            if ordered or "N" in (self._kind, other._kind):
                getcontext().raise_signal(InvalidOperation, None)
            return False
        return decide(self._order(other))

    def __eq__(self, other):
        return self._compared(other, False, lambda order: order == 0)

    def __lt__(self, other):
        return self._compared(other, True, lambda order: order < 0, "<")

    def __le__(self, other):
        return self._compared(other, True, lambda order: order <= 0, "<=")

    def __gt__(self, other):
        return self._compared(other, True, lambda order: order > 0, ">")

    def __ge__(self, other):
        return self._compared(other, True, lambda order: order >= 0, ">=")

    def __hash__(self):
        if self._kind:
            if self._kind == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            if self._kind == "n":
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        scale = pow(10, self._exp, _MODULUS) if self._exp >= 0 else pow(_INVERSE_OF_10, -self._exp, _MODULUS)
        value = self._int * scale % _MODULUS
        return hash(-value if self._sign else value)

    def __bool__(self):
        return self._kind != "" or self._int != 0

    def compare(self, other, context=None):
        """-1, 0 or 1 as a number, NaN where there's one."""
        from decimal._arithmetic import not_a_number
        other = operand(other)
        found = not_a_number(context or getcontext(), self, other)
        return found if found is not None else Decimal(self._order(other))

    def compare_signal(self, other, context=None):
        """The same, but each NaN signals."""
        other = operand(other)
        if self._kind in ("n", "N") or other._kind in ("n", "N"):
            return (context or getcontext()).raise_signal(InvalidOperation, nan())
        return Decimal(self._order(other))

    def compare_total(self, other, context=None):
        """Their places among all representations."""
        other = operand(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        left, right = _total_key(self), _total_key(other)
        order = (left > right) - (left < right)
        return Decimal(-order if self._sign else order)

    def max(self, other, context=None):
        """The greater one; a number rather than a NaN."""
        return self._extreme(operand(other), context or getcontext(), 1)

    def min(self, other, context=None):
        """The lesser one; a number rather than a NaN."""
        return self._extreme(operand(other), context or getcontext(), -1)

    def _extreme(self, other, context, wanted):
        from decimal._arithmetic import not_a_number
        if self._kind in ("n", "N") or other._kind in ("n", "N"):
            if self._kind == "n" and other._kind not in ("n", "N"):
                return other.fixed(context)
            if other._kind == "n" and self._kind not in ("n", "N"):
                return self.fixed(context)
            return not_a_number(context, self, other)
        order = self._order(other) or int(self.compare_total(other))
        return (other if order == -wanted else self).fixed(context)

    def max_mag(self, other, context=None):
        """The one that is farther from zero."""
        other = operand(other)
        order = self.copy_abs()._order(other.copy_abs()) if not (self.is_nan() or other.is_nan()) else 0
        return self.max(other, context) if order == 0 else (self if order > 0 else other).fixed(context or getcontext())

    def min_mag(self, other, context=None):
        """The one that is nearer to zero."""
        other = operand(other)
        order = self.copy_abs()._order(other.copy_abs()) if not (self.is_nan() or other.is_nan()) else 0
        return self.min(other, context) if order == 0 else (self if order < 0 else other).fixed(context or getcontext())

    # Parts.

    def as_tuple(self):
        """Sign, digits and exponent."""
        if self._kind == "F":
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple([int(digit) for digit in digits_of(self._int)]) if self._int or not self._kind else ()
        return DecimalTuple(self._sign, digits, self._kind or self._exp)

    def as_integer_ratio(self):
        """Two whole numbers whose quotient it is."""
        if self._kind:
            raise (OverflowError if self._kind == "F" else ValueError)(
                f"cannot convert {'Infinity' if self._kind == 'F' else 'NaN'} to integer ratio")
        numerator, denominator = (self._int * 10**self._exp, 1) if self._exp >= 0 else (self._int, 10**-self._exp)
        common = math.gcd(numerator, denominator)
        return (-numerator if self._sign else numerator) // common, denominator // common

    def adjusted(self):
        """The exponent of the first digit."""
        return 0 if self._kind else self._exp + count_digits(self._int) - 1

    def copy_abs(self):
        """Without its sign."""
        return of_parts(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        """With the other sign."""
        return of_parts(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        """With the sign of another one."""
        return of_parts(operand(other)._sign, self._int, self._exp, self._kind)

    def conjugate(self):
        """Itself."""
        return self

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def canonical(self):
        """Itself."""
        return self

    def is_canonical(self):
        """All are."""
        return True

    def is_finite(self):
        """Neither infinite nor a NaN."""
        return not self._kind

    def is_infinite(self):
        """Whether it's infinite."""
        return self._kind == "F"

    def is_nan(self):
        """Whether it's a NaN."""
        return self._kind in ("n", "N")

    def is_qnan(self):
        """Whether it's a NaN that doesn't signal."""
        return self._kind == "n"

    def is_snan(self):
        """Whether it's a NaN that signals."""
        return self._kind == "N"

    def is_signed(self):
        """Whether there's a minus sign."""
        return self._sign == 1

    def is_zero(self):
        """Whether it's zero."""
        return not self._kind and not self._int

    def is_normal(self, context=None):
        """Whether the exponent is one of the context's."""
        return not self._kind and self._int != 0 and (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        """Whether the exponent is below the context's."""
        return not self._kind and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        """What kind of number it is, as text."""
        if self._kind in ("n", "N"):
            return "NaN" if self._kind == "n" else "sNaN"
        kind = "Infinity" if self._kind else "Zero" if not self._int else "Subnormal" if self.is_subnormal(context) else "Normal"
        return ("-" if self._sign else "+") + kind

    def radix(self):
        """Ten."""
        return Decimal(10)

    # Arithmetic.

    def __neg__(self):
        return _arithmetic("minus", self)

    def __pos__(self):
        return _arithmetic("plus", self)

    def __abs__(self):
        return _arithmetic("abs", self)

    def __add__(self, other):
        return _binary("add", self, other)

    def __radd__(self, other):
        return _reflected("add", self, other)

    def __sub__(self, other):
        return _binary("subtract", self, other)

    def __rsub__(self, other):
        return _reflected("subtract", self, other)

    def __mul__(self, other):
        return _binary("multiply", self, other)

    def __rmul__(self, other):
        return _reflected("multiply", self, other)

    def __truediv__(self, other):
        return _binary("divide", self, other)

    def __rtruediv__(self, other):
        return _reflected("divide", self, other)

    def __floordiv__(self, other):
        return _binary("divide_int", self, other)

    def __rfloordiv__(self, other):
        return _reflected("divide_int", self, other)

    def __mod__(self, other):
        return _binary("remainder", self, other)

    def __rmod__(self, other):
        return _reflected("remainder", self, other)

    def __divmod__(self, other):
        return _binary("divmod_", self, other)

    def __rdivmod__(self, other):
        return _reflected("divmod_", self, other)

    def __pow__(self, other, modulo=None):
        if modulo is None:
            return _binary("power", self, other)
        from decimal import _arithmetic as arithmetic
        return arithmetic.power(self, operand(other), getcontext(), operand(modulo))

    def __rpow__(self, other):
        return _reflected("power", self, other)

    def remainder_near(self, other, context=None):
        """What the nearest whole quotient leaves."""
        from decimal import _arithmetic as arithmetic
        return arithmetic.remainder_near(self, operand(other), context or getcontext())

    def fma(self, other, third, context=None):
        """`self * other + third`, rounded once."""
        from decimal import _arithmetic as arithmetic
        context = context or getcontext()
        other, third = operand(other), operand(third)
        if self._kind or other._kind:
            product = arithmetic.multiply(self, other, context)
        else:
            product = finite(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return arithmetic.add(product, third, context)

    def sqrt(self, context=None):
        """The square root."""
        from decimal import _functions
        return _functions.sqrt(self, context or getcontext())

    def exp(self, context=None):
        """e to this power."""
        from decimal import _functions
        return _functions.exp(self, context or getcontext())

    def ln(self, context=None):
        """The natural logarithm."""
        from decimal import _functions
        return _functions.ln(self, context or getcontext())

    def log10(self, context=None):
        """The logarithm to the base of ten."""
        from decimal import _functions
        return _functions.log10(self, context or getcontext())

    def logb(self, context=None):
        """The exponent of the first digit as a number."""
        from decimal._arithmetic import not_a_number
        from decimal._signals import DivisionByZero
        context = context or getcontext()
        found = not_a_number(context, self)
        if found is not None:
            return found
        if self._kind:
            return infinity(0)
        if not self._int:
            return context.raise_signal(DivisionByZero, infinity(1))
        return Decimal(self.adjusted()).fixed(context)

    def scaleb(self, other, context=None):
        """Times a power of ten."""
        from decimal._arithmetic import not_a_number
        context = context or getcontext()
        other = operand(other)
        found = not_a_number(context, self, other)
        if found is not None:
            return found
        if other._kind or other._exp or abs(int(other)) > 2 * (context.Emax + context.prec):
            return context.raise_signal(InvalidOperation, nan())
        return self if self._kind else finite(self._sign, self._int, self._exp + int(other)).fixed(context)

    def normalize(self, context=None):
        """Without zeros at the end."""
        from decimal._arithmetic import not_a_number
        context = context or getcontext()
        found = not_a_number(context, self)
        if found is not None:
            return found
        made = self.fixed(context)
        if made._kind:
            return made
        if not made._int:
            return finite(made._sign, 0, 0)
        coefficient, exp = made._int, made._exp
        most = context.Etop() if context.clamp else context.Emax
        while coefficient % 10 == 0 and exp < most:
            coefficient //= 10
            exp += 1
        return finite(made._sign, coefficient, exp)

    def quantize(self, exp, rounding=None, context=None):
        """Rounded to the exponent of another one."""
        from decimal._arithmetic import not_a_number
        context = context or getcontext()
        exp = operand(exp)
        _check_rounding(rounding)
        found = not_a_number(context, self, exp)
        if found is not None:
            return found
        if self._kind or exp._kind:
            return self if self._kind and exp._kind else context.raise_signal(InvalidOperation, nan())
        if not context.Etiny() <= exp._exp <= context.Emax:
            return context.raise_signal(InvalidOperation, nan())
        if not self._int:
            return finite(self._sign, 0, exp._exp).fixed(context)
        if self.adjusted() > context.Emax or self.adjusted() - exp._exp + 1 > context.prec:
            return context.raise_signal(InvalidOperation, nan())
        made = self.rescaled(exp._exp, rounding or context.rounding)
        if made.adjusted() > context.Emax or count_digits(made._int) > context.prec:
            return context.raise_signal(InvalidOperation, nan())
        if made._int and made.adjusted() < context.Emin:
            context.raise_signal(Subnormal, None)
        if made._exp > self._exp:
            if made._order(self):
                context.raise_signal(Inexact, None)
            context.raise_signal(Rounded, None)
        return made.fixed(context)

    def same_quantum(self, other, context=None):
        """Whether the exponents are the same."""
        other = operand(other)
        if self._kind or other._kind:
            return self.is_nan() and other.is_nan() or self._kind == other._kind == "F"
        return self._exp == other._exp

    def to_integral_value(self, rounding=None, context=None):
        """Rounded to a whole number."""
        from decimal._arithmetic import not_a_number
        _check_rounding(rounding)
        context = context or getcontext()
        found = not_a_number(context, self)
        if found is not None:
            return found
        if self._kind or self._exp >= 0:
            return self
        return self.rescaled(0, rounding or context.rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The same, with signals where digits are dropped."""
        context = context or getcontext()
        made = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0 and self._int:
            context.raise_signal(Rounded, None)
            if made._order(self):
                context.raise_signal(Inexact, None)
        return made

    def next_plus(self, context=None):
        """The next greater number."""
        return self._next(context or getcontext(), 0)

    def next_minus(self, context=None):
        """The next lesser number."""
        return self._next(context or getcontext(), 1)

    def _next(self, context, sign):
        from decimal import _arithmetic as arithmetic
        found = arithmetic.not_a_number(context, self)
        if found is not None:
            return found
        if self._kind:
            if self._sign == sign:
                return self
            return finite(self._sign, 10**context.prec - 1, context.Etop())
        quiet = context.copy()
        quiet.clear_traps()
        quiet.rounding = ROUND_FLOOR if sign else ROUND_CEILING
        made = self.fixed(quiet)
        if made._order(self):
            return made
        return arithmetic.add(self, finite(sign, 1, quiet.Etiny() - 1), quiet)

    # Other kinds of numbers.

    def __int__(self):
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        value = self._int * 10**self._exp if self._exp >= 0 else self._int // 10**-self._exp
        return -value if self._sign else value

    __trunc__ = __int__

    def __float__(self):
        if self._kind == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == "n":
            return -math.nan if self._sign else math.nan
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __round__(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError("optional arg must be an integer")
            return self.quantize(finite(0, 1, -n))
        if self._kind:
            return int(self)
        return int(self.rescaled(0, ROUND_HALF_EVEN))

    def __floor__(self):
        return int(self) if self._kind else int(self.rescaled(0, ROUND_FLOOR))

    def __ceil__(self):
        return int(self) if self._kind else int(self.rescaled(0, ROUND_CEILING))

    def __getattr__(self, name):
        owner = "decimal.Decimal" if type(self) is Decimal else type(self).__name__
        raise AttributeError(f"{owner!r} object has no attribute {name!r}", name=name, obj=self)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(self)

    def __deepcopy__(self, memo):
        return self if type(self) is Decimal else type(self)(self)


def of_parts(sign, coefficient, exp, kind):
    """A number of its parts."""
    made = object.__new__(Decimal)
    made._sign = sign
    made._int = coefficient
    made._exp = exp
    made._kind = kind
    return made


def finite(sign, coefficient, exp):
    """A finite number."""
    return of_parts(sign, coefficient, exp, "")


def infinity(sign):
    """An infinity."""
    return of_parts(sign, 0, 0, "F")


def nan(sign=0, digits=0):
    """A NaN that doesn't signal."""
    return of_parts(sign, digits, 0, "n")


def _parts(number):
    return number._sign, number._int, number._exp, number._kind


def operand(value):
    """An argument as a Decimal."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _arithmetic(name, *operands):
    from decimal import _arithmetic as arithmetic
    return getattr(arithmetic, name)(*operands, getcontext())


# Operands that know nothing of Decimals: the messages name this class with its module.
_OTHERS = (float, complex, type(None))
_SYMBOLS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/", "divide_int": "//", "remainder": "%", "divmod_": "divmod()",
            "power": "** or pow()"}


def _no_order(left, right, symbol):
    if type(right) in (*_OTHERS, str, bytes, list, tuple, dict):
        raise TypeError(f"{symbol!r} not supported between instances of 'decimal.Decimal' and {type(right).__name__!r}")
    return NotImplemented


def _binary(name, left, right):
    if not isinstance(right, Decimal):
        if not isinstance(right, int):
            if type(right) in _OTHERS:
                raise TypeError(f"unsupported operand type(s) for {_SYMBOLS[name]}: 'decimal.Decimal' and {type(right).__name__!r}")
            return NotImplemented
        right = Decimal(right)
    return _arithmetic(name, left, right)


def _reflected(name, right, left):
    if not isinstance(left, int):
        if type(left) in _OTHERS:
            raise TypeError(f"unsupported operand type(s) for {_SYMBOLS[name]}: {type(left).__name__!r} and 'decimal.Decimal'")
        return NotImplemented
    return _arithmetic(name, Decimal(left), right)


def _check_rounding(rounding):
    if rounding is not None and rounding not in ROUNDINGS:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, "
                        "ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")


def _total_key(number):
    """What orders all representations of one sign: kind, size, and exponent or a NaN's digits."""
    kind = {"": 0, "F": 1, "N": 2, "n": 3}[number._kind]
    if number._kind or not number._int:
        return kind, 0, 0, "", number._int if number._kind else number._exp
    return kind, 1, number.adjusted(), digits_of(number._int).rstrip("0"), number._exp


def _parsed(text):
    """Sign, coefficient, exponent and kind of a number as text; None where it's none."""
    text = text.strip().replace("_", "")
    sign = 0
    if text[:1] in ("+", "-"):
        sign = int(text[0] == "-")
        text = text[1:]
    lower = text.lower()
    if lower in ("inf", "infinity"):
        return sign, 0, 0, "F"
    for prefix, kind in (("nan", "n"), ("snan", "N")):
        if lower.startswith(prefix) and (len(text) == len(prefix) or text[len(prefix):].isdecimal()):
            return sign, int(text[len(prefix):] or "0"), 0, kind
    mantissa, mark, exponent = lower.partition("e")
    if mark:
        digits = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not digits.isdecimal():
            return None
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    if not digits.isdecimal():
        return None
    return sign, number_of(digits), (int(exponent) if mark else 0) - len(fraction), ""


def _of_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = value
    if sign not in (0, 1) or not isinstance(sign, int):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if exp == "F":
        return sign, 0, 0, "F"
    if not isinstance(digits, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    coefficient = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        coefficient = coefficient * 10 + digit
    if exp in ("n", "N"):
        return sign, coefficient, 0, exp
    if isinstance(exp, str):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    if not isinstance(exp, int):
        raise ValueError("exponent must be an integer")
    return sign, coefficient, exp, ""


numbers.Number.register(Decimal)


name_with_module(Decimal)
