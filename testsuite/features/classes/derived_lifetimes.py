"""Lifetimes of instances of classes derived from built-in types: finalisers, cycles, weak references, slots."""
import gc
import weakref
from collections import OrderedDict, defaultdict, deque


class Node(list):
    def __init__(self, name, *items):
        super().__init__(items)
        self.name = name

    def __del__(self):
        print("del", self.name, len(self))


node = Node("alone", 1, 2)
other = node
del node
print("still there")
del other


def cycle():
    first, second = Node("first"), Node("second")
    first.append(second)
    second.append(first)
    return weakref.ref(first)


reference = cycle()
print(reference() is None)
gc.collect()
print(reference() is None)


class Table(dict):
    __slots__ = ("owner", "__weakref__")


table = Table(a=1)
table.owner = table
table["self"] = table
watcher = weakref.ref(table, lambda _: print("table gone"))
del table
gc.collect()
print(watcher())


class Tag(str):
    def __del__(self):
        print("del tag", str(self), self.extra)


tag = Tag("x")
tag.extra = ["kept"]
del tag


class Pair(tuple):
    __slots__ = ()


class Number(int):
    pass


pairs = [Pair((i, Number(i))) for i in range(3)]
print(pairs, {pair: i for i, pair in enumerate(pairs)}[Pair((1, 1))])
for number in pairs[2]:
    if type(number) is Number:
        number.mark = "marked"
print(pairs[2][1].mark, hasattr(pairs[1][1], "mark"))


class Recent(deque):
    def push(self, item):
        self.append(item)
        return self


class Groups(defaultdict):
    label = "groups"


class Ordered(OrderedDict):
    def first(self):
        return next(iter(self))


recent = Recent(maxlen=2)
recent.note = "n"
print(recent.push(1).push(2).push(3), recent.note, Groups(list, a=[1])["b"], Groups(int).label, Ordered(z=1, a=2).first())


class Meta(type):
    def __del__(cls):
        print("class gone", cls.__name__)


def make():
    class Local(metaclass=Meta):
        pass

    Local.instance = Local()


make()
gc.collect()
print("end")
