# Generators: laziness, send, throw, close, return values and yield from.
def count(stop):
    print("started")
    for n in range(stop):
        yield n
    print("ended")


counter = count(3)
print(next(counter), list(counter), next(counter, "nothing left"))


def averager():
    total, n, average = 0, 0, None
    while True:
        value = yield average
        total += value
        n += 1
        average = total / n


average = averager()
next(average)
print(average.send(10), average.send(20), average.send(30))
average.close()


def guarded():
    try:
        yield 1
        yield 2
    except ValueError as error:
        print("caught", error)
        yield "recovered"
    finally:
        print("cleaned up")


generator = guarded()
print(next(generator), generator.throw(ValueError("thrown in")))
generator.close()


def inner():
    received = yield "first"
    return f"inner got {received}"


def outer():
    result = yield from inner()
    yield result
    yield from "ab"
    yield from (x * x for x in range(3))


generator = outer()
print(next(generator), generator.send("a letter"), *generator)

try:
    next(generator)
except StopIteration as stop:
    print("stopped", stop.value)
print(sum(x for x in range(1000) if x % 3 == 0), max(len(word) for word in ["a", "bcd", "ef"]))
