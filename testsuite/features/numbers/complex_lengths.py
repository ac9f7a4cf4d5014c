"""The length of a complex number that's only compared takes a root where the answer is close, and may overflow; elsewhere its square tells."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
import cmath
import math


# CHECK-LABEL: {{^}}Result<Int> steps(Complex c, Int limit) {
# CHECK: {{^ +}}if (TRY(Length(z) > 2.0, AT(
def steps(c, limit):
    z = 0j
    for step in range(limit):
        if abs(z) > 2.0:
            return step
        z = z * z + c
    return limit


# CHECK-LABEL: {{^}}Result<Int> steps_to_int(Complex c, Int limit) {
# CHECK: {{^ +}}if (TRY(Length(z) >= 2.0, AT(
def steps_to_int(c, limit):
    z = 0j
    for step in range(limit):
        if abs(z) >= 2:
            return step
        z = z * z + c
    return limit


# CHECK-LABEL: within(Complex z, double bound) {
# CHECK-DAG: {{^ +}}bool t{{[0-9]}} = TRY(Length(z) < bound, AT(
# CHECK-DAG: {{^ +}}bool t{{[0-9]}} = TRY(Length(z) <= bound, AT(
# CHECK-DAG: {{^ +}}bool t{{[0-9]}} = TRY(Length(z) > bound, AT(
# CHECK-DAG: {{^ +}}bool t{{[0-9]}} = TRY(Length(z) >= bound, AT(
def within(z, bound):
    """Whether both ways of comparing agree, and what they say."""
    length = abs(z)
    said = (abs(z) < bound, abs(z) <= bound, abs(z) > bound, abs(z) >= bound)
    return said, said == (length < bound, length <= bound, length > bound, length >= bound)


# CHECK-LABEL: {{^}}Result<bool> once(Complex z) {
# CHECK: {{^}}  double length = TRY(builtins::abs(z), AT(
# CHECK-NOT: Length
# CHECK: {{^}}}
def once(z):
    length = abs(z)
    return length > 1.0 and length < 2.0


def near():
    """Bounds on both sides of lengths, a few roundings away."""
    agreed = 0
    for n in range(1, 400):
        z = complex(math.sin(n) * n, math.cos(n * 1.7) * (400 - n))
        bound = abs(z)
        for _ in range(4):
            bound = math.nextafter(bound, math.inf)
        for _ in range(9):
            agreed += within(z, bound)[1]
            bound = math.nextafter(bound, 0.0)
    return agreed


def far():
    numbers = [0.0, -0.0, 5e-324, 1e-200, 1e-160, 1e-10, 1.0, 1e10, 1e153, 1e155, 1e200, math.inf, math.nan]
    bounds = numbers + [-1.0, -math.inf]
    agreed = 0
    for real in numbers:
        for imag in numbers:
            for bound in bounds:
                agreed += within(complex(real, imag), bound)[1]
    return agreed, len(numbers) ** 2 * len(bounds)


def too_long(z):
    try:
        return abs(z) > 2.0
    except OverflowError as error:
        return repr(error)


print(steps(0.3 + 0.5j, 90), steps(-0.75 + 0.1j, 90), steps(1 + 1j, 90), steps(-2 + 0j, 20))
print(steps_to_int(-2 + 0j, 20), steps_to_int(0.26 + 0j, 90), steps_to_int(0j, 5))
print(within(3 + 4j, 5.0), within(3 + 4j, math.nextafter(5.0, 6.0)), within(-3 + 4j, math.nextafter(5.0, 4.0)))
print(within(cmath.rect(2.0, 1.0), 2.0), within(0j, 0.0), within(0j, -0.0), within(1j, -1.0))
print(near(), far())
print(once(1 + 1j), once(0j), once(3j))
print(too_long(complex(1.7e308, 1.7e308)), too_long(complex(math.inf, 1.7e308)), too_long(1e300 + 0j))
if abs(complex(1.5e308, -1.5e308)) > 1:
    print("never")
