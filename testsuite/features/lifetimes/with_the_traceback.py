"""What the variables of a failing function hold lives as long as the error that left it."""
import asyncio
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def fails(argument):
    first = Noisy("first")
    second = Noisy("second")
    raise ValueError(argument.name)


def passes():
    outer = Noisy("outer")
    fails(Noisy("argument"))


try:
    passes()
except ValueError as error:
    print("caught", error)
print("after")


def handled():
    kept = Noisy("kept")
    try:
        fails(Noisy("inner"))
    except ValueError:
        print("handling")
    print("handled")


handled()


class Method:
    def __del__(self):
        print("del method's self")

    def fail(self):
        data = [Noisy("in list")]
        raise KeyError("k")


try:
    Method().fail()
except KeyError:
    print("caught method")

kept_error = None


def keeps():
    global kept_error
    local = Noisy("with error")
    kept_error = RuntimeError("kept")
    raise kept_error


try:
    keeps()
except RuntimeError:
    print("caught keeps")
print("still")
kept_error = None
print("gone")


async def coroutine():
    local = Noisy("coroutine's local")
    await asyncio.sleep(0)
    raise ValueError("c")


async def awaiting():
    local = Noisy("awaiting's local")
    await coroutine()


async def main():
    try:
        await awaiting()
    except ValueError:
        print("caught in main")
    print("main goes on")


asyncio.run(main())


def generator():
    local = Noisy("generator's local")
    yield 1
    raise ValueError("g")


try:
    for _ in generator():
        pass
except ValueError:
    print("caught generator")


def closure():
    captured = Noisy("captured")

    def inner():
        raise ValueError(captured.name)

    inner()


try:
    closure()
except ValueError:
    print("caught closure")


def watched():
    target = Noisy("watched")
    global watcher
    watcher = weakref.ref(target)
    raise ValueError


try:
    watched()
except ValueError:
    print("alive", watcher() is not None)
print("dead", watcher() is None)


def nested():
    one = Noisy("one")
    try:
        two = Noisy("two")
        raise ValueError("v")
    except ValueError:
        raise TypeError("t")


try:
    nested()
except TypeError as error:
    print(repr(error.__context__))
print("end")

def loop():
    for each in [Noisy("a"), Noisy("b")]:
        raise ValueError


try:
    loop()
except ValueError:
    print("caught loop")


class Bad:
    def __init__(self):
        self.attribute = Noisy("attribute")
        raise ValueError


try:
    Bad()
except ValueError:
    print("caught init")
