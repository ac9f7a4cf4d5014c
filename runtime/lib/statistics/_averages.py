"""Averages, and the points that cut data."""

import numbers
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import repeat
from math import exp, fsum, inf, isnan, log, nan, sumprod

from statistics._exact import Sample, StatisticsError, converted, is_decimal_type


def mean(data):
    """The arithmetic mean."""
    sample = Sample(data)
    if not sample.size:
        raise StatisticsError("mean requires at least one data point")
    return converted(sample.sum() / sample.size, sample.type)


def _quotient(total, weight, complaint):
    if not weight:
        raise StatisticsError(complaint)
    return total / weight


def fmean(data, weights=None):
    """The arithmetic mean in floats."""
    if weights is None:
        values = data if hasattr(data, "__len__") else list(data)
        return _quotient(fsum(values), len(values), "fmean requires at least one data point")
    weights = weights if isinstance(weights, (list, tuple)) else list(weights)
    try:
        total = sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length")
    return _quotient(total, fsum(weights), "sum of weights must be non-zero")


def geometric_mean(data):
    """The geometric mean in floats."""
    values = list(data)
    if not values:
        raise StatisticsError("Must have a non-empty dataset")
    positive = [x for x in values if x > 0.0 or isnan(x)]
    zeros = len([x for x in values if x == 0.0])
    if len(positive) + zeros < len(values):
        raise StatisticsError("No negative inputs allowed", next(x for x in values if x < 0.0))
    total = fsum(map(log, positive))
    if isnan(total) or not zeros:
        return exp(total / len(values))
    return nan if total == inf else 0.0


def _kept(data):
    """Data that can be gone through again."""
    return list(data) if iter(data) is data else data


def _not_negative(values):
    for x in values:
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        yield x


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    data = _kept(data)
    size = len(data)
    if not size:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is not None:
        weights = _kept(weights)
        if len(weights) != size:
            raise StatisticsError("Number of weights does not match data size")
        weight = Sample(_not_negative(weights)).sum()
    elif size == 1:
        value = data[0]
        if not isinstance(value, numbers.Real) and not is_decimal_type(type(value)):
            raise TypeError("unsupported type")
        return next(_not_negative(data))
    else:
        weights, weight = repeat(1, size), size
    try:
        sample = Sample([w / x if w else 0 for w, x in zip(weights, _not_negative(data))])
    except ZeroDivisionError:
        return 0
    total = sample.sum()
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return converted(weight / total, sample.type)


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
    most = max(counts.values(), default=0)
    return [value for value in counts if counts[value] == most]


# How the places of cuts are counted: so many steps more than there are values, and where the first value stands.
_METHODS = {"exclusive": (1, 1), "inclusive": (-1, 0)}


def _value_at(ordered, place, n):
    """The value at a place in n-ths of a step from the first one, on the line through the two values next to it."""
    below = min(max(place // n, 0), len(ordered) - 2)
    rest = place - below * n
    return (ordered[below] * (n - rest) + ordered[below + 1] * rest) / n


def quantiles(data, *, n=4, method="exclusive"):
    """The points that cut the data into `n` parts of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    ordered = sorted(data)
    if not ordered:
        raise StatisticsError("must have at least one data point")
    if len(ordered) == 1:
        return ordered * (n - 1)
    if method not in _METHODS:
        raise ValueError(f"Unknown method: {method!r}")
    more, first = _METHODS[method]
    steps = len(ordered) + more
    return [_value_at(ordered, i * steps - first * n, n) for i in range(1, n)]
