"""A loop over a slice of a list goes over a copy, although nobody sees a list of its own for that."""


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print("index", self.value)
        return self.value


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def collect(items, lower, upper):
    found = []
    for item in items[lower:upper]:
        found.append(item)
    return found


def bounds():
    numbers = list(range(12))
    for lower in (None, 0, 3, -4, 12, 50, -50, 2**70, -(2**70), True):
        for upper in (None, 0, 5, -2, 12, 99, 2**70, -(2**70)):
            assert collect(numbers, lower, upper) == numbers[lower:upper], (lower, upper)
    print(collect(numbers, Index(2), Index(-3)))
    print([n * n for n in numbers[2:5]], [n for n in numbers[9:]], sum(n for n in numbers[:3]))
    for n in numbers[20:]:
        print("never")
    else:
        print("nothing")


def changed():
    numbers = [1, 2, 3]
    for n in numbers[1:]:
        numbers.append(n * 10)
        numbers[0] = n
    print(numbers)
    for n in numbers[:]:
        numbers.remove(n)
    print(numbers)
    names = ["a", "b", "c", "d"]
    for i, name in enumerate(names):
        for other in names[i + 1:]:
            names[-1] = name + other
    print(names)


def deaths():
    items = [Loud(1), Loud(2), Loud(3)]
    for item in items[1:]:
        items.clear()
        print("in", item.name)
    print("after")
    del item
    print("deleted")
    items = [Loud(4), Loud(5), Loud(6)]
    for item in items[:2]:
        items = []
        break
    else:
        print("never")
    print("left", item.name)


def many():
    numbers = list(range(1000))
    found = 0
    for n in numbers[5:-5]:
        numbers[n] = 0
        found += n
    return found, sum(numbers)


def early(items):
    for item in items[1:]:
        if item == "c":
            return item
    return None


def wrong():
    numbers = [1, 2, 3]
    for n in numbers["a":]:
        print(n)


def floats(values):
    total = 0.0
    for value in values[1:]:
        total += value
    for value in values[:-1]:
        values[0] = value * 2
    return total, values


async def suspended(values):
    import asyncio
    found = []
    for value in values[1:]:
        await asyncio.sleep(0)
        values.append(value)
        found.append(value)
    return found


bounds()
changed()
deaths()
print(many(), early(["a", "b", "c", "d"]), early([]))
print(floats([1.5, 2.5, 3.5]))
import asyncio
print(asyncio.run(suspended([1, 2, 3])))
try:
    wrong()
except TypeError as error:
    print(error)
