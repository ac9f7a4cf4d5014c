# Attributes of objects that may be of several classes, each with a place of its own for them.
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.name = "vector"

    def dot(self, other):
        return self.x * other.x + self.y * other.y


class Point:
    def __init__(self, x, y):
        self.name = "point"
        self.y = y
        self.x = x


class Labelled:
    kind = "labelled"

    def __init__(self, x):
        self.label = [x]
        self.x = x
        self.y = 10**20

    @property
    def name(self):
        return f"labelled {self.label}"


def names(things):
    return [each.name for each in things]


def total(things):
    total = 0
    for each in things:
        total += each.x
        total = total + each.y
    return total


def move(things, by):
    for each in things:
        each.x += by
        each.name
        each.y = each.x
    return [(each.x, each.y) for each in things]


v = Vector(1.0, 2.0)
p = Point(3.5, 4.5)
print(v.dot(p), v.dot(v), names([v, p]), total([v, p]))
print(names([v, p, Labelled(1)]), total([v, Point(1, 2), Labelled(3)]))
print(move([v, p], 0.5), move([Vector(1, 2), Point(3, 4), Labelled(5)], 1))


class Shape:
    pass


class Circle(Shape):
    def __init__(self, r):
        self.size = r


class Square(Shape):
    def __init__(self, a):
        self.color = "red"
        self.size = a


class Lazy(Shape):
    def fill(self, size):
        self.size = size


def largest(shapes):
    best = shapes[0]
    for each in shapes:
        if each.size > best.size:
            best = each
    return type(best).__name__, best.size


print(largest([Circle(1), Square(3), Circle(2)]))
lazy = Lazy()
try:
    largest([Circle(1), lazy])
except AttributeError as error:
    print(error)
lazy.fill(9)
print(largest([Circle(1), lazy]))


class Slotted:
    __slots__ = ("size",)

    def __init__(self, size):
        self.size = size


class Dynamic:
    def __getattr__(self, name):
        return 100


class Bounded:
    def __init__(self):
        self._size = 7

    @property
    def size(self):
        return self._size

    @size.setter
    def size(self, value):
        self._size = min(value, 8)


def grow(shapes):
    for each in shapes:
        each.size = each.size * 2
    return [each.size for each in shapes]


print(largest([Slotted(2), Circle(1)]), largest([Circle(1), Dynamic()]))
print(grow([Slotted(2), Circle(1)]), grow([Circle(3), Bounded()]), grow([Circle(3), Dynamic(), Square(1)]))


def first_or_none(flag):
    return Circle(1) if flag else Square(2) if flag is None else None


for flag in (True, None, False):
    try:
        print(first_or_none(flag).size)
    except AttributeError as error:
        print(error)


class Node:
    def __init__(self, value, left=None):
        self.value = value
        self.left = left


class Leaf:
    def __init__(self, value):
        self.left = None
        self.value = value


def depth(node):
    count = 0
    while node is not None:
        count += node.value
        node = node.left
    return count


print(depth(Node(1, Node(2, Leaf(3)))), depth(Leaf(4)))


def swapped(a, b):
    a.x, b.x = b.x, a.x
    a = b
    return a.x, b.y


print(swapped(v, p), swapped(p, v), swapped(v, v))
