# Classes that are used before they're complete, or that lose what they had.
seen = []


class Meta(type):
    # Called while `type.__new__` is still at work: the dict and `__class__` are there.
    def mro(self):
        seen.append((self.__name__, sorted(name for name in self.__dict__ if not name.startswith("_")), self.__bases__))
        self.__dict__["note"](self)
        return super().mro()


class Made(metaclass=Meta):
    def note(self):
        seen.append(__class__ is self)


print(seen, Made.__mro__)


class Fleeting:
    def __iter__(self):
        return self

    def __next__(self):
        del Fleeting.__next__
        return 1


def run_out(iterable):
    try:
        for item in iterable:
            print(item)
    except TypeError as error:
        print(error)


run_out(Fleeting())
run_out(Fleeting())


# Properties that nobody named, and what their errors say.
class Plain:
    @property
    def named(self):
        return 1


def nameless(self):
    return 2


Plain.bare = property()
Plain.lent = property(nameless)
Plain.built_in = property(len)
Plain.odd = property(Plain())
for name in ("named", "bare", "lent", "built_in", "odd"):
    for action in (lambda: getattr(Plain(), name), lambda: setattr(Plain(), name, 1), lambda: delattr(Plain(), name)):
        try:
            print(name, action())
        except (AttributeError, TypeError) as error:
            print(name, error)


# Keywords: where a derived class has methods of its own for them, the built-in's don't mind.
class WithInit(tuple):
    def __init__(self, items, more=None):
        self.more = more


class WithNew(list):
    def __new__(cls, items, more=None):
        made = super().__new__(cls, items)
        made.more = more
        return made


class FrozenWithInit(frozenset):
    def __init__(self, items, more=None):
        self.more = more


for cls in (WithInit, WithNew, FrozenWithInit):
    made = cls([1], more=2)
    print(made, made.more)
for base in (tuple, list, set, frozenset):
    class Bare(base):
        pass

    for keywords in ({"more": 2}, {"iterable": ()}):
        try:
            print(Bare(**keywords))
        except TypeError as error:
            print(error)

print(nameless.__module__ is nameless.__module__, nameless.__name__ is nameless.__name__, staticmethod(nameless).__module__ is nameless.__module__)
