"""abc: abstract methods, registration, hooks, and what keeps a class from having instances."""
import abc
from abc import ABC, ABCMeta, abstractmethod


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Shape(ABC):
    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def name(self):
        raise NotImplementedError

    @classmethod
    @abstractmethod
    def unit(cls):
        return "unit of " + cls.__name__

    @staticmethod
    @abstractmethod
    def dimensions():
        return 2

    def describe(self):
        return f"{self.name} of area {self.area():.2f}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    @classmethod
    def unit(cls):
        return super().unit() + "!"

    @staticmethod
    def dimensions():
        return Shape.dimensions()


class HalfDone(Shape):
    def area(self):
        return 0


print(Square(3).describe(), Square.unit(), Square.dimensions(), Square(2).side)
attempt(Shape)
attempt(HalfDone)
print(sorted(Shape.__abstractmethods__), sorted(HalfDone.__abstractmethods__), Square.__abstractmethods__)
print(type(Shape), isinstance(Square(1), Shape), issubclass(Square, Shape), Shape.area.__isabstractmethod__, Shape.__mro__)


class OneMissing(Square):
    @abstractmethod
    def color(self): ...


attempt(OneMissing, 1)
OneMissing.color = lambda self: "blue"
attempt(OneMissing, 1)
abc.update_abstractmethods(OneMissing)
print(OneMissing(2).color(), OneMissing.__abstractmethods__)


class Drawable(metaclass=ABCMeta):
    @abstractmethod
    def draw(self):
        pass

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Drawable:
            return any("draw" in base.__dict__ for base in other.__mro__) or NotImplemented
        return NotImplemented


class Pen:
    def draw(self):
        return "line"


class Strict(Drawable):
    pass


print(isinstance(Pen(), Drawable), issubclass(Pen, Drawable), isinstance(5, Drawable), isinstance(Pen(), Strict))


class Number(ABC):
    pass


@Number.register
class Roman:
    pass


Number.register(int)


class Late:
    pass


print(isinstance(5, Number), issubclass(bool, Number), isinstance(Roman(), Number), isinstance("5", Number), Number in Roman.__mro__)
print(isinstance(Late(), Number), Number.register(Late) is Late, isinstance(Late(), Number), isinstance(Late(), (str, Number)))


class Rational(Number):
    pass


Rational.register(float)
print(issubclass(float, Number), isinstance(1.5, Rational), isinstance(1, Rational))
attempt(Number.register, 5)
attempt(issubclass, 5, Number)


class A(ABC):
    pass


class B(A):
    pass


attempt(B.register, A)


class Mixed(Square, Number):
    pass


print(isinstance(Mixed(1), Number), isinstance(Mixed(1), Shape), [cls.__name__ for cls in Mixed.__mro__])


# Through types and super.
class Base(ABC):
    @abstractmethod
    def run(self):
        return "base"

    @property
    @abstractmethod
    def level(self): ...

    @level.setter
    def level(self, value): ...


class Runner(Base):
    def run(self):
        return "runner over " + super().run()

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, value):
        self._level = value


runner = Runner()
runner.level = 3
print(runner.run(), runner.level)
attempt(type("Dyn", (Base,), {}))
print(type("Dyn", (Base,), {"run": lambda self: 1, "level": 5})().run())


class Counting(ABCMeta):
    made = []

    def __new__(metacls, name, bases, namespace):
        cls = super().__new__(metacls, name, bases, namespace)
        metacls.made.append(name)
        return cls


class Counted(metaclass=Counting):
    @abstractmethod
    def f(self): ...


class CountedToo(Counted):
    def f(self):
        return "f"


print(Counting.made, CountedToo().f(), isinstance(CountedToo, ABCMeta))
attempt(Counted)
