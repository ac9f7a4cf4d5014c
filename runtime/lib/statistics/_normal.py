"""The normal distribution."""

import random
from math import erf, exp, fabs, hypot, log, sqrt, tau

from statistics._exact import Spread, StatisticsError, float_root

_SQRT_2 = 1.4142135623730951

# Coefficients of Wichura's algorithm AS 241, highest power first: near the middle, further out, in the tails.
_CENTRAL = (
    (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
     1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0),
    (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
     5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0),
)
_OUTER = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
     3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0),
)
_TAILS = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
     2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0),
)


_CENTRAL, _OUTER, _TAILS = [tuple(zip(*polynomials)) for polynomials in (_CENTRAL, _OUTER, _TAILS)]


def _polynomials(coefficients, x):
    """Both at once, by Horner's rule."""
    above = below = 0.0
    for a, b in coefficients:
        above = above * x + a
        below = below * x + b
    return above, below


def _quantile(p, mu, sigma):
    """The x up to which the probability is p."""
    from_middle = p - 0.5
    if fabs(from_middle) <= 0.425:
        above, below = _polynomials(_CENTRAL, 0.180625 - from_middle * from_middle)
        return mu + above * from_middle / below * sigma
    is_low = from_middle <= 0.0
    far = sqrt(-log(p if is_low else 1.0 - p))
    above, below = _polynomials(_OUTER, far - 1.6) if far <= 5.0 else _polynomials(_TAILS, far - 5.0)
    distance = above / below
    return mu + (-distance if is_low else distance) * sigma


class NormalDist:
    """A normal distribution."""

    __module__ = "statistics"
    __slots__ = {"_mu": "Arithmetic mean of a normal distribution",
                 "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with the data's mean and standard deviation."""
        spread = Spread(data)
        if spread.size < 2:
            raise StatisticsError("stdev requires at least two data points")
        centre = float(spread.centre)
        square = spread.squares / (spread.size - 1)
        if not hasattr(square, "numerator"):
            return cls(centre, centre / float(spread.squares))
        return cls(centre, float_root(square.numerator, square.denominator))

    def samples(self, n, *, seed=None):
        """Random values."""
        draw = random.random if seed is None else random.Random(seed).random
        mu, sigma = self._mu, self._sigma
        return [_quantile(draw(), mu, sigma) for _ in range(n)]

    # What's asked of it.

    def _wide(self, function, width):
        """What a function divides by, which it can't by zero."""
        if not width:
            raise StatisticsError(f"{function}() not defined when sigma is zero")
        return width

    def pdf(self, x):
        """The density at x."""
        variance = self._wide("pdf", self.variance)
        distance = x - self._mu
        return exp(distance * distance / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of a value up to x."""
        sigma = self._sigma or self._wide("cdf", 0.0)
        return 0.5 * (1.0 + erf((x - self._mu) / (sigma * _SQRT_2)))

    def inv_cdf(self, p):
        """The x up to which the probability is p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _quantile(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The points that cut the distribution into `n` parts of equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def zscore(self, x):
        """How many standard deviations x is from the mean."""
        return (x - self._mu) / self._wide("zscore", self._sigma)

    def overlap(self, other):
        """How much of the area under both densities is shared, from 0 to 1."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        narrow, wide = sorted((self, other), key=lambda each: (each._sigma, each._mu))
        inner, outer = [each._wide("overlap", each.variance) for each in (narrow, wide)]
        shift = fabs(wide._mu - narrow._mu)
        if inner == outer:
            return 1.0 - erf(shift / (2.0 * narrow._sigma * _SQRT_2))
        # The densities are equal where a quadratic equation holds.
        more = outer - inner
        centre = narrow._mu * outer - wide._mu * inner
        reach = narrow._sigma * wide._sigma * sqrt(shift * shift + more * log(outer / inner))
        left, right = [fabs(wide.cdf(x) - narrow.cdf(x)) for x in ((centre + reach) / more, (centre - reach) / more)]
        return 1.0 - (left + right)

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    # Sums with numbers and with independent others, and multiples.

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * fabs(factor))

    def __truediv__(self, divisor):
        return NormalDist(self._mu / divisor, self._sigma / fabs(divisor))

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash(self.__getstate__())

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
