"""What objects are, what they have, and the states of suspended functions."""
import functools
import inspect
import sys
from abc import ABC, abstractmethod


class Shape(ABC):
    """A shape.

        Indented more.
      Less.
    """

    sides = 0

    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        """The area in
            square metres."""

    @classmethod
    def named(cls, name):
        return cls(name)

    @staticmethod
    def unit():
        return "m2"

    @property
    def title(self):
        """Its title."""
        return self.name.title()


class Square(Shape):
    sides = 4

    def area(self):
        return 1


class Slotted:
    __slots__ = ("place",)


def plain():
    pass


async def coroutine():
    pass


def generator():
    yield 1


async def async_generator():
    yield 1


PREDICATES = [
    "isabstract", "isasyncgen", "isasyncgenfunction", "isawaitable", "isbuiltin", "isclass", "iscode", "iscoroutine",
    "iscoroutinefunction", "isdatadescriptor", "isframe", "isfunction", "isgenerator", "isgeneratorfunction", "ismemberdescriptor",
    "ismethod", "ismethoddescriptor", "ismodule", "isroutine", "istraceback",
]
waiting = coroutine()
OBJECTS = {
    "plain": plain, "coroutine": coroutine, "generator": generator, "async generator": async_generator, "class": Shape,
    "concrete": Square, "bound": Square("s").area, "property": Shape.__dict__["title"], "class method": Square.named,
    "static": Shape.__dict__["unit"], "len": len, "module": inspect, "coroutine object": waiting, "generator object": generator(),
    "partial": functools.partial(coroutine), "slot": Slotted.place, "code": plain.__code__, "number": 5, "lambda": lambda: 0,
}
for name, each in OBJECTS.items():
    print(f"{name}: {' '.join([predicate for predicate in PREDICATES if getattr(inspect, predicate)(each)])}")
waiting.close()

print([name for name, value in inspect.getmembers(Shape, inspect.isfunction)])
print([name for name, value in inspect.getmembers(Square("box"), inspect.ismethod)])
print([(name, value) for name, value in inspect.getmembers(Square("box")) if not name.startswith("_") and not callable(value)])
print([name for name, value in inspect.getmembers_static(Square, lambda value: isinstance(value, property))])
print([name for name, value in inspect.getmembers(sys.modules[__name__], inspect.isclass)])
print([(each.name, each.kind, each.defining_class.__name__) for each in inspect.classify_class_attrs(Square) if not each.name.startswith("_")])
print(inspect.getmro(Square)[:2], inspect.getclasstree([Shape, Square, Slotted]))
print(type(inspect.getattr_static(Square("s"), "title")), inspect.getattr_static(Shape, "nothing", 5))
try:
    inspect.getattr_static(Shape, "nothing")
except AttributeError as error:
    print("AttributeError", error)

print(repr(inspect.getdoc(Shape)), repr(inspect.getdoc(Square.area)), repr(inspect.getdoc(Square("s").area)))
print(repr(inspect.getdoc(Shape.title)), inspect.getdoc(plain), repr(inspect.cleandoc("  a\n    b\n  c\n")))
print(inspect.getmodule(plain).__name__, inspect.getmodule(Shape) is sys.modules["__main__"], inspect.getmodule(5))
print(inspect.getmodulename("/some/where/tool.py"), inspect.getmodulename("notes.txt"))
print(inspect.unwrap(functools.wraps(plain)(lambda: 0)) is plain)


def circular():
    pass


circular.__wrapped__ = circular
try:
    inspect.unwrap(circular)
except ValueError as error:
    print("ValueError", str(error).split(" at ")[0])

running = generator()
print(inspect.getgeneratorstate(running))
next(running)
print(inspect.getgeneratorstate(running))
running.close()
print(inspect.getgeneratorstate(running))
created = coroutine()
print(inspect.getcoroutinestate(created))
created.close()
print(inspect.getcoroutinestate(created))


@inspect.markcoroutinefunction
def marked():
    return coroutine()


print(inspect.iscoroutinefunction(marked), inspect.iscoroutinefunction(plain))


def annotated(a: int, b: "str" = "x") -> None:
    pass


class Record:
    x: int
    y: "list[str]"


print(inspect.get_annotations(annotated), inspect.get_annotations(Record), inspect.get_annotations(Square))
print(inspect.get_annotations(Record, eval_str=True))
try:
    inspect.get_annotations(5)
except TypeError as error:
    print("TypeError", error)
