# A traceback over lines that are continued.
def f(a):
    return a + \
        "x"
def g(n):
    if n == 0:
        return f(
            1)
    return g(n - 1)
class C:
    def m(self):
        self.value.attr = [g(x) for x in [5]]
    @property
    def value(self): return g(2)
try:
    C().m()
finally:
    print("fin")
