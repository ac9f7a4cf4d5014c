# Coroutines of the library that nobody awaits, and the program's own inside of them.
import asyncio


async def job():
    pass


async def main():
    asyncio.sleep(1)
    nap = asyncio.sleep(2)
    del nap
    asyncio.wait_for(job(), 1)
    closed = asyncio.sleep(3)
    closed.close()
    await asyncio.wait_for(job(), 1)
    print("end")


asyncio.run(main())
