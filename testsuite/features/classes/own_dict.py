# A class may define `__dict__` itself: its instances still have their attributes.
class A:
    def __init__(self, x): self.x = x
    def __dict__(self): return {"x": self.x}
a = A(1); b = A(1)
print(a == a, a == b, a.__dict__(), a.x)
class B:
    __dict__ = 5
    def __init__(self): self.y = 1
b = B()
print(b == b, b.__dict__, b.y, b in [b])
try: print(vars(b))
except TypeError as e: print(e)


class C:
    __weakref__ = "mine"


print(C().__weakref__, C.__weakref__)


class D(A):
    pass


print(D(3).__dict__(), D(3) == D(3), vars(D).keys() >= {"__module__"})
