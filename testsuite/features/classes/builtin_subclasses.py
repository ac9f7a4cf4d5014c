"""Classes derived from built-in types: attributes, overridden methods, what inherited operations give."""


class Celsius(float):
    unit = "C"

    def __new__(cls, value, note=""):
        self = super().__new__(cls, value)
        self.note = note
        return self

    def fahrenheit(self):
        return Celsius(self * 9 / 5 + 32)

    def __str__(self):
        return f"{float(self):.1f}{self.unit}"


t = Celsius(20.5, note="mild")
print(t, repr(t), t.note, t + 1, type(t + 1), t.fahrenheit(), isinstance(t, float), t == 20.5, hash(t) == hash(20.5))
print(f"{t:.3f}", "%.2f" % t, round(t), int(t), abs(-t), divmod(t, 3), t.is_integer(), [1.5, 20.5].index(t), max(t, 3.0) is t)


class Level(int):
    names = {1: "low", 2: "high"}

    def __repr__(self):
        return f"Level.{self.names.get(int(self), '?')}"

    def __add__(self, other):
        return Level(int(self) + other)


low, high = Level(1), Level("2")
print(low, repr(high), low + 1, low * 2, type(low * 2), low < high, low == 1, [10, 20, 30][high], {1: "one"}[low])
print(sum([low, high]), range(high), f"{high:03d}", high.bit_length(), -high, ~high, high << 3, 7 & high, type(int(high)))
print(Level(2**70), Level(2**70) - 2**70, Level(), bool(Level(0)), hash(Level(7)), Level(5) in [5], str(high), "%d" % high)
print(isinstance(high, int), issubclass(Level, int), type(high) is int, Level.__mro__, int.__add__(high, 3), high.real)
try:
    Level("x")
except ValueError as error:
    print("ValueError:", error)


class Name(str):
    def __new__(cls, text, *, title=None):
        return super().__new__(cls, text.strip())

    def __init__(self, text, *, title=None):
        self.title_of = title

    def shout(self):
        return self.upper() + "!"

    def __eq__(self, other):
        return str(self).lower() == str(other).lower()

    def __hash__(self):
        return hash(str(self).lower())


ada = Name("  Ada ", title="Countess")
print(ada, repr(ada), len(ada), ada.title_of, ada.shout(), ada + "!", type(ada + "!"), ada[0], ada == "ADA", ada != "ada")
print({ada: 1}.get(Name("ADA")), {"ada": 2}.get(ada), "Ada" in [ada], ada.strip() is ada, type(ada.strip()), type(str(ada)))
print(ada * 2, "%s" % ada, f"{ada:>6}|", ada.split("d"), ",".join([ada, "b"]), type(",".join([ada])), ada in "x Ada y", "A" in ada)
print(sorted([Name("b"), Name("a")]), ada.startswith("A"), "Ada Ada".replace("Ada", ada), ada.encode(), isinstance(ada, str))
print([*ada], ada < "b", "Bda".translate({66: ada}), str.upper(ada), list(reversed(ada)), ada.center(7, "-"))


class Blob(bytes):
    def hexdump(self):
        return " ".join(f"{byte:02x}" for byte in self)


blob = Blob(b"abc")
blob.kind = "text"
print(blob, blob.hexdump(), blob[1], blob[1:], type(blob[1:]), blob + b"d", blob == b"abc", blob.kind, type(blob.upper()), b"b" in blob)


class Point(tuple):
    __slots__ = ()

    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    @property
    def y(self):
        return self[1]

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(1, 2)
x, y = p
print(p, p + p, x, y, p == (1, 2), hash(p) == hash((1, 2)), p[::-1], type(p[:]), len(p), list(p), p * 2, {(1, 2): "here"}[p])
print("%s-%s" % p, isinstance(p, tuple), max(p), p.index(2), (0,) + p, sorted([Point(2, 1), Point(1, 5)]))
try:
    p.z = 1
except AttributeError as error:
    print("AttributeError:", error)


class Stack(list):
    def __init__(self, *items, limit=10):
        super().__init__(items)
        self.limit = limit

    def push(self, item):
        if len(self) >= self.limit:
            raise OverflowError("full")
        self.append(item)

    def __getitem__(self, index):
        result = super().__getitem__(index)
        return Stack(*result) if isinstance(index, slice) else result

    def __iter__(self):
        return iter(list.__getitem__(self, slice(None, None, -1)))

    def __contains__(self, item):
        return item == "anything" or super().__contains__(item)


stack = Stack(1, 2, 3, limit=4)
stack.push(4)
try:
    stack.push(5)
except OverflowError as error:
    print("OverflowError:", error)
print(stack, len(stack), stack[0], type(stack[1:]), list(stack), [*stack], tuple(stack), "anything" in stack, 9 in stack, stack.limit)
print(stack + [5], type(stack + [5]), stack == [1, 2, 3, 4], stack.copy(), type(stack.copy()), sum(stack), sorted(stack), stack.pop())
a, *rest = stack
print(a, rest, stack * 2, stack.index(2), stack.__dict__, bool(Stack()), isinstance(stack, list), repr(Stack("a")))
stack += (7, 8)
stack[0] = "first"
del stack[1]
print(list.__iter__(stack).__next__(), stack, type(stack))


class Defaults(dict):
    def __init__(self, factory, *args, **kwargs):
        self.factory = factory
        super().__init__(*args, **kwargs)

    def __missing__(self, key):
        value = self[key] = self.factory(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value * 10 if isinstance(value, int) else value)


d = Defaults(len, a=1)
d["b"] = 2
print(d, d["word"], d, d.get("none"), "none" in d, len(d), d.factory is len, dict(d), type(d | {}), d == {"a": 1, "b": 20, "word": 40})
print({**d}, list(d.items()), d.setdefault("z", 3), d, sorted(d), type(d.copy()), d.pop("z"), isinstance(d, dict))
print(Defaults.fromkeys.__name__, d.keys() & {"a"}, [key for key in d])


class Bag(set):
    def add(self, item):
        self.last = item
        super().add(item)


bag = Bag([1, 2])
bag.add(3)
print(bag, bag.last, bag | {4}, type(bag | {4}), bag == {1, 2, 3}, 3 in bag, len(bag), type(bag.copy()), sorted(bag))


class Frozen(frozenset):
    def __new__(cls, *items):
        return super().__new__(cls, items)


print(Frozen(1, 2), hash(Frozen(1, 2)) == hash(frozenset({1, 2})), Frozen(1) | {2}, type(Frozen(1) | {2}), {Frozen(1): "k"}[frozenset([1])])


class Both(Stack):
    pass


class Labelled:
    label = "none"

    def describe(self):
        return f"{type(self).__name__}:{self.label}:{len(self)}"


class Tagged(Labelled, list):
    label = "tagged"


class Tagged2(dict, Labelled):
    pass


print(Both(1, 2)[0], Tagged([1, 2]).describe(), Tagged2(a=1).describe(), Tagged.__mro__)


class Lazy(property):
    def __init__(self, function):
        super().__init__(function)
        self.calls = 0

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        self.calls += 1
        return super().__get__(instance, owner)


class Loud(classmethod):
    note = "loud"


class Uses:
    @Lazy
    def value(self):
        "The value."
        return 42

    @Loud
    def make(cls):
        return cls.__name__


uses = Uses()
print(uses.value, uses.value, Uses.value.calls, Uses.value.__doc__, Uses.make(), Uses.__dict__["make"].note)
try:
    uses.value = 1
except AttributeError as error:
    print("AttributeError:", error)


class Weird(int):
    def __bool__(self):
        return False

    def __index__(self):
        return 99

    def __eq__(self, other):
        return "eq"

    __hash__ = int.__hash__


print(bool(Weird(5)), Weird(5) == 5, 5 == Weird(5), Weird(5) + 1, [0] * Weird(2), hash(Weird(5)))
for number in (Level(1), Celsius(1.0), Name("n"), Point(0, 0), Stack(), Frozen()):
    print(type(number).__name__, type(number).__bases__[0].__name__, hasattr(number, "__dict__"))


def exact(*values):
    return [f"{type(value).__name__} {value!r}" for value in values]


for number in (Level(2), Level(2**70), True, False):
    print(exact(number.conjugate(), number.as_integer_ratio()[0], number.bit_length(), number.bit_count(), number.to_bytes(9, "big")))
length, kept = True.bit_length, blob * 1
print(length(), exact(kept, blob[:], blob + b"", b"" + blob, blob + bytearray(), blob[0:2], Blob()[:], Blob() + b""))
