# A field and a class attribute of one name: values, descriptors of all kinds, and classes that become descriptors later.
class Data:
    def __init__(self, n): self.n = n
    def __get__(self, o, t=None): return ("data", self.n) if o is not None else self
    def __set__(self, o, v): print("set", v)
class NonData:
    def __get__(self, o, t=None): return "nondata" if o is not None else self
class SetOnly:
    def __set__(self, o, v): print("setonly", v); o.__dict__["x"] = v
class Later: pass
def get(o, n): return getattr(o, n)
def put(o, n, v): setattr(o, n, v)
class A:
    x = 1
    y = "s"
    def __init__(self): self.x = 5
    def use(self): return self.x, self.y
a = A()
for n in ("x", "y"): print(get(a, n))
for cls_value in (2, "t", NonData(), Data(3), property(lambda s: "prop"), None, Later(), len, A, staticmethod(len), 7):
    A.x = cls_value
    for _ in range(3): r = get(a, "x")
    print(type(cls_value).__name__, r if not callable(r) else "callable")
    try:
        put(a, "x", 6); print(get(a, "x"), a.use()[0])
    except AttributeError as e: print(e)
A.x = Later()
print(get(a, "x"))
Later.__get__ = lambda s, o, t=None: "later get"
print(get(a, "x"))
Later.__set__ = lambda s, o, v: print("later set", v)
print(get(a, "x")); put(a, "x", 9)
del Later.__set__
print(get(a, "x")); put(a, "x", 10); print(get(a, "x"))
del a.x
print(get(a, "x"))
del A.x
try: get(a, "x")
except AttributeError as e: print(e)
A.x = SetOnly()
b = A(); print(get(b, "x"))
class S:
    __slots__ = ("p", "q")
s = S(); put(s, "p", 1); print(get(s, "p"))
try: get(s, "q")
except AttributeError as e: print(e)
class T(S):
    p = 5
t = T(); print(get(t, "p")); put(t, "p", 6); print(get(t, "p"))
class F(float):
    v = 1
    def __init__(self, *_): self.v = 2
print(get(F(1.0), "v"), get(F, "v"))
fs = [getattr, setattr, len, repr, hash, print, sorted, min, max, sum, any, all, map, zip, abs, isinstance]
print([f.__name__ for f in fs], getattr is getattr, fs[0] is getattr, {getattr: 1}[fs[0]])
