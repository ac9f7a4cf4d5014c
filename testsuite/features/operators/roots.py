"""Powers with broken exponents: floats where the base can't be negative, complex numbers where it is."""


def distance(x1, y1, x2, y2):
    dx = x1 - x2
    dy = y1 - y2
    return (dx * dx + dy * dy) ** 0.5


def norm(values):
    total = 0.0
    for value in values:
        total += value ** 2
    return total ** 0.5


def spread(values):
    mean = sum(values) / len(values)
    squares = 0.0
    for value in values:
        squares = squares + (value - mean) ** 2
    return (squares / len(values)) ** 0.5


def root_of_difference(x, y):
    return (x * x - y * y) ** 0.5


def root(x):
    return x ** 0.5


def changed(x):
    return (x * (x := -1.0)) ** 0.5


def sums_then_falls(values):
    total = 0.0
    for value in values:
        total += value * value
    total -= 100.0
    return total ** 0.5


def shown(value):
    if isinstance(value, complex):
        return f"complex {value.real:.6f} {value.imag:.6f}"
    return f"{type(value).__name__} {value:.6f}"


for result in (
    distance(1.0, 2.0, 4.0, 6.0),
    norm([3.0, 4.0]),
    spread([1.0, 2.0, 3.0, 4.0]),
    root_of_difference(5.0, 4.0),
    root_of_difference(4.0, 5.0),
    root(2.0),
    root(-2.0),
    changed(2.0),
    sums_then_falls([1.0, 2.0]),
    abs(-9.0) ** 0.5,
    abs(-9) ** 0.5,
    (2 * 2) ** 1.5,
    distance(float("inf"), 0.0, 1.0, 2.0),
    distance(float("nan"), 0.0, 1.0, 2.0),
    (0.0 * -1.0) ** 0.5,
):
    print(shown(result))

for base, exponent in ((0.0, -0.5), (1e200, 2.5)):
    try:
        print((base * base) ** exponent)
    except ArithmeticError as error:
        print(type(error).__name__, error)
