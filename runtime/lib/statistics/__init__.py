"""Averages, spreads and relations of numbers."""

from statistics._averages import (
    fmean, geometric_mean, harmonic_mean, mean, median, median_grouped, median_high, median_low, mode, multimode, quantiles,
)
from statistics._exact import StatisticsError
from statistics._kernels import kde, kde_random
from statistics._normal import NormalDist
from statistics._relations import LinearRegression, correlation, covariance, linear_regression
from statistics._spreads import pstdev, pvariance, stdev, variance

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
    "kde", "kde_random", "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode",
    "multimode", "pstdev", "pvariance", "quantiles", "stdev", "variance",
]
