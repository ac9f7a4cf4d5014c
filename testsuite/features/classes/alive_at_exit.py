"""What is alive when the program ends gets its finaliser: oldest first, with the module's names still there."""
import atexit


class Resource:
    opened = 0

    def __init__(self, name):
        self.name = name
        Resource.opened += 1

    def __del__(self):
        print("closed", self.name, helper(self.name), Resource.opened)


def helper(text):
    return text.upper()


class Knot:
    def __init__(self, name):
        self.me = self
        self.name = name

    def __del__(self):
        print("knot", self.name)


class Parent:
    def __init__(self):
        self.child = Resource("child")

    def __del__(self):
        print("parent of", self.child.name)


def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("generator closed", name)


second = Resource("second")
_first = Resource("first")
gone = Resource("gone")
del gone
suspended = numbers("suspended")
next(suspended)
never_started = numbers("never started")
exhausted = list(numbers("exhausted"))
knot = Knot("named")
Knot("lost")
parent = Parent()
third = Resource("third")
atexit.register(print, "exit function")


class Failing:
    def __del__(self):
        raise ValueError("at exit")


failing = Failing()
print("end")
