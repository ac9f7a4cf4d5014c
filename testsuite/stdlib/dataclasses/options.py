# dataclasses: every option, fields of every kind, inheritance, the functions, and the errors.
import dataclasses
from collections import namedtuple
from dataclasses import (KW_ONLY, MISSING, Field, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass,
                         make_dataclass, replace)
from typing import ClassVar


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False, compare=False)
    kind: ClassVar[str] = "point"


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


@dataclass(kw_only=True, unsafe_hash=True)
class Options:
    host: str
    port: int = field(default=80, metadata={"unit": "tcp"})


@dataclass
class Account:
    owner: str
    _: KW_ONLY
    balance: float = 0.0
    rate: InitVar[float] = 0.1
    yearly: float = field(init=False)
    history: list[str] = field(default_factory=list, init=False)

    def __post_init__(self, rate):
        self.yearly = self.balance * rate
        self.history.append("opened")


@dataclass
class Base:
    a: int
    b: str = "b"


@dataclass
class Derived(Base):
    c: float = 1.5
    a: int = 5


@dataclass(eq=False)
class Identity:
    v: int


@dataclass(repr=False, init=False, match_args=False)
class Bare:
    v: int = 3


@dataclass
class Node:
    value: int
    next: "Node | None" = None


p = Point(1)
print(p, Point(1, 2, ["t"]), p == Point(1), p == Point(1, 0, [3]), p != Point(2), p == (1, 0), Point.kind, p.tags is Point(1).tags)
print(Point.__match_args__, Point.__hash__, Point.__doc__, Version.__doc__, Account.__doc__, Options.__doc__)
v = Version(1, 2, "a")
print(v, v < Version(1, 3), v <= Version(1, 2, "b"), v == Version(1, 2, "z"), hash(v) == hash(Version(1, 2)), sorted([Version(2), v, Version(1)]), max(v, Version(0)))
for act in [lambda: setattr(v, "major", 3), lambda: delattr(v, "minor"), lambda: v.__setattr__("new", 1), lambda: v < 3, lambda: Point(), lambda: Point(1, 2, [], 4), lambda: Point(1, z=2), lambda: Options("h"), lambda: Options(), lambda: hash(p), lambda: Point(1, x=2), lambda: p < p]:
    try:
        print(act())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(issubclass(FrozenInstanceError, AttributeError), Options(host="h"), hash(Options(host="h")) == hash(Options(host="h")), Options.__match_args__)
a = Account("ann", balance=100.0, rate=0.5)
print(a, a.yearly, a.history, Account.rate, Account("x"), [f.name for f in fields(Account)])
print(Derived(), Derived(1, "x", 2.0), [f.name for f in fields(Derived)], Derived.__mro__[1].__name__, Derived() == Base(5))
print(Identity(1) == Identity(1), Identity.__hash__ is object.__hash__, Bare().v, hasattr(Bare, "__match_args__"), Node(1, Node(2)))
n = Node(1)
n.next = n
print(n)
print(is_dataclass(Point), is_dataclass(p), is_dataclass(int), is_dataclass(5))
nested = {"p": [Point(1, 2, ["q"])], "t": (Version(1),), "n": namedtuple("NT", "a b")(1, Point(9))}


@dataclass
class Holder:
    data: dict
    other: Base = field(default_factory=lambda: Base(1))


h = Holder(nested)
d = asdict(h)
print(d, d["data"]["p"] is nested["p"], astuple(h), asdict(p, dict_factory=lambda items: sorted(items)), astuple(v, tuple_factory=list))
print(replace(v, minor=9), replace(p, x=7), replace(a, balance=1.0, rate=2.0), v.__replace__(major=0))
f = fields(Options)[1]
print(f.name, f.type, f.default, f.default_factory is MISSING, f.metadata["unit"], f.kw_only, f.init, f.repr, f.hash, f.compare)
print(repr(field(default=1)).replace("dataclasses._MISSING_TYPE", "MISSING").split(" object at ")[0], type(f) is Field, InitVar[int], InitVar[list[int]])
C = make_dataclass("C", ["u", ("v", int), ("w", str, field(default="w"))], namespace={"double": lambda self: self.v * 2})
print(C(1, 2), C(1, 2).double(), C.__name__, C.__module__, [(f.name, f.type) for f in fields(C)], make_dataclass("E", [], frozen=True)())


class Meta(type):
    pass


def declare(what):
    if what == "order":
        @dataclass
        class X:
            a: int = 1
            b: int
    elif what == "mutable":
        @dataclass
        class X:
            a: list = []
    elif what == "no annotation":
        @dataclass
        class X:
            a = field(default=1)
    elif what == "frozen":
        @dataclass(frozen=True)
        class X(Base):
            z: int = 1
    elif what == "thaw":
        @dataclass
        class X(Version):
            z: int = 1
    elif what == "order without eq":
        @dataclass(order=True, eq=False)
        class X:
            a: int
    elif what == "has lt":
        @dataclass(order=True)
        class X:
            a: int

            def __lt__(self, other):
                return True
    elif what == "has setattr":
        @dataclass(frozen=True)
        class X:
            def __setattr__(self, name, value):
                pass
    elif what == "has hash":
        @dataclass(unsafe_hash=True)
        class X:
            def __hash__(self):
                return 1
    elif what == "two kw_only":
        @dataclass
        class X:
            _: KW_ONLY
            __: KW_ONLY
    elif what == "classvar factory":
        @dataclass
        class X:
            a: ClassVar[list] = field(default_factory=list)
    elif what == "classvar kw_only":
        @dataclass
        class X:
            a: ClassVar[int] = field(kw_only=True)
    elif what == "both":
        field(default=1, default_factory=int)
    elif what == "keyword":
        make_dataclass("X", ["class"])
    elif what == "identifier":
        make_dataclass("X", ["a b"])
    elif what == "twice":
        make_dataclass("X", ["a", "a"])
    elif what == "length":
        make_dataclass("X", [(1, 2, 3, 4)])
    elif what == "replace init":
        replace(a, yearly=1.0)
    elif what == "replace initvar":
        replace(Needs(1, 2))
    elif what == "replace unknown":
        replace(v, nope=1)
    elif what == "replace class":
        replace(Point)
    elif what == "asdict class":
        asdict(Point)
    elif what == "fields of int":
        fields(3)
    elif what == "weakref":
        dataclass(weakref_slot=True)(type("Q", (), {}))


@dataclass
class Needs:
    a: int
    b: InitVar[int]


for what in ["order", "mutable", "no annotation", "frozen", "thaw", "order without eq", "has lt", "has setattr", "has hash", "two kw_only", "classvar factory",
             "classvar kw_only", "both", "keyword", "identifier", "twice", "length", "replace init", "replace initvar", "replace unknown", "replace class",
             "asdict class", "fields of int", "weakref"]:
    try:
        declare(what)
        print(what, "fine")
    except (TypeError, ValueError) as e:
        print(what, type(e).__name__, e)


@dataclass
class Explicit:
    a: int

    def __init__(self, a):
        self.a = a * 2

    def __repr__(self):
        return f"<{self.a}>"

    def __eq__(self, other):
        return True


print(Explicit(2), Explicit(1) == 5, Explicit.__hash__)
