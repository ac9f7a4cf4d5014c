"""Numbers and their digits, however many: the limit on conversions of ints isn't for decimal numbers."""

import sys

# Of numbers that are converted under any limit: the least is 640 digits.
_FREE_BITS = 2000
_FREE_DIGITS = 600


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
    return len(digits_of(number))


def number_of(digits):
    """The number that has these digits."""
    return int(digits) if len(digits) < _FREE_DIGITS else _without_limit(int, digits)
