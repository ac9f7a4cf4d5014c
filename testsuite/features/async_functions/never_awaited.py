# The warning about a forgotten await, with its line.
import asyncio


async def work():
    print("never printed")


async def main():
    work()
    print("done")


asyncio.run(main())
