# Classes of named tuples that are changed out of sight.
from typing import NamedTuple


class Defaults(NamedTuple):
    x: int
    y: int = 0


def change(cls):
    getattr(cls, "__new__").__defaults__ = ("text",)


def total(pair):
    return pair.y + pair.y


change(Defaults)
print(total(Defaults(1)))


class Made(NamedTuple):
    x: int
    y: int = 0


setattr(Made, "__new__", lambda cls, *args: tuple.__new__(cls, ("a", "bc")))
print(total(Made(1)))


class Hook:
    def __set_name__(self, owner, name):
        owner.x = property(lambda self: "hooked")


class Hooked(NamedTuple):
    x: int
    hook = Hook()


print(Hooked(1).x + "a")


class Itself(NamedTuple):
    x: int
    y: int = 1

    @classmethod
    def turn(cls):
        cls.x = property(lambda self: "turned")

    def sum(self):
        return self.x * 2 + self.y


itself = Itself(2)
print(itself.sum())
itself.turn()
print(itself.x + "!")


class Deleted(NamedTuple):
    x: int
    y: int = 1


def delete(cls):
    del cls.x


deleted = Deleted(2)
print(deleted.x + 1)
delete(Deleted)
try:
    print(deleted.x)
except AttributeError as error:
    print(error)


class Sorted(NamedTuple):
    name: str
    size: int

    def area(self):
        return self.size ** 2

    @staticmethod
    def smallest():
        return Sorted("least", 0)


items = [Sorted("b", 2), Sorted("a", 3), Sorted.smallest()]
print([item.name for item in sorted(items, key=Sorted.area)], Sorted.area(items[0]), Sorted.name.__doc__)
print(sum(item.size for item in items))
