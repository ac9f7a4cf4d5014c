"""A task or a coroutine where a list of them belongs: the class is told by its short name."""
import asyncio


async def work():
    pass


async def main():
    task = asyncio.create_task(work())
    for what in (task, asyncio.get_running_loop().create_future()):
        try:
            await asyncio.wait(what)
        except TypeError as error:
            print(error)
        try:
            asyncio.as_completed(what)
        except TypeError as error:
            print(error)
    await task


asyncio.run(main())
