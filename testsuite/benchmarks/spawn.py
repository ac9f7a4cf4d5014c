# Short tasks by the thousand: made, run once, gathered.
import asyncio


async def square(n):
    return n * n


async def main():
    total = 0
    for _ in range(150):
        total += sum(await asyncio.gather(*[asyncio.create_task(square(n)) for n in range(1000)]))
    print(total)


asyncio.run(main())
