"""A store under a key that was looked up just before looks for it no more; whatever happens in between may change the dict."""
# RUN: %aiocc translate %s --emit=cpp | FileCheck %s
# CHECK-LABEL: counts_of(List<Str> words) {
# CHECK: DictPlace [[PLACE:place_[0-9]+]];
# CHECK: counts.get_or([[PLACE]], word, Int(0))
# CHECK: counts.set([[PLACE]], word, t{{[0-9]+}} + 1)
# CHECK-LABEL: with_another_key(List<Str> words) {
# CHECK-NOT: DictPlace
# CHECK-LABEL: added(List<Tuple<Str, Int>> pairs) {

import asyncio


def counts_of(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def with_another_key(words):
    counts = {}
    for word in words:
        found = counts.get(word, 0)
        word = word + "!"
        counts[word] = found + 1
    return counts


def added(pairs):
    totals = {"a": 1, "b": 2}
    for key, number in pairs:
        totals[key] += number
    return totals


def tuples(size):
    grid = {}
    for i in range(size):
        place = (i % 3, i % 2)
        grid[place] = grid.get(place, 0) + i
    return grid


class Table:
    def __init__(self):
        self.counts = {}
        self.other = {}

    def count(self, key):
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]

    def swap(self, key):
        self.counts[key] = self.counts.get(key, 0) + self.swapped()

    def swapped(self):
        self.counts, self.other = self.other, self.counts
        return 10


def grown(counts, key):
    for i in range(100):
        counts[str(i)] = i
    counts.pop(key, None)
    return 5


def changed_between(key):
    counts = {"x": 1}
    counts[key] = counts.get(key, 0) + grown(counts, key)
    return counts[key], len(counts), list(counts)[-2:]


def cleared_between():
    counts = {"x": 1, "y": 2}

    def clear():
        counts.clear()
        return 7

    counts["x"] = counts.get("x", 0) + clear()
    return counts


def rebound(key):
    counts = {"a": 1, "b": 2}
    found = counts.get(key, len(key := "b"))
    counts[key] = found + 10
    counts[key] += len(key := "new")
    return counts


def missing(key):
    counts = {"a": 1}
    try:
        counts[key] += 1
    except KeyError as error:
        return repr(error)
    return counts


class Key:
    looked = 0

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        Key.looked += 1
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name


def with_code():
    counts = {}
    for name in "aba":
        key = Key(len(name))
        counts[key] = counts.get(key, 0) + 1
    return Key.looked, list(counts.values())


print(counts_of("a b a c b a".split()), with_another_key(["a", "a!", "a"]))
print(added([("a", 5), ("b", 7), ("a", 1)]), tuples(7))
table = Table()
print(table.count("k"), table.count("k"), table.count("m"))
table.swap("k")
print(table.counts, table.other)
print(changed_between("x"), changed_between("new"), cleared_between(), missing("a"), missing("b"), rebound("a"))
print(with_code())


# What's found is taken out of an object that dies before the store.
def adds(totals, key, value):
    last = totals[key]
    totals[key] = last + value
    return totals


async def adds_later(totals, key, value, others):
    last = totals[key]
    found = others[key]
    await asyncio.sleep(0)
    totals[key] = last + value
    others[key] = found + [last]


async def main():
    totals, others = {"a": 0}, {"a": [], "b": [1.5]}
    await asyncio.gather(adds_later(totals, "a", 1.5, others), adds_later(totals, "a", 2, others))
    print(adds({"a": 1}, "a", 0.5), adds({"b": 2.5}, "b", 1), totals, others)


asyncio.run(main())
