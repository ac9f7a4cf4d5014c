"""Properties, class methods and static methods that are replaced, missing, shadowed, deleted, or called by native code"""
import operator
import sys

class Plain:
    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        del self._x

p = Plain()
try:
    p.x
except AttributeError as e:
    print(e)
p.x = 1
print(p.x)
p.x += 41
print(p.x)
del p.x
print(hasattr(p, "x"))
p.x = "text"
print(p.x)
setattr(p, "x", 2.5)
print(getattr(p, "x"), operator.attrgetter("x")(p))
print(Plain.x.fget(p), type(Plain.x).__name__, Plain.__dict__["x"].fset.__name__)

class ReadOnly:
    def __init__(self):
        self.items = []

    @property
    def count(self):
        self.items.append(len(self.items))
        return len(self.items)

r = ReadOnly()
print(r.count, r.count, hasattr(r, "count"), r.count)
try:
    r.count = 5
except AttributeError as e:
    print(e)
try:
    del r.count
except AttributeError as e:
    print(e)
r.items.append("s")
print(r.items)

class Sub(ReadOnly):
    @property
    def count(self):
        return "sub"

class Sub2(ReadOnly):
    count = 7

class Sub3(ReadOnly):
    @ReadOnly.count.setter
    def count(self, value):
        print("set", value)
        self.items = [value]

for obj in (ReadOnly(), Sub(), Sub2(), Sub3()):
    print(type(obj).__name__, obj.count)
Sub3().count = 4
s2 = Sub2()
s2.count = "own"
print(s2.count, Sub2.count)

class Maker:
    made = []

    def __init__(self, value):
        self.value = value
        self.made.append(value)

    @classmethod
    def of(cls, value=3):
        return cls(value)

    @classmethod
    def name_of(cls):
        return cls.__name__

    @staticmethod
    def twice(value):
        return value * 2

    def use(self):
        return self.twice(self.value), self.name_of(), type(self).of(self.value).value

class SubMaker(Maker):
    def __init__(self, value):
        super().__init__([value])

    @staticmethod
    def twice(value):
        return ("sub", value)

    @classmethod
    def of(cls, value="default"):
        return super().of(value)

for cls in (Maker, SubMaker):
    print(cls.of().value, cls.name_of(), cls.twice(2), cls.of(1).use())
print(Maker.twice("ab"), Maker.twice(1.5), SubMaker.twice(None), Maker.made)
f = Maker.of
g = SubMaker.twice
print(f(9).value, g(9), Maker.use(Maker(1)))
try:
    Maker.use()
except TypeError as e:
    print(e)
try:
    Maker.of(1, 2)
except TypeError as e:
    print(e)
try:
    Maker(1).nothing()
except AttributeError as e:
    print(e)
try:
    Maker.nothing()
except AttributeError as e:
    print(e)

class Cond:
    if len(sys.argv) > 5:
        def missing(self):
            return 1

        @property
        def prop(self):
            return 1
    else:
        def present(self):
            return 2

        @staticmethod
        def stat():
            return 3

c = Cond()
for name in ("missing", "prop", "present", "stat"):
    print(name, hasattr(c, name))
try:
    c.missing()
except AttributeError as e:
    print(e)
try:
    print(c.prop)
except AttributeError as e:
    print(e)
print(c.present(), c.stat(), Cond.stat())

class Patched:
    @property
    def value(self):
        return 1

    def method(self):
        return "m"

    @staticmethod
    def static():
        return "s"

q = Patched()
print(q.value, q.method(), q.static())
Patched.value = property(lambda self: "patched")
Patched.method = lambda self: "pm"
Patched.static = staticmethod(lambda: "ps")
print(q.value, q.method(), q.static(), Patched.static())
del Patched.method
try:
    q.method()
except AttributeError as e:
    print(e)

class Slotted:
    __slots__ = ("_v",)

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, new):
        self._v = new

sl = Slotted()
sl.v = 3
sl.v = "three"
print(sl.v)
try:
    sl.w = 1
except AttributeError as e:
    print(e)

class Temp:
    def __init__(self, c):
        self.celsius = c

    @property
    def celsius(self):
        return self._c

    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._c = value

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

t = Temp(100)
print(t.fahrenheit)
t.fahrenheit = 32
print(t.celsius)
try:
    Temp(-300)
except ValueError as e:
    print(e)
n = None if len(sys.argv) > 5 else t
print(n.celsius)
n = None
try:
    n.celsius
except AttributeError as e:
    print(e)
try:
    n.celsius = 5
except AttributeError as e:
    print(e)
