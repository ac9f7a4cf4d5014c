"""Relations of two samples."""

from collections import namedtuple
from itertools import groupby
from math import fsum, isfinite, isinf, sqrt, sumprod

from statistics._exact import StatisticsError


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


def _ranks(data, first):
    """The rank of each value, of which the least has the first; equal ones have the mean of theirs."""
    values = list(data)
    ranks = [0] * len(values)
    for _, group in groupby(sorted(range(len(values)), key=values.__getitem__), key=values.__getitem__):
        places = list(group)
        for place in places:
            ranks[place] = first + (len(places) - 1) / 2
        first += len(places)
    return ranks


def _root_of_product(x, y):
    """The square root of x * y, without overflow."""
    root = sqrt(x * y)
    if root and isfinite(root):
        # One step of Newton's, with the rest computed exactly.
        return root + sumprod((x, root), (y, -root)) / (2.0 * root)
    if isinf(root) and not isinf(x) and not isinf(y):
        scale = 2.0 ** -512
    elif not root and x and y:
        scale = 2.0 ** 537
    else:
        return root
    return _root_of_product(scale * x, scale * y) / scale


def correlation(x, y, /, *, method="linear"):
    """Pearson's correlation coefficient; Spearman's with method="ranked"."""
    pairs = _count_of_pairs(x, y, "correlation")
    if method == "linear":
        x, y = _deviations(x), _deviations(y)
    elif method == "ranked":
        # Ranks whose mean is zero.
        x, y = [_ranks(values, (pairs - 1) / -2) for values in (x, y)]
    else:
        raise ValueError(f"Unknown method: {method!r}")
    try:
        return sumprod(x, y) / _root_of_product(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")


def linear_regression(x, y, /, *, proportional=False):
    """The line of least squares through the points."""
    pairs = _count_of_pairs(x, y, "linear regression")
    across, up = (x, y) if proportional else (_deviations(x), _deviations(y))
    rise = sumprod(across, up) + 0.0
    try:
        slope = rise / sumprod(across, across)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope, 0.0 if proportional else fsum(y) / pairs - slope * (fsum(x) / pairs))
