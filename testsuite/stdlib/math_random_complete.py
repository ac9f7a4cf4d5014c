import math
import random

def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"

random.seed(12345)
xs = [random.uniform(-180, 180) for _ in range(300)] + [random.uniform(0, 30) for _ in range(300)] + [random.uniform(-5, 5) for _ in range(300)]
print([attempt(lambda: math.gamma(x)) for x in xs])
print([attempt(lambda: math.lgamma(x)) for x in xs])
print([math.gamma(n) for n in range(1, 30)], [math.lgamma(n / 2) for n in range(1, 30)])
for x in (0.0, -0.0, -1, -3.0, 171.5, 171.7, 1e-300, 1e-310, float("inf"), float("-inf"), float("nan"), -200.5, -201.7, 1e308, 1e305, "a", 2**70):
    print(x, attempt(lambda: math.gamma(x)), attempt(lambda: math.lgamma(x)))
print(math.fma(2.0, 3.0, 4.0), math.fma(1e308, 10, -math.inf), attempt(lambda: math.fma(math.inf, 0, 1)), attempt(lambda: math.fma(1e308, 10, 0)), math.fma(0.1, 10, -1))
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.1] * 10, [10] * 10), math.sumprod([], []), math.sumprod([1.5, 2], [2, 0.25]), math.sumprod([2**70], [3]), math.sumprod([1e16, 1.0, -1e16], [1.0, 1.0, 1.0]), attempt(lambda: math.sumprod([1], [1, 2])), attempt(lambda: math.sumprod([1], 5)), attempt(lambda: math.sumprod(["a"], [2])), math.sumprod([math.inf], [1.0]))
print([math.sumprod([random.random() for _ in range(20)], [random.uniform(-1, 1) for _ in range(20)]) for _ in range(20)])
print(math.nextafter(1.0, 2.0), math.nextafter(1.0, 2.0, steps=3), math.nextafter(0.0, -1.0, steps=2), math.nextafter(1.0, 1.0, steps=5), math.nextafter(1.0, math.inf, steps=10**30), attempt(lambda: math.nextafter(1, 2, steps=-1)), math.nextafter(-1e-320, 1e-320, steps=1000))
r = random.Random(42)
print([r.lognormvariate(0, 1) for _ in range(3)], [r.vonmisesvariate(1, 2) for _ in range(3)], r.vonmisesvariate(0, 0), [r.gammavariate(a, 2.0) for a in (0.3, 1.0, 4.5)], [r.betavariate(2, 3) for _ in range(3)], [r.paretovariate(3) for _ in range(3)], [r.weibullvariate(1, 1.5) for _ in range(3)])
print([r.binomialvariate(10, 0.3) for _ in range(5)], [r.binomialvariate(100, 0.7) for _ in range(5)], [r.binomialvariate(5000, 0.5) for _ in range(5)], r.binomialvariate(), r.binomialvariate(7, 1.0), r.binomialvariate(7, 0.0), attempt(lambda: r.binomialvariate(-1)), attempt(lambda: r.binomialvariate(3, 2)))
state = r.getstate()
a = [r.random() for _ in range(5)] + [r.gauss() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(5)] + [r.gauss() for _ in range(3)], state[0], len(state[1]), state[2], attempt(lambda: r.setstate((2, (), None))), attempt(lambda: r.setstate(5)), attempt(lambda: r.setstate((3, [1], None))), attempt(lambda: r.setstate((3, (1,), None))))
print(attempt(lambda: r.gammavariate(0, 1)), attempt(lambda: r.paretovariate(0)), attempt(lambda: r.weibullvariate(1, 0)))
random.seed("abc"); s = random.getstate(); x = random.random(); random.setstate(s); print(x == random.random(), random.betavariate(1, 1), random.gammavariate(2, 1))
try:
    r.lognormvariate()
except TypeError as error:
    print(error)
for low, high in (("a", 1), (1, "b"), (None, 2)):
    try:
        r.uniform(low, high)
    except TypeError as error:
        print(error)
