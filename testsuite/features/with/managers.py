# Context managers: order, targets, swallowed and passed exceptions, early exits.
class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind.__name__ if kind else None, error)
        return self.swallow


with Manager("a") as a, Manager("b") as b:
    print(a, b)

with Manager("swallowing", swallow=True):
    raise ValueError("gone")

try:
    with Manager("outer"), Manager("inner"):
        raise KeyError("passed on")
except KeyError as error:
    print("caught", error)


def leaving():
    for n in range(3):
        with Manager(f"loop {n}"):
            if n == 0:
                continue
            if n == 1:
                return "returned"


print(leaving())
try:
    with 5:
        pass
except TypeError as error:
    print(error)


class Bound:
    """A descriptor: what it gives is called without the manager."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        print("looked up", self.name)
        return lambda *details: print("called", self.name, details)


class Described:
    __enter__ = Bound("enter")
    __exit__ = Bound("exit")


class Static:
    @staticmethod
    def __enter__():
        return "static"

    @classmethod
    def __exit__(cls, *details):
        print("left", cls.__name__, details)


with Described(), Static() as name:
    print(name)
