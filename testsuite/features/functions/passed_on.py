"""Functions that only pass on what they're given serve arguments of all types at once; those that look into it have copies of their own."""
import asyncio
import sys


def note(log, what):
    log.append(what)
    return what


def keep(table, key, value):
    table[key] = value
    if value is None:
        return key
    return table


def first(pair):
    return pair[0]


def either(flag, value, other):
    return value if flag else other


def described(value, seen):
    if value in seen:
        return "again"
    seen[value] = True
    return shown(value)


def shown(value):
    return described(value[0], {}) if isinstance(value, tuple) else repr(value)


table = {}
anything = [len, "text"][len(sys.argv) % 2]
log = [anything]
print(note(log, "one"), note(log, (2, "two")), note(log, [3.5]), note(log, anything is len))
print(len(log), log[1:4])
print(keep(table, "a", (1, 2)), keep(table, (1, "b"), "text"), keep(table, "c", None))
print(first((1, 2)), first(("x", "y")), first([2.5]), first("word"))
print(either(True, "yes", (0,)), either(False, [1], {2}), either(True, anything is len, None))
print(described("a", {}), described(("b", 1), {"c": 1}), described((("d",),), {}), described("c", {"c": 1}))
try:
    print(described([1], {}))
except TypeError as error:
    print(error)
try:
    print(first({}))
except KeyError as error:
    print("KeyError", error)


class Shelf:
    def __init__(self):
        self.items = {}
        self.log = []

    async def put(self, key, value):
        self.items[key] = value
        self.log.append((key, value))
        return await self.get(key)

    async def get(self, key):
        if key not in self.items:
            raise LookupError(key)
        return self.kept(key)

    def kept(self, key):
        value = self.items.pop(key, None)
        if value is None:
            return self.missing(key, 1)
        return value

    def missing(self, key, depth):
        return [key, depth]


async def main():
    shelf = Shelf()
    print(await shelf.put("a", 1), await shelf.put((1, 2), "x"), await shelf.put(2.5, None), await shelf.put("b", [1]))
    for key in "a", (1, 2), "b":
        try:
            print(await shelf.get(key))
        except LookupError as error:
            print("missing", error)
    print(len(shelf.items), shelf.log, shelf.missing("c", 3), shelf.missing(("d", 1), 4))


asyncio.run(main())
