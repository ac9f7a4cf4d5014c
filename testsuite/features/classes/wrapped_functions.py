"""Properties, class and static methods in stacks of decorators, nested and local classes, metaclasses, and multiple inheritance"""
import functools, sys, copy, json

class Lazy:
    def __init__(self):
        self._cache = "none"

    @property
    def cache(self):
        self._cache = 5
        return self._cache

z = Lazy()
print(z._cache)
hasattr(z, "cache")
print(z._cache)

class Fluent:
    def __init__(self):
        self.parts = []

    def add(self, x):
        self.parts.append(x)
        return self

    @property
    def done(self):
        return tuple(self.parts)

    @staticmethod
    def create():
        return Fluent()

print(Fluent.create().add(1).add("b").done)

def deco(f):
    @functools.wraps(f)
    def inner(*a, **k):
        return ["deco", f(*a, **k)]
    return inner

class Stacked:
    base = 10

    @staticmethod
    @deco
    def s(x):
        return x

    @classmethod
    @deco
    def c(cls, x):
        return cls.base + x

    @property
    @deco
    def p(self):
        return self.base

    @deco
    def m(self, x):
        return (self.base, x)

    @functools.lru_cache(maxsize=None)
    def cached(self, n):
        return n * self.base

    @functools.cached_property
    def cp(self):
        return [self.base]

st = Stacked()
print(Stacked.s(1), st.s("x"), Stacked.c(1), st.c(2), st.p, st.m(3), st.cached(4), st.cached(4), st.cp)
st.cp.append("more")
print(st.cp)

class Outer:
    class Inner:
        def __init__(self, v=1):
            self.v = v

        @property
        def double(self):
            return self.v * 2

        @classmethod
        def make(cls, v):
            return cls(v)

    def build(self):
        return self.Inner.make("i"), Outer.Inner(3)

for i in Outer().build():
    print(i.double)

def factory(kind):
    class Local:
        tag = kind

        def __init__(self, v):
            self.v = v

        @property
        def shown(self):
            return (self.tag, self.v)

        @classmethod
        def make(cls, v):
            return cls(v)

        @staticmethod
        def s(v):
            return [v]

    return Local

L1, L2 = factory("one"), factory(2)
print(L1(1).shown, L2("x").shown, L1.make([3]).shown, L2.s(4), L1.s("t"))

class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.extra = len(args)
        return made

class WithMeta(metaclass=Meta):
    def __init__(self, *args):
        self.args = args

    @property
    def info(self):
        return (self.args, self.extra)

    @staticmethod
    def st(x):
        return x

    @classmethod
    def cm(cls, x):
        return cls(x).info

print(WithMeta(1, 2).info, WithMeta.cm("q"), WithMeta.st(None))

class Dyn:
    def __getattr__(self, name):
        return f"dyn {name}"

    @property
    def real(self):
        return "real"

    @property
    def broken(self):
        raise AttributeError("inside")

    @classmethod
    def cm(cls):
        return cls().other

d = Dyn()
print(d.real, d.broken, d.other, Dyn.cm())

class Multi1:
    @property
    def who(self):
        return "m1"

    @classmethod
    def cm(cls):
        return ("m1", cls.__name__)

    def over(self):
        return "m1"

class Multi2:
    @property
    def who(self):
        return 2

    @staticmethod
    def st():
        return "m2"

    def over(self):
        return ["m2"]

class Both(Multi1, Multi2):
    def over(self):
        return super().over(), Multi2.over(self)

class Both2(Multi2, Multi1):
    pass

for b in (Both(), Both2(), Multi1(), Multi2()):
    print(type(b).__name__, b.who, b.over(), getattr(b, "cm", lambda: None)())

class Replace:
    value = 1

    @property
    def prop(self):
        return self.value

    def get(self):
        return self.value

class Child(Replace):
    prop = "attribute now"
    get = staticmethod(lambda: "static now")

class Child2(Replace):
    def __init__(self):
        self.get = lambda: "instance now"

class Child3(Replace):
    @classmethod
    def get(cls):
        return cls

    @property
    def value(self):
        return "prop value"

for r in (Replace(), Child(), Child2(), Child3()):
    got = r.get()
    print(r.prop, got if not isinstance(got, type) else got.__name__, r.value)

class Num:
    def __init__(self, n):
        self.n = n

    @classmethod
    def zero(cls):
        return cls(0)

    @property
    def negated(self):
        return Num(-self.n)

    def __add__(self, other):
        return Num(self.n + (other.n if isinstance(other, Num) else other))

    def __radd__(self, other):
        return self + other

    def __eq__(self, other):
        return isinstance(other, Num) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __repr__(self):
        return f"Num({self.n})"

print(sum([Num(1), Num(2)], Num.zero()), sum([Num(1.5)]), Num(3).negated, {Num(1): 1}[Num(1)], Num(2) + 1)
c = copy.copy(Num(5))
print(c, copy.deepcopy([c]))

class Config:
    defaults = {"a": 1}

    def __init__(self, **kw):
        self.__dict__.update(self.defaults)
        self.__dict__.update(kw)

    @property
    def total(self):
        return self.a + self.b

    @classmethod
    def from_json(cls, text):
        return cls(**json.loads(text))

print(Config.from_json('{"b": 2.5}').total, Config(a="x", b="y").total)

class Stack:
    def __init__(self):
        self._items = []

    def push(self, item):
        self._items.append(item)

    @property
    def top(self):
        return self._items[-1] if self._items else None

    @property
    def empty(self):
        return not self._items

    def __len__(self):
        return len(self._items)

class CountingStack(Stack):
    def __init__(self):
        Stack.__init__(self)
        self.pushes = 0

    def push(self, item):
        self.pushes += 1
        Stack.push(self, item)

for cls in (Stack, CountingStack):
    s = cls()
    print(s.top, s.empty)
    s.push(1)
    s.push("two")
    print(s.top, s.empty, len(s), getattr(s, "pushes", None))
cs = CountingStack()
cs.push(1)
cs.push(2)
print(cs.pushes, cs.top)
