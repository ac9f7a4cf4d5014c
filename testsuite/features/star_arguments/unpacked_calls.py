# Calls that unpack their arguments: the values reach the parameters of whoever is called, by place and by name.
import asyncio
import functools


def add(a, b=10, *rest, scale=1, **others):
    return (a + b + sum(rest)) * scale, sorted(others.items())


def call(function, *args, **keywords):
    return function(*args, **keywords)


print(call(add, 1), call(add, 1, 2), call(add, 1, 2, 3, 4), call(add, 1, scale=3), call(add, 1.5, 2, 3, scale=2, x=1, y="z"))


def describe(name, count):
    return f"{name.upper()} {count + 1}"


print(call(describe, "a", 2), call(describe, count=5, name="b"), call(describe, "c", count=6))


def loop(n, text="-"):
    total = 0
    for i in range(n):
        total += i * i
    return text * 2 + str(total)


print(call(loop, 10), call(loop, 5, "+"), call(loop, n=3), call(loop, True), call(loop, *[4], **{"text": "*"}))


class Shape:
    def __init__(self, width, height=2):
        self.width = width
        self.height = height

    def area(self, factor=1):
        return self.width * self.height * factor

    def grow(*args):
        self, by = args
        self.width += by
        return self

    @classmethod
    def square(cls, side):
        return cls(side, side)

    @staticmethod
    def twice(value):
        return value * 2

    def __repr__(self):
        return f"{type(self).__name__}({self.width}, {self.height})"


shape = call(Shape, 3)
print(shape, call(Shape, 3, 4), call(Shape, width=5), call(shape.area), call(shape.area, 2), call(shape.area, factor=3.5))
print(call(shape.grow, 2), call(Shape.grow, shape, 1), call(Shape.square, 7), call(Shape.twice, "ab"), call(shape.square, 1))


class Cube(Shape):
    def __init__(self, *sides):
        super().__init__(*sides)
        self.sides = sides


print(call(Cube, 1, 2).sides, call(Cube, 9))


def numbers(start, stop):
    while start < stop:
        yield start
        start += 1


print(list(call(numbers, 1, 4)), sum(call(numbers, 0.5, 3)))


async def later(value, wait=0):
    await asyncio.sleep(wait)
    return value * 2


async def retry(function, *args, times=2, **keywords):
    for attempt in range(times):
        try:
            return await function(*args, **keywords)
        except ValueError as error:
            print("failed", attempt, error)
    return None


async def fail(reason):
    raise ValueError(reason)


async def main():
    print(await retry(later, 4), await retry(later, "x", wait=0.001), await retry(fail, "why"), await retry(fail, reason=3, times=1))
    print(await asyncio.gather(*[retry(later, i) for i in range(3)]))


asyncio.run(main())


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **keywords):
        result = function(*args, **keywords)
        print(function.__name__, args, keywords, "->", result)
        return result

    return wrapper


@logged
def power(base, exponent=2):
    result = 1
    for _ in range(exponent):
        result *= base
    return result


print(power(3) + power(2.5, 3) + power(exponent=4, base=2))


def attempt(*args, **keywords):
    try:
        print(call(*args, **keywords))
    except TypeError as error:
        print("TypeError:", error)


attempt(add)
attempt(describe, "a")
attempt(describe, "a", 1, 2)
attempt(describe, "a", name="b")
attempt(Shape)
attempt(shape.area, 1, 2)
attempt(loop, "n")
attempt(None, 1)

# What's unpacked may change what a parameter holds.
choices = [add, max, min, lambda *values: values]
for choice in choices:
    print(choice(*(3, 1, 2)))


def keep(items, value):
    items.append(value)
    return items


kept = []
for value in (1, "two", 3.0, None):
    call(keep, kept, value)
print(kept)
