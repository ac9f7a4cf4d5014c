# A tour of classes: special methods, properties, inheritance, finalisers.
import sys
class Meta: pass
class P:
    """Doc of P."""
    count = 0
    def __init__(self, x, y=2):
        self.x = x; self.y = y
        P.count += 1
    def __repr__(self): return f"P({self.x!r}, {self.y!r})"
    def __eq__(self, o): return isinstance(o, P) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return self.x < o.x
    def __add__(self, o):
        if not isinstance(o, P): return NotImplemented
        return P(self.x + o.x, self.y + o.y)
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __iadd__(self, o): self.x += o; return self
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __contains__(self, v): return v in (self.x, self.y)
    def __iter__(self): yield self.x; yield self.y
    def __call__(self, *a, **k): return (a, k)
    def __bool__(self): return self.x != 0
    def __neg__(self): return P(-self.x, -self.y)
    def __getattr__(self, name):
        if name.startswith("dyn_"): return name[4:]
        raise AttributeError(f"no {name}")
    @property
    def norm(self): return self.x ** 2 + self.y ** 2
    @norm.setter
    def norm(self, v): self.x = v
    @staticmethod
    def make(): return P(7)
    @classmethod
    def build(cls, v): return cls(v, v)
    def __format__(self, spec): return f"<{spec}>"
    def __del__(self): pass
p = P(1)
print(p, p == P(1), p != P(2), {p: 1}[P(1)], sorted([P(3), P(1), P(2)]))
print(p + P(5), sum([P(1), P(2)]), len(p), p[0], p[-1], 2 in p, 9 in p, list(p), p(1, k=2), bool(P(0)), -p)
p += 10
print(p, p.dyn_abc, p.norm, P.make(), P.build(4), f"{p:abc}", P.__doc__, P.__name__, P.count)
p.norm = 3; print(p.x)
try: p.nope
except AttributeError as e: print(e)
try: p + 3
except TypeError as e: print(e)
try: P()
except TypeError as e: print(e)
try: P(1, 2, 3)
except TypeError as e: print(e)
try: P(1, z=3)
except TypeError as e: print(e)
class Q(P):
    def __init__(self, *args): super().__init__(*args); self.q = "q"
    def __repr__(self): return "Q:" + super().__repr__()
    @property
    def norm(self): return super().norm + 1
q = Q(3, 4)
print(q, q.norm, isinstance(q, P), issubclass(Q, P), Q.__mro__, type(q).__name__, Q.__bases__)
class S: pass
class Temp:
    def __enter__(self): return 1
    def __exit__(self, *a): return None
class Node:
    def __init__(self, v): self.v = v
    def __del__(self): print("del", self.v)
n = Node(1)
n = Node(2)
del n
def scope():
    a = Node("a")
    b = Node("b")
    print("in scope")
scope()
Node("temp")
class WithAttr:
    a: int = 3
    b: "str"
    def m(self): return self.a
w = WithAttr(); w.a += 1; print(w.a, WithAttr.a, w.m(), getattr(w, "zzz", None), hasattr(w, "a"))
setattr(w, "n", 5); print(w.n); delattr(w, "n"); print(hasattr(w, "n"))
m = w.m; print(m(), m.__name__, WithAttr.m(w))
class Outer:
    class Inner:
        def hi(self): return "hi"
    v = Inner().hi()
print(Outer.Inner().hi(), Outer.v, Outer.Inner.__qualname__, Outer.Inner)
print(object().__class__, type(3), type("s"), type(None), type(type))
def deco(k):
    def d(f):
        def wrapper(*a, **kw):
            print("call", f.__name__, k); return f(*a, **kw)
        return wrapper
    return d
@deco(1)
@deco(2)
def hello(name, *, greet="hi"): return f"{greet} {name}"
print(hello("bob", greet="yo"))
def cd(c): c.tag = "t"; return c
@cd
class T: pass
print(T.tag)
