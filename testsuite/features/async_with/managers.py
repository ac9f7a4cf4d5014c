# Async context managers, alone, nested, leaving by exception and by return.
import asyncio


class Connection:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open", self.name)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("close", self.name, repr(error))
        return self.swallow


async def early():
    async with Connection("early") as connection:
        return connection.name


async def main():
    async with Connection("one") as one, Connection("two") as two:
        print(one.name, two.name)
    async with Connection("quiet", swallow=True):
        raise ValueError("swallowed")
    try:
        async with Connection("loud"):
            await asyncio.sleep(0)
            raise ValueError("heard")
    except ValueError as error:
        print("caught", error)
    print(await early())
    try:
        async with object():
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
