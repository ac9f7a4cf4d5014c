"""A loop over a slice has the items that were there when it began, for as long as it runs."""
import gc


class Item:
    def __init__(self, name):
        self.name = name
        self.weight = len(name) * 1.5

    def __del__(self):
        print("gone", self.name)


def pairs(items):
    total = 0.0
    for place, one in enumerate(items):
        for two in items[place + 1:]:
            total += one.weight * two.weight
    return total


def weighs():
    items = [Item(name) for name in ("x", "yy", "zzz")]
    print(pairs(items))


def changes(numbers):
    seen = []
    for number in numbers[1:]:
        seen.append(number)
        numbers.append(number * 10)
        numbers[2] = -1
        if len(seen) == 2:
            numbers.clear()
            numbers.extend([7, 8, 9])
    return seen, numbers


def keeps():
    items = [Item("a"), Item("b"), Item("c")]
    for item in items[:2]:
        print("at", item.name)
        items.clear()
    print("after the loop", item.name)


def breaks():
    items = [Item("d"), Item("e")]
    for item in items[:]:
        items.clear()
        break
    print("broken off", item.name)


def fails():
    items = [Item("f"), Item("g")]
    try:
        for item in items[0:]:
            items.clear()
            item.missing
    except AttributeError as error:
        print(error)
    print("failed", item.name)


def bounds(words):
    found = []
    for lower, upper in ((None, None), (0, 0), (5, 2), (-3, None), (None, -1), (-100, 100), (2**70, None), (None, 2**70)):
        found.append([word for word in words[lower:upper]])
    return found


def long(count):
    items = [str(n) for n in range(count)]
    total = 0
    for item in items[1:]:
        for other in items[count - 3:]:
            total += len(item) + len(other)
    return total


def returns(items):
    for item in items[1:]:
        if item > 1:
            return item
    return None


def nested(rows):
    return [[cell for cell in row[1:]] for row in rows[:-1]]


def generate(items):
    for item in items[1:]:
        yield item


weighs()
print(changes([1, 2, 3, 4]))
keeps()
breaks()
fails()
print(bounds(["p", "q", "r", "s"]), bounds([]))
print(long(5), long(3000))
print(returns([0, 1, 2, 3]), returns([5]), nested([[1, 2, 3], [4], [], [5, 6]]))
started = generate([1, 2, 3])
print(next(started))
started.close()
gc.collect()
for flag in [True, False, True][1:]:
    print(flag)
for number in [1.5, 2.5][:1]:
    print(number)
