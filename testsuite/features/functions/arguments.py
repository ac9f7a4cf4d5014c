# Positional, default and keyword arguments, and CPython's words for wrong ones.
def greet(name, greeting="hello", *, mark="!"):
    return f"{greeting} {name}{mark}"


print(greet("ada"))
print(greet("ada", "good morning"))
print(greet(greeting="hi", name="bob", mark="?"))


def positional_only(a, b, /, c):
    return a, b, c


print(positional_only(1, 2, c=3))


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


attempt(lambda: greet())
attempt(lambda: greet("a", "b", "c"))
attempt(lambda: greet("a", volume=3))
attempt(lambda: greet("a", name="b"))
attempt(lambda: positional_only(1, b=2, c=3))
attempt(lambda: positional_only(1, 2))
attempt(lambda: positional_only())
