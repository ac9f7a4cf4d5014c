"""Classes derived from those of collections.abc get their methods."""
from collections.abc import (Callable, Container, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, MutableMapping, MutableSequence,
                             MutableSet, Sequence, Set, Sized, ValuesView)


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Squares(Sequence):
    def __init__(self, count):
        self.count_of = count

    def __len__(self):
        return self.count_of

    def __getitem__(self, index):
        if not 0 <= index < self.count_of:
            raise IndexError(index)
        return index * index


squares = Squares(5)
print(list(squares), 9 in squares, 10 in squares, list(reversed(squares)), squares.index(4), squares.count(16), squares.index(9, 2))
attempt(squares.index, 5)
attempt(squares.index, 1, 2)
print(isinstance(squares, Sequence), isinstance(squares, Iterable), isinstance(squares, Sized), issubclass(Squares, MutableSequence))


class Loud(MutableSequence):
    def __init__(self, items=()):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __len__(self):
        return len(self.items)

    def insert(self, index, value):
        self.items.insert(index, value)


loud = Loud([3, 1, 2])
loud.append(4)
loud.extend([5, 6])
loud += (7,)
print(loud.items, loud.pop(), loud.pop(0), loud.items)
loud.remove(2)
loud.reverse()
print(loud.items, list(loud), 5 in loud)
loud.extend(loud)
print(loud.items)
loud.clear()
print(loud.items, len(loud))
attempt(loud.remove, 1)
attempt(loud.pop)


class Letters(Set):
    def __init__(self, text):
        self.letters = "".join(sorted(set(text)))

    def __contains__(self, letter):
        return letter in self.letters

    def __iter__(self):
        return iter(self.letters)

    def __len__(self):
        return len(self.letters)

    def __repr__(self):
        return f"Letters({self.letters!r})"

    __hash__ = Set._hash


a, b = Letters("hello"), Letters("world")
print(a & b, a | b, a - b, a ^ b, a == Letters("oleh"), a != b, a <= b, Letters("el") < a, a >= Letters("h"), a > a, a.isdisjoint("xyz"))
print({"x", "h"} & a, ["x"] | a, {"x", "h"} - a, hash(a) == hash(frozenset("helo")), a == {"h", "e", "l", "o"}, {a: 1}[Letters("helo")])
attempt(lambda: a & 5)
attempt(lambda: a < 5)


class Tags(MutableSet):
    def __init__(self, items=()):
        self.items = {item: None for item in items}

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(list(self.items))

    def __len__(self):
        return len(self.items)

    def add(self, item):
        self.items[item] = None

    def discard(self, item):
        self.items.pop(item, None)

    def __repr__(self):
        return f"Tags({list(self.items)})"


tags = Tags("abc")
tags |= "de"
tags &= Tags("abde")
tags -= ["a"]
tags ^= "bx"
print(tags, tags.pop(), tags)
tags.remove("x")
attempt(tags.remove, "nothing")
tags.clear()
print(tags)
attempt(tags.pop)


class Lower(MutableMapping):
    def __init__(self, *args, **kwargs):
        self.store = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return self.store[key.lower()]

    def __setitem__(self, key, value):
        self.store[key.lower()] = value

    def __delitem__(self, key):
        del self.store[key.lower()]

    def __iter__(self):
        return iter(self.store)

    def __len__(self):
        return len(self.store)


headers = Lower({"Host": "a"}, Accept="b")
headers.update([("X", 1)], Y=2)
print(dict(headers), headers["HOST"], headers.get("nope"), headers.get("nope", 0), "accept" in headers, "z" in headers)
print(list(headers.keys()), list(headers.values()), list(headers.items()), len(headers.items()), ("x", 1) in headers.items(), 2 in headers.values())
print(headers == {"host": "a", "accept": "b", "x": 1, "y": 2}, headers != {}, headers.setdefault("Z", 9), headers.setdefault("z", 8))
print(headers.pop("Z"), headers.pop("Z", "gone"), headers.popitem(), headers.keys() & {"host", "q"}, {**headers})
attempt(headers.pop, "Z")
attempt(lambda: headers["nope"])
attempt(hash, headers)
headers.clear()
print(len(headers), bool(headers), isinstance(headers.keys(), KeysView), isinstance(headers, Mapping))
attempt(headers.popitem)


class Frozen(Mapping):
    def __init__(self, data):
        self.data = data

    def __getitem__(self, key):
        return self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f"Frozen({self.data})"


frozen = Frozen({"a": 1})
print(frozen.keys(), frozen.items(), frozen.values(), frozen == {"a": 1}, hasattr(frozen, "update"))
attempt(reversed, frozen)


class Countdown(Iterator):
    def __init__(self, start):
        self.left = start

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left + 1


print(list(Countdown(3)), iter(Countdown(1)) is not None, isinstance(Countdown(1), Iterable))


class Incomplete(MutableMapping):
    def __getitem__(self, key):
        return key


class Empty(Sequence):
    pass


attempt(Incomplete)
attempt(Empty)
attempt(Sequence)
attempt(lambda: type("NoHash", (Hashable,), {"__eq__": lambda self, other: True})().__hash__)


class Registered:
    pass


Sequence.register(Registered)
print(isinstance(Registered(), Sequence), isinstance(Registered(), Iterable), isinstance(print, Callable), isinstance([], Container))
print(ItemsView({"k": "v"}), list(ValuesView({"k": "v"})), sorted(MutableSet.__abstractmethods__))
print([cls.__name__ for cls in Squares.__mro__], [cls.__name__ for cls in Lower.__mro__], KeysView.__bases__)
