# statistics.kde and kde_random: each kernel's densities, sums and drawn numbers, and what they refuse.
from statistics import StatisticsError, kde, kde_random

SAMPLE = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
KERNELS = ("normal", "gauss", "logistic", "sigmoid", "rectangular", "uniform", "triangular", "parabolic", "epanechnikov", "quartic", "biweight", "triweight", "cosine")

for kernel in KERNELS:
    density = kde(SAMPLE, 1.5, kernel)
    below = kde(SAMPLE, h=1.5, kernel=kernel, cumulative=True)
    draw = kde_random(SAMPLE, 1.5, kernel, seed=8675309)
    print(kernel, [round(density(x), 9) for x in (-4, -0.4, 0, 3.5, 7.7)])
    print(kernel, [round(below(x), 9) for x in (-4, -0.4, 0, 3.5, 7.7)])
    print(kernel, [round(draw(), 6) for _ in range(5)])
    print(density.__name__, density.__doc__, below.__name__, below.__doc__, draw.__name__, draw.__doc__, sep=" | ")

data = [1, 2]
density = kde(data, 5.0, "triangular")
print(density(100))
data.append(100)
print(density(100))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (StatisticsError, TypeError) as error:
        print(type(error).__name__, error)


for function in (kde, kde_random):
    attempt(function, [], 1.0)
    attempt(function, ["a"], 1.0)
    attempt(function, iter(SAMPLE), 1.0)
    attempt(function, SAMPLE, 0.0)
    attempt(function, SAMPLE, "h")
    attempt(function, SAMPLE, 1.0, "bogus")
