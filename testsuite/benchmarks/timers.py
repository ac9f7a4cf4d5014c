# Sleeps of scattered lengths at the same time, and deadlines that are nearly always given up.
import asyncio


async def nap(n):
    await asyncio.sleep((n * 7919 % 1000) / 10000)
    return n % 5


async def quick(n):
    await asyncio.sleep(0)
    return n


async def main():
    total = sum(await asyncio.gather(*[nap(n) for n in range(40000)]))
    for n in range(40000):
        total += await asyncio.wait_for(quick(n), 60)
    print(total)


asyncio.run(main())
