"""Annotations of classes as values."""
from typing import Optional


class Plain:
    x: int = 1
    y: "str"
    z: list[int]
    if x:
        w: Optional[float] = None
    _private: bool
    __mangled: bytes = b""
    (loud): int = 3
    table: dict[str, tuple[int, ...]] = {}

    def method(self, a: int, b: "Plain" = None) -> None:
        local: undefined_name = 1
        return local

    def bare(self):
        self.attribute: int = 5


print(Plain.__annotations__)
print(Plain().method(1), [name for name in vars(Plain) if not name.startswith("__")])


class Child(Plain):
    extra: "Plain"


class Without(Plain):
    pass


print(Child.__annotations__, Without.__annotations__, "__annotations__" in vars(Without), Plain.__annotations__ is Plain().__annotations__)
Plain.__annotations__["added"] = str
print(list(Plain.__annotations__))


def fields(cls):
    return {name: kind for base in reversed(cls.__mro__) for name, kind in base.__dict__.get("__annotations__", {}).items()}


print(list(fields(Child)))


def outer(kind: type):
    class Inner:
        value: kind

    return Inner


print(outer(int).__annotations__)


def tell(text):
    print("evaluated", text)
    return text


class Order:
    first: tell("first annotation") = tell("first value")
    second: tell("second annotation")


print(Order.__annotations__)
try:

    class Broken:
        good: int
        bad: missing

except NameError as error:
    print("NameError:", error)


# What a decorator makes of them.
def record(cls):
    def __init__(self, *values):
        for name, value in zip(cls.__annotations__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"{cls.__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in cls.__annotations__)})"

    cls.__init__ = __init__
    cls.__repr__ = __repr__
    return cls


@record
class Pair:
    left: int
    right: str = "r"


print(Pair(1, "two"), Pair.right, hasattr(Pair, "left"))
