# `yield from` in typed code: trees, containers, several levels, values and results.


class Tree:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def depths(self, depth=0):
        yield depth
        for child in (self.left, self.right):
            if child is not None:
                yield from child.depths(depth + 1)


def tree(values):
    if not values:
        return None
    middle = len(values) // 2
    return Tree(tree(values[:middle]), values[middle], tree(values[middle + 1:]))


numbers = tree(range(10))
print(list(numbers), sum(numbers), [value * 2 for value in numbers], max(numbers.depths()), sum(numbers.depths()))
words = tree(["ant", "bee", "cat"])
print(" ".join(word.upper() for word in words), [len(word) for word in words])
for value in numbers:
    if value + 1 > 3:
        break
print(value, next(iter(words)) + "!")


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, 4]], 5])), sum(flatten([[1.5], [2]])))


def parts():
    yield from [1, 2]
    yield from (3.5, "four")
    yield from "ab"
    yield from {"k": 1}
    yield from range(2)
    yield from b"x"
    yield from ()
    yield from map(str, [7])
    yield from iter([8])


print(list(parts()))


def counted(n):
    total = 0
    for i in range(n):
        got = yield i
        total += got or 0
    return total


def outer(n):
    first = yield from counted(n)
    second = yield from counted(n)
    return first + second


gen = outer(2)
print(next(gen), gen.send(10), gen.send(20), gen.send(1))
try:
    gen.send(2)
except StopIteration as stop:
    print("result", stop.value)


def result():
    value = yield from [1, 2]
    yield value
    value = yield from counted(1)
    yield value + 5
    value = yield from outer(0)
    yield value


print(list(result()))


class Numbers:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("done")
        self.n -= 1
        return self.n


def through(iterable):
    value = yield from iterable
    yield value


print(list(through(Numbers(3))), list(through([1.5])), list(through(counted(2))))
for wrong in (None, 3):
    try:
        print(list(through(wrong)))
    except TypeError as error:
        print(error)


def failing():
    try:
        yield from counted(3)
    except ValueError as error:
        yield f"caught {error}"
    finally:
        print("left")


gen = failing()
print(next(gen), gen.throw(ValueError("x")))
gen.close()


def pairs(n):
    for i in range(n):
        yield i, str(i)


def all_pairs(n):
    yield from pairs(n)
    yield from pairs(n)


print([number + len(text) for number, text in all_pairs(2)], dict(all_pairs(2)))
