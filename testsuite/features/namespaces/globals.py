"""globals(), and vars(), locals() and dir() at a module's top level: one live dict."""
import sys

answer: int = 42
names = ["red", "green"]


def double(x):
    return 2 * x


class Shape:
    sides = answer

    def area(self):
        return answer * unit


# What the module has, in the order in which it got it.
print([name for name in globals() if not name.startswith("__")])
print(list(globals())[:4], globals()["__name__"], globals()["__doc__"][:9], globals()["__spec__"], "__builtins__" in globals())
print(isinstance(globals(), dict), type(globals()) is dict, globals() is globals(), vars() is globals(), locals() is globals())
print(dir() == sorted(globals()))
print(__annotations__)

# Reads and writes go both ways.
print(globals()["answer"], globals()["double"](4), globals()["Shape"]().sides)
globals()["answer"] = "changed"
print(answer, Shape.sides)
globals()["unit"] = 2
print(unit, Shape().area())
answer = [1]
globals()["answer"].append(2)
print(answer)
globals().update(one=1, two=2)
print(one + two)
del globals()["two"]
try:
    print(two)
except NameError as error:
    print(error)
del one
print("one" in globals(), globals().get("one", "gone"), globals().pop("unit"))

# Functions and classes that are made under computed names.
for index in range(3):
    globals()[f"handler_{index}"] = lambda value, index=index: value * index
print(handler_0(5), handler_1(5), handler_2(5))
for base in (int, str):
    globals()["My" + base.__name__.title()] = type("My" + base.__name__.title(), (base,), {"tag": base.__name__})
print(MyInt(3) + 1, MyStr("x").tag)


def counter():
    global count
    count = globals().setdefault("count", 0) + 1
    return count


print(counter(), counter(), count)


def inner_globals():
    answer = "local"
    return globals()["answer"], answer, [each for each in ("a", "b") if each not in globals()]


print(inner_globals())


def dispatch(command, *arguments):
    function = globals().get(f"do_{command}")
    if function is None:
        return f"no such command: {command}"
    return function(*arguments)


def do_add(a, b):
    return a + b


def do_greet(name="you"):
    return f"hello {name}"


print(dispatch("add", 1, 2), dispatch("greet"), dispatch("fly"))
print(sorted(name for name, value in globals().items() if callable(value) and name.startswith("do_")))

# A builtin that the module hides, and shows again.
globals()["len"] = lambda thing: "hidden"
print(len([1]))
del len
print(len([1]))


class Registry:
    here = "registry"
    found = sorted(name for name in locals() if not name.startswith("__"))
    locals()["made"] = 5
    print(answer, "answer" in globals(), made)


print(Registry.found, Registry.made)


def formatted(text):
    return text.format(**globals())


print(formatted("{names[0]} and {names[1]}"), "%(answer)s" % globals())


def outer():
    total = 0

    def add(amount):
        nonlocal total
        total += amount
        globals()["last"] = amount
        return total

    return add


add = outer()
print(add(1), add(2), last)
print(counter.__globals__ is globals(), Shape.area.__globals__["names"])
print(sys.modules["__main__"].__dict__ is globals(), vars(sys.modules["__main__"])["names"])
sys.modules["__main__"].added = "from outside"
print(added, globals()["added"])
setattr(sys.modules[__name__], "by_name", [added])
print(by_name)

try:
    handler_9(1)
except NameError as error:
    print(error)
try:
    del nothing
except NameError as error:
    print(error)
try:
    globals()["nothing"]
except KeyError as error:
    print("KeyError", error)
for index in range(2):
    for name, value in list(globals().items()):
        if name.startswith("handler_"):
            del globals()[name]
print([name for name in globals() if name.startswith("handler_")])
raise handler_0
