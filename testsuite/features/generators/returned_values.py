# What a generator returns is for `yield from` and StopIteration alone: everything else that goes over it just ends there.
def numbers(count, result):
    for number in range(count):
        yield number
    return result


def nothing(result):
    if result:
        return result
    yield "never"


for make in (lambda: numbers(2, "end"), lambda: nothing([1])):
    print(list(make()), tuple(make()), set(make()), [*make()], sorted(make()), dict(zip(make(), make())))
    print(list(map(str, make())), list(enumerate(make())), list(filter(None, make())), sum(make()), max(make(), default=-1))
    print([item for item in make()], any(make()), all(make()), 1 in make(), ",".join(map(str, make())))
    for item in make():
        print("item", item)
    for item in iter(make()):
        print("item", item)

first, second = numbers(2, 5)
head, *tail = numbers(3, 5)
print(first, second, head, tail)
try:
    first, second = nothing("x")
except ValueError as error:
    print(error)


def end_of(iterator, ask):
    try:
        while True:
            ask(iterator)
    except StopIteration as end:
        return end.value, end.args


for iterator in (numbers(1, "end"), numbers(1, None), iter([1])):
    print(end_of(iterator, next), end_of(iterator, next), next(iterator, "default"))
    print(end_of(iterator, lambda asked: asked.__next__()))


class Traced:
    def __del__(self):
        print("gone")


def returns_traced():
    yield 1
    return Traced()


for item in returns_traced():
    print(item)
print(list(returns_traced()))
print("after the loop")


def delegating():
    got = yield from numbers(1, "inner result")
    yield got
    return (yield from nothing("last"))


print(list(delegating()), end_of(delegating(), next))


def over_range():
    got = yield from range(2)
    yield "got", got


thrown_at = over_range()
print(next(thrown_at), thrown_at.throw(StopIteration("thrown")))
