"""What puts all items into a list asks for their number first: `__len__`, else `__length_hint__`. What takes them one by one doesn't."""
import itertools


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        print("  len")
        return self.size

    def __iter__(self):
        print("  iter")
        return iter(range(self.size))


class Sequence:
    def __len__(self):
        print("  len")
        return 2

    def __getitem__(self, index):
        print("  item", index)
        if index >= 2:
            raise IndexError
        return index


class Hinting:
    def __init__(self):
        self.given = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.given += 1
        if self.given > 2:
            raise StopIteration
        return self.given

    def __length_hint__(self):
        print("  hint")
        return 5


def arguments(*args):
    return args


def replaced(items):
    target = [0, 1, 2]
    target[0:1] = items
    return target


def extended(items):
    target = [0]
    target.extend(items)
    target += items
    return target


class Texts(Sized):
    def __iter__(self):
        print("  iter")
        return iter("ab")


for make in (lambda: Sized(2), Sequence, Hinting, lambda: Texts(2)):
    print(type(make()).__name__)
    for name, use in {
        "list": list, "tuple": tuple, "display": lambda x: [*x, 9], "tuple display": lambda x: (*x,), "sorted": sorted,
        "extended": extended, "arguments": lambda x: arguments(*x), "set": lambda x: len(set(x)), "fromkeys": dict.fromkeys, "sum": lambda x: None if type(x) is Texts else sum(x),
        "enumerate": lambda x: list(enumerate(x)), "comprehension": lambda x: [i for i in x], "zip": lambda x: list(zip(x)),
        "map": lambda x: list(map(str, x)), "replaced": replaced, "product": lambda x: list(itertools.product(x)),
        "chain": lambda x: list(itertools.chain(x)), "joined": lambda x: ",".join(x) if type(x) is Texts else None,
    }.items():
        print(name)
        print(use(make()))

made = list(Sized(1))
made += Sized(1)
print(made)


class Failing(Sized):
    def __init__(self, length):
        self.size = 1
        self.length = length

    def __len__(self):
        if isinstance(self.length, Exception):
            raise self.length
        return self.length


for length in (ValueError("of len"), TypeError("of len"), -1, "x"):
    try:
        print(list(Failing(length)))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
