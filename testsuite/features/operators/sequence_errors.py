"""What `+` and `*` say where one side is a sequence, a class derived from one, or a class that replaced the operation."""


class Vector(tuple):
    def __add__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return NotImplemented


class Names(list):
    pass


class Raw(bytes):
    pass


class Right:
    def __radd__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return NotImplemented


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


attempt(lambda: Vector((1,)) + "a")
attempt(lambda: Vector((1,)) * "a")
attempt(lambda: Vector((1,)) * 2.0)
attempt(lambda: "a" + Vector())
attempt(lambda: Names([1]) + "a")
attempt(lambda: Names([1]) * "a")
attempt(lambda: Raw(b"a") + "a")
attempt(lambda: Raw(b"a") + Right())
attempt(lambda: [] + Right())
attempt(lambda: b"" + Right())
attempt(lambda: "" + Right())
attempt(lambda: [] * Right())
attempt(lambda: Right() * [])

vector = Vector((1,))
try:
    vector += "a"
except TypeError as error:
    print(error)
