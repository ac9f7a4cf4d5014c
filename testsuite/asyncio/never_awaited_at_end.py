# A coroutine that nobody awaits until the program ends, when no code runs any more that it could be put down to.
import asyncio


async def job():
    pass


async def main():
    await job()


waiting = job()
asyncio.run(main())
print("end")
