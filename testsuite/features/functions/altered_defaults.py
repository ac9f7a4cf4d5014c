"""Defaults that the program replaces after the `def`."""


def count(items=[]):
    items.append(len(items))
    return items


def scale(x, factor=2):
    return x * factor


def named(x, *, suffix="!"):
    return x + suffix


print(count(), count(), scale(3), scale("a"), named("b"))
count.__defaults__ = ("text",)
scale.__defaults__ = (0.5,)
named.__kwdefaults__ = {"suffix": "?"}
print(scale(3), scale(3, 4), named("b"), named("b", suffix="."))
try:
    count()
except AttributeError as error:
    print(error)
print(count([5]))


def late(x=1):
    return x


def replace(function, values):
    function.__defaults__ = values


print(late() + 1)
replace(late, ("one",))
print(late() + "!")
