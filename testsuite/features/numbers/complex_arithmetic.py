"""Complex numbers change in place where nobody else has the object, so aliases must be safe from that."""

import math


def aliases():
    a = 1 + 2j
    b = a
    a = a * a + b
    print(a, b, a is b)
    a = a - 1j
    c = [a, a]
    a = a + 1
    print(a, c, c[0] is c[1])
    c[0] = c[0] * c[1]
    print(c)
    d = a * b
    e = d
    d = d * d - e
    print(d, e)


def chained(z, w):
    kept = z
    z = z * w
    z = z + w
    z = (z - w) * (w + z)
    return kept, z


def counter():
    total = 0j

    def add(value):
        nonlocal total
        before = total
        total = total + value
        return before, total

    return add


class Point:
    def __init__(self, z):
        self.z = z

    def turn(self, by):
        self.z = self.z * by
        return self.z


def escape(c, limit):
    z = 0j
    for step in range(limit):
        if abs(z) > 2.0:
            return step
        z = z * z + c
    return limit


def made():
    for real in (0.0, -0.0, 1.5, math.inf, math.nan):
        for imag in (0.0, -0.0, -2.5, -math.inf):
            print(complex(real, imag), complex(real) * 1, end="; ")
    print()
    print(complex(1.5, imag=2.5), complex(imag=1.0), complex(1, 2.5), complex(1j, 2.0), complex(1.0, 2j), complex("1+2j"))


def magnitudes():
    print(abs(3 + 4j), abs(complex(1e200, 1e200)), abs(complex(math.inf, math.nan)), abs((1 + 1j) * (1 - 1j)))
    try:
        print(abs(complex(1.7e308, 1.7e308)))
    except OverflowError as error:
        print(error)


aliases()
print(chained(1 + 1j, 2 - 0.5j))
add = counter()
print(add(1 + 1j), add(2j), add(complex(0.5, -1.0)))
point = Point(1j)
first = point.z
print(point.turn(1j), first, point.turn(2 - 1j))
print([escape(complex(x / 4.0, y / 4.0), 30) for x in range(-8, 3) for y in range(0, 5)])
made()
magnitudes()
z = 2j
print(z * z, [z * z, z + z], (z - z, z * 2), {z * z: 1}, f"{z * z} {z + z:.1f}", str(z * z), z * z == -4, -(z * z), bool(z - z))
print((z * z).real, (z * z).imag, (z + z).conjugate(), abs(z * z), z * z if z else z)
