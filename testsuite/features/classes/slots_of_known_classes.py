"""Classes whose `__slots__` the text tells, used as plain records are."""

import copy
import math
import pickle
import weakref


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"

    def length(self):
        return math.hypot(self.x, self.y)


def add_up(count):
    total = Vector(0.0, 0.0)
    for number in range(count):
        total = total + Vector(float(number), 1.0) * 0.5
    return total


print(add_up(1000), add_up(4).length(), add_up(2) == add_up(2))
print(Vector.x, Vector.__slots__, sorted(name for name in dir(Vector) if not name.startswith("__")))
print(hasattr(Vector(1, 2), "__dict__"), copy.copy(Vector(1, 2)), copy.deepcopy(Vector(1, [2])))
print(pickle.loads(pickle.dumps(Vector(3, "four"), 2)))


class Node:
    __slots__ = ["value", "next", "__weakref__"]

    def __init__(self, value):
        self.value = value
        self.next = None


def linked(count):
    head = None
    for number in range(count):
        node = Node(number)
        node.next = head
        head = node
    total = 0
    while head is not None:
        total += head.value
        head = head.next
    return total


print(linked(100))
node = Node(1)
print(weakref.ref(node)() is node)
try:
    weakref.ref(Vector(1, 2))
except TypeError as error:
    print(error)


def attempt(action):
    try:
        print(action())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


def add_another(node):
    node.another = 1


attempt(lambda: add_another(Node(1)))
attempt(lambda: Node(1).another)
attempt(lambda: setattr(Vector(1, 2), "z", 3))


class Half:
    __slots__ = "first", "second"

    def __init__(self, first):
        self.first = first

    def set_second(self, second):
        self.second = second


half = Half(1)
attempt(lambda: half.second)
print(hasattr(half, "second"))
half.set_second(2.5)
print(half.first, half.second, hasattr(half, "second"))
del half.first
attempt(lambda: half.first)
attempt(lambda: delattr(half, "first"))
setattr(half, "first", "a str")
print(half.first, Half.second.__get__(half), Half.__dict__["first"].__name__)


class Base:
    __slots__ = ()

    def twice(self):
        return self.value * 2


class Derived(Base):
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value


class Further(Derived):
    __slots__ = ("name",)

    def __init__(self, value, name):
        super().__init__(value)
        self.name = name


class Open(Further):
    def __init__(self, value, name, extra):
        super().__init__(value, name)
        self.extra = extra


further = Further(4, "four")
print(Derived(3).twice(), further.twice(), further.name)
attempt(lambda: setattr(further, "extra", 1))
opened = Open(5, "five", [5])
opened.more = "more"
print(opened.twice(), opened.name, opened.extra, opened.__dict__)


class Mixin:
    __slots__ = ()

    def shout(self):
        return self.name.upper()


class Both(Further, Mixin):
    pass


both = Both(6, "six")
both.any = 1
print(both.shout(), both.value, vars(both))


class Private:
    __slots__ = ("__secret", "shown")

    def __init__(self):
        self.__secret = 42
        self.shown = self.__secret + 1

    def reveal(self):
        return self.__secret


print(Private().reveal(), Private().shown, Private._Private__secret)


class Strict:
    """Stores what isn't in its slots."""

    __slots__ = ("allowed",)

    def __init__(self):
        self.allowed = 1
        self.forbidden = 2


attempt(Strict)


class Single:
    __slots__ = "only"

    def __init__(self, only):
        self.only = only


print(Single(7).only, Single.__slots__)
names = ("computed",)


class Computed:
    __slots__ = names + ("other",)

    def __init__(self):
        self.computed = 1
        self.other = 2


print(Computed().computed + Computed().other)


class WithDict:
    __slots__ = ("kept", "__dict__")

    def __init__(self):
        self.kept = 1
        self.free = 2


print(WithDict().kept, WithDict().__dict__)


class Documented:
    __slots__ = {"size": "how large it is"}

    def __init__(self, size):
        self.size = size


print(Documented(3).size, Documented.size.__doc__)
attempt(lambda: type("Conflict", (), {"__slots__": ("a",), "a": 1}))
try:

    class Conflicting:
        __slots__ = ("value",)
        value = 1

        def __init__(self):
            self.value = 2

except ValueError as error:
    print(error)


class Mutable:
    __slots__ = ("count", "ratio", "flag")

    def __init__(self):
        self.count = 0
        self.ratio = 0.0
        self.flag = False

    def step(self):
        self.count += 1
        self.ratio = self.count / 4
        self.flag = not self.flag


mutable = Mutable()
for _ in range(5):
    mutable.step()
print(mutable.count, mutable.ratio, mutable.flag)
for name in Mutable.__slots__:
    print(name, getattr(mutable, name))
mutable.count = "text"
print(mutable.count)
Vector.x = property(lambda self: "replaced")
print(Vector.x.fget(None))
