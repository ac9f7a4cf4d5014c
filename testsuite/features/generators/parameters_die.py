# What a generator was given dies when it has come to its end, not when the generator does.
import asyncio


class Given:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def plain(first, second, n=0):
    third = Given("local")
    yield n
    n += 1
    yield n


def closing(given):
    try:
        yield given.name
    finally:
        print("closing", given.name)


def captured(given):
    yield lambda: given


class Walker:
    def __init__(self, name):
        self.given = Given(name)

    def __iter__(self):
        yield 1


generator = plain(Given("first"), Given("second"))
print(list(generator))
print("after plain")
other = closing(Given("fifth"))
print(next(other))
print(next(other, "end"))
print("after closing")
holder = captured(Given("sixth"))
print(next(holder)().name)
print(next(holder, "end"))
walk = iter(Walker("seventh"))
print(list(walk))
print("after walk")
never = closing(Given("never"))
del never
print("after never")


async def numbers():
    try:
        n = 0
        while True:
            await asyncio.sleep(0)
            yield n
            n += 1
    finally:
        print("numbers closed")


async def take(count, source):
    async for each in source:
        yield each
        count -= 1
        if count == 0:
            break


async def given_to(given):
    yield given.name


async def main():
    taken = take(2, numbers())
    print([n async for n in taken])
    print("taken")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("slept")
    some = given_to(Given("eighth"))
    print([n async for n in some])
    print("after some")


asyncio.run(main())
