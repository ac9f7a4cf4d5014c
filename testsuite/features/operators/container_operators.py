# Operators of builtin containers keep what's known of their elements.


def sets(a, b):
    union, both, less, either = a | b, a & b, a - b, a ^ b
    a |= b
    b &= union
    print(sorted(union), sorted(both), sorted(less), sorted(either), sorted(a), sorted(b))
    a -= both
    a ^= {1, 100}
    return sum(union) + sum(either) + sum(a)


print(sets({1, 2, 3}, {2, 3, 4}), sets({True, 5}, {1, 7}))
words = {"b", "a"} | {"c"}
words &= {"a", "c", "x"}
print(sorted(word.upper() for word in words), sorted({1} | {"x"}, key=str))
frozen = frozenset([1, 2])
print({1, 5} | frozen, sorted(frozen | {9}), {1, 2} - frozen, type(frozen & {1}).__name__)
named = {1: "a"} | {2: "b"}
named |= {3: "c"}
print(named, named[2].upper() + named[3], ({"k": 1} | {"k": 2.5})["k"])
named |= [(4, "d")]
print(named)
keys = {1: "x", 2: "y"}.keys() | {5}
keys |= {6}
print(sorted(keys))


def repeat(n):
    zeros, names, pair, text, data = n * [0], [None] * n, (1, 2.5) * n, n * "ab", n * b"xy"
    zeros[0] += 5
    names[1] = "set"
    return zeros, names, pair, text, data, True * [7], "ab" * False, [1] * True


print(repeat(3), sum(repeat(2)[0]) + 1)
grid = 2 * [None]
for place in range(2):
    grid[place] = [place] * 2
print(grid, grid[1][0] + 1)


def halves(numbers):
    middle = len(numbers) // 2
    return numbers[:middle], numbers[middle:], numbers[0] + 1, numbers[::-1]


print(halves(range(10)), halves(b"abcd"), sum(halves(range(4))[1]), halves(b"abcd")[0] + b"!", halves(range(3))[3].start)
for key in (1, slice(0, 2)):
    print(range(5, 9)[key], b"abc"[key])
print(b"%d-%s" % (3, b"x"), b"a" + b"b", b"ab" * 2 + b"c")
for operation in (lambda: {1} | [2], lambda: {1: 2} | {3}, lambda: [1] + (2,), lambda: [1] * 1.5, lambda: {1} + {2}, lambda: "a" * "b", lambda: {1} - [1]):
    try:
        print(operation())
    except TypeError as error:
        print(error)


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name

    def __repr__(self):
        return f"Key({self.name})"


first, second = {Key("a"), Key("b")}, {Key("b"), Key("c")}
print(len(first | second), first & second, [key.name for key in first - second], len(first ^ second))
first |= second
print(len(first), {Key("a"): 1} | {Key("a"): 2})
