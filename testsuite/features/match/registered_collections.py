# Which classes are sequences or mappings in patterns: by their linearisation, and by what is registered, early or late.
import collections
from collections.abc import Mapping, MutableSequence, Sequence


def kind(x):
    match x:
        case [*_]:
            first = "sequence"
        case {}:
            first = "mapping"
        case _:
            first = "none"
    match x:
        case {}:
            second = "mapping"
        case [*_]:
            second = "sequence"
        case _:
            second = "none"
    return first, second


class Plain:
    pass


class MappingFirst(collections.UserDict, Sequence):
    pass


class ListLast(collections.UserDict, Plain, list):
    pass


class DictFirst(dict, Sequence, Plain):
    pass


class SequenceFirst(collections.UserList, Mapping):
    pass


class DictLast(collections.UserList, dict, Plain):
    pass


for cls in (MappingFirst, ListLast, DictFirst, SequenceFirst, DictLast, Plain, list, dict, str, bytes, bytearray, collections.deque, collections.UserString):
    print(cls.__name__, kind(cls("") if cls is collections.UserString else cls()))


class Parent:
    pass


class Before(Parent):
    pass


class Grandchild(Before):
    pass


class Other:
    pass


print(kind(Parent()), kind(Grandchild()))
Mapping.register(Parent)
MutableSequence.register(Other)


class After(Parent):
    pass


class Both(Other, Parent):
    pass


print(kind(Parent()), kind(Before()), kind(Grandchild()), kind(After()), kind(Other()), kind(Both()))
print(kind(range(3)), kind(memoryview(b"ab")), kind({}.keys()), kind(type.__dict__), kind(3), kind(None))
