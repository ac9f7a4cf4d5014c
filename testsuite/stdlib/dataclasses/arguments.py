# Arguments that do not fit, tracebacks through the `__init__` that nobody wrote, annotations that are wrong.
from dataclasses import dataclass, field
import traceback


@dataclass
class P:
    x: int
    y: list = field(default_factory=list)
    z: int = 3


def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print("TypeError:", e)


attempt(lambda: P())
attempt(lambda: P(1, 2, 3, 4))
attempt(lambda: P(1, w=2))
attempt(lambda: P(1, x=2))
attempt(lambda: P(y=2))
attempt(lambda: P(*[1, [2]], **{"z": 5}))
attempt(lambda: P("wrong", None, 1.5))


def bad():
    return 1 // 0


@dataclass
class Q:
    a: int
    b: int = field(default_factory=bad)
    c: int = 4

    def __post_init__(self):
        if self.c == 5:
            raise ValueError("five")


def make(*args):
    try:
        print(Q(*args))
    except (ZeroDivisionError, ValueError):
        traceback.print_exc()


make(1, 2)
make(1)
make(1, 2, 5)
try:
    Q(1)
except ZeroDivisionError:
    traceback.print_exc()


@dataclass
class NoInit:
    a: int
    b: float = field(init=False)
    c: list = field(init=False, default_factory=list)
    d: int = field(init=False, default=8)

    def __post_init__(self):
        self.b = self.a / 2


n = NoInit(3)
print(n, n.b + 1, n.c, n.d, NoInit.d)
try:
    NoInit(3, 4)
except TypeError as e:
    print(e)
m = NoInit(1)
m.c.append(3)
print(m, n)


@dataclass
class Wrong:
    x: int
    s: str = ""


w = Wrong("text", 5)
print(w, w.x + "more", w.s + 1)
try:
    print(w.x + 1)
except TypeError as e:
    print(e)
w.x = 2.5
print(w.x * 2)
print(Wrong(1).s + "!")
Q(1)
