"""Roots, powers, exponentials and logarithms, all rounded correctly.

They compute with whole numbers in a fixed number of digits, more of them until the digits that follow decide how to round.
"""

from math import isqrt

from decimal._arithmetic import not_a_number
from decimal._decimal import finite, infinity, nan
from decimal._digits import count_digits, digits_of, number_of
from decimal._signals import Inexact, InvalidOperation, Rounded


def sqrt(a, context):
    """The square root."""
    found = not_a_number(context, a)
    if found is not None:
        return found
    if a._kind and not a._sign:
        return a
    if not a._kind and not a._int:
        return finite(a._sign, 0, a._exp >> 1).fixed(context)
    if a._sign:
        return context.raise_signal(InvalidOperation, nan())
    digits = context.prec + 1
    exp = a._exp >> 1
    coefficient = a._int * 10 if a._exp & 1 else a._int
    size = count_digits(coefficient) + 1 >> 1
    shift = digits - size
    is_exact = True
    if shift >= 0:
        coefficient *= 100**shift
    else:
        coefficient, rest = divmod(coefficient, 100**-shift)
        is_exact = not rest
    ideal = exp
    exp -= shift
    root = isqrt(coefficient)
    is_exact = is_exact and root * root == coefficient
    if is_exact:
        if shift >= 0:
            root //= 10**shift
        else:
            root *= 10**-shift
        exp = ideal
    elif root % 5 == 0:
        root += 1
    return _half_even(finite(0, root, exp), context)


def _half_even(number, context):
    """Rounded as the specification wants these functions' results, whatever the context's own way."""
    saved = context.rounding
    context.rounding = "ROUND_HALF_EVEN"
    try:
        return number.fixed(context)
    finally:
        context.rounding = saved


def _nearest(numerator, denominator):
    """The quotient, rounded to the nearest."""
    quotient, rest = divmod(numerator, denominator)
    return quotient + (2 * rest >= denominator)


def _settled(compute, context):
    """The result of `compute(digits)`, a coefficient and an exponent right to one unit, with enough digits to round it."""
    extra = 3
    while True:
        coefficient, exp = compute(context.prec + extra)
        tail = count_digits(abs(coefficient)) - context.prec - 1
        if tail > 0 and coefficient % (5 * 10**(tail - 1)) > 1 and (coefficient + 2) % (5 * 10**(tail - 1)) > 1:
            return coefficient, exp
        extra += 3


def _scaled(a, digits):
    """The number times ten to this power, rounded to a whole one."""
    shift = a._exp + digits
    value = a._int * 10**shift if shift >= 0 else _nearest(a._int, 10**-shift)
    return -value if a._sign else value


_known_ln_10 = [0, 0]


def _ln_10(digits):
    """The logarithm of ten times ten to this power."""
    if _known_ln_10[0] < digits:
        more = digits + 20
        unit = 10**(more + 5)
        # ln 10 = 46 artanh(1/31) + 34 artanh(1/49) + 20 artanh(1/161)
        total = 46 * _artanh_inverse(31, unit) + 34 * _artanh_inverse(49, unit) + 20 * _artanh_inverse(161, unit)
        _known_ln_10[:] = more, total // 10**5
    known, value = _known_ln_10
    return value // 10**(known - digits)


def _artanh_inverse(n, unit):
    """artanh(1/n) in units."""
    term = unit // n
    total, square, divisor = term, n * n, 1
    while term:
        term //= square
        divisor += 2
        total += term // divisor
    return total


def _exp_fixed(value, digits):
    """e to value / 10**digits, times 10**digits; the value is small."""
    guard = 10
    unit = 10**(digits + guard)
    # Halved so often that the series is short, then squared as often.
    halvings = max(0, value.bit_length() - (10**digits).bit_length() + 8)
    x = value * 10**guard >> halvings
    extra = 10**(halvings // 2 + 5)
    unit *= extra
    x *= extra
    total = term = unit
    i = 0
    while term:
        i += 1
        term = term * x // unit // i
        total += term
        if term in (0, -1):
            break
    for _ in range(halvings):
        total = total * total // unit
    return total // (10**guard * extra)


def _exp_parts(a, digits):
    """e to a, as a coefficient of about so many digits and an exponent."""
    work = digits + 5 + max(0, a.adjusted() + 1)
    x = _scaled(a, work)
    ln_10 = _ln_10(work)
    power, rest = divmod(x, ln_10)
    return _exp_fixed(rest // 10**(work - digits - 4), digits + 4) // 10**2, power - digits - 2


def exp(a, context):
    """e to this power."""
    found = not_a_number(context, a)
    if found is not None:
        return found
    if a._kind:
        return finite(0, 0, 0) if a._sign else a
    if not a._int:
        return finite(0, 1, 0)
    adjusted = a.adjusted()
    if not a._sign and adjusted > count_digits((context.Emax + 1) * 3):
        return finite(0, 1, context.Emax + 1).fixed(context)
    if a._sign and adjusted > count_digits((1 - context.Etiny()) * 3):
        return finite(0, 1, context.Etiny() - 1).fixed(context)
    if adjusted < -context.prec - 1:
        # Next to one.
        digits = context.prec + 1
        return _half_even(finite(0, 10**digits + 1 if not a._sign else 10**(digits + 1) - 1, -digits if not a._sign else -digits - 1), context)
    return _half_even(finite(0, *_settled(lambda digits: _exp_parts(a, digits), context)), context)


def _ln_fixed(coefficient, exp, digits):
    """The logarithm of a number times ten to this power."""
    work = digits + 10 + count_digits(abs(exp) + 1)
    size = count_digits(coefficient)
    # A number between 1 and 10, and a power of ten.
    power = exp + size - 1
    shift = work - size + 1
    x = coefficient * 10**shift if shift >= 0 else coefficient // 10**-shift
    return (_ln_unit(x, work) + power * _ln_10(work)) // 10**(work - digits)


def _ln_unit(x, digits):
    """The logarithm of x / 10**digits, between 1 and 10, times 10**digits: Newton's way, by the exponential."""
    from math import log
    unit = 10**digits
    guess = int(log(x * 10**17 // unit / 10**17) * 10**17) * 10**(digits - 17) if digits >= 17 else int(log(x / unit) * unit)
    while True:
        # y + 2 (x - e^y) / (x + e^y) has thrice as many right digits.
        power = _exp_fixed(guess, digits) if guess >= 0 else unit * unit // _exp_fixed(-guess, digits)
        step = 2 * (x - power) * unit // (x + power)
        guess += step
        if abs(step) < 10**(digits // 3):
            return guess


def _ln_parts(a, digits):
    """The logarithm as a coefficient of at least so many digits and an exponent."""
    # Near one the logarithm is small: more digits are needed for as many that count.
    distance = a._int - 10**-a._exp if -60 < a._exp <= 0 else a._int
    lost = max(0, -a._exp - count_digits(abs(distance))) if distance and a._exp <= 0 and a.adjusted() in (0, -1) else 0
    work = digits + lost + 3
    return _ln_fixed(a._int, a._exp, work), -work


def _logarithm(a, context, exact, parts):
    found = not_a_number(context, a)
    if found is not None:
        return found
    if not a._kind and not a._int:
        return infinity(1)
    if a._sign:
        return context.raise_signal(InvalidOperation, nan())
    if a._kind:
        return a
    known = exact(a)
    if known is not None:
        return known.fixed(context)
    coefficient, exponent = _settled(lambda digits: parts(a, digits), context)
    return _half_even(finite(int(coefficient < 0), abs(coefficient), exponent), context)


def ln(a, context):
    """The natural logarithm."""
    return _logarithm(a, context, lambda a: finite(0, 0, 0) if a._order(finite(0, 1, 0)) == 0 else None, _ln_parts)


def _exact_log10(a):
    digits = digits_of(a._int).rstrip("0")
    if digits != "1":
        return None
    power = a.adjusted()
    return finite(int(power < 0), abs(power), 0)


def _log10_parts(a, digits):
    work = digits + 10
    coefficient, exponent = _ln_parts(a, work)
    shift = 10**-exponent
    return coefficient * shift // _ln_10(-exponent) // 10**5, exponent + 5


def log10(a, context):
    """The logarithm to the base of ten."""
    return _logarithm(a, context, _exact_log10, _log10_parts)


def _is_whole(a):
    return not a._kind and (a._exp >= 0 or not a._int or a._int % 10**-a._exp == 0)


def power(a, b, context):
    """A power."""
    found = not_a_number(context, a, b)
    if found is not None:
        return found
    one = finite(0, 1, 0)
    is_whole = _is_whole(b)
    if not b._kind and not b._int:
        if not a._kind and not a._int:
            return context.raise_signal(InvalidOperation, nan())
        return one
    is_odd = is_whole and int(b) % 2 == 1
    sign = 1 if a._sign and is_odd else 0
    if a._sign and not is_whole and (a._kind or a._int):
        return context.raise_signal(InvalidOperation, nan())
    if not a._kind and not a._int:
        return infinity(sign) if b._sign else finite(sign, 0, 0)
    if a._kind:
        return infinity(sign) if not b._sign else finite(sign, 0, 0)
    size = a.copy_abs()
    order = size._order(one)
    if order == 0:
        return _power_of_one(sign, size, b, is_whole, context)
    if b._kind:
        return infinity(0) if (order > 0) != bool(b._sign) else finite(0, 0, 0)
    return _finite_power(sign, size, b, is_whole, context)


def _power_of_one(sign, size, b, is_whole, context):
    """One, with the zeros that multiplying would have left."""
    if not is_whole:
        context.raise_signal(Inexact, None)
        context.raise_signal(Rounded, None)
        return finite(sign, 10**(context.prec - 1), 1 - context.prec)
    if b._sign or not size._exp:
        return finite(sign, 1, 0)
    exp = size._exp * min(int(b), context.prec)
    if exp < 1 - context.prec:
        exp = 1 - context.prec
        context.raise_signal(Rounded, None)
    return finite(sign, 10**-exp, exp)


def _finite_power(sign, size, b, is_whole, context):
    # Far out of range: the bounds are found without the digits.
    estimate = (size.adjusted() + (1 if size.adjusted() < 0 else 0)) if abs(size.adjusted()) > 1 else 0
    if estimate and b.adjusted() + count_digits(abs(estimate)) - 1 > count_digits(max(context.Emax, -context.Etiny())) + 1:
        grows = (estimate > 0) != bool(b._sign)
        return finite(sign, 1, context.Emax + 1 if grows else context.Etiny() - 1).fixed(context)
    exact = _exact_power(size, b, is_whole, context)
    if exact is not None:
        return finite(sign, exact._int, exact._exp).fixed(context)

    def parts(digits):
        work = digits + 8 + max(0, b.adjusted() + 1)
        coefficient, exponent = _ln_parts(size, work)
        product = finite(b._sign ^ int(coefficient < 0), abs(coefficient) * b._int, exponent + b._exp)
        return _exp_parts(product, digits)

    made = finite(sign, *_settled(parts, context))
    return made.fixed(context) if is_whole else _half_even(made, context)


def _exact_power(size, b, is_whole, context):
    """The power where it's a number of few digits; None where it isn't, or nobody knows."""
    most = 20 * context.prec + 2000
    if not is_whole:
        return _exact_root(size, b, context)
    n = abs(int(b))
    digits = digits_of(size._int).rstrip("0") or "0"
    exp = size._exp + count_digits(size._int) - len(digits)
    coefficient = number_of(digits)
    if coefficient == 1:
        made = finite(0, 1, -exp * n if b._sign else exp * n)
        return _padded(made, size, b, context) if not b._sign else made
    if n * len(digits) > most:
        return None
    if b._sign:
        return _exact_inverse(coefficient, exp, n, context)
    return _padded(finite(0, coefficient**n, exp * n), size, b, context)


def _padded(made, size, b, context):
    """With the zeros that multiplying would have left."""
    ideal = size._exp * int(b)
    zeros = min(made._exp - ideal, context.prec - count_digits(made._int))
    return finite(0, made._int * 10**zeros, made._exp - zeros) if zeros > 0 else made


def _exact_inverse(coefficient, exp, n, context):
    """1 over a power, where the base is made of twos or fives."""
    twos = fives = 0
    while coefficient % 2 == 0:
        coefficient //= 2
        twos += 1
    while coefficient % 5 == 0:
        coefficient //= 5
        fives += 1
    if coefficient != 1:
        return None
    shift = max(twos, fives) * n
    return finite(0, 5**(twos * n) if twos else 2**(fives * n), -shift - exp * n)


def _exact_root(size, b, context):
    """The power with an exponent such as 0.5 or 1.25, where the root is exact."""
    numerator, divisor = b._int, 10**-b._exp
    while numerator % 2 == 0 and divisor % 2 == 0:
        numerator //= 2
        divisor //= 2
    while numerator % 5 == 0 and divisor % 5 == 0:
        numerator //= 5
        divisor //= 5
    exp = size._exp
    coefficient = size._int
    if divisor > 4 * coefficient.bit_length() + 4 or numerator > 10**4:
        return None
    while exp % divisor:
        coefficient *= 10
        exp -= 1
    root = _whole_root(coefficient, divisor)
    if root is None:
        return None
    based = finite(0, root, exp // divisor)
    whole = finite(b._sign, numerator, 0)
    return _exact_power(based, whole, True, context)


def _whole_root(value, degree):
    """The root of a whole number, None where it isn't a whole one."""
    low, high = 0, 1 << (value.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle**degree <= value:
            low = middle
        else:
            high = middle - 1
    return low if low**degree == value else None


def modular_power(a, b, modulo, context):
    """The power of whole numbers, and what a division of it leaves."""
    found = not_a_number(context, a, b, modulo)
    if found is not None:
        return found
    if not (_is_whole(a) and _is_whole(b) and _is_whole(modulo)) or b._sign or not modulo._int or (not a._int and not b._int):
        return context.raise_signal(InvalidOperation, nan())
    if modulo.adjusted() >= context.prec:
        return context.raise_signal(InvalidOperation, nan())
    base, exponent, divisor = int(a), int(b), abs(int(modulo))
    made = pow(abs(base), exponent, divisor)
    return finite(int(base < 0 and exponent % 2 == 1), made, 0)
