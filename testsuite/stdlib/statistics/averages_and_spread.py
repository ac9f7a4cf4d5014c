# statistics: averages, medians, modes, spread, quantiles, two samples, the normal distribution, errors.
import statistics
from fractions import Fraction
from statistics import NormalDist, StatisticsError, fmean, mean, median, stdev

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
whole = [1, 2, 3, 4, 4]
print(mean(whole), mean([1, 2, 3]), mean(data), mean([Fraction(1, 2), Fraction(1, 3)]), mean([True, False]), mean(iter([1.5, 2.5])), mean([1e30, 1.0, -1e30]))
print(fmean(whole), fmean([3.5, 4.0, 5.25]), fmean([85, 92, 83, 91], weights=[0.2, 0.2, 0.3, 0.3]), statistics.geometric_mean([54, 24, 36]), statistics.harmonic_mean([40, 60]), statistics.harmonic_mean([40, 60], weights=[5, 30]))
print(median([1, 3, 5]), median([1, 3, 5, 7]), statistics.median_low([1, 3, 5, 7]), statistics.median_high([1, 3, 5, 7]), statistics.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), statistics.median_grouped([52, 52, 53, 54]))
print(statistics.mode([1, 1, 2, 3, 3, 3]), statistics.mode("aabbb"), statistics.multimode("aabbbbccddddeeffffgg"), statistics.multimode(""))
print(stdev(data), statistics.pstdev(data), statistics.variance(data), statistics.pvariance(data), statistics.variance(whole), statistics.pvariance(whole), stdev(whole), statistics.pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25], 1.25), statistics.variance([Fraction(1, 6), Fraction(1, 2), Fraction(5, 3)]))
print(statistics.quantiles(range(1, 12)), statistics.quantiles([105, 129, 87, 86, 111], n=10), statistics.quantiles([1, 2, 3, 4], n=4, method="inclusive"))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(statistics.covariance(x, y), statistics.correlation(x, x), statistics.correlation(x, y), statistics.correlation(x, y, method="ranked"), statistics.linear_regression(x, y), statistics.linear_regression([1, 2, 3], [2, 4, 6.5], proportional=True).slope)
norm = NormalDist(mu=100, sigma=15)
print(norm, norm.mean, norm.stdev, norm.variance, norm.cdf(115), norm.pdf(100), norm.inv_cdf(0.95), norm.zscore(130), norm + 5, norm * 2, norm + NormalDist(1, 20), -norm, norm.quantiles(4), norm.overlap(NormalDist(110, 15)), norm == NormalDist(100, 15), NormalDist.from_samples([70, 71, 69, 72]), norm.median, norm.mode)
for act in [lambda: mean([]), lambda: stdev([1]), lambda: median([]), lambda: statistics.mode([]), lambda: fmean([]), lambda: statistics.harmonic_mean([-1, 2]), lambda: statistics.geometric_mean([]), lambda: statistics.quantiles([], n=4), lambda: statistics.quantiles([1, 2], n=0), lambda: NormalDist(1, -1), lambda: norm.inv_cdf(2), lambda: statistics.correlation([1], [2]), lambda: statistics.correlation([1, 2], [2]), lambda: mean(["a"]), lambda: statistics.linear_regression([1, 1], [1, 2]), lambda: statistics.pvariance([])]:
    try:
        print(act())
    except (StatisticsError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
