# A pipeline of async generators, and the comprehension that drains it.
import asyncio


async def count(stop):
    for n in range(stop):
        yield n


async def odd(source):
    async for n in source:
        if n % 2:
            yield n


async def squares(source):
    async for n in source:
        yield n * n


async def main():
    total = 0
    for _ in range(30):
        total += sum([n async for n in squares(odd(count(40000)))])
    print(total)


asyncio.run(main())
