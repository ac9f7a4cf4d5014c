# Errors that reach back to themselves through the coroutines that they passed don't pile up.
import asyncio
import gc
import weakref


class Connection:
    living = 0

    def __init__(self):
        Connection.living += 1
        self.error = None

    def __del__(self):
        Connection.living -= 1

    async def fetch(self):
        await asyncio.sleep(0)
        kept = self
        value = await self.inner()
        return value, kept

    async def inner(self):
        self.error = ValueError("refused")
        raise self.error


class Silent:
    def __init__(self):
        self.error = None
        self.buffer = [0] * 100


async def read(silent):
    silent.error = LookupError("lost")
    await asyncio.sleep(0)
    raise silent.error


async def follow(silent):
    task = asyncio.create_task(read(silent))
    await task
    return task


async def main():
    most = 0
    for number in range(20_000):
        try:
            await Connection().fetch()
        except ValueError:
            pass
        most = max(most, Connection.living)
    print("with finalisers:", "bounded" if most < 15_000 else f"grew to {most}")

    gc.collect()
    before = len(gc.get_objects())
    most = 0
    for number in range(20_000):
        try:
            await follow(Silent())
        except LookupError:
            pass
        if number % 1_000 == 0:
            most = max(most, len(gc.get_objects()) - before)
    print("without:", "bounded" if most < 60_000 else f"grew to {most}")


async def numbers():
    yield 1


async def thrown():
    generator = numbers()
    print(await anext(generator))
    dead = weakref.ref(generator)
    try:
        await generator.athrow(ValueError("thrown"))
    except ValueError as error:
        print(error)
    del generator
    print(dead())


asyncio.run(main())
asyncio.run(thrown())
