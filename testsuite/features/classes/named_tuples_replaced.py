# Classes of named tuples that the program changes: then a field gives what the class says.
import operator
from collections import namedtuple
from typing import NamedTuple

First = namedtuple("First", "x y")
First.x = property(lambda self: "replaced")
print(First(1, 2).x, First(1, 2).y, First(1, 2)[0])

Second = namedtuple("Second", "x y")
Second.__new__.__defaults__ = (10, "ten")
print(Second(), Second(1), Second(1).y)


def patch(cls, name, value):
    setattr(cls, name, value)


Third = namedtuple("Third", "x y")
one = Third(1, 2)
print(one.x + 1)
patch(Third, "x", property(lambda self: [self[0]]))
print(one.x, one.x + [2])


class Fourth(NamedTuple):
    x: int
    y: int = 2

    def sum(self):
        return self.x + self.y

    def twice(self):
        return self.sum() * 2


before = Fourth(1)
print(before.sum(), before.twice())
Fourth.sum = lambda self: "other"
print(before.sum(), before.twice())


class Fifth(NamedTuple):
    x: int

    def get(self):
        return self.x


fifth = Fifth(5)
print(fifth.get())
type(fifth).get = lambda self: "through the type"
print(fifth.get())


class Sixth(namedtuple("Base", "x y")):
    __slots__ = ()

    def __new__(cls, x, y=0):
        return super().__new__(cls, str(x), y)

    def __getitem__(self, index):
        return "item"

    def __eq__(self, other):
        return "equal"

    __hash__ = None


sixth = Sixth(1)
print(sixth.x + "s", sixth[0], sixth == 1, tuple(sixth), sixth._replace(y=3))


class Seventh(NamedTuple):
    x: int
    y: int

    def __getitem__(self, index):
        return f"item {index}"

    def __iter__(self):
        return iter("ab")

    def __lt__(self, other):
        return "less"


seventh = Seventh(1, 2)
first, second = seventh
print(seventh[0], first, second, seventh.x, seventh < seventh)


class Eighth(NamedTuple):
    value: object = None
    children: list = []

    def __add__(self, other):
        return Eighth((self.value, other.value))

    def __bool__(self):
        return self.value is not None

    def __call__(self, *args):
        return args

    def __len__(self):
        return 7


eighth = Eighth(1) + Eighth("s")
print(eighth.value, bool(Eighth()), eighth(1, 2), len(eighth), Eighth().children is Eighth(2).children)


class Wrong(NamedTuple):
    count: int
    name: str = "x"


wrong = [Wrong("not a count", 5), Wrong(1.5), Wrong(None, name=None)]
print([w.count for w in wrong], [w.name for w in wrong], wrong[0].count + "!", wrong[1].count * 2)
print(list(map(operator.attrgetter("count"), wrong)), getattr(wrong[0], "name"), [getattr(w, f) for w in wrong for f in w._fields])


class Node(NamedTuple):
    value: int
    next: "Node | None" = None

    def length(self):
        return 1 + (self.next.length() if self.next else 0)

    def values(self):
        node = self
        while node is not None:
            yield node.value
            node = node.next


chain = Node(1, Node(2, Node(3)))
print(chain.length(), list(chain.values()), chain.next.next.value, chain.next.next.next)


class Owner:
    pass


Holder = namedtuple("Holder", "owner callback")
owner = Owner()
holder = Holder(owner, lambda text: setattr(owner, "name", text))
owner.name = 5
holder.callback("by callback")
print(holder.owner.name)


def local_class(kind):
    class Local(NamedTuple):
        value: kind
        other: int = len(str(kind))

        def both(self):
            return self.value, self.other, kind

    return Local


A, B = local_class(int), local_class(str)
print(A(1).both(), B("s").both(), A is B, A(1) == B(1))


class Flagged(NamedTuple):
    if True:
        flag: bool = True
    number: int = 1


print(Flagged(), Flagged(False).flag)
