"""A task that awaits itself is told so, with the place where it waits."""
import asyncio


async def inner(task):
    await task


async def main(direct):
    print("x")
    await asyncio.sleep(0)
    me = asyncio.current_task()
    print("y")
    try:
        if direct:
            await me
        else:
            await inner(me)
    except RuntimeError as error:
        print(str(error).partition(" cb=")[0].rpartition("/")[2])

asyncio.run(main(True))
asyncio.run(main(False))

other = asyncio.new_event_loop()
future = other.create_future()


async def waits_elsewhere():
    print("z")
    await asyncio.sleep(0)
    try:
        await future
    except RuntimeError as error:
        print(str(error).partition(" cb=")[0].rpartition("/")[2])


asyncio.run(waits_elsewhere())
other.close()
