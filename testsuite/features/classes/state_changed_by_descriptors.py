"""What properties, class methods, and other descriptors put into containers and attributes of the instance or the class is found there."""
from functools import cached_property, partial, singledispatchmethod, wraps


class Ledger:
    entries = []

    def __init__(self):
        self.log = []
        self.seen = {}
        self.level = 0

    @property
    def touched(self):
        self.log.append("touched")
        return len(self.log)

    @touched.setter
    def touched(self, value):
        self.seen["set"] = value
        self.level = value

    @touched.deleter
    def touched(self):
        self.level = "deleted"

    def put(self, value):
        value.append("put")
        self.kept = value

    last = property(None, put)

    @classmethod
    def enter(cls, entry):
        cls.entries.append(entry)
        return cls()

    @staticmethod
    def fill(ledger, item):
        ledger.log.append(item)

    @cached_property
    def size(self):
        self.log.append("size")
        return len(self.log)

    def first(self):
        for entry in self.log:
            return entry

    def first_entry(self):
        while self.entries:
            return self.entries[0]

    def first_seen(self):
        for item in self.seen.values():
            return item


ledger = Ledger()
ledger.touched
print(ledger.first(), ledger.level + 1)
ledger.touched = 3
print(ledger.first_seen(), ledger.level + 1)
del ledger.touched
print(ledger.level)
items = []
ledger.last = items
print(items[0], ledger.kept)
print(type(Ledger.enter("e")).__name__, ledger.first_entry())


class Static:
    def __init__(self):
        self.log = []

    @staticmethod
    def fill(it, item):
        it.log.append(item)

    def first(self):
        for entry in self.log:
            return entry


static = Static()
static.fill(static, 4)
print(static.first())


class Cached:
    def __init__(self):
        self.log = []

    @cached_property
    def size(self):
        self.log.append(5)
        return len(self.log)

    def first(self):
        for entry in self.log:
            return entry


cached = Cached()
print(cached.size, cached.first())


class Dispatching:
    def __init__(self):
        self.heap = []

    @singledispatchmethod
    def add(self, job):
        raise TypeError

    @add.register
    def _(self, job: int):
        self.heap.append(job)

    def pop(self):
        while self.heap:
            return self.heap.pop()


dispatching = Dispatching()
dispatching.add(6)
print(dispatching.pop())


class Bound:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        owner.uses.append(self.function.__name__)
        return partial(self.function, instance)


class Setter:
    def __set__(self, instance, value):
        instance.values.append(value)


class Own:
    uses = []
    value = Setter()

    def __init__(self):
        self.values = []
        self.heap = []

    @Bound
    def add(self, item):
        self.heap.append(item)

    def pop(self):
        while self.heap:
            return self.heap.pop()

    def first_value(self):
        for value in self.values:
            return value

    def first_use(self):
        for use in self.uses:
            return use


own = Own()
own.add(7)
own.value = 8
print(own.pop(), own.first_value(), own.first_use())


def traced(function):
    @wraps(function)
    def wrapper(self, *args):
        self.calls.append(args)
        return function(self, *args)
    return wrapper


class Traced:
    def __init__(self):
        self.calls = []

    @traced
    def work(self, a, b):
        return a + b

    @traced
    def __eq__(self, other):
        other.calls.append("compared")
        return True

    def first_call(self):
        for call in self.calls:
            return call


one = Traced()
print(one.work(1, 2), one.first_call())
two = Traced()
print(one == two, two.first_call())


class Same:
    def __init__(self):
        self.calls = []

    def same(self, other):
        other.calls.append("same")
        return True

    __eq__ = same

    def first_call(self):
        for call in self.calls:
            return call


left, right = Same(), Same()
print(left == right, right.first_call())


class Base:
    made = []

    @classmethod
    def make(cls, name):
        made = cls(name)
        cls.made.append(made)
        return made

    def __init__(self, name):
        self.name = name


class Derived(Base):
    def __init__(self, name):
        super().__init__(name * 2)

    @property
    def loud(self):
        return self.name.upper()


Base.make("a")
Derived.make("b")
print([(type(each).__name__, each.name) for each in Base.made], Derived.made[-1].loud)


class Starred:
    def __init__(self):
        self.log = []

    @property
    def touched(*args):
        args[0].log.append(9)

    def first(self):
        for entry in self.log:
            return entry


starred = Starred()
starred.touched
print(starred.first())


class Foreign:
    def __init__(self):
        self.log = []


shown = Ledger.touched.fget(Foreign())
print(shown)
