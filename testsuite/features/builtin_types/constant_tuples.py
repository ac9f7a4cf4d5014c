"""Tuples of constants: made once, whoever asks."""

DIRECTIONS = ((0, 1), (1, 0), (0, -1), (-1, 0))


def corner(grid, x, y):
    found = []
    for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        found.append(grid.get((x + dx, y + dy), (None, "none", 1.5)))
    return found


def same():
    return (1, "a", (2.5, None), b"x", True, ...)


def nested(flag):
    return ((1, 2), (3, (4, 5))) if flag else ((), (1,))


print(corner({(1, 2): "up", (2, 1): "right"}, 1, 1))
print(same(), same() is same(), same()[2] is same()[2])
print(nested(True), nested(False), nested(False)[1])
table = {(1, 2): "one", ("a", 1.0): "two", (): "three"}
for _ in range(2):
    print(table[1, 2], table["a", 1], table[()], (1, 2) in table, (2, 1) in table, hash((1, 2)) == hash((1, 2)))
first, second = (1, 2), (1, 2)
first += (3,)
print(first, second, (1, 2) * 2, (1, 2) + (3,), (1, 2)[::-1], [(0, 0)] * 2)


def default(point=(0, 0), *, scale=(1, 1.0)):
    return point, scale


print(default(), default() is default(), default()[0] is default()[0])


def accumulate(n):
    rows = []
    for i in range(n):
        rows.append((0, 0))
        rows.append((i, 0))
    return rows, rows[0] is rows[2], rows[1] is rows[3]


print(accumulate(2))
match (1, "x"):
    case (1, "x"):
        print("matched", isinstance(1, (int, str)), "ab".startswith(("a", "b")), "%s-%s" % ("x", 1))
