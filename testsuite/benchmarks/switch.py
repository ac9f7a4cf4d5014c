# Switches between tasks: each turn of each task is one trip through the ready queue.
import asyncio


async def walker(steps):
    for _ in range(steps):
        await asyncio.sleep(0)
    return steps


async def main():
    print(sum(await asyncio.gather(*(walker(20000) for _ in range(20)))))


asyncio.run(main())
