"""What can be said of a result besides itself, and how numbers are rounded."""

ROUND_CEILING = "ROUND_CEILING"
ROUND_DOWN = "ROUND_DOWN"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_UP = "ROUND_UP"
ROUND_05UP = "ROUND_05UP"
ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)


class DecimalException(ArithmeticError):
    """A signal."""

    __module__ = "decimal"


class Clamped(DecimalException):
    """The exponent was changed to fit."""

    __module__ = "decimal"


class InvalidOperation(DecimalException):
    """The operation makes no sense."""

    __module__ = "decimal"


class ConversionSyntax(InvalidOperation):
    """The text is no number."""

    __module__ = "decimal"


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number was divided by zero."""

    __module__ = "decimal"


class DivisionImpossible(InvalidOperation):
    """The quotient has too many digits."""

    __module__ = "decimal"


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero was divided by zero."""

    __module__ = "decimal"


class Inexact(DecimalException):
    """Digits that weren't zero were dropped."""

    __module__ = "decimal"


class InvalidContext(InvalidOperation):
    """The context makes no sense."""

    __module__ = "decimal"


class Rounded(DecimalException):
    """Digits were dropped."""

    __module__ = "decimal"


class Subnormal(DecimalException):
    """The exponent is below the least one."""

    __module__ = "decimal"


class Overflow(Inexact, Rounded):
    """The exponent is above the greatest one."""

    __module__ = "decimal"


class Underflow(Inexact, Rounded, Subnormal):
    """The result is too small, and was rounded."""

    __module__ = "decimal"


class FloatOperation(DecimalException, TypeError):
    """Floats and Decimals were mixed."""

    __module__ = "decimal"


SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
# Conditions that are signalled as another one.
CONDITIONS = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation, DivisionUndefined: InvalidOperation,
              InvalidContext: InvalidOperation}


def rounded(coefficient, drop, rounding, sign):
    """The number without its last `drop` digits, and whether they were all zero."""
    if drop <= 0:
        return coefficient * 10**-drop, True
    unit = 10**drop
    whole, rest = divmod(coefficient, unit)
    if not rest:
        return whole, True
    return whole + goes_up(whole, 2 * rest, unit, rounding, sign), False


def goes_up(whole, twice_rest, unit, rounding, sign):
    """Whether a number is rounded away from zero, whose rest is between zero and the unit."""
    if rounding == ROUND_HALF_EVEN:
        return twice_rest > unit or (twice_rest == unit and whole & 1 == 1)
    if rounding == ROUND_HALF_UP:
        return twice_rest >= unit
    if rounding == ROUND_HALF_DOWN:
        return twice_rest > unit
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return sign == 1
    return whole % 5 == 0
