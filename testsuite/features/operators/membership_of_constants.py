"""`in` and `not in` of displays of constants, and what such set displays are."""


def kinds(text):
    found = []
    for c in text:
        if c in {"a", "b", "c"}:
            found.append("abc")
        elif c in ("x", "y"):
            found.append("xy")
        elif c not in ["p", "q", 1]:
            found.append("other")
        else:
            found.append("pq")
    return found


def numbers(values):
    return [n in (1, 2, 3) for n in values], [n not in {10, 20} for n in values], [n in [] for n in values], [n in () for n in values]


def mixed(value):
    return value in {1, "one", 1.5, None, (1, 2)}, value in [True, "x", None], value in (1.0, float("nan")), value in {-1, 2**70}


class Odd:
    def __eq__(self, other):
        return other == "b"

    def __hash__(self):
        return hash("b")


class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


def count():
    count.calls += 1
    return "b"


count.calls = 0
print(kinds("axpz"), numbers([1, 5, 10, True, 2**80]))
for value in (1, "one", True, 1.0, 1.5, None, (1, 2), "x", 2, 2**70, -1.0, Odd(), Text("?")):
    print(repr(value) if not isinstance(value, Odd) else "odd", mixed(value))
print(Odd() in {"a", "b"}, Odd() in ("a", "b"), Odd() not in ["a"], Text("a") in ("z", "y"), Text("a") in {"z"})
print(count() in ("a", "b"), count() not in {"a", "c"}, count.calls, "a" < "b" in ("b", "c"), 1 in (1, 2) in [True])
for wrong in ([], {}, {1}):
    try:
        print(wrong in {1, 2, 3}, wrong in (1, [], {}, 2))
    except TypeError as error:
        print(error)
print({1} in {frozenset({1}), 2}, "b" "c" in ("bc",), 2 in (1 + 1, 3))


def fresh():
    return {3, 1, 2, 11, 9}, {(0, 1), (1, 0), (0, -1), (-1, 0)}, {"k"}, {1, 1.0, True}


one, two = fresh(), fresh()
one[0].add(5)
one[1].clear()
print(two[0], sorted(two[1]), two[2], two[3], one[0] is two[0], one[0], fresh()[0] == two[0])
print([sorted({(2, 1), (1, 2), (0, 0)}) for _ in range(2)], len({1, 2, 3} | {4}), {1, 2, 3} - {2})


def sudoku(used):
    return [sorted({1, 2, 3, 4, 5, 6, 7, 8, 9} - row) for row in used]


print(sudoku([{1, 2}, set(), {9}]))
table = [[c for c in "hello world" if c in "aeiou" or c in {" "}], [w for w in "a an the cat".split() if w not in {"a", "an", "the"}]]
print(table)
