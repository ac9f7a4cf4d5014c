# Timers: many tasks asleep at once, waking in the order of their deadlines.
import asyncio


async def sleeper(n):
    await asyncio.sleep(0.0001 * (n * 7919 % 997))
    return n % 3


async def main():
    print(sum(await asyncio.gather(*(sleeper(n) for n in range(50000)))))


asyncio.run(main())
