"""What pickles look like in each protocol, byte by byte, and what they give again."""
import array
import collections
import dataclasses
import decimal
import enum
import fractions
import functools
import hashlib
import io
import pickle
import re
import types


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def method(self):
        return self.x

    class Inner:
        pass


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


class WithState:
    def __init__(self):
        self.value = 5
        self.function = open

    def __getstate__(self):
        return {"value": self.value}

    def __setstate__(self, state):
        self.value = state["value"] + 1


class Reduced:
    def __reduce__(self):
        return Reduced, (), {"k": 1}


class NewArguments:
    def __new__(cls, a, b=0):
        made = object.__new__(cls)
        made.ab = (a, b)
        return made

    def __getnewargs__(self):
        return self.ab


class Number(int):
    pass


class Items(list):
    pass


class Mapping(dict):
    pass


class Pair(tuple):
    pass


class Text(str):
    pass


class Color(enum.Enum):
    RED = 1
    BLUE = "b"


@dataclasses.dataclass
class Record:
    a: int
    b: list = dataclasses.field(default_factory=list)


Point = collections.namedtuple("Point", "x y")


class Failure(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.reason = "none"


def function():
    pass


items = Items([1, 2])
items.note = 3
mapping = Mapping(a=1)
mapping.note = 3
shared = [1]
VALUES = [
    None, True, False, 0, 1, 255, 256, 65535, 65536, -1, 2**31 - 1, 2**31, -(2**31), 2**63, -(2**70), 10**100, 1.5, float("inf"), -0.0, 1j,
    "", "a", "é", "x" * 300, "a\nb\\", "\ud800", b"", b"a", b"x" * 300, bytearray(b"ab"), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1],
    [1, 2], {}, {1: 2}, {1: 2, 3: 4}, set(), {1}, {1, 2, 3}, frozenset(), frozenset([1]), ..., NotImplemented, range(3), slice(1, 2, 3),
    Plain(1), Plain([Plain(2)]), [shared, shared], {"a": {"b": 1}}, Slots(), WithState(), Reduced(), NewArguments(1, 2), Number(5), items,
    mapping, Pair((1, 2)), Text("s"), Color.RED, Record(1, [2]), Point(1, 2), ValueError("a", 1), KeyError(), Failure(3),
    OSError(2, "no", "f"), collections.OrderedDict(a=1), collections.defaultdict(list, {"a": [1]}), collections.Counter("aab"),
    collections.deque([1, 2], 5), collections.deque([1]), decimal.Decimal("1.5"), fractions.Fraction(1, 3), len, int, Plain, Plain.Inner,
    function, type(None), Plain(1).method, functools.partial(function, 1), re.compile("a+", re.I), types.SimpleNamespace(a=1),
    array.array("i", [1, 2]), object,
]
for value in VALUES:
    name = type(value).__name__
    for protocol in range(6):
        try:
            data = pickle.dumps(value, protocol)
        except TypeError as error:
            print(protocol, name, error)
            continue
        again = pickle.loads(data)
        assert type(again) is type(value), name
        is_equal = again == value
        attributes = getattr(again, "__dict__", None) if name in ("WithState", "Reduced", "NewArguments", "Failure", "Items") else ""
        if protocol in (0, 2, 4) and not (protocol < 3 and name in ("type", "partial")):
            shown = data if len(data) < 150 else hashlib.md5(data).hexdigest()
            print(protocol, name, shown, is_equal, attributes, getattr(again, "args", "") if isinstance(again, Exception) else "")

# Objects in themselves, and those that come twice.
circle = [1]
circle.append(circle)
again = pickle.loads(pickle.dumps(circle))
print(again[1] is again)
knot = {}
knot["me"] = knot
again = pickle.loads(pickle.dumps(knot))
print(again["me"] is again)
plain = Plain(None)
plain.x = plain
again = pickle.loads(pickle.dumps(plain))
print(again.x is again)
nested = ([],)
nested[0].append(nested)
again = pickle.loads(pickle.dumps(nested))
print(again[0][0] is again)
again = pickle.loads(pickle.dumps([shared, shared]))
print(again[0] is again[1])

# Batches and frames.
for big in (
    list(range(2500)), {number: str(number) for number in range(3000)}, ["x" * 100000, b"y" * 70000, 1], [str(n) * 20 for n in range(5000)],
    {number for number in range(2000)},
):
    data = pickle.dumps(big)
    print(len(data), hashlib.md5(data).hexdigest(), pickle.loads(data) == big)
print(pickle.dumps(bytearray(b"zz"), 5), pickle.dumps(1, -1), pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)

file = io.BytesIO()
pickle.dump([1], file)
pickle.dump("two", file, 2)
pickle.dump(3, file, protocol=0)
file.seek(0)
print(pickle.load(file), pickle.load(file), pickle.load(file))
try:
    pickle.load(file)
except EOFError as error:
    print(error)
