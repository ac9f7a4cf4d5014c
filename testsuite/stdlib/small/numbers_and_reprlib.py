# numbers: what the tower's classes want and give. reprlib: limits for each type, indentation, recursion.
import numbers
import reprlib
from array import array
from collections import deque


def tried(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for cls in (numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(cls.__name__, sorted(cls.__abstractmethods__), tried(cls))
print([[isinstance(value, cls) for cls in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)] for value in (1, True, 1.5, 2j, "a")])


class Whole(numbers.Integral):
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value

    def __pos__(self):
        return Whole(self.value)

    def __repr__(self):
        return f"Whole({self.value})"

    def __floordiv__(self, other):
        return Whole(self.value // other)

    def __mod__(self, other):
        return Whole(self.value % other)

    def __neg__(self):
        return Whole(-self.value)

    def __add__(self, other):
        return Whole(self.value + int(other))

    def __eq__(self, other):
        return self.value == other


Whole.__abstractmethods__ = frozenset()
for name in ("radd", "mul", "rmul", "truediv", "rtruediv", "pow", "rpow", "abs", "trunc", "floor", "ceil", "round", "rfloordiv", "rmod", "lt", "le", "lshift",
             "rlshift", "rshift", "rrshift", "and", "rand", "xor", "rxor", "or", "ror", "invert"):
    assert getattr(Whole, f"__{name}__").__name__ == f"__{name}__", name
seven = Whole(7)
print(seven.real, seven.imag, seven.numerator, seven.denominator, seven.conjugate(), float(seven), complex(seven), seven.__index__(), bool(seven))
print(divmod(seven, 2), seven - 3, tried(lambda: round(seven, 2)), tried(lambda: seven < 3), tried(lambda: seven << 1), tried(lambda: ~seven), numbers.Number.__hash__)

short = reprlib.Repr(maxlist=2, maxtuple=1, maxdict=2, maxstring=12, maxlong=10, maxlevel=2, maxother=15, fillvalue="..")
values = [
    [1, 2, 3], (1,), (1, 2), {"b": 1, "a": 2, "c": 3}, {3, 1, 2}, set(), frozenset([2, 1]), deque([1, 2, 3], 3), array("i", range(9)), "a" * 40, 10**30, [[[[1]]]],
    {"k": {"l": {"m": 1}}}, [], {}, (), object, "it's", 2.5,
]
for value in values:
    print(reprlib.repr(value), short.repr(value))
for indent in (2, "->", 0, -1, 2.5):
    shown = reprlib.Repr(indent=indent, maxlevel=3)
    print(tried(lambda: shown.repr([1, [2, (3,)], {"a": {1: 2}}, set()])), tried(lambda: shown.repr([])))


class Tree(list):
    @reprlib.recursive_repr("<again>")
    def __repr__(self):
        "How it looks."
        return "Tree(" + ", ".join(map(repr, self)) + ")"


tree = Tree([1, 2])
tree.append(tree)
print(tree, Tree.__repr__.__name__, Tree.__repr__.__doc__, Tree.__repr__.__wrapped__(Tree()), reprlib.Repr().repr1(tree, 1))
