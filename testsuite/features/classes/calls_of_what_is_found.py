"""`object.name(...)` where the name is a staticmethod, a callable in the instance, or found behind `super()`."""


class Base:
    limit = staticmethod(lambda n: min(n, 10))

    @staticmethod
    def double(n):
        return n * 2

    @classmethod
    def named(cls, suffix=""):
        return cls.__name__ + suffix

    def describe(self, *parts, sep="-"):
        return sep.join(["base", *parts])


class Derived(Base):
    def __init__(self, callback):
        self.callback = callback

    def run(self, value):
        return self.callback(value)

    def describe(self, *parts, sep="-"):
        return super().describe(*parts, "derived", sep=sep)

    @classmethod
    def named(cls, suffix=""):
        return super().named(suffix + "!")

    @staticmethod
    def double(n):
        return Base.double(n) + 1


def use(thing, n):
    """Of whatever it's given."""
    return thing.double(n), thing.limit(n), thing.named(), thing.describe("x", sep="/")


objects = [Base(), Derived(len)]
for each in objects:
    print(use(each, 7), use(type(each)(*[str] * isinstance(each, Derived)), 70))
derived = objects[1]
print(derived.run("abc"), derived.callback([1, 2]))
derived.callback = lambda value: value + 1
print(derived.run(1))
derived.double = lambda n: f"hidden {n}"
print(use(derived, 3), derived.double(1))
del derived.double
print(use(derived, 3))
Derived.double = staticmethod(lambda n: f"replaced {n}")
print(use(derived, 3))
Derived.double = lambda self, n: (self is derived, n)
print(use(derived, 3))
derived.callback = None
for wrong in (lambda: derived.run(1), lambda: derived.limit(), lambda: derived.nothing(1), lambda: super(Derived, derived).nothing()):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(super(Derived, derived).describe("y"), super(Derived, derived).double(4), super(Derived, Derived).named("?"))
