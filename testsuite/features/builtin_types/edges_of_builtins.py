"""Small things of built-in types: what views and proxies know of their dict, types of one value, sums and lengths at their limits."""
import re
import sys
import types


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


prices = {"tea": 3, "milk": 1}
for view in (prices.keys(), prices.values(), prices.items()):
    print(view.mapping, type(view.mapping).__name__, attempt(lambda: view.mapping.clear))
prices["salt"] = 2
print(prices.keys().mapping["salt"])

proxy = types.MappingProxyType(prices)
print(list(reversed(proxy)), attempt(lambda: reversed(types.MappingProxyType(types.SimpleNamespace()))))

for kind, value in ((type(None), None), (type(...), ...), (type(NotImplemented), NotImplemented)):
    print(kind() is value, attempt(lambda: kind(1)), attempt(lambda: kind(a=1)))

for start in ("", b"", bytearray()):
    print(attempt(lambda: sum([], start)))

print(len(range(sys.maxsize)) == sys.maxsize, attempt(lambda: len(range(sys.maxsize + 1))))
print(attempt(lambda: iter(re.match("a", "a"))), attempt(lambda: list(re.match("a", "a"))))


class Key:
    hashed = 0

    def __hash__(self):
        Key.hashed += 1
        return 7


# A dict's keys have been hashed.
keys = dict.fromkeys([Key() for _ in range(4)])
sets = [set(keys), frozenset(keys), {1}.union(keys)]
print(Key.hashed, [len(each) for each in sets])

match bytearray(b"x"):
    case bytearray(data):
        print(data)


def generator():
    print("never runs")
    yield 1


# Where nothing has run yet, nothing changes what is thrown.
for thrown in (StopIteration, StopIteration(5), ValueError("thrown")):
    one = generator()
    print(attempt(lambda: one.throw(thrown)), list(one))


def is_built_in(cls):
    return cls.__module__ == "builtins"


def show_tree(cls, level=0):
    print("  " * level + cls.__name__)
    for below in filter(is_built_in, cls.__subclasses__()):
        show_tree(below, level + 1)


class Missing(LookupError):
    pass


for root in (ArithmeticError, OSError, LookupError, UnicodeError, RuntimeError, Warning, BaseExceptionGroup):
    show_tree(root)
print([below.__name__ for below in BaseException.__subclasses__() if is_built_in(below)])
print(LookupError.__subclasses__()[-1], bool in int.__subclasses__())
