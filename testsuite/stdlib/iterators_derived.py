"""Classes derived from enumerate, zip, map, filter and reversed."""


class Counted(enumerate):
    """Counts what it has given."""

    def __init__(self, *args):
        self.given = 0

    def __next__(self):
        item = super().__next__()
        self.given += 1
        return item


class Pairs(zip):
    pass


class Strict(zip):
    def __init__(self, *iterables, strict=False):
        self.strict = strict


class Mapped(map):
    def __init__(self, function, *iterables, name=""):
        self.name = name


class Kept(filter):
    __slots__ = ("label",)


class Backwards(reversed):
    pass


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


counted = Counted("abc", 5)
print(next(counted), list(counted), counted.given, isinstance(counted, enumerate))
print(list(Counted("xy")), list(enumerate(range(2), start=7)))
for place, (left, right) in Counted(Pairs("ab", [1, 2])):
    print(place, left, right)
pairs = Pairs([1, 2], (3, 4))
pairs.note = "x"
print(type(pairs).__name__, list(pairs), list(pairs), pairs.note)
attempt(lambda: list(Strict([1, 2], [3], strict=True)))
attempt(lambda: Strict([1], [2], strict=True).strict)
mapped = Mapped(str, [1, 2], name="numbers")
print(mapped.name, list(mapped), list(Mapped(pow, [2, 3], [4, 5])))
kept = Kept(None, [0, 1, "", "a"])
kept.label = "truthy"
print(kept.label, list(kept), list(Kept(str.isdigit, "a1b2")))
print(list(Backwards("abc")), type(Backwards("abc")).__name__, type(Backwards([1])).__name__)
total = 0
for x in Mapped(abs, [-1, -2, 3]):
    total += x
print(total, sum(Mapped(len, ["a", "bc"])), sorted(Kept(None, [3, 0, 1])), dict(Pairs("ab", (1, 2))))

attempt(enumerate)
attempt(enumerate, 5)
attempt(enumerate, [], "x")
attempt(enumerate, [], 1, 2)
attempt(Counted, [], 1, 2)
attempt(Pairs, [1], 2)
attempt(Pairs, other=1)
attempt(Mapped, str)
attempt(map, str)
attempt(filter, None)
attempt(Kept, None, [1], key=2)
attempt(Backwards, 5)
attempt(Backwards, {1, 2})
attempt(Backwards)
attempt(Backwards, "a", "b")
