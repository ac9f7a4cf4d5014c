"""Densities that are estimated from samples: each sample stands for a kernel around it."""

from bisect import bisect_left, bisect_right
from math import acos, asin, atan, cos, cosh, erf, exp, log, pi, sin, sqrt, sumprod, tan, tau

from statistics._exact import StatisticsError
from statistics._normal import NormalDist

# Numbers that are drawn come with the function that draws.
_defers_imports = True


class _Kernel:
    """How a sample's weight is spread: its density, the sum of that up to a place, and where that sum has a value."""

    def __init__(self, density, below, place, *, has_bounds=True):
        self.density = density
        self.below = below
        self.place = place
        # Whether it's nothing outside of [-1, 1].
        self.has_bounds = has_bounds


def _by_newton(below, density, factor, order):
    """The inverse of `below`, whose derivative is `density`. Close to -1, `below` of x is about `factor * (x + 1)**order`: the search starts
    from what that would give."""

    def place(p):
        is_upper = p > 1 / 2
        if is_upper:
            p = 1 - p
        x = (p / factor) ** (1 / order) - 1.0
        while abs(difference := below(x) - p) > 1e-12:
            x -= difference / density(x)
        return -x if is_upper else x

    return place


def _quartic(t):
    return 15 / 16 * (1.0 - t * t) ** 2


def _below_quartic(t):
    return sumprod((3 / 16, -5 / 8, 15 / 16, 1 / 2), (t**5, t**3, t, 1.0))


def _triweight(t):
    return 35 / 32 * (1.0 - t * t) ** 3


def _below_triweight(t):
    return sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 1 / 2), (t**7, t**5, t**3, t, 1.0))


_ROOT_OF_TAU = sqrt(tau)
_ROOT_OF_TWO = sqrt(2)

_NORMAL = _Kernel(
    lambda t: exp(-1 / 2 * t * t) / _ROOT_OF_TAU, lambda t: 1 / 2 * (1.0 + erf(t / _ROOT_OF_TWO)), NormalDist().inv_cdf, has_bounds=False)
_RECTANGULAR = _Kernel(lambda t: 1 / 2, lambda t: 1 / 2 * t + 1 / 2, lambda p: 2 * p - 1)
_PARABOLIC = _Kernel(
    lambda t: 3 / 4 * (1.0 - t * t), lambda t: sumprod((-1 / 4, 3 / 4, 1 / 2), (t**3, t, 1.0)), lambda p: 2.0 * cos((acos(2 * p - 1) + pi) / 3.0))
_QUARTIC = _Kernel(_quartic, _below_quartic, _by_newton(_below_quartic, _quartic, 5 / 4, 3))

_KERNELS = {
    "normal": _NORMAL,
    "gauss": _NORMAL,
    "logistic": _Kernel(
        lambda t: 1 / 2 / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), lambda p: log(p / (1 - p)), has_bounds=False),
    "sigmoid": _Kernel(
        lambda t: (1 / pi) / cosh(t), lambda t: (2 / pi) * atan(exp(t)), lambda p: log(tan(p * pi / 2)), has_bounds=False),
    "rectangular": _RECTANGULAR,
    "uniform": _RECTANGULAR,
    "triangular": _Kernel(
        lambda t: 1.0 - abs(t), lambda t: t * t * (1 / 2 if t < 0.0 else -1 / 2) + t + 1 / 2,
        lambda p: sqrt(2 * p) - 1 if p < 1 / 2 else 1 - sqrt(2 - 2 * p)),
    "parabolic": _PARABOLIC,
    "epanechnikov": _PARABOLIC,
    "quartic": _QUARTIC,
    "biweight": _QUARTIC,
    "triweight": _Kernel(_triweight, _below_triweight, _by_newton(_below_triweight, _triweight, 35 / 16, 4)),
    "cosine": _Kernel(
        lambda t: (pi / 4) * cos((pi / 2) * t), lambda t: 1 / 2 * sin((pi / 2) * t) + 1 / 2, lambda p: 2 * asin(2 * p - 1) / pi),
}


def _checked(data, h, kernel):
    """The kernel of that name, for a sequence of numbers and a bandwidth."""
    if not len(data):
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not h={h!r}")
    found = _KERNELS.get(kernel)
    if found is None:
        raise StatisticsError(f"Unknown kernel name: {kernel!r}")
    return found


class _SortedSample:
    """The samples in order, sorted again when some were added."""

    def __init__(self, data, bandwidth):
        self._data = data
        self._bandwidth = bandwidth
        self._sample = sorted(data)

    def around(self, x):
        """Those before the ones that x is within the bandwidth of, as a number, those ones, and how many there are in all."""
        if len(self._data) != len(self._sample):
            self._sample = sorted(self._data)
        first = bisect_left(self._sample, x - self._bandwidth)
        last = bisect_right(self._sample, x + self._bandwidth)
        return first, self._sample[first:last], len(self._data)


def kde(data, h, kernel="normal", *, cumulative=False):
    """A function that estimates the density that the samples are from, or the share of it up to a place; `h` is the bandwidth."""
    found = _checked(data, h, kernel)
    weigh = found.below if cumulative else found.density
    sample = _SortedSample(data, h) if found.has_bounds else None

    def pdf(x):
        if sample is None:
            return sum([weigh((x - each) / h) for each in data]) / (len(data) * h)
        before, near, count = sample.around(x)
        return sum([weigh((x - each) / h) for each in near]) / (count * h)

    def cdf(x):
        if sample is None:
            return sum([weigh((x - each) / h) for each in data]) / len(data)
        before, near, count = sample.around(x)
        return sum([weigh((x - each) / h) for each in near], before) / count

    kind, made = ("CDF", cdf) if cumulative else ("PDF", pdf)
    made.__doc__ = f"{kind} estimate with {h=!r} and {kernel=!r}"
    return made


def kde_random(data, h, kernel="normal", *, seed=None):
    """A function that draws numbers from the density that `kde` estimates."""
    from random import Random

    place = _checked(data, h, kernel).place
    source = Random(seed)

    def rand():
        return source.choice(data) + h * place(source.random())

    rand.__doc__ = f"Random KDE selection with {h=!r} and {kernel=!r}"
    return rand
