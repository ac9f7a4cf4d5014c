# Whatever object it is, it has a docstring or None, and a class's own comes first.


class Plain:
    pass


class Documented(list):
    "documented"


class Derived(Documented):
    pass


for value in (5, [], {}, None, object(), True, "a", (1,), range(3), ..., NotImplemented, ValueError("x"), b"", 3.5, set(), iter([]), slice(1)):
    print(type(value).__name__, isinstance(value.__doc__, (str, type(None))), hasattr(type(value), "__doc__"))
print(Plain.__doc__, Plain().__doc__, Documented().__doc__, Derived().__doc__, Derived.__doc__)
