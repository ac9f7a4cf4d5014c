# What generators do when they're sent to, thrown into, closed, delegated to and dropped.
def g(n):
    try:
        for i in range(n):
            got = yield i
            if got: print("got", got)
    except ValueError as e:
        print("caught", e)
        yield -1
    finally:
        print("closing")
    return "done"
it = g(3)
print(next(it), it.send("a"), it.throw(ValueError("x")))
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)
def outer():
    r = yield from g(2)
    print("r", r)
    yield from [10, 20]
print(list(outer()))
it = g(5); next(it); it.close()
it = g(5); next(it); del it
print("after del")
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
for x in fib():
    if x > 50: break
    print(x, end=" ")
print()
print(sum(x * x for x in range(10) if x % 2))
gen = (i for i in range(3))
print(gen.__next__(), list(gen), list(gen))
def early():
    yield 1
    return
    yield 2
print(list(early()))
def nested():
    def inner():
        yield from range(3)
    return [x for x in inner()]
print(nested())
try:
    g(1).send(5)
except TypeError as e:
    print(e)
def bad():
    yield 1
    raise StopIteration("x")
try:
    list(bad())
except RuntimeError as e:
    print(type(e), e, repr(e.__cause__))
def running():
    yield next(me)
me = running()
try: next(me)
except ValueError as e: print(e)
