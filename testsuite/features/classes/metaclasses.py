"""Metaclasses: what they prepare, make, call, compare and answer for their classes."""


class Recorder(dict):
    """A namespace that keeps the order of what was bound, twice included."""

    def __init__(self):
        super().__init__()
        self.bound = []

    def __setitem__(self, key, value):
        self.bound.append(key)
        super().__setitem__(key, value)


class Recording(type):
    @classmethod
    def __prepare__(metacls, name, bases, **options):
        print("prepare", metacls.__name__, name, [base.__name__ for base in bases], options)
        return Recorder()

    def __new__(metacls, name, bases, namespace, *, tag=None, **options):
        print("new", name, type(namespace).__name__, sorted(options))
        cls = super().__new__(metacls, name, bases, dict(namespace))
        cls.order = [each for each in namespace.bound if not each.startswith("__")]
        cls.tag = tag
        return cls

    def __init__(cls, name, bases, namespace, **options):
        print("init", name, options)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)


class First(metaclass=Recording, tag="one"):
    b = 1
    a = 2
    b = 3

    def method(self):
        return "method of " + type(self).__name__

    def __init__(self, x=0):
        self.x = x


class Second(First, tag="two"):
    c = 4


print(First.order, First.tag, Second.order, Second.tag)
print(type(First), type(Second), isinstance(Second, Recording), First(5).x, Second(x=6).method())
print(First.b, Second.b, Second.__mro__, Recording.__mro__)


class Registry(type):
    members = {}

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if bases:
            Registry.members[name] = cls

    def __iter__(cls):
        return iter(sorted(cls.members))

    def __len__(cls):
        return len(cls.members)

    def __getitem__(cls, name):
        return cls.members[name]

    def __contains__(cls, name):
        return name in cls.members

    def __getattr__(cls, name):
        if name.startswith("no_"):
            raise AttributeError(f"{cls.__name__} really has no {name}")
        return f"<{name} of {cls.__name__}>"

    def __repr__(cls):
        return f"<class {cls.__name__}>"

    def __eq__(cls, other):
        return cls is other or other == cls.__name__

    def __hash__(cls):
        return hash(cls.__name__)

    def __lt__(cls, other):
        return cls.__name__ < other.__name__

    def __add__(cls, other):
        return cls.__name__ + "+" + other.__name__

    @property
    def label(cls):
        return cls.__name__.lower()

    @label.setter
    def label(cls, value):
        cls.__name__ = value.title()


class Plugin(metaclass=Registry):
    pass


class Red(Plugin):
    pass


class Blue(Plugin):
    kind = "cold"


print(list(Plugin), len(Plugin), Plugin["Red"], "Blue" in Plugin, "Green" in Plugin)
print(Blue.kind, Blue.shade, Red, Red == "Red", Red == Blue, {Red: 1}["Red"], sorted([Red, Blue]), Red + Blue)
print(Red.label, hasattr(Red, "no_way"), bool(Plugin))
Red.label = "scarlet"
print(Red.__name__, Red)
try:
    Red.no_such
except AttributeError as error:
    print("AttributeError:", error)
try:
    Red().label
except AttributeError as error:
    print("AttributeError:", error)


class Even(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, int) and instance % 2 == 0

    def __subclasscheck__(cls, subclass):
        return subclass.__name__.startswith("Even")


class EvenNumber(metaclass=Even):
    pass


class Evening:
    pass


print(isinstance(4, EvenNumber), isinstance(5, EvenNumber), isinstance("4", EvenNumber))
print(issubclass(Evening, EvenNumber), issubclass(int, EvenNumber), isinstance(3, (str, EvenNumber, int)))


class Singleton(type):
    def __call__(cls, *args):
        if "instance" not in cls.__dict__:
            cls.instance = super().__call__(*args)
        return cls.instance


class Config(metaclass=Singleton):
    def __init__(self, *args):
        print("making Config", args)


print(Config(1) is Config(2))


# A function as the metaclass, and one that makes no class at all.
def upper_attributes(name, bases, namespace):
    return type(name, bases, {key if key.startswith("__") else key.upper(): value for key, value in namespace.items()})


class Shout(metaclass=upper_attributes):
    greeting = "hello"


print(Shout.GREETING, hasattr(Shout, "greeting"), type(Shout))


def to_dict(name, bases, namespace):
    return {key: value for key, value in namespace.items() if not key.startswith("__")}


class Settings(metaclass=to_dict):
    host = "localhost"
    port = 80


print(Settings)


# type() with three arguments.
def greet(self):
    return f"hi from {self.name}"


Made = type("Made", (Evening,), {"name": "made", "greet": greet})
print(Made, Made.__name__, Made.__qualname__, Made.__bases__, Made().greet(), Made.__module__)
Meta = type("Meta", (type,), {"twice": lambda cls: cls.__name__ * 2})
print(Meta("X", (), {}).twice(), type(Meta("Y", (), {})))


class Derived(First):
    pass


# Conflicts and wrong arguments.
def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__ + ":", error)


attempt(lambda: type("Z", (First, Plugin), {}))
attempt(lambda: type("Z"))
attempt(lambda: type("Z", ()))
attempt(lambda: type(1, (), {}))
attempt(lambda: type("Z", [], {}))
attempt(lambda: type("Z", (), []))
attempt(lambda: type("Z", (1,), {}))
attempt(lambda: type("Z", (bool,), {}))
attempt(lambda: type("Z", (int, str), {}))
attempt(lambda: type("Z", (Evening, Evening), {}))
attempt(lambda: type("Z", (object, Evening), {}))
attempt(lambda: type("Z", (), {}, extra=1))


class BadPrepare(type):
    @classmethod
    def __prepare__(metacls, name, bases):
        return 5


try:

    class Never(metaclass=BadPrepare):
        pass

except TypeError as error:
    print("TypeError:", error)

try:

    class Both(First, Plugin):
        pass

except TypeError as error:
    print("TypeError:", error)


# mro() of a metaclass, and class-level operators of the metaclass of a metaclass.
class Reversed(type):
    def mro(cls):
        mro = super().mro()
        return [mro[0]] + mro[1:-1][::-1] + [mro[-1]]


class P:
    who = "P"


class Q:
    who = "Q"


class R(P, Q, metaclass=Reversed):
    pass


print(R.who, [cls.__name__ for cls in R.__mro__])


class Countable(type):
    count = 0

    def __call__(cls, *args, **kwargs):
        cls.count += 1
        return type.__call__(cls, *args, **kwargs)


class Sheep(metaclass=Countable):
    pass


flock = [Sheep() for _ in range(3)]
print(Sheep.count, Countable.count)


# Bases and keywords that stars unpack.
bases = (P, Q)
options = {"metaclass": Reversed}


class S(*bases, **options):
    pass


print(S.who, type(S))


class Hook:
    def __init_subclass__(cls, /, color=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.color = color


class T(Hook, *bases, color="green"):
    pass


print(T.color, [cls.__name__ for cls in T.__mro__])
try:

    class U(Hook, shade=1):
        pass

except TypeError as error:
    print("TypeError:", error)
print(type.__call__(P) is not None, type.mro(T)[0], type(type), type.__class__)
