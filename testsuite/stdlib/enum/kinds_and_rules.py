# enum: every kind of enumeration, aliases, auto, missing values, members with methods and data, text forms, functional form, errors.
import enum
from enum import CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, EnumMeta, EnumType, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember, property as enum_property, unique, verify


class Color(Enum):
    "Colors."
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius, 3)

    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)

    def __str__(self):
        return self.name.title()


class Level(IntEnum):
    LOW = auto()
    MID = auto()
    HIGH = 10
    TOP = auto()


class Name(StrEnum):
    FIRST = auto()
    SECOND = "2nd"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


class Mode(IntFlag):
    A = 1
    B = 4


class Mixed(Enum):
    LIST = [1, 2]
    DICT = {"a": 1}

    def kind(self):
        return type(self.value).__name__


class Inner(Enum):
    class Box:
        pass

    A = 1
    helper = nonmember(5)
    FUNC = member(len)

    @enum_property
    def shout(self):
        return self.name + "!"


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON, Color.CRIMSON is Color.RED, Color.__doc__)
print(list(Color), len(Color), list(reversed(Color)), Color.__members__, Color, repr(Color), type(Color) is EnumType is EnumMeta, Color.RED in Color, 2 in Color, 7 in Color, "RED" in Color)
print(Color.RED == 1, Color.RED is Color.RED, hash(Color.RED) == hash("RED"), {Color.RED: "r"}[Color(1)], f"{Color.RED:>12}|{Color.RED!r}|{Color.RED!s}", Color.RED.RED, isinstance(Color.RED, Color), bool(Color.RED))
print(Planet.EARTH, repr(Planet.MARS), Planet.MARS.density, Planet.heaviest(), Planet((5.97, 6.37)), [p.radius for p in Planet])
print(list(Level), Level.MID + 1, Level.LOW < Level.HIGH, f"{Level.TOP}", str(Level.MID), Level(11), sorted([Level.HIGH, Level.LOW]), [10, 20, 30][Level.LOW], Level.HIGH == 10, repr(Level.TOP), "%d" % Level.MID, format(Level.MID, "03d"))
print(Name.FIRST, repr(Name.SECOND), Name.SECOND + "!", Name("2nd"), f"{Name.FIRST:^9}", "first" == Name.FIRST, Name.FIRST.upper(), list(Name))
print(Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, repr(Perm(3)), Perm(0), repr(Perm.NONE), ~Perm.R, Perm.R & Perm.W, bool(Perm.NONE), Perm.R in Perm.RW, list(Perm.RW), len(Perm.RW), list(Perm), Perm.RW ^ Perm.W, Perm.R | Perm.W is Perm.RW, Perm.X.value, Perm(7), Perm.R.__or__(Perm.X).name)
print(Mode(5), repr(Mode(7)), Mode(2), repr(Mode.A | 8), Mode.A | Mode.B, ~Mode.A, repr(~Mode.A), Mode.A + 1, list(Mode(5)), f"{Mode.B}", Mode(16).name, Mode.A | 2)
print(Mixed.LIST, Mixed([1, 2]), Mixed.DICT.kind(), Mixed({"a": 1}))
print(Inner.Box.__name__, list(Inner), Inner.helper, Inner.FUNC.value([1]), Inner.A.shout)


class Missing(Enum):
    ONE = 1
    OTHER = 0

    @classmethod
    def _missing_(cls, value):
        if value == "bad":
            return 5
        if value == "raise":
            raise KeyError(value)
        return cls.OTHER if isinstance(value, str) else None


print(Missing("x"), Missing(1))


class Counted(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}-{count}-{len(last_values)}"

    A = auto()
    B = auto()


class Ordered(Enum):
    A = 1
    B = 2

    def __lt__(self, other):
        return self.value < other.value if self.__class__ is other.__class__ else NotImplemented

    def __new__(cls, value):
        made = object.__new__(cls)
        made._value_ = value * 10
        made.extra = value
        return made


class Base(Enum):
    def describe(self):
        return f"{self.name}={self.value}"


class Child(Base):
    X = "x"


print(list(Counted), [o.extra for o in Ordered], Ordered(20), Ordered.A < Ordered.B, sorted(Ordered, reverse=True), Child.X.describe())
Animal = Enum("Animal", "ANT BEE CAT")
Shape = IntEnum("Shape", {"SQUARE": 4, "TRIANGLE": 3})
print(list(Animal), Animal.BEE.value, list(Shape), list(Enum("S", ["a", "b"], start=5)), list(Flag("F", "x y z")), list(Enum("T", [("p", "q")])), Animal.__qualname__, list(Enum("M", "A,B", type=str)))


class Strict(Flag, boundary=STRICT):
    A = 1
    C = 4


class Conform(Flag, boundary=CONFORM):
    A = 1
    C = 4


class Eject(IntFlag, boundary=EJECT):
    A = 1
    C = 4


class Keep(Flag, boundary=KEEP):
    A = 1
    C = 4


print(Conform(7), Eject(7), repr(Eject(5)), repr(Keep(7)), Keep(2), ~Keep.A, ~Strict.A)


def declare(what):
    if what == "twice":
        class X(Enum):
            A = 1
            A = 2
    elif what == "method then member":
        class X(Enum):
            def A(self):
                pass
            A = 2
    elif what == "sunder":
        class X(Enum):
            _foo_ = 2
    elif what == "extend":
        class X(Color):
            B = 1
    elif what == "mro":
        class X(Enum):
            mro = 1
    elif what == "unique":
        @unique
        class X(Enum):
            A = 1
            B = 1
            C = 1
    elif what == "continuous":
        @verify(CONTINUOUS)
        class X(IntEnum):
            A = 1
            B = 5
    elif what == "named flags":
        @verify(NAMED_FLAGS)
        class X(Flag):
            A = 1
            B = 6
    elif what == "verify unique":
        @verify(UNIQUE)
        class X(Enum):
            A = 1
            B = 1
    elif what == "late next value":
        class X(Enum):
            A = auto()

            def _generate_next_value_(name, start, count, last_values):
                return name
    elif what == "mixed auto":
        class X(Enum):
            A = "a"
            B = auto()
    elif what == "str value":
        class X(StrEnum):
            A = 1
    elif what == "int value":
        class X(IntEnum):
            A = "x"
    elif what == "order":
        class X(Enum):
            _order_ = "B A"
            A = 1
            B = 2
    elif what == "base order":
        class X(Enum, int):
            A = 1
    elif what == "ignored":
        class X(Enum):
            _ignore_ = "junk"
            junk = 5
            A = junk
        return list(X), hasattr(X, "junk")
    return None


for what in ["twice", "method then member", "sunder", "extend", "mro", "unique", "continuous", "named flags", "verify unique", "late next value", "mixed auto", "str value", "int value", "order", "base order", "ignored"]:
    try:
        print(what, declare(what))
    except (TypeError, ValueError) as e:
        print(what, type(e).__name__, str(e).split(" at 0x")[0])
for act in [lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: setattr(Color, "RED", 2), lambda: delattr(Color, "RED"), lambda: setattr(Color.RED, "value", 2), lambda: Missing(5), lambda: Missing("bad"), lambda: Missing("raise"), lambda: Strict(2), lambda: Perm("x"), lambda: Perm(8), lambda: Perm.R | 1, lambda: 1 in Perm.RW, lambda: Color.RED < Color.BLUE, lambda: Color(), lambda: Base(1), lambda: Enum("X", 5), lambda: Level("x"), lambda: Name("third"), lambda: Color.RED + 1]:
    try:
        print(act())
    except (TypeError, ValueError, KeyError, AttributeError) as e:
        print(type(e).__name__, e, "| context", repr(e.__context__))
