"""Decimals in the language of format specifications."""

from decimal._context import getcontext
from decimal._decimal import finite
from decimal._digits import count_digits, digits_of

_ALIGNS = "<>=^"


class _Spec:
    """A specification: [[fill]align][sign][z][#][0][width][grouping][.precision][type]."""

    def __init__(self, text):
        self.fill, self.align, self.sign, self.no_negative_zero = " ", "", "-", False
        place = 0
        if text[1:2] and text[1] in _ALIGNS:
            self.fill, self.align, place = text[0], text[1], 2
        elif text[:1] and text[0] in _ALIGNS:
            self.align, place = text[0], 1
        if text[place:place + 1] and text[place] in "+- ":
            self.sign = text[place]
            place += 1
        if text[place:place + 1] == "z":
            self.no_negative_zero = True
            place += 1
        if text[place:place + 1] == "#":
            place += 1
        self.is_zero_padded = text[place:place + 1] == "0"
        if self.is_zero_padded:
            place += 1
        place, self.width = _number(text, place)
        self.grouping = ""
        if text[place:place + 1] and text[place] == ",":
            self.grouping = text[place]
            place += 1
        self.precision = None
        if text[place:place + 1] == ".":
            place, self.precision = _number(text, place + 1)
            if self.precision is None:
                raise ValueError("invalid format string")
        self.type = text[place:]
        if self.type not in ("", "e", "E", "f", "F", "g", "G", "n", "%"):
            raise ValueError("invalid format string")
        if self.is_zero_padded and not self.align:
            self.fill, self.align = "0", "="
        if not self.align:
            self.align = ">"


def _number(text, place):
    end = place
    while text[end:end + 1].isascii() and text[end:end + 1].isdigit():
        end += 1
    return end, int(text[place:end]) if end > place else None


def formatted(number, text):
    """The number by a specification."""
    spec = _Spec(text)
    if number._kind:
        body = str(number.copy_abs()) + ("%" if spec.type == "%" else "")
        if spec.fill == "0" and spec.align == "=":
            # Zeros are put before numbers only.
            spec.fill, spec.align = " ", ">"
        return _aligned(_sign(number._sign, spec), body, spec)
    kind = spec.type or ("G" if getcontext().capitals else "g")
    if kind == "n":
        kind = "g"
    if kind == "%":
        number = finite(number._sign, number._int, number._exp + 2)
    number = _rounded(number, kind, spec.precision)
    sign = number._sign
    if spec.no_negative_zero and not number._int:
        sign = 0
    whole, fraction, exponent = _digits(number, kind, spec)
    tail = ("." + fraction if fraction else "") + exponent + ("%" if kind == "%" else "")
    return _grouped(_sign(sign, spec), whole, tail, spec)


def _sign(sign, spec):
    return "-" if sign else spec.sign if spec.sign in "+ " else ""


def _rounded(number, kind, precision):
    rounding = getcontext().rounding
    if precision is None:
        return number.rescaled(0, rounding) if not number._int and number._exp > 0 and kind in "fF%" else number
    if kind in "eE":
        return _to_digits(number, precision + 1, rounding)
    if kind in "fF%":
        return number.rescaled(-precision, rounding)
    if count_digits(number._int) > max(precision, 1):
        return _to_digits(number, max(precision, 1), rounding)
    return number


def _to_digits(number, digits, rounding):
    """With so many digits."""
    if not number._int:
        return number
    made = number.rescaled(number.adjusted() + 1 - digits, rounding)
    return made if count_digits(made._int) == digits else made.rescaled(made.adjusted() + 1 - digits, rounding)


def _digits(number, kind, spec):
    """Digits before the point and behind it, and the exponent's text."""
    digits = digits_of(number._int)
    left = number._exp + len(digits)
    if kind in "eE":
        point = 1 - spec.precision if not number._int and spec.precision is not None else 1
    elif kind in "fF%":
        point = left
    elif number._exp <= 0 and left > -6:
        point = left
    else:
        point = 1
    if point < 0:
        whole, fraction = "0", "0" * -point + digits
    elif point > len(digits):
        whole, fraction = digits + "0" * (point - len(digits)), ""
    else:
        whole, fraction = digits[:point] or "0", digits[point:]
    if kind in "fF%" or (kind in "gG" and left == point):
        return whole, fraction, ""
    return whole, fraction, ("E" if kind in "EG" else "e") + f"{left - point:+d}"


def _grouped(sign, whole, tail, spec):
    if spec.fill == "0" and spec.align == "=":
        least = (spec.width or 0) - len(sign) - len(tail)
        if spec.grouping:
            while len(_with_groups(whole, spec.grouping)) < least:
                whole = "0" + whole
        else:
            whole = whole.rjust(least, "0")
    body = (_with_groups(whole, spec.grouping) if spec.grouping else whole) + tail
    return _aligned(sign, body, spec)


def _with_groups(digits, mark):
    first = len(digits) % 3 or 3
    return mark.join([digits[:first], *[digits[i:i + 3] for i in range(first, len(digits), 3)]])


def _aligned(sign, body, spec):
    fill = spec.fill
    missing = (spec.width or 0) - len(sign) - len(body)
    if missing <= 0:
        return sign + body
    if spec.align == "<":
        return sign + body + fill * missing
    if spec.align == ">":
        return fill * missing + sign + body
    if spec.align == "=":
        return sign + fill * missing + body
    return fill * (missing // 2) + sign + body + fill * (missing - missing // 2)
