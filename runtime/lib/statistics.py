"""Averages, spreads and relations of numbers."""

import math
import numbers
import random
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from itertools import count, groupby, repeat
from math import erf, exp, fabs, fsum, hypot, log, sqrt, sumprod, tau
from operator import itemgetter

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
    "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode",
    "multimode", "pstdev", "pvariance", "quantiles", "stdev", "variance",
]


class StatisticsError(ValueError):
    """The data can't have what was asked for."""


# Exact arithmetic: sums as fractions, converted at the end to the data's type.


def _exact_ratio(x):
    """(numerator, denominator); a NaN or infinity is (x, None)."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _coerce(T, S):
    """The type that both turn to."""
    if T is S:
        return T
    if S is int or S is bool:
        return T
    if T is int:
        return S
    if issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    if issubclass(T, int):
        return S
    if issubclass(S, int):
        return T
    if issubclass(T, Fraction) and issubclass(S, float):
        return S
    if issubclass(T, float) and issubclass(S, Fraction):
        return T
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def _decimal_type():
    """The class Decimal; None where its module was never imported, so that there are no Decimals."""
    decimal = sys.modules.get("decimal")
    return None if decimal is None else decimal.Decimal


def _is_decimal_type(T):
    Decimal = _decimal_type()
    return Decimal is not None and issubclass(T, Decimal)


def _total(partials):
    """The sum of fractions that are kept by denominator."""
    if None in partials:
        return partials[None]
    total = Fraction(0)
    for d, n in sorted(partials.items()):
        total += Fraction(n, d)
    return total


def _sum(data):
    """(type, exact sum, count)."""
    count = 0
    types = set()
    partials = {}
    for typ, values in groupby(data, type):
        types.add(typ)
        for n, d in map(_exact_ratio, values):
            count += 1
            partials[d] = partials.get(d, 0) + n
    return _common_type(types), _total(partials), count


def _common_type(types):
    result = int
    for typ in types:
        result = _coerce(result, typ)
    return result


def _ss(data, c=None):
    """(type, sum of squared deviations, mean, count); around `c` where it's given."""
    if c is not None:
        T, ssd, count = _sum([(d := x - c) * d for x in data])
        return T, ssd, c, count
    count = 0
    types = set()
    sums = {}
    squares = {}
    for typ, values in groupby(data, type):
        types.add(typ)
        for n, d in map(_exact_ratio, values):
            count += 1
            sums[d] = sums.get(d, 0) + n
            squares[d] = squares.get(d, 0) + n * n
    if not count:
        ssd = c = Fraction(0)
    elif None in sums:
        # NaN or infinity.
        ssd = c = sums[None]
    else:
        sx = _total(sums)
        sxx = Fraction(0)
        for d, n in squares.items():
            sxx += Fraction(n, d * d)
        ssd = (count * sxx - sx * sx) / count
        c = sx / count
    return _common_type(types), ssd, c, count


def _convert(value, T):
    """A fraction as the data's type; as a float where that's int and can't hold it."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        return float(value)
    try:
        return T(value)
    except TypeError:
        if not _is_decimal_type(T):
            raise
    return T(value.numerator) / T(value.denominator)


def _fail_neg(values, errmsg="negative value"):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


# Averages.


def mean(data):
    """The arithmetic mean."""
    T, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, T)


def fmean(data, weights=None):
    """The arithmetic mean in floats."""
    if weights is None:
        try:
            n = len(data)
        except TypeError:
            data = list(data)
            n = len(data)
        total = fsum(data)
        if not n:
            raise StatisticsError("fmean requires at least one data point")
        return total / n
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    try:
        num = sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length")
    den = fsum(weights)
    if not den:
        raise StatisticsError("sum of weights must be non-zero")
    return num / den


def geometric_mean(data):
    """The geometric mean in floats."""
    n = 0
    found_zero = False
    logs = []
    for x in data:
        n += 1
        if x > 0.0 or math.isnan(x):
            logs.append(log(x))
        elif x == 0.0:
            found_zero = True
        else:
            raise StatisticsError("No negative inputs allowed", x)
    total = fsum(logs)
    if not n:
        raise StatisticsError("Must have a non-empty dataset")
    if math.isnan(total):
        return total
    if found_zero:
        return math.nan if total == math.inf else 0.0
    return exp(total / n)


def _kept(data):
    """Data that can be gone through again."""
    return list(data) if iter(data) is data else data


def _only_value(x, errmsg):
    """The harmonic mean of one value."""
    if not isinstance(x, numbers.Real) and not _is_decimal_type(type(x)):
        raise TypeError("unsupported type")
    if x < 0:
        raise StatisticsError(errmsg)
    return x


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    errmsg = "harmonic mean does not support negative values"
    data = _kept(data)
    size = len(data)
    if not size:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is not None:
        weights = _kept(weights)
        if len(weights) != size:
            raise StatisticsError("Number of weights does not match data size")
        weight = _sum(list(_fail_neg(weights, errmsg)))[1]
    elif size == 1:
        return _only_value(data[0], errmsg)
    else:
        weights, weight = repeat(1, size), size
    try:
        T, total, _ = _sum([w / x if w else 0 for w, x in zip(weights, _fail_neg(data, errmsg))])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(weight / total, T)


def _ordered(data):
    """The data from the least to the greatest, of which there must be some."""
    ordered = sorted(data)
    if ordered:
        return ordered
    raise StatisticsError("no median for empty data")


def median(data):
    """The middle value, the mean of the middle two for an even count."""
    ordered = _ordered(data)
    half, is_odd = divmod(len(ordered), 2)
    return ordered[half] if is_odd else (ordered[half - 1] + ordered[half]) / 2


def median_low(data):
    """The middle value, the lower of two."""
    ordered = _ordered(data)
    return ordered[(len(ordered) - 1) // 2]


def median_high(data):
    """The middle value, the higher of two."""
    ordered = _ordered(data)
    return ordered[len(ordered) // 2]


def median_grouped(data, interval=1.0):
    """The median of data that stand for the middles of intervals."""
    ordered = _ordered(data)
    middle = ordered[len(ordered) // 2]
    below = bisect_left(ordered, middle)
    inside = bisect_right(ordered, middle, lo=below) - below
    try:
        width, centre = float(interval), float(middle)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return centre - width / 2.0 + width * (len(ordered) / 2 - below) / inside


def mode(data):
    """The commonest value, the first of several."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    """The commonest values, as first met."""
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The points that cut the data into `n` parts of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    result = []
    if method == "inclusive":
        m = size - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = size + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


# Spreads.


def variance(data, xbar=None):
    """The variance of a sample."""
    T, ss, c, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(ss / (n - 1), T)


def pvariance(data, mu=None):
    """The variance of a population."""
    T, ss, c, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(ss / n, T)


def _integer_sqrt_of_frac_rto(n, m):
    """The square root of n/m, rounded to odd."""
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


def _float_sqrt_of_frac(n, m):
    """The square root of n/m as a float, rightly rounded: from 109 bits of the root's square, which leave the float's 53 to round."""
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift < 0:
        return _integer_sqrt_of_frac_rto(n << -2 * shift, m) / (1 << -shift)
    return float(_integer_sqrt_of_frac_rto(n, m << 2 * shift) << shift)


def _decimal_sqrt_of_frac(n, m):
    """The square root of n/m as a Decimal, rightly rounded."""
    Decimal = _decimal_type()
    if n <= 0:
        if not n:
            return Decimal("0.0")
        n, m = -n, -m
    root = (Decimal(n) / Decimal(m)).sqrt()
    nr, dr = root.as_integer_ratio()
    plus = root.next_plus()
    np, dp = plus.as_integer_ratio()
    if 4 * n * (dr * dp) ** 2 > m * (dr * np + dp * nr) ** 2:
        return plus
    minus = root.next_minus()
    nm, dm = minus.as_integer_ratio()
    if 4 * n * (dr * dm) ** 2 < m * (dr * nm + dm * nr) ** 2:
        return minus
    return root


def _root(T, mss):
    try:
        numerator = mss.numerator
        denominator = mss.denominator
    except AttributeError:
        raise ValueError("inf or nan encountered in data") from None
    if _is_decimal_type(T):
        return _decimal_sqrt_of_frac(numerator, denominator)
    return _float_sqrt_of_frac(numerator, denominator)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    T, ss, c, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(T, ss / (n - 1))


def pstdev(data, mu=None):
    """The standard deviation of a population."""
    T, ss, c, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(T, ss / n)


# Relations.


def _count_of_pairs(x, y, function):
    """How many pairs two samples make; at least two, or it's an error of the function."""
    if len(x) != len(y):
        raise StatisticsError(f"{function} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{function} requires at least two data points")
    return len(x)


def _deviations(values):
    """How far each value is from their mean."""
    middle = fsum(values) / len(values)
    return [value - middle for value in values]


def covariance(x, y, /):
    """The covariance of two samples."""
    pairs = _count_of_pairs(x, y, "covariance")
    return sumprod(_deviations(x), _deviations(y)) / (pairs - 1)


def _rank(data, /, *, start=1):
    """The rank of each value, equal ones with the mean of theirs."""
    pairs = sorted(zip(data, count()), key=itemgetter(0))
    result = [0] * len(pairs)
    i = start - 1
    for _, group in groupby(pairs, key=itemgetter(0)):
        group = list(group)
        size = len(group)
        rank = i + (size + 1) / 2
        for _, place in group:
            result[place] = rank
        i += size
    return result


def _sqrtprod(x, y):
    """The square root of x * y, without overflow."""
    root = sqrt(x * y)
    if root and math.isfinite(root):
        # One step of Newton's, with the rest computed exactly.
        return root + sumprod((x, root), (y, -root)) / (2.0 * root)
    if math.isinf(root) and not math.isinf(x) and not math.isinf(y):
        scale = 2.0 ** -512
    elif not root and x and y:
        scale = 2.0 ** 537
    else:
        return root
    return _sqrtprod(scale * x, scale * y) / scale


def correlation(x, y, /, *, method="linear"):
    """Pearson's correlation coefficient; Spearman's with method="ranked"."""
    pairs = _count_of_pairs(x, y, "correlation")
    if method == "linear":
        x, y = _deviations(x), _deviations(y)
    elif method == "ranked":
        # Ranks whose mean is zero.
        x, y = [_rank(values, start=(pairs - 1) / -2) for values in (x, y)]
    else:
        raise ValueError(f"Unknown method: {method!r}")
    try:
        return sumprod(x, y) / _sqrtprod(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")


def linear_regression(x, y, /, *, proportional=False):
    """The line of least squares through the points."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if not proportional:
        xbar = fsum(x) / n
        ybar = fsum(y) / n
        x = [xi - xbar for xi in x]
        y = [yi - ybar for yi in y]
    sxy = sumprod(x, y) + 0.0
    sxx = sumprod(x, x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    intercept = 0.0 if proportional else ybar - slope * xbar
    return LinearRegression(slope=slope, intercept=intercept)


# The normal distribution.

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


def _ratio(coefficients, r):
    """The quotient of two polynomials."""
    num = 0.0
    for c in coefficients[0]:
        num = num * r + c
    den = 0.0
    for c in coefficients[1]:
        den = den * r + c
    return num, den


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        num, den = _ratio(_CENTRAL, 0.180625 - q * q)
        return mu + num * q / den * sigma
    r = p if q <= 0.0 else 1.0 - p
    r = sqrt(-log(r))
    if r <= 5.0:
        num, den = _ratio(_OUTER, r - 1.6)
    else:
        num, den = _ratio(_TAILS, r - 5.0)
    x = num / den
    if q < 0.0:
        x = -x
    return mu + x * sigma


class NormalDist:
    """A normal distribution."""

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
        T, ss, xbar, n = _ss(data)
        if n < 2:
            raise StatisticsError("stdev requires at least two data points")
        mss = ss / (n - 1)
        return cls(float(xbar), _float_sqrt_of_frac(mss.numerator, mss.denominator))

    def samples(self, n, *, seed=None):
        """Random values."""
        rnd = random.random if seed is None else random.Random(seed).random
        mu = self._mu
        sigma = self._sigma
        return [_normal_dist_inv_cdf(rnd(), mu, sigma) for _ in range(n)]

    def pdf(self, x):
        """The density at x."""
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of a value up to x."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * 1.4142135623730951)))

    def inv_cdf(self, p):
        """The x up to which the probability is p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The points that cut the distribution into `n` parts of equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """How much of the area under both densities is shared, from 0 to 1."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        x_var, y_var = X.variance, Y.variance
        if not x_var or not y_var:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv = y_var - x_var
        dm = fabs(Y._mu - X._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * X._sigma * 1.4142135623730951))
        a = X._mu * y_var - Y._mu * x_var
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(y_var / x_var))
        x1 = (a + b) / dv
        x2 = (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        """How many standard deviations x is from the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
