"""Copies by what copyreg knows of a class, and of weak references and the collections of those."""
import copy
import copyreg
import weakref


class Made:
    def __new__(cls, name):
        self = object.__new__(cls)
        self.name = name
        return self


def parts(made):
    return Made, (made.name.upper(),)


try:
    copy.copy(Made("a"))
except TypeError as error:
    print(type(error).__name__)
copyreg.pickle(Made, parts)
print(copy.copy(Made("a")).name, copy.deepcopy([Made("b")])[0].name)


class Thing:
    def __init__(self, size):
        self.size = size


first, second = Thing(1), Thing(2)
reference = weakref.ref(first)
print(copy.copy(reference) is reference, copy.deepcopy({"to": reference})["to"] is reference)

by_key = copy.deepcopy(weakref.WeakKeyDictionary({first: second}))
print(by_key[first].size, by_key[first] is second)
by_value = copy.deepcopy(weakref.WeakValueDictionary({(1, second): first}))
((key, value),) = by_value.items()
print(key[1].size, key[1] is second, value is first, len(by_value))
del first, value
print(len(by_value), len(by_key))
