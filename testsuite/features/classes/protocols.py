"""Special methods as the operators and builtins look them up: on the type, with the priority of subclasses, and their errors."""
import math


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Base:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return f"Base.add({self.value})"

    def __radd__(self, other):
        return f"Base.radd({self.value})"

    def __lt__(self, other):
        return "Base.lt"

    def __gt__(self, other):
        return "Base.gt"


class Plain(Base):
    pass


class Override(Base):
    def __radd__(self, other):
        return f"Override.radd({self.value})"

    def __gt__(self, other):
        return "Override.gt"


print(Base(1) + Plain(2), Base(1) + Override(2), Override(1) + Base(2), 5 + Base(3), Base(1) < Override(2), Base(1) < Plain(2))


class Refuses:
    def __add__(self, other):
        return NotImplemented

    __radd__ = __add__

    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented

    def __iadd__(self, other):
        return NotImplemented


r = Refuses()
attempt(lambda: r + 1)
attempt(lambda: 1 + r)
attempt(lambda: r + r)
attempt(lambda: r < r)
print(r == r, r == 1, r != 1)
attempt(hash, r)


def add_in_place(target):
    target += 1
    return target


attempt(add_in_place, r)


class Accumulator:
    def __init__(self):
        self.items = []

    def __iadd__(self, item):
        self.items.append(item)
        return self

    def __isub__(self, item):
        return "replaced"

    def __imatmul__(self, other):
        return ("matmul", other)


a = b = Accumulator()
a += 1
a += 2
print(a is b, a.items)
a -= 1
print(a)
b @= 3
print(b)


class Number:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __float__(self):
        return self.value + 0.5

    def __int__(self):
        return self.value + 100

    def __round__(self, digits=None):
        return ("round", digits)

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __abs__(self):
        return "abs"

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __pow__(self, other, modulus=None):
        return ("pow", other, modulus)

    def __rpow__(self, other):
        return ("rpow", other)

    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __bool__(self):
        return self.value > 0


n = Number(2)
print([10, 20, 30][n], float(n), int(n), round(n), round(n, 3), math.trunc(n), math.floor(n), math.ceil(n), abs(n), -n, +n, ~n)
print(divmod(n, 1), divmod(1, n), n**2, 2**n, pow(n, 2, 3), f"{n:spec} {n} {n!r} {n!s}", "%s %r" % (n, n), hex(n), range(n), bool(n), not Number(0))
print("abc"[n], [1] * n, bytes(n), list(range(5))[: Number(3)])


class Wrong:
    def __index__(self):
        return "no"

    def __len__(self):
        return -1

    def __bool__(self):
        return 1

    def __str__(self):
        return 5

    def __repr__(self):
        return None

    def __hash__(self):
        return "no"

    def __iter__(self):
        return 5

    def __contains__(self, item):
        return "yes"

    def __float__(self):
        return 1

    def __call__(self):
        return self


w = Wrong()
for function in (lambda: [1][w], lambda: len(w), lambda: bool(w), lambda: str(w), lambda: repr(w), lambda: hash(w), lambda: iter(w), lambda: 3 in w, lambda: float(w)):
    attempt(function)
print(w() is w, callable(w), callable(n))


class Sized:
    def __len__(self):
        return 0


class BySubscript:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * 10

    def __len__(self):
        return 4


s = BySubscript()
print(bool(Sized()), list(s), 20 in s, 25 in s, list(reversed(s)), [*iter(s)], max(s), sum(s))


class NotIterable:
    __iter__ = None
    __contains__ = None
    __hash__ = None

    def __getitem__(self, index):
        return index


attempt(iter, NotIterable())
attempt(lambda: 1 in NotIterable())
attempt(hash, NotIterable())
attempt(lambda: {NotIterable(): 1})


class Eq:
    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        return isinstance(other, Eq) and self.key == other.key


class EqHash(Eq):
    __hash__ = object.__hash__


attempt(hash, Eq(1))
print(isinstance(hash(EqHash(1)), int), Eq(1) == Eq(1), Eq(1) != Eq(1), Eq.__hash__)


class Hidden:
    pass


hidden = Hidden()
hidden.__len__ = lambda: 5
hidden.__call__ = lambda: "called"
hidden.__add__ = lambda other: "added"
attempt(len, hidden)
attempt(lambda: hidden())
attempt(lambda: hidden + 1)
Hidden.__len__ = lambda self: 7
print(len(hidden), hidden.__len__())


class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, kind, value, traceback):
        print("exit", kind and kind.__name__, value)
        return kind is ValueError


with Manager() as entered:
    print(entered)
    raise ValueError("swallowed")


def use(manager):
    with manager:
        pass


attempt(use, 5)
attempt(use, type("Half", (), {"__enter__": lambda self: 1})())


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Sub(Point):
    pass


print(Sub.__match_args__, Sub(1, 2).__match_args__)


class Callable:
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, *args, scale=1, **kwargs):
        return (self.factor, args, scale, kwargs)


print(Callable(2)(1, 2, scale=3, extra=4), list(map(Callable(1), "ab")))


class Hint:
    def __init__(self):
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left

    def __length_hint__(self):
        return 3


print(list(Hint()), tuple(Hint()), sorted(Hint()), dict.fromkeys(Hint()))


class Bytes:
    def __bytes__(self):
        return b"made"


print(bytes(Bytes()))


class Private:
    def __init__(self):
        self.__value = 1

    def __method(self):
        return self.__value

    def read(self):
        return self.__method()

    class __Inner:
        pass


private = Private()
print(private.read(), private.__dict__, private._Private__method(), [name for name in vars(Private) if "Private" in name])
attempt(lambda: private.__value)
for i in range(2):

    class Looped:
        index = i

        def get(self):
            return self.index, i

    print(Looped().get(), Looped.__qualname__)


def factory(kind):
    class Made(kind):
        def who(self):
            return super().__repr__() if kind is not object else "object"

    return Made


print(factory(int)(5).who(), factory(str)("s").who(), factory(object)().who(), factory(int).__qualname__, factory(list).__mro__[1])
