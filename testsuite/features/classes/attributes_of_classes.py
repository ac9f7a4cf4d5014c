"""What may be set and deleted of classes and instances, and hooks that descriptors stand for."""
import warnings


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Plain:
    """Of plain things."""

    count: int


# Names and documentation of classes.
for name in ("Other", "a\0b", b"bytes", None):
    print(attempt(lambda: setattr(Plain, "__name__", name)), Plain.__name__)
for name in ("__name__", "__qualname__", "__module__", "__doc__", "__type_params__", "__mro__"):
    print(attempt(lambda: delattr(Plain, name)))
for name in ("__name__", "__qualname__", "__module__", "__doc__", "__annotations__"):
    print(attempt(lambda: type.__dict__[name].__set__(list, "x")))
print(type.__type_params__, Plain.__type_params__)

print(Plain.__annotations__)
del Plain.__annotations__
print(Plain.__annotations__)
del Plain.__annotations__
print(attempt(lambda: delattr(Plain, "__annotations__")))


class Described:
    """Tells who asks."""

    def __get__(self, instance, owner):
        return f"documentation of {'the class' if instance is None else 'an instance of'} {owner.__name__}"


class Documented:
    __doc__ = Described()


print(Documented.__doc__, "/", Documented().__doc__)

# A class's attributes change by its own class's methods only.
print(attempt(lambda: object.__setattr__(Plain, "x", 1)))
print(attempt(lambda: object.__setattr__(int, "x", 1)))
print(attempt(lambda: object.__delattr__(Plain, "count")))

accessors = property(lambda self: 1)
for name in ("fget", "fset", "fdel"):
    print(attempt(lambda: setattr(accessors, name, None)), "/", attempt(lambda: delattr(accessors, name)))

# The attributes of an instance, all at once.
plain = Plain()
plain.count = 3
del plain.__dict__
print(plain.__dict__, hasattr(plain, "count"))
plain.__dict__ = {"count": 4}
print(plain.count, attempt(lambda: setattr(plain, "__dict__", [])))


# A bound method stays bound.
class Speaker:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return self.name


first, second = Speaker("first"), Speaker("second")
second.other = first.speak.__get__(second, Speaker)
print(second.other(), second.speak())


class Borrowing:
    speak = first.speak


print(Borrowing().speak(), Borrowing.speak())


# Hooks that aren't functions are bound as any attribute is.
class Counting:
    asked = 0

    def __get__(self, instance, owner=None):
        def find(name):
            Counting.asked += 1
            raise AttributeError(f"{owner.__name__} has no {name}")

        return find


class ByGet:
    __getattribute__ = Counting()


class ByFallback:
    __getattr__ = Counting()


class ByBoth:
    __getattribute__ = Counting()
    __getattr__ = Counting()


for cls in (ByGet, ByFallback, ByBoth):
    print(attempt(lambda: cls().thing), Counting.asked)


class Lazy:
    @property
    def __getattr__(self):
        print("the fallback is looked up")
        return lambda name: name.upper()

    @property
    def there(self):
        return "there"

    @property
    def broken(self):
        raise LookupError("of the property itself")


print(Lazy().there, attempt(lambda: Lazy().broken), Lazy().missing)


class Vanishing:
    def __getattr__(self, name):
        return "never"

    def __getattribute__(self, name):
        if "__getattr__" in Vanishing.__dict__:
            del Vanishing.__getattr__
        raise AttributeError(f"no {name}")


print(attempt(lambda: Vanishing().thing))


# Descriptors of one class's attributes, given something else.
class Base:
    pass


class Meta(type, Base):
    pass


class Made(metaclass=Meta):
    pass


print(attempt(lambda: Base.__dict__["__dict__"].__set__(Made, {})).split(":")[0], hasattr(Made, "missing"))
print(attempt(lambda: Base.__dict__["__dict__"].__set__(5, {})))
print(attempt(lambda: type.__dict__["__name__"].__set__(5, "x")))
