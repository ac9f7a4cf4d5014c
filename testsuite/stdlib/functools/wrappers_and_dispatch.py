# functools in Python: wraps, total_ordering, cached_property, partialmethod, singledispatch.
import functools
from collections.abc import Mapping, Sequence
from functools import cached_property, partialmethod, singledispatch, singledispatchmethod, total_ordering, update_wrapper, wraps


def loud(f):
    @wraps(f)
    def inner(*args, **kwargs):
        "inner doc"
        return f(*args, **kwargs) + "!"

    inner.extra = 1
    return inner


def plain(x: str, y="y") -> str:
    "plain doc"
    return x + y


plain.attribute = "attr"
shout = loud(plain)
print(shout("a"), shout.__name__, shout.__qualname__, shout.__doc__, shout.__module__, shout.attribute, shout.extra, shout.__wrapped__ is plain, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)


class NoName:
    def __call__(self):
        return 1


wrapped = update_wrapper(lambda: 2, NoName())
print(wrapped(), wrapped.__name__, type(wrapped.__wrapped__).__name__)


@total_ordering
class Height:
    def __init__(self, cm):
        self.cm = cm

    def __eq__(self, other):
        return self.cm == other.cm if isinstance(other, Height) else NotImplemented

    def __lt__(self, other):
        return self.cm < other.cm if isinstance(other, Height) else NotImplemented


@total_ordering
class FromGe:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __ge__(self, other):
        return self.v >= other.v


a, b = Height(1), Height(2)
print(a < b, a <= b, a > b, a >= b, a <= Height(1), sorted([b, a])[0].cm, Height.__gt__.__name__, FromGe(1) < FromGe(2), FromGe(1) > FromGe(2), FromGe(2) <= FromGe(2))
for bad in [lambda: a < 3, lambda: a >= "x", lambda: total_ordering(type("N", (), {}))]:
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        "The area."
        print("computing")
        return self.r * self.r * 3

    def scale(self, factor, *, plus=0):
        return self.r * factor + plus

    double = partialmethod(scale, 2)
    more = partialmethod(scale, plus=100)

    @classmethod
    def make(cls, r):
        return cls(r).r

    unit = partialmethod(make, 1)


c = Circle(2)
print(c.area, c.area, c.__dict__, Circle.area.__doc__, type(Circle.area).__name__, c.double(), c.more(3), Circle.unit(), Circle.double(c))
c.area = 7
print(c.area)
del c.area
print(c.area)
try:
    class Slotted:
        __slots__ = ()
        x = cached_property(lambda self: 1)

    Slotted().x
except TypeError as e:
    print(e)


@singledispatch
def show(value, depth=0):
    "Shows."
    return f"object {value!r}"


@show.register(int)
def _(value, depth=0):
    return f"int {value} {depth}"


@show.register(str)
def show_str(value, depth=0):
    return f"str {value}"


@show.register(list)
@show.register(tuple)
def _(value, depth=0):
    return "[" + ", ".join(show(v, depth + 1) for v in value) + "]"


@show.register(float | bytes)
def _(value, depth=0):
    return "float or bytes"


@show.register(Mapping)
def _(value, depth=0):
    return "mapping"


show.register(type(None), lambda value, depth=0: "nothing")
print(show(1), show(True), show("s"), show([1, ("x", 2.5)]), show(b""), show({}), show(None), show(object)[:6], show.__name__, show.__doc__, show_str("direct"))
print(show.dispatch(bool) is show.dispatch(int), show.dispatch(dict).__name__, sorted(t.__name__ for t in show.registry))
for bad in [show, lambda: show.register(5), lambda: show.register(lambda x: x), lambda: show.register("x", print)]:
    try:
        print(bad())
    except TypeError as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


class Formatter:
    @singledispatchmethod
    def fmt(self, arg):
        return f"other {arg}"

    @fmt.register(int)
    def _(self, arg):
        return f"int {arg}"

    @fmt.register(list)
    def _(self, arg):
        return "list of " + " ".join(self.fmt(x) for x in arg)

    @singledispatchmethod
    @classmethod
    def of(cls, arg):
        return cls.__name__

    @of.register(str)
    @classmethod
    def _(cls, arg):
        return cls.__name__ + arg


print(Formatter().fmt(1), Formatter().fmt([1, "a"]), Formatter.of(1), Formatter.of("s"))
try:
    Formatter().fmt()
except TypeError as e:
    print(e)
