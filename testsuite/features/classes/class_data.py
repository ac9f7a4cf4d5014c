# Data stored into classes from outside, slices of lists in the place of others, objects in text.


class Vector:
    def __init__(self, x, y=0.0):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"V({self.x}, {self.y})"

    def __str__(self):
        return "<%.1f, %.1f>" % (self.x, self.y)

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __getitem__(self, key):
        return (self.x, self.y)[key]

    def __float__(self):
        return float(self.x)

    def scaled(self, by):
        return Vector(self.x * by, self.y * by)


Vector.zero = Vector(0.0)
Vector.right = Vector(1.0, 0.5)
Vector.count = 3
print(Vector.zero, Vector.right + Vector.zero, Vector.right.scaled(2).y, Vector(2.0).zero.x + 1, Vector.count + 1)
Vector.count += 1
v = Vector(5.0)
print(v.count, v.right is Vector.right)
v.right = Vector(7.0, 7.0)
print(v.right.x, Vector.right.x)
Vector.zero = Vector.right
print(Vector.zero.scaled(4))
del Vector.zero
try:
    print(v.zero)
except AttributeError as error:
    print(error)
Vector.total = lambda self: self.x + self.y
print(v.total(), Vector.total(Vector.right))


class Sub(Vector):
    count = "sub"


print(Sub.count, Sub(1.0).right, Sub(2.0).count)
Sub.right = "text"
print(Sub.right.upper(), Vector.right.x)


class Upper:
    def __get__(self, instance, owner):
        return "got " + owner.__name__

    def __set__(self, instance, value):
        print("set", value)


Vector.name = Upper()
print(Vector.name, v.name)
v.name = 3

print("%s %r %5.2f %s" % (v, v, v, [v]), "%s" % v.right, "%d%%" % v.x, "%s and %s" % ("a", Vector(1.5)))


def flip(items, k):
    items[:k + 1] = items[k::-1]
    return items


numbers = list(range(6))
print(flip(numbers, 3), sum(numbers), flip([1.5, 2.5, 3.5], 1))
numbers[1:3] = [9]
numbers[4:] = (7, 8)
numbers[::2] = range(3)
print(numbers, numbers[0] + 1)
vectors = [Vector(float(i)) for i in range(4)]
vectors[1:3] = [Vector(9.0), Vector(8.0), Vector(7.0)]
vectors[0] = Vector.right
print(vectors, sum(each.x for each in vectors))
mixed = [1, 2, 3]
mixed[1:2] = "ab"
mixed[len(mixed):] = {"k": 1}
print(mixed)
for key in (0, slice(1, 3), -1):
    target = ["a", "b", "c", "d"]
    target[key] = "xyz"
    print(target, target[0].upper())
