"""__slots__: what they store, refuse and inherit."""


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Point:
    __slots__ = ("x", "y", "__hidden")
    kind = "point"

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def hide(self):
        self.__hidden = "secret"
        return self.__hidden

    def __repr__(self):
        return f"{type(self).__name__}({self.x}, {self.y})"


p = Point(1, 2)
print(p, p.hide(), p._Point__hidden, Point.x, Point.__slots__, hasattr(p, "__dict__"))
p.x += 10
del p.y
attempt(lambda: p.y)
attempt(setattr, p, "z", 1)
attempt(setattr, p, "kind", 1)
attempt(delattr, p, "y")
attempt(delattr, p, "z")
attempt(lambda: p.__dict__)
attempt(vars, p)
attempt(Point.x.__get__, p)
attempt(Point.x.__get__, 5)
Point.x.__set__(p, 7)
print(p.x, Point.x.__name__, Point.x.__objclass__, type(Point.x), Point.__dict__["x"] is Point.x)


class Point3(Point):
    __slots__ = ["z"]

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Open(Point):
    pass


class WithDict(Point):
    __slots__ = ("w", "__dict__", "__weakref__")


q = Point3(1, 2, 3)
print(q, q.z, Point3.__slots__, hasattr(q, "__dict__"))
attempt(setattr, q, "w", 1)
o = Open(3, 4)
o.anything = "goes"
print(o, o.anything, o.__dict__, vars(o), o.x)
w = WithDict(5, 6)
w.w = 7
w.other = 8
print(w, w.w, w.__dict__, w.other)


class Single:
    __slots__ = "only"


class Documented:
    __slots__ = {"a": "The first.", "b": "The second."}


s = Single()
s.only = [1]
print(s.only, Documented.__slots__, Documented.a)
attempt(lambda: Documented().a)
attempt(type, "C", (), {"__slots__": ("x",), "x": 1})
attempt(type, "C", (), {"__slots__": (1,)})
attempt(type, "C", (), {"__slots__": ("not valid",)})
attempt(type, "C", (), {"__slots__": 5})
attempt(type, "C", (int,), {"__slots__": ("x",)})
attempt(type, "C", (tuple,), {"__slots__": ("x",)})
attempt(type, "C", (type,), {"__slots__": ("x",)})
attempt(type, "C", (Open,), {"__slots__": ("__dict__",)})
attempt(type, "C", (Single, Documented), {})
attempt(type, "C", (Single, Point), {})


class Text(str):
    __slots__ = ("tag",)


class Numbers(list):
    __slots__ = ("total", "count")


class Closed(dict):
    __slots__ = ()


class Failure(Exception):
    __slots__ = ("code",)


t = Text("abc")
t.tag = "letters"
print(t, t.tag, t.upper())
attempt(setattr, t, "other", 1)
n = Numbers([1, 2])
n.total = 3
print(n, n.total)
attempt(lambda: n.count)
attempt(setattr, Closed(), "x", 1)
f = Failure("msg")
f.code = 5
f.free = 6
print(f, f.code, f.__dict__)


class Mixin:
    __slots__ = ()

    def shout(self):
        return repr(self).upper()


class Mixed(Mixin, Point):
    __slots__ = ()


print(Mixed(1, 2).shout(), hasattr(Mixed(1, 2), "__dict__"))


class Shadow(Point):
    __slots__ = ()
    x = "class attribute"


print(Shadow.x, Point.x is Shadow.__mro__[1].x)
attempt(Shadow, 1, 2)


# The class of an object can change between classes of the same layout.
class Solid:
    def state(self):
        return "solid"


class Liquid:
    def state(self):
        return "liquid"


water = Solid()
water.degrees = -5
print(water.state())
water.__class__ = Liquid
print(water.state(), type(water), water.degrees, isinstance(water, Solid))
attempt(setattr, water, "__class__", Point)
attempt(setattr, water, "__class__", 5)
attempt(setattr, water, "__class__", int)
attempt(setattr, 5, "__class__", Solid)


class Big:
    __slots__ = ("a", "b")


class Bigger(Big):
    __slots__ = ("c",)


values = Bigger()
values.a, values.b, values.c = 1, "two", [3]
print(values.a, values.b, values.c)
for name in "abc":
    delattr(values, name)
print([hasattr(values, name) for name in "abc"])
