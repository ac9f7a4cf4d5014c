# functools.update_wrapper merges the dicts of what wraps and what is wrapped.
import functools
class Timer:
    def __init__(self, f):
        self.total = 0.0
        functools.update_wrapper(self, f)
        self.f = f
    def __call__(self, *a):
        self.total += 0.5
        return self.f(*a)
class Counter:
    def __init__(self, f):
        self.total = 0
        functools.update_wrapper(self, f)
        self.f = f
    def __call__(self, *a):
        self.total += 1
        return self.f(*a)
@Counter
@Timer
def f(x): return x
f(1); f(2)
print(f.total, f.f.total)
