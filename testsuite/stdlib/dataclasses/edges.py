# Classes that fail, are rebound, patched, made in loops and functions; defaults that are evaluated once.
from dataclasses import dataclass, field
import dataclasses


calls = []


def default():
    calls.append("default")
    return 5


@dataclass
class Once:
    a: int = default()
    b: list = field(default_factory=lambda: [1, 2])


print(Once(), Once(), calls, Once().b is Once().b)

try:
    @dataclass
    class Mutable:
        a: list = []
except ValueError as e:
    print(e)

try:
    @dataclass
    class Order:
        a: int = 1
        b: int
except TypeError as e:
    print(e)


@dataclass
class Base:
    a: int
    b: int = 2


try:
    @dataclass
    class Derived(Base):
        c: int
except TypeError as e:
    print(e)


@dataclass
class Over(Base):
    a: int = 9
    c: str = "c"


print(Over(), Over(1, 2, "x"), Over(c="q"))


@dataclass
class Own:
    a: int
    b: int = 1

    def __init__(self, a):
        self.a = a * 2
        self.b = 5


print(Own(4), Own.__init__.__qualname__)


@dataclass
class Patched:
    a: int
    b: int = 1


print(Patched(1))
original = Patched.__init__


def init(self, a, b=7):
    original(self, a + 100, b)


Patched.__init__ = init
print(Patched(1), Patched(1, 2))


@dataclass
class Refusing:
    a: int

    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)


print(Refusing(3))


@dataclass
class Later:
    a: int


def refuse(self, name, value):
    print("later", name, value)
    object.__setattr__(self, name, value)


print(Later(1))
Later.__setattr__ = refuse
print(Later(2))


@dataclass
class Post:
    a: int

    def __post_init__(self):
        self.twice = self.a * 2


print(Post(2).twice)
Post.__post_init__ = lambda self: setattr(self, "twice", "patched")
print(Post(2).twice)


@dataclass
class Rebound:
    a: int


first = Rebound
Rebound = 5
print(first(1), Rebound)


@dataclass
class Two:
    a: int


@dataclass
class Two:
    b: str = "b"


print(Two())


@dataclass
class Defaulted:
    n: int = 3


d = Defaulted()
print(d.n, Defaulted.n)
Defaulted.n = 10
print(d.n, Defaulted().n, Defaulted.n)
del d.n
print(d.n)
try:
    del d.n
except AttributeError as e:
    print(e)


def decorate(cls):
    print("decorating", cls.__name__)
    return cls


@decorate
@dataclass
class Both:
    a: int


print(Both(1))
dc = dataclass


@dc
class Aliased:
    a: int


print(Aliased(1), dataclasses.is_dataclass(Aliased))
for kind in (int, str):
    @dataclass
    class InLoop:
        a: kind
        b: object = kind

    print(InLoop(1), InLoop.__annotations__)


def local(n):
    @dataclass
    class Local:
        a: int = n
    return Local()


print(local(3), local(4))
print([f.name for f in dataclasses.fields(Over)], Over.__init__.__defaults__, Once.__init__.__defaults__)
Over.__init__.__defaults__ = (1, 2, 3)
print(Over())


@dataclass
class Node:
    value: int
    children: "list[Node]" = field(default_factory=list)

    def sum(self):
        return self.value + sum(c.sum() for c in self.children)


@dataclass
class Tree:
    root: Node
    index: dict[str, Node] = field(default_factory=dict)
    best: Node | None = None


t = Tree(Node(1, [Node(2), Node(3, [Node(4)])]))
t.index["a"] = t.root
t.best = t.root.children[0]
print(t.root.sum(), t.index["a"].value, t.best.value, t)
