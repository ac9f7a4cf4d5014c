# Every way to leave try, with and loops, and what exceptions know of each other.
def f(x):
    for i in range(5):
        try:
            if i == x: return "returned"
            if i == 1: continue
            print("body", i)
            if i == 3: break
        finally:
            print("finally", i)
    else:
        return "else"
    return "end"
print(f(2)); print(f(10)); print(f(0))
def g():
    try:
        return "try"
    finally:
        print("cleanup")
def h():
    try:
        raise ValueError("a")
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        return "finally wins"
print(g(), h())
def k():
    while True:
        try:
            try:
                raise KeyError("k")
            finally:
                break
        except KeyError:
            print("no")
    return "broke"
print(k())
def ctx():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError("second") from e
    except ValueError as v:
        print(repr(v.__cause__), repr(v.__context__), v.__suppress_context__)
    try:
        try:
            {}["x"]
        except KeyError:
            raise TypeError("t") from None
    except TypeError as t:
        print(repr(t.__cause__), repr(t.__context__), t.__suppress_context__)
ctx()
class CM:
    def __init__(self, name, suppress): self.name, self.suppress = name, suppress
    def __enter__(self): print("enter", self.name); return self
    def __exit__(self, t, v, tb): print("exit", self.name, t and t.__name__, v); return self.suppress
def w():
    with CM("a", False) as a, CM("b", True) as b:
        print(a.name, b.name)
        raise RuntimeError("inside")
    print("after")
    for i in range(3):
        with CM(i, False):
            if i == 0: continue
            if i == 1: break
    with CM("r", True):
        return "ret"
print(w())
try:
    with CM("x", False):
        [][1]
except IndexError as e:
    print(e)
def deep(n):
    return deep(n + 1)
try:
    deep(0)
except RecursionError as e:
    print(e)
try:
    e
except NameError as x:
    print(x)
def unbound():
    if False: y = 1
    return y
try: unbound()
except UnboundLocalError as x: print(x)
def del_it():
    z = 1
    del z
    print(z)
try: del_it()
except UnboundLocalError as x: print(x)
assert True, "no"
try:
    assert 1 == 2, f"msg {3}"
except AssertionError as a: print(repr(a))
n = 0
while n < 3:
    n += 1
    if n == 2: continue
else:
    print("while else", n)
x = 5 if n > 2 else 6
print(x, n and "y" or "z", not n, 1 < n <= 3 != 4)
try:
    raise
except RuntimeError as e: print(e)
try:
    raise 5
except TypeError as e: print(e)
class E1(Exception): pass
class E2(E1): 
    def __init__(self, a, b): super().__init__(a, b); self.b = b
    def __str__(self): return f"E2<{self.b}>"
for cls in (E1, E2):
    try:
        if cls is E1: raise E1
        raise E2(1, 2)
    except (KeyError, E2) as e: print("e2", e, e.args, repr(e))
    except E1 as e: print("e1", e, e.args, repr(e))
