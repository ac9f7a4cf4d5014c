"""Generators that delegate to generators: what is sent, thrown, returned and handled along such a chain."""

import sys
import traceback


class Tree:
    def __init__(self, left, label, right):
        self.left = left
        self.label = label
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.label
        if self.right is not None:
            yield from self.right


def grow(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(grow(low, middle), middle, grow(middle + 1, high))


print(list(grow(0, 30)), sum(grow(0, 1000)))


def echo(name):
    received = []
    while len(received) < 3:
        received.append((yield name + str(len(received))))
    return received


def outer(name):
    first = yield from echo(name + "a")
    second = yield from echo(name + "b")
    return first, second


def outermost(name):
    result = yield from outer(name)
    print("result", result)
    last = yield "last"
    print("last", last)


generator = outermost("x")
print(next(generator))
try:
    for number in range(20):
        print(generator.send(number))
except StopIteration as stop:
    print("stop", stop.value)


def catching(name):
    while True:
        try:
            yield name
        except ValueError as error:
            print(name, "caught", error)
            yield name + " goes on"
        except GeneratorExit:
            print(name, "closes")
            raise
        finally:
            print(name, "finally")


def through(source):
    try:
        yield from source
    except LookupError as error:
        print("through caught", error)
        yield "rescued"
    finally:
        print("through ends")


generator = through(through(catching("inner")))
print(next(generator))
print(generator.throw(ValueError("thrown")))
print(next(generator))
generator.close()
generator = through(through(catching("other")))
print(next(generator))
print(generator.throw(LookupError("not here")))
print(list(generator))


def failing(depth):
    if depth:
        yield from failing(depth - 1)
    yield depth
    raise KeyError(depth)


try:
    for number in failing(3):
        print(number)
except KeyError as error:
    for entry in traceback.extract_tb(error.__traceback__):
        print(entry.name, entry.line)


def resumes(itself):
    yield 1
    try:
        next(itself[0])
    except ValueError as error:
        print(error)
    yield 2
    for each in itself:
        print(each.gi_running, each.gi_suspended, each.gi_yieldfrom)


def relay(source):
    yield from source


chain = []
innermost = resumes(chain)
middle = relay(innermost)
top = relay(middle)
chain += [top, middle, innermost]
print(next(top), next(top), top.gi_yieldfrom is middle, middle.gi_yieldfrom is innermost)
print(top.gi_running, middle.gi_suspended, list(top))

innermost = iter(echo("z"))
middle = relay(innermost)
top = relay(middle)
print(next(top), next(innermost), next(middle), end=" ")
try:
    next(top)
except StopIteration as stop:
    print("ended", stop.value)


def handled():
    yield sys.exception()
    try:
        raise OSError("inner")
    except OSError:
        yield sys.exception()
    yield sys.exception()


def handles():
    try:
        raise TypeError("outer")
    except TypeError:
        yield from relay(handled())
    yield sys.exception()


for error in handles():
    print(repr(error))


def deep(depth):
    if depth:
        yield from deep(depth - 1)
    else:
        yield "bottom"
        yield "of it all"


print(list(deep(100)), next(deep(300)))


def bottomless():
    yield from bottomless()


try:
    next(bottomless())
except RecursionError as error:
    print(error)


def mixed():
    yield from [1, 2]
    yield from relay(iter([3]))
    got = yield from (number for number in (4, 5))
    yield from "ab"
    return got


print(list(relay(relay(mixed()))))


def empty():
    return "nothing"
    yield


def many():
    found = []
    for _ in range(1000):
        found.append((yield from empty()))
    yield len(found)
    return found[0]


def value_of(source):
    value = yield from source
    yield value


print(list(value_of(value_of(many()))))
