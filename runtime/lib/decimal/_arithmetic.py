"""Arithmetic on finite numbers, infinities and NaNs. Each function takes Decimals and a context."""

from decimal._decimal import finite, infinity, nan
from decimal._digits import count_digits
from decimal._signals import (
    ROUND_FLOOR, DivisionByZero, DivisionImpossible, DivisionUndefined, InvalidOperation,
)


def not_a_number(context, *operands):
    """The NaN that an operation with NaNs gives; None where there's none."""
    for operand in operands:
        if operand._kind == "N":
            return context.raise_signal(InvalidOperation, nan(operand._sign, operand._int)).fixed_nan(context)
    for operand in operands:
        if operand._kind == "n":
            return operand.fixed_nan(context)
    return None


def plus(a, context):
    """The number, rounded; zero has no sign."""
    found = not_a_number(context, a)
    if found is not None:
        return found
    if not a._kind and not a._int and context.rounding != ROUND_FLOOR:
        a = finite(0, 0, a._exp)
    return a.fixed(context)


def minus(a, context):
    """The number with the other sign, rounded."""
    found = not_a_number(context, a)
    if found is not None:
        return found
    if not a._kind and not a._int and context.rounding != ROUND_FLOOR:
        return finite(0, 0, a._exp).fixed(context)
    return a.copy_negate().fixed(context)


def abs(a, context):
    """The number without its sign, rounded."""
    found = not_a_number(context, a)
    if found is not None:
        return found
    return minus(a, context) if a._sign else plus(a, context)


def add(a, b, context):
    """The sum."""
    if a._kind or b._kind:
        found = not_a_number(context, a, b)
        if found is not None:
            return found
        if a._kind and b._kind and a._sign != b._sign:
            return context.raise_signal(InvalidOperation, nan())
        return infinity(a._sign if a._kind else b._sign)
    exp = min(a._exp, b._exp)
    if not a._int or not b._int:
        return _add_zero(a, b, exp, context)
    high, low = (a, b) if a._exp >= b._exp else (b, a)
    # What's far below the digits of the result only matters for rounding.
    low_int, low_exp = low._int, low._exp
    gap = high._exp - low_exp
    if gap > context.prec + 2:
        high_digits = count_digits(high._int)
        least = high._exp + min(-1, high_digits - context.prec - 2)
        if count_digits(low_int) + low_exp - 1 < least:
            low_int, low_exp = 1, least
    exp = min(high._exp, low_exp)
    total = (-high._int if high._sign else high._int) * 10**(high._exp - exp) + (-low_int if low._sign else low_int) * 10**(low_exp - exp)
    if not total:
        return finite(int(context.rounding == ROUND_FLOOR and a._sign != b._sign or a._sign & b._sign), 0, exp).fixed(context)
    return finite(int(total < 0), -total if total < 0 else total, exp).fixed(context)


def _add_zero(a, b, exp, context):
    """The sum where one is zero."""
    if not a._int and not b._int:
        sign = a._sign & b._sign or (context.rounding == ROUND_FLOOR and a._sign != b._sign)
        return finite(int(sign), 0, exp).fixed(context)
    other = b if not a._int else a
    exp = max(exp, other._exp - context.prec - 1)
    return finite(other._sign, other._int * 10**(other._exp - exp) if other._exp >= exp else other._int, min(exp, other._exp)).fixed(context)


def subtract(a, b, context):
    """The difference."""
    if a._kind in ("n", "N") or b._kind in ("n", "N"):
        return not_a_number(context, a, b)
    return add(a, b.copy_negate(), context)


def multiply(a, b, context):
    """The product."""
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        found = not_a_number(context, a, b)
        if found is not None:
            return found
        if not (a._kind or a._int) or not (b._kind or b._int):
            return context.raise_signal(InvalidOperation, nan())
        return infinity(sign)
    return finite(sign, a._int * b._int, a._exp + b._exp).fixed(context)


def divide(a, b, context):
    """The quotient."""
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        found = not_a_number(context, a, b)
        if found is not None:
            return found
        if a._kind and b._kind:
            return context.raise_signal(InvalidOperation, nan())
        return infinity(sign) if a._kind else finite(sign, 0, context.Etiny()).clamped(context)
    if not b._int:
        if not a._int:
            return context.raise_signal(DivisionUndefined, nan())
        return context.raise_signal(DivisionByZero, infinity(sign))
    exp = a._exp - b._exp
    if not a._int:
        return finite(sign, 0, exp).fixed(context)
    shift = count_digits(b._int) - count_digits(a._int) + context.prec + 1
    exp -= shift
    if shift >= 0:
        quotient, rest = divmod(a._int * 10**shift, b._int)
    else:
        quotient, rest = divmod(a._int, b._int * 10**-shift)
    if rest:
        # The last digit tells rounding that more would follow.
        if quotient % 5 == 0:
            quotient += 1
    else:
        ideal = a._exp - b._exp
        while exp < ideal and quotient % 10 == 0:
            quotient //= 10
            exp += 1
    return finite(sign, quotient, exp).fixed(context)


def _whole_quotient(a, b, context):
    """Quotient and remainder of finite numbers, rounded towards zero; the quotient is None where it has too many digits."""
    ideal = min(a._exp, b._exp)
    gap = a.adjusted() - b.adjusted()
    if not a._int or b._kind == "F" or gap <= -2:
        return 0, a.rescaled(ideal, context.rounding) if not b._kind else a
    if gap <= context.prec:
        left = a._int * 10**(a._exp - ideal)
        right = b._int * 10**(b._exp - ideal)
        quotient, rest = divmod(left, right)
        if count_digits(quotient) <= context.prec:
            return quotient, finite(a._sign, rest, ideal)
    return None, None


def _division(a, b, context, by_zero):
    """What is common to whole divisions: the result where an operand is special, else None."""
    found = not_a_number(context, a, b)
    if found is not None:
        return found
    if a._kind:
        return context.raise_signal(InvalidOperation, nan())
    if not b._kind and not b._int:
        if not a._int:
            return context.raise_signal(DivisionUndefined, nan())
        return by_zero()
    return None


def divide_int(a, b, context):
    """The quotient without its fraction."""
    sign = a._sign ^ b._sign
    if a._kind == "F" and b._kind not in ("n", "N"):
        return infinity(sign) if not b._kind else context.raise_signal(InvalidOperation, nan())
    found = _division(a, b, context, lambda: context.raise_signal(DivisionByZero, infinity(sign)))
    if found is not None:
        return found
    quotient, _ = _whole_quotient(a, b, context)
    if quotient is None:
        return context.raise_signal(DivisionImpossible, nan())
    return finite(sign, quotient, 0).fixed(context)


def remainder(a, b, context):
    """What the whole quotient leaves."""
    found = _division(a, b, context, lambda: context.raise_signal(InvalidOperation, nan()))
    if found is not None:
        return found
    quotient, rest = _whole_quotient(a, b, context)
    if quotient is None:
        return context.raise_signal(DivisionImpossible, nan())
    return rest.fixed(context)


def divmod_(a, b, context):
    """The quotient without its fraction, and what that leaves."""
    found = not_a_number(context, a, b)
    if found is not None:
        return found, found
    sign = a._sign ^ b._sign
    if a._kind:
        if b._kind:
            invalid = context.raise_signal(InvalidOperation, nan())
            return invalid, invalid
        return infinity(sign), context.raise_signal(InvalidOperation, nan())
    if not b._kind and not b._int:
        if not a._int:
            undefined = context.raise_signal(DivisionUndefined, nan())
            return undefined, undefined
        return context.raise_signals([InvalidOperation, DivisionByZero], (infinity(sign), nan()))
    quotient, rest = _whole_quotient(a, b, context)
    if quotient is None:
        impossible = context.raise_signal(DivisionImpossible, nan())
        return impossible, impossible
    return finite(sign, quotient, 0).fixed(context), rest.fixed(context)


def remainder_near(a, b, context):
    """What the nearest whole quotient leaves."""
    found = _division(a, b, context, lambda: context.raise_signal(InvalidOperation, nan()))
    if found is not None:
        return found
    if b._kind:
        return a.fixed(context)
    quotient, rest = _whole_quotient(a, b, context)
    if quotient is None:
        return context.raise_signal(DivisionImpossible, nan())
    ideal = min(a._exp, b._exp)
    right = b._int * 10**(b._exp - ideal)
    left = rest._int * 10**(rest._exp - ideal)
    if 2 * left + (quotient & 1) > right:
        left -= right
        quotient += 1
    if count_digits(quotient) > context.prec:
        return context.raise_signal(DivisionImpossible, nan())
    return finite(a._sign ^ int(left < 0), -left if left < 0 else left, ideal).fixed(context)


def power(a, b, context, modulo=None):
    """A power."""
    from decimal import _functions
    if modulo is not None:
        return _functions.modular_power(a, b, modulo, context)
    return _functions.power(a, b, context)
