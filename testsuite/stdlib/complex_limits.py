"""cmath's functions of numbers past all bounds, and near them."""
import cmath

inf, nan = float("inf"), float("nan")
PARTS = (-inf, -2.3, -0.0, 0.0, 2.3, inf, nan, 1e308, -1e308, 710.5, -735.0, -1.0, 1.0)
NAMES = ("acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "log", "log10", "sin", "sinh", "sqrt", "tan", "tanh", "polar")


def shown(value):
    """Past the last digits, which are the C library's."""
    if isinstance(value, complex):
        return f"{value.real:.12g} {value.imag:.12g}"
    return " ".join([f"{part:.12g}" for part in value])


for name in NAMES:
    function = getattr(cmath, name)
    for real in PARTS:
        for imag in PARTS:
            try:
                print(name, real, imag, shown(function(complex(real, imag))))
            except (ValueError, OverflowError) as error:
                print(name, real, imag, type(error).__name__, error)

for length in PARTS:
    for angle in PARTS:
        try:
            print("rect", length, angle, shown(cmath.rect(length, angle)))
        except ValueError as error:
            print("rect", length, angle, error)
