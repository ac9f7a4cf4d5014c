"""Methods and properties of several classes called in one place; abstract classes; data of classes"""
import abc
from abc import ABC, abstractmethod

class A:
    def f(self, x=1, *, k=2):
        return ("A", x, k)

    def g(self):
        return 1

    def n(self):
        self.seen = True

class B:
    def f(self, y):
        return ["B", y]

    def g(self):
        return "one"

    def n(self):
        return None

class C(A):
    def f(self, x=5, k=6):
        return x + k

    def g(self):
        return 2.5

    def n(self):
        raise ValueError("n of C")

things = [A(), B(), C()]
for t in things:
    print(t.f(3), t.g())
for t in things:
    try:
        print(t.f())
    except TypeError as e:
        print(e)
for t in things:
    try:
        print(t.f(1, k=3))
    except TypeError as e:
        print(e)
for t in things:
    try:
        print(t.n())
    except ValueError as e:
        print("error", e)
for t in things:
    try:
        t.n()
    except ValueError as e:
        print("error", e)
print(sum(t.g() for t in things if not isinstance(t, B)))
maybe = [A(), None, C()]
for m in maybe:
    try:
        print(m.g())
    except AttributeError as e:
        print(e)
mixed = [A(), 5, "s", B()]
for m in mixed:
    try:
        print(m.g())
    except AttributeError as e:
        print(e)

class Node(ABC):
    @abstractmethod
    def eval(self, env): ...

    @property
    @abstractmethod
    def depth(self): ...

class Num(Node):
    def __init__(self, v):
        self.v = v

    def eval(self, env):
        return self.v

    @property
    def depth(self):
        return 1

class Var(Node):
    def __init__(self, name):
        self.name = name

    def eval(self, env):
        return env[self.name]

    depth = 1

class Bin(Node):
    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right

    def eval(self, env):
        l, r = self.left.eval(env), self.right.eval(env)
        return l + r if self.op == "+" else l * r

    @property
    def depth(self):
        return 1 + max(self.left.depth, self.right.depth)

tree = Bin("+", Num(1), Bin("*", Var("x"), Num(4)))
print(tree.eval({"x": 10}), tree.eval({"x": 1.5}), tree.depth)
try:
    print(Bin("+", Var("y"), Num(1)).eval({}))
except KeyError as e:
    print("KeyError", e)
for cls in (Node,):
    try:
        cls()
    except TypeError as e:
        print(e)

class Part(Node):
    def eval(self, env):
        return super().eval(env)

try:
    Part()
except TypeError as e:
    print(e)

class Full(Part):
    @property
    def depth(self):
        return super().depth

print(Full().eval({}), Full().depth)

class Shape:
    sides = 0

    def label(self):
        return f"{type(self).__name__} {self.sides} {self.area()}"

    def area(self):
        raise NotImplementedError("area")

class Sq(Shape):
    sides = 4

    def __init__(self, n):
        self.n = n

    def area(self):
        return self.n ** 2

class Tri(Shape):
    sides = 3

    def area(self):
        return 0.5

class Odd(Shape):
    sides = "odd"

for s in (Sq(2), Tri(), Odd(), Shape()):
    try:
        print(s.label())
    except NotImplementedError as e:
        print("not", e)
Tri.area = lambda self: "new area"
print(Tri().label(), Sq(3).label())

class Counter:
    total = 0
    names = []

    def __init__(self, name):
        Counter.total += 1
        self.names.append(name)
        self.id = self.total

    @classmethod
    def reset(cls):
        cls.total = 0
        cls.names = []

class Sub(Counter):
    pass

a, b = Counter("a"), Sub("b")
print(a.id, b.id, Counter.total, Sub.total, Counter.names)
Sub.reset()
print(Counter.total, Sub.total, Counter.names, Sub.names)
Counter.reset()
c = Sub("c")
print(c.id, Counter.total, Sub.total, Counter.names, Sub.names)

class Registry(abc.ABC):
    _known = {}

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Registry._known[cls.__name__] = cls

    @classmethod
    @abstractmethod
    def make(cls, arg): ...

    @staticmethod
    def get(name):
        return Registry._known[name]

class R1(Registry):
    @classmethod
    def make(cls, arg):
        return cls()

print(sorted(Registry._known), type(Registry.get("R1").make(1)).__name__)

class Weird:
    def method(self):
        return "method"

    def shadow(self):
        self.method = lambda: "shadowed"

w = Weird()
print(w.method())
w.shadow()
print(w.method())
del w.method
print(w.method())

class Stat:
    @staticmethod
    def make(n):
        return [Stat.one(i) for i in range(n)]

    @staticmethod
    def one(i):
        return i * 1.5

print(Stat.make(3), Stat().make(2))

class P1:
    def __init__(self):
        self.log = []

    @property
    def value(self):
        self.log.append("get")
        return 1

    @value.setter
    def value(self, v):
        self.log.append(v)

class P2:
    value = "plain"

class P3:
    def __init__(self):
        self.value = [3]

for p in (P1(), P2(), P3()):
    print(p.value)
    p.value = "changed"
    print(p.value, getattr(p, "log", None))
for p in (P1(), P3()):
    p.value += type(p.value)((4,)) if isinstance(p, P3) else 1
    print(p.value)
