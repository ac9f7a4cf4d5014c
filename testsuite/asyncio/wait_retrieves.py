"""Waiting for the first exception retrieves it, as CPython's `wait` asks each future for its own; where all are done, none is asked."""
import asyncio


async def fail(turns, error):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise error


async def until(return_when, *turns):
    print(return_when, turns)
    tasks = [asyncio.create_task(fail(n, KeyError(n)), name=f"{return_when} {n}") for n in turns]
    done, pending = await asyncio.wait(tasks, return_when=return_when)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"], context["future"].get_name()))
    await until(asyncio.FIRST_EXCEPTION, 1, 30)
    await until(asyncio.FIRST_EXCEPTION, 1)
    await until(asyncio.FIRST_EXCEPTION, 1, 1)
    await until(asyncio.FIRST_COMPLETED, 1, 30)
    await until(asyncio.ALL_COMPLETED, 1, 2)


asyncio.run(main())
