"""Numbers and their digits, however many: the limit on conversions of ints isn't for decimal numbers."""

import math
import sys

# Of numbers that are converted under any limit: the least is 640 digits.
_FREE_BITS = 2000
_FREE_DIGITS = 600
_TOP_BITS = 64
_LOG10_2 = math.log10(2)
# Far more than what is lost of a logarithm below a thousand million.
_CLOSE = 1e-5


def _without_limit(convert, value):
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        return convert(value)
    finally:
        sys.set_int_max_str_digits(limit)


def digits_of(number):
    """As text."""
    return str(number) if number.bit_length() < _FREE_BITS else _without_limit(str, number)


def count_digits(number):
    """Of a number that isn't negative; zero has one."""
    bits = number.bit_length()
    if bits < _FREE_BITS:
        return len(str(number))
    # Its logarithm tells, unless it's too close to a power of ten.
    size = math.log10(number >> bits - _TOP_BITS) + (bits - _TOP_BITS) * _LOG10_2
    if abs(size - round(size)) < _CLOSE:
        return len(digits_of(number))
    return int(size) + 1


def number_of(digits):
    """The number that has these digits."""
    return int(digits) if len(digits) < _FREE_DIGITS else _without_limit(int, digits)
