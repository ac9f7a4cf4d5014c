"""Docstrings of properties, their copies by `getter`, `setter` and `deleter`, and properties of derived classes."""
class A:
    def _g(self):
        "getter doc"
        return 1
    p = property(_g, doc="given")
    q = property(_g)
    r = property()
    def _n(self): return 2
    s = property(_n)
def other(self):
    "other doc"
def nodoc(self): pass
for n in "pqrs":
    x = getattr(A, n)
    print(n, x.__doc__, x.getter(other).__doc__, x.getter(nodoc).__doc__, x.setter(other).__doc__, x.deleter(other).__doc__, x.getter(None).__doc__)
class B(A):
    @A.p.getter
    def p(self):
        "not used"
        return 3
    @A.q.getter
    def q(self):
        "used"
        return 3
print(B.p.__doc__, B.q.__doc__, B().p)
class P(property):
    "sub doc"
def g(self):
    "gdoc"
print(P(g).__doc__, P().__doc__, P(nodoc).__doc__, P(g, doc="x").__doc__, P(g, doc="x").getter(other).__doc__, P(g).setter(other).__doc__)
P(g).__doc__ = "changed"
x = P(g); x.__doc__ = "changed"; print(x.__doc__, x.setter(g).__doc__)
y = property(g); y.__doc__ = "ch"; print(y.__doc__, y.setter(g).__doc__, y.getter(other).__doc__)
for a in ((), (1,), (1,2,3)):
    try: property().__set_name__(*a)
    except TypeError as e: print(e)
class Q(property):
    __slots__ = ("__doc__",)
print(Q(g).__doc__)
class R(property):
    __slots__ = ()
try: print(R(g).__doc__)
except AttributeError as e: print(e)
try: print(R(g, doc="zz").__doc__)
except AttributeError as e: print(e)
class S:
    @property
    def v(self): raise AttributeError("inner")
    w = property()
    z = property(lambda s: 1)
for n in "vwz":
    try: print(getattr(S(), n))
    except AttributeError as e: print(e)
    try: setattr(S(), n, 1)
    except AttributeError as e: print(e)
    try: delattr(S(), n)
    except AttributeError as e: print(e)
print(S.v.__name__, hasattr(S.w, "__name__"), property(nodoc).__name__)
