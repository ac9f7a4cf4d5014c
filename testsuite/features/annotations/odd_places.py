"""Annotations of names in parentheses, which bind nothing, and `__annotations__` that a metaclass has prepared."""


def parenthesised():
    (somewhere): int
    print(somewhere)


def assigned():
    (here): int = 3
    print(here)


def plain():
    there: int
    print(there)


for function in (parenthesised, assigned, plain):
    try:
        function()
    except NameError as error:
        print(type(error).__name__, error)
somewhere = "global"
parenthesised()
(nowhere): int
print("nowhere" in globals())


class Lowering(dict):
    def __setitem__(self, name, value):
        super().__setitem__(name.lower(), value)


class Prepared(type):
    @classmethod
    def __prepare__(metacls, name, bases, **keywords):
        return {"__annotations__": Lowering(), **keywords}


class Shouts(metaclass=Prepared):
    NAME: str = "x"
    OTHER: "int"


print(dict(Shouts.__annotations__), Shouts.NAME)


class Namespace(dict):
    def __getitem__(self, name):
        print("asked for", name) if name == "__annotations__" else None
        return super().__getitem__(name)


class Asking(type):
    @classmethod
    def __prepare__(metacls, name, bases):
        return Namespace()


class Asked(metaclass=Asking):
    one: int = 1


print(Asked.__annotations__)
