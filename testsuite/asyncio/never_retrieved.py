# The complaint about a task whose exception nobody asked for.
import asyncio


async def failing():
    raise ValueError("unseen")


async def main():
    task = asyncio.create_task(failing())
    await asyncio.sleep(0)
    del task
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
