"""Coroutine methods of several classes awaited in one place, and the tracebacks of what they raise"""
import asyncio
import traceback

class Base:
    @property
    def value(self):
        return self.compute() + 1

    @value.setter
    def value(self, new):
        self.check(new)
        self._value = new

    def compute(self):
        raise NotImplementedError("compute")

    @staticmethod
    def check(new):
        if new < 0:
            raise ValueError(f"bad {new}")

    @classmethod
    def build(cls, *args, **kwargs):
        return cls(*args, **kwargs)

    async def handle(self, item):
        raise NotImplementedError

class One(Base):
    def compute(self):
        return 1 // self.zero

    def __init__(self, zero=0):
        self.zero = zero

    async def handle(self, item):
        await asyncio.sleep(0)
        return ("one", item)

class Two(Base):
    def compute(self):
        return [][self.n]

    n = 3

    async def handle(self, item):
        return {"two": item}[self.key]

    key = "two"

class Three(Base):
    async def handle(self, item):
        return item + 1

def try_it(thing):
    try:
        print(thing.value)
    except Exception:
        traceback.print_exc()
    try:
        thing.value = -1
    except Exception:
        traceback.print_exc()

for each in (One(), Two(), Three(), One.build(zero=2), One.build(1)):
    try_it(each)

async def main():
    for each in (One(), Two()):
        print(await each.handle(5))
        await each.handle(6)
        task = asyncio.create_task(each.handle(7))
        print(await task)
        print(await asyncio.gather(each.handle(8), each.handle(9)))
        coroutine = each.handle(10)
        print(type(coroutine).__name__, await coroutine)
    for each in (One(), Two(), Three()):
        try:
            print(await each.handle("x"))
        except TypeError:
            traceback.print_exc()
        result = (await each.handle(1), 2)
        print(result)
    Two.key = "three"
    for each in (One(), Two(), Three()):
        got = await each.handle(2.5)
        print(got)

asyncio.run(main())
