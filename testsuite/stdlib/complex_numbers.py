# complex: literals, construction, arithmetic, text, errors; and the module cmath.
import cmath
import math


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


class Index:
    def __index__(self):
        return 3


class AsComplex:
    def __complex__(self):
        return 1 + 2j


class Bad:
    def __complex__(self):
        return 5


class AsFloat:
    def __float__(self):
        return 2.5


for args in ((), (1,), ("1+2j",), (" ( 1+2j ) ",), ("1+2",), ("j",), ("-j",), ("+j",), ("1e5j",), ("1_0+2_0j",), ("",), ("1 +2j",), ("(1",),
             ("nan",), ("infj",), ("nan+nanj",), ("-Infinity-INFj",), ("1+-2j",), ("1j+2",), ("1__0",), ("1_",), (".5j",), ("5.e1+.5J",),
             ("1e",), ("1e+j",), ("\u0663\u2003",), ("a", 1), (1, "a"), (b"1",), (None,), ([],), (1, []), (1, None), (Index(),), (AsComplex(),),
             (Bad(),), (AsFloat(),), (1j, 2j), (1 + 2j, 3 + 4j), (1, 2j), (AsFloat(), Index()), (10**400,), ("1e400",), (1, 2, 3), (True, False)):
    attempt(complex, *args)
attempt(lambda: complex(real=1, imag=2))
attempt(lambda: complex(imag=2))
attempt(lambda: complex(a=1))
attempt(pow, 1j, 2)
attempt(pow, "a", 2)

z = 3 + 4j
for operation in (
    lambda: z / 0, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: (1e200 + 1j) ** 3, lambda: abs(1e308 + 1e308j), lambda: abs(z), lambda: z < 1,
    lambda: z // 2, lambda: z % 2, lambda: divmod(z, 1), lambda: pow(z, 2, 3), lambda: int(z), lambda: float(z), lambda: round(z),
    lambda: hash(z), lambda: hash(1.5 + 0j) == hash(1.5), lambda: hash(-1j), lambda: z.real, lambda: z.imag, lambda: z.conjugate(),
    lambda: z.__getnewargs__(), lambda: complex(-0.0, 2), lambda: -0.0 + 2j, lambda: 1j * 1e400, lambda: 1 + 0j == 1, lambda: 2**63 + 0j == 2**63 + 1,
    lambda: bool(0j), lambda: +z, lambda: -z, lambda: z - 1, lambda: 1 - z, lambda: 1 / z, lambda: 2.5 * z, lambda: 2**z, lambda: z**2,
    lambda: z**0.5, lambda: z**-2, lambda: z**101, lambda: (-8) ** (1 / 3), lambda: (-8.0) ** 0.5, lambda: pow(-8, 0.5), lambda: pow(-8.0, 0.5),
    lambda: "%s %r" % (z, z), lambda: "%d" % z, lambda: "%f" % z, lambda: z.foo, lambda: z + "a", lambda: z + None, lambda: True + 1j,
    lambda: sum([1j, 2, 0.5]), lambda: min(1j, 2), lambda: sorted([2j, 1j]), lambda: 1e16 + 1j, lambda: 1e-5j, lambda: -1j, lambda: -(0j),
    lambda: complex(0, -0.0), lambda: z.__eq__("a"), lambda: z.__lt__(1), lambda: z.__complex__(), lambda: ~z, lambda: z in [3 + 4j], lambda: z[0],
    lambda: len(z), lambda: {z: 1, 1: 2}[1 + 0j], lambda: isinstance(z, complex), lambda: type(z), lambda: z != 3 + 4j, lambda: z == "a",
    lambda: z * 1j * 1j, lambda: z / (1 + 1j), lambda: 0.1 + 0.2j, lambda: 123456789.123456789j, lambda: 1e300j * 1e300j,
):
    attempt(operation)

for spec in ("", ".3", "10", "<20,.2f", "+.1e", "_^30.1f", "#.0f", "n", "=10", "010", "d", "%", "z.0f", "G", ">25", "*>12.2", " g", "s", ".400000000000f"):
    attempt(format, z, spec)
    attempt(format, -1.5j, spec)
attempt(format, complex(-0.0, -0.0), "g")
print(f"{z} {z!r} {z:.2f} {1j:8}|", "{:.1f}".format(2 - 1j))
total = 0
for part in (1, 2.5, 3j):
    total += part
print(total, [each for each in (0j, 1j, complex(0, 0), complex(math.nan, 0)) if each])

values = [0j, 1 + 0j, -1 + 0j, 1j, -1j, 1 + 1j, -2.5 + 0.25j, 1e-3 - 4j, 30 + 2j, complex(0.0, -0.0), complex(-0.0, 0.0), 1e-310 + 1e-310j, -4 + 0j, complex(-4, -0.0)]
for name in ("sqrt", "exp", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh"):
    function = getattr(cmath, name)
    for value in values:
        try:
            result = function(value)
            print(name, value, f"{result.real:.12g} {result.imag:.12g}")
        except (ValueError, OverflowError) as error:
            print(name, value, type(error).__name__, error)
attempt(cmath.exp, 1000)
attempt(cmath.exp, 709.5)
attempt(cmath.log, 0)
attempt(cmath.log, 8, 2)
attempt(cmath.sqrt, "a")
attempt(cmath.sqrt, AsComplex())
print(cmath.polar(1j), cmath.phase(-1), cmath.rect(2, 0), cmath.isclose(1, 1 + 1e-12j), cmath.isnan(complex("nan")), cmath.isinf(complex("inf")))
print(cmath.isfinite(1j), cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
attempt(lambda: cmath.isclose(1, 2, rel_tol=-1))


def roots(a, b, c):
    root = cmath.sqrt(b * b - 4 * a * c)
    return (-b + root) / (2 * a), (-b - root) / (2 * a)


print(roots(1, 0, 4), roots(1, -3, 2))


def mandelbrot(width, height):
    for y in range(height):
        line = ""
        for x in range(width):
            c = complex(-2 + 3 * x / width, -1 + 2 * y / height)
            z = 0j
            n = 0
            while abs(z) <= 2 and n < 20:
                z = z * z + c
                n += 1
            line += " .:-=+*#%@"[n // 2 - 1] if n > 1 else " "
        print(line.rstrip())


mandelbrot(40, 14)
