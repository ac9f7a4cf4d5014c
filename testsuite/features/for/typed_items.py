"""Loops over what has items of known types: enumerate, zip, dict views, callbacks, and how they fail."""


def numbered(words):
    out = []
    for index, word in enumerate(words, 1):
        out.append(f"{index}{word}")
    return out


def dot(left, right):
    total = 0
    for x, y in zip(left, right):
        total += x * y
    return total


def transposed(rows):
    columns = list(zip(*rows))
    return [[sum(row) for row in columns], columns]


print(numbered(["a", "b"]), numbered("xy"), numbered(word.upper() for word in ("q", "r")))
print(dot([1, 2, 3], [4, 5, 6]), dot([0.5, 2], (4, 5)), dot(range(3), {1: "a", 2: "b", 9: ""}))
print(transposed([[1, 2], [3, 4], [5, 6]]), transposed([]))
for pair in enumerate("ab"):
    print(pair, pair[0] + 1)
for triple in zip([1, 2], "ab", [0.5, 1.5]):
    print(triple)
for one, two, three in zip([1, 2], "ab", [0.5, 1.5]):
    print(one + 1, two.upper(), three * 2)
for a, b, c, d in zip([1], [2], [3], ["four"]):
    print(a + b + c, d)
prices = {"tea": 2, "milk": 1.5}
for name, price in prices.items():
    print(name.title(), price * 2)
for number, (name, price) in enumerate(prices.items()):
    print(number, name, price)
for name in prices:
    print(name.upper())
for price in prices.values():
    print(price + 1)
for key in prices.keys():
    print(len(key))
for char in "hé\U0001f40d":
    print(char, ord(char))
for value in {7}:
    print(value + 1)
for value in map(lambda text: len(text) * 2, ["a", "bb"]):
    print(value + 1)
for value in filter(lambda number: number > 1, [1, 2, 3]):
    print(value)
print(sorted(prices.items(), key=lambda item: item[1]), sorted(prices, key=len, reverse=True))
print(max(prices, key=lambda name: prices[name]), min([3, 1, 2], key=lambda n: -n), max(prices.items(), key=lambda p: -p[1]))
print(max(len(word) for word in ["a", "bbb"]), min((0.5, 1), key=None), sum(n * n for n in range(4)), sum([True, True]))
print(sum([0.5, 1.5]), sum([]), sum(x / 2 for x in range(3)), sum([], 0.5), sum([0.5], 1), sum(b for b in (True, False)))
print(next(iter([5])) + 1, next((n for n in range(9) if n > 4), None), next((n for n in []), "none"))
print(list(map(str, [1, 2])), list(map(int, "12")), set("aa"), tuple(x for x in "ab"), list(range(3)), dict(zip("ab", [1, 2])))
words = []
words.extend(w for w in ("x", "y"))
words.extend("zz")
words.sort(key=lambda w: (-len(w), w), reverse=True)
print(words, ",".join(w.upper() for w in words))

numbers = [1, 2, 3]
for index, number in enumerate(numbers):
    if index < 2:
        numbers.append(number * 10)
print(numbers)
growing = {"a": 1}
try:
    for key, value in growing.items():
        growing[key + "x"] = value
except RuntimeError as error:
    print(error)
for wrong in (5, None):
    try:
        for index, item in enumerate(wrong):
            print("never")
    except TypeError as error:
        print(error)
try:
    for left, right in zip([1], 5):
        print("never")
except TypeError as error:
    print(error)
try:
    for left, right in [(1, 2), (3, 4, 5)]:
        print(left + right)
except ValueError as error:
    print(error)
try:
    for left, right in [(1, 2), 3]:
        print(left, right)
except TypeError as error:
    print(error)


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.start == 0:
            raise StopIteration
        self.start -= 1
        return self.start


class Pairs:
    def __iter__(self):
        yield 1, "one"
        yield 2, "two"


for index, value in enumerate(Countdown(3)):
    print(index, value)
for value in Countdown(2):
    print(value)
for number, name in Pairs():
    print(number + 1, name.upper())
for (number, name), other in zip(Pairs(), Countdown(9)):
    print(number, name, other)
print(sorted(Countdown(3)), sum(Countdown(4)), list(zip(Countdown(2), Pairs())), max(Countdown(3)))


def failing():
    yield 1
    raise LookupError("in the middle")


seen = []
try:
    for index, value in enumerate(failing()):
        seen.append((index, value))
except LookupError as error:
    print(seen, error)
first, second = "ab", 2
first, second = second, first
print(first, second)
grid = [[1, 2], [3, 4]]
row = 0
row, grid[row] = 1, [9, 9]
print(row, grid)
flags = [True] * 3
flags[1] = False
flags[0] = flags[2] = 1 == 2
print(flags, [not flag for flag in flags], flags.count(False), any(flags))
squares = {n: n ** 2 for n in range(3)}
print(squares, 2 ** 70, 2.5 ** 2, 10 ** 2 // 7, (-2.0) ** 3, 0 ** 0, 2 in squares, 5 not in squares, "a" in "cat", 1.0 in [1])
for index, value in enumerate(failing()):
    print(index, value)
