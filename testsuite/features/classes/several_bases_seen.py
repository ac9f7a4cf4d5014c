# As several_bases, in a program that looks at the classes and the instances' dicts: nothing is laid out.
from abc import ABC, abstractmethod


class Loud:
    volume = 3

    def speak(self):
        return self.name.upper() + "!" * self.volume

    def describe(self):
        return "loud " + self.name


class Counted:
    def bump(self):
        self.count = self.count + 1
        return self.count


class Animal:
    def __init__(self, name, age=1):
        self.name = name
        self.age = age

    def describe(self):
        return f"{self.name} of {self.age}"

    def speak(self):
        return "..."


class Dog(Loud, Counted, Animal):
    def __init__(self, name):
        super().__init__(name, 3)
        self.count = 0

    def describe(self):
        return "dog: " + super().describe()


class Puppy(Dog):
    volume = 1

    def speak(self):
        return super().speak() + "?"


def fields():
    dog = Dog("rex")
    print(dog.speak(), dog.describe(), dog.bump(), dog.bump(), dog.age, dog.count)
    puppy = Puppy("bit")
    print(puppy.speak(), puppy.describe(), puppy.bump(), puppy.volume)
    for each in dog, puppy, Animal("cat"):
        print(each.describe(), isinstance(each, Loud), isinstance(each, Counted), isinstance(each, Animal))
    print([c.__name__ for c in Puppy.__mro__], Dog.__base__.__name__, Dog.__bases__)


# A diamond whose classes go on to the next one.
class Root:
    def __init__(self):
        self.seen = ["root"]

    def visit(self):
        return ["Root"]


class Left(Root):
    def __init__(self):
        super().__init__()
        self.left = 1
        self.seen.append("left")

    def visit(self):
        return ["Left"] + super().visit()


class Right(Root):
    def __init__(self):
        super().__init__()
        self.right = 2.5
        self.seen.append("right")

    def visit(self):
        return ["Right"] + super().visit()


class Bottom(Left, Right):
    def __init__(self):
        super().__init__()
        self.bottom = "b"
        self.seen.append("bottom")

    def visit(self):
        return ["Bottom"] + super().visit()


def diamond():
    bottom = Bottom()
    print(bottom.seen, bottom.left, bottom.right, bottom.bottom, bottom.visit())
    print(Left().visit(), Right().seen, Right().right)


# Which class's attribute comes first.
class First:
    kind = "first"
    only_first = 1


class Second:
    kind = "second"
    only_second = 2

    @property
    def shout(self):
        return self.kind + "!"

    @staticmethod
    def twice(x):
        return x * 2

    @classmethod
    def make(cls):
        return cls()


class Third(Second):
    kind = "third"


class Both(First, Third):
    pass


class Reversed(Third, First):
    pass


def attributes():
    both, back = Both(), Reversed()
    print(both.kind, back.kind, both.only_first, both.only_second, both.shout, back.shout)
    print(both.twice(4), Both.twice("x"), Both.make().kind, Reversed.make().shout)
    Both.kind = "changed"
    print(both.shout, First.kind, Third().shout)


# Abstract methods that another base has.
class Shape(ABC):
    @abstractmethod
    def area(self):
        ...

    def report(self):
        return f"{type(self).__name__}: {self.area():.2f}"


class Sized:
    def __init__(self, w, h):
        self.w = w
        self.h = h

    def area(self):
        return self.w * self.h


class Rectangle(Sized, Shape):
    pass


class Broken(Shape, Sized):
    pass


def abstract():
    print(Rectangle(2, 3.5).report())
    try:
        Broken(1, 2)
    except TypeError as error:
        print(error)


# Fields of two bases.
class Position:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy
        return self


class Health:
    def __init__(self, points):
        self.points = points

    def hurt(self, n):
        self.points -= n
        if self.points < 0:
            self.points = 0


class Player(Position, Health):
    def __init__(self, x, y, points):
        Position.__init__(self, x, y)
        Health.__init__(self, points)
        self.level = 1

    def __repr__(self):
        return f"Player({self.x}, {self.y}, {self.points}, {self.level})"


def two_lines():
    player = Player(1, 2, 10)
    player.move(3, 4).hurt(3)
    player.hurt(100)
    print(player, Position(5, 6).move(1, 1).x, vars(player))
    thing = Health(7)
    thing.hurt(2)
    print(thing.points, sorted(vars(player)))


# Errors.
def conflict():
    try:
        class Impossible(Root, Left):
            pass
    except TypeError as error:
        print(error)


class Comparable:
    def __lt__(self, other):
        return self.key() < other.key()

    def __eq__(self, other):
        return self.key() == other.key()

    def __hash__(self):
        return hash(self.key())


class Card(Comparable, Loud):
    def __init__(self, name, rank):
        self.name = name
        self.rank = rank

    def key(self):
        return self.rank

    def __repr__(self):
        return f"<{self.name}>"


def comparisons():
    cards = [Card("king", 13), Card("ace", 14), Card("two", 2)]
    print(sorted(cards), max(cards), Card("x", 2) == Card("y", 2), len({Card("x", 2), Card("y", 2)}))
    print(cards[0].speak(), Card("q", 1) in cards)


fields()
diamond()
attributes()
abstract()
two_lines()
conflict()
comparisons()
