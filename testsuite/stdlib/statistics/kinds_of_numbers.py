# statistics: exact results for each kind of number and mixtures of them, weights, ties, distributions, sums beyond a float, empty and bad data.
import math
import statistics as s
from decimal import Decimal
from fractions import Fraction


def tried(function):
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


samples = [
    [], [1], [1, 2], [3, 1, 4, 1, 5], [1.5, 2.5, -3.25], [Fraction(1, 3), Fraction(2, 7), 5], [Decimal("1.1"), Decimal("2.7"), Decimal(3)],
    [True, False, True], [math.inf, 1], [1e308, 1e308], [1e-320] * 3, [10**30, 1, -10**30], [0, 0, 1], [-1, 2], [1, "a"], [None], range(10),
]
functions = [
    s.mean, s.fmean, s.geometric_mean, s.harmonic_mean, s.median, s.median_low, s.median_high, s.mode, s.multimode, s.variance, s.pvariance,
    s.stdev, s.pstdev, s.quantiles,
]
for sample in samples:
    print(sample, [tried(lambda: function(sample)) for function in functions])
    print([tried(lambda: s.fmean(sample, [2] * len(sample))), tried(lambda: s.variance(sample, 2)), tried(lambda: s.NormalDist.from_samples(iter(sample)))])
for n in (1, 2, 5, 9):
    for method in ("exclusive", "inclusive", "other"):
        print(n, method, tried(lambda: s.quantiles([1, 7, 2, 9, 4], n=n, method=method)))
x, y = [1, 2, 2, 3, 9], [4.5, 4, 4, 1, -2]
print(s.covariance(x, y), s.correlation(x, y), s.correlation(x, y, method="ranked"), s.linear_regression(x, y), s.linear_regression(x, y, proportional=True))
for bad in [lambda: s.correlation(x, y, method="q"), lambda: s.correlation(x, [1]), lambda: s.covariance([1], [1]), lambda: s.linear_regression([1, 1], [2, 3]), lambda: s.correlation([1, 1], [2, 3])]:
    print(tried(bad))
wide, narrow = s.NormalDist(3, 2), s.NormalDist(-1.5, 0.3)
print(wide + narrow, wide - narrow, wide * -2, 1 - wide, wide / 4, wide.overlap(narrow), narrow.overlap(wide), wide.overlap(wide), wide == s.NormalDist(3, 2))
print([wide.inv_cdf(p) for p in (1e-9, 0.01, 0.2, 0.5, 0.97)], wide.quantiles(3), wide.zscore(1), wide.pdf(1), wide.cdf(1), wide.samples(2, seed=5))
print([tried(lambda: getattr(s.NormalDist(1, 0), name)(1)) for name in ("pdf", "cdf", "zscore")], tried(lambda: wide.inv_cdf(1)), tried(lambda: wide.overlap(3)), tried(lambda: s.NormalDist(1, -1)))
print(s.NormalDist, s.StatisticsError, s.median_grouped([1, 2, 2, 3, 4, 4, 4, 5]), tried(lambda: s.mean(["a"])))
print(math.sumprod([1e308, 1e308], [1, 1]), math.sumprod([-1e308, -1e308, 1], [1.0, 1.0, 1]), math.sumprod([1e16, 1.0, -1e16], [1, 1, 1]))
