"""Pickles and copies of exceptions, of iterators over iterators, of operator's getters, of sets with slots and of types' expressions."""
import copy
import functools
import operator
import pickle


def again(value, protocol=pickle.HIGHEST_PROTOCOL):
    return pickle.loads(pickle.dumps(value, protocol))


# Exceptions: class, arguments and what's beside these.
class Refused(Exception):
    def __init__(self, reason, code):
        super().__init__(reason)
        self.code = code

    def __reduce__(self):
        cls, args = super().__reduce__()[:2]
        return cls, (*args, self.code)


print(repr(again(Refused("late", 3))), again(Refused("late", 3)).code, copy.deepcopy(Refused("early", 4)).code)

noted = ValueError("told")
noted.place = [1, 2]
noted.add_note("a note")
print(noted.__reduce__())
for other in (again(noted), again(noted, 0), copy.copy(noted)):
    print(repr(other), other.__notes__, other.place, other.place is noted.place)
print(copy.deepcopy(noted).place is noted.place, KeyError("k").__reduce__(), again(KeyError()).args)

for error in (OSError(2, "gone", "file"), OSError(18, "apart", "one", None, "two"), OSError("text"), ImportError("not there", name="mod", path="/mod.py")):
    other = again(error)
    print(error.__reduce__(), repr(other), str(other), vars(error))
missing = copy.copy(ImportError("not there", name="mod", path="/mod.py"))
print(missing.msg, missing.name, missing.path)
missing.__init__()
print(missing.msg, missing.name, missing.path)
try:
    [].nothing
except AttributeError as error:
    print(error.__reduce__(), again(error).name, again(error).obj)
restored = Exception(1)
restored.__setstate__({"a": 1, "b": [2]})
print(restored.a, restored.b, restored.__setstate__(None))
try:
    restored.__setstate__(5)
except TypeError as error:
    print(error)

# Iterators go on where they are; a copy shares what they iterate over.
numbered, pairs, doubled, kept = enumerate("abc", 5), zip([1, 2, 3], (4, 5, 6)), map(operator.neg, range(4)), filter(None, [0, 1, 0, 2])
for iterator in (numbered, pairs, doubled, kept):
    next(iterator)
    print(list(again(iterator)), type(iterator.__reduce__()[0]), list(iterator), list(again(iterator)))
strict = zip([1, 2], "abc", strict=True)
shared = copy.copy(strict)
print(next(strict), next(shared), strict.__reduce__()[2])
try:
    next(again(strict))
except ValueError as error:
    print(error)
grown = [1]
counted = enumerate(grown)
counted.__reduce__()
grown.append(2)
print(list(counted))

for getter in (operator.itemgetter(1, "k"), operator.attrgetter("a.b", "c"), operator.methodcaller("m", 1), operator.methodcaller("m", 1, key=2)):
    print(repr(again(getter)), getter.__reduce__(), type(getter.__reduce__()[0]) is functools.partial)
print(again(operator.itemgetter(1))("abc"), copy.copy(operator.methodcaller("upper"))("abc"))


class SlottedSet(set):
    __slots__ = ("name", "__dict__")


class SlottedBytes(bytearray):
    __slots__ = ("name",)


class SlottedFrozen(frozenset):
    __slots__ = ("name", "unset")


for made in (SlottedSet([1]), SlottedBytes(b"1"), SlottedFrozen([1])):
    made.name = "name"
    for other in (again(made), again(made, 2), copy.copy(made), copy.deepcopy(made)):
        print(other, other.name, other is made)

print(again(int | None), copy.copy(int | str), copy.deepcopy([int | None, dict[str, list[int]]]), again(list[int]))
