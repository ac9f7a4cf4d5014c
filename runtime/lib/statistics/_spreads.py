"""Variances and standard deviations."""

from statistics._exact import Spread, StatisticsError, converted, decimal_root, float_root, is_decimal_type


def _mean_square(function, data, centre, is_sample):
    """The mean square of the deviations, and the data's type."""
    spread = Spread(data, centre)
    if spread.size <= is_sample:
        wanted = "two data points" if is_sample else "one data point"
        raise StatisticsError(f"{function} requires at least {wanted}")
    return spread.squares / (spread.size - is_sample), spread.type


def variance(data, xbar=None):
    """The variance of a sample."""
    return converted(*_mean_square("variance", data, xbar, True))


def pvariance(data, mu=None):
    """The variance of a population."""
    return converted(*_mean_square("pvariance", data, mu, False))


def _root(square, kind):
    root = decimal_root if is_decimal_type(kind) else float_root
    return root(square.numerator, square.denominator)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    return _root(*_mean_square("stdev", data, xbar, True))


def pstdev(data, mu=None):
    """The standard deviation of a population."""
    return _root(*_mean_square("pstdev", data, mu, False))
