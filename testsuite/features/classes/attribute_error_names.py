"""An AttributeError of the program's own is told whose attribute was asked for, which suggestions need."""
class A:
    @property
    def bad(self):
        raise AttributeError("inner")
    @property
    def worse(self):
        return self.frst
    def __init__(self): self.first = 1
class B:
    first = 1
    def __getattr__(self, name):
        raise AttributeError(name)
class C:
    def __getattribute__(self, name):
        raise AttributeError("no")
def show(f):
    try:
        f()
    except AttributeError as e:
        print(repr(e), e.name, type(e.obj).__name__)
a, b, c = A(), B(), C()
show(lambda: a.bad)
show(lambda: a.worse)
show(lambda: b.frist)
show(lambda: c.x)
show(lambda: getattr(b, "zz"))
show(lambda: getattr(a, "bad"))
show(lambda: b.first.foo)
show(lambda: setattr(1, "x", 2))
show(lambda: b.zork())
def f():
    a = A()
    return a.bad
show(f)


class Slotted:
    __slots__ = ("alpha",)

    def method(self):
        pass


slotted = Slotted()
show(lambda: setattr(slotted, "alphb", 1))
show(lambda: setattr(slotted, "method", 1))
show(lambda: delattr(slotted, "alpha"))
show(lambda: delattr(slotted, "other"))
show(lambda: setattr("x", "upper", 1))
b.frist
