# wait: all, the first one, the first error, a time limit.
import asyncio


async def value(n, delay):
    await asyncio.sleep(delay)
    return n


async def failing(delay):
    await asyncio.sleep(delay)
    raise OSError("failed")


def results(tasks):
    return sorted(task.result() for task in tasks)


async def main():
    tasks = [asyncio.create_task(value(n, 0.01 * n)) for n in range(3)]
    done, pending = await asyncio.wait(tasks)
    print(results(done), len(pending))
    tasks = [asyncio.create_task(value(n, 0.02 * n)) for n in (1, 2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(results(done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=0)
    print(len(done), len(pending))
    await asyncio.wait(pending)
    tasks = [asyncio.create_task(failing(0.01)), asyncio.create_task(value("late", 0.05))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(task.exception()) for task in done], len(pending))
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)
    print([task.cancelled() for task in pending])
    for bad in ([], [value(1, 0)]):
        try:
            await asyncio.wait(bad)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
        for coroutine in bad:
            coroutine.close()


asyncio.run(main())
