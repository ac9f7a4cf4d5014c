# Two bounded queues in a row: producers, workers and a consumer that wait for each other.
import asyncio


async def produce(numbers, first, count):
    for n in range(first, first + count):
        await numbers.put(n)


async def work(numbers, squares):
    while True:
        n = await numbers.get()
        if n < 0:
            break
        await squares.put(n * n % 1009)
        numbers.task_done()


async def consume(squares, count):
    total = 0
    for _ in range(count):
        total = (total * 3 + await squares.get()) % 1000003
    return total


async def main():
    numbers, squares = asyncio.Queue(16), asyncio.Queue(8)
    workers = [asyncio.create_task(work(numbers, squares)) for _ in range(3)]
    consumer = asyncio.create_task(consume(squares, 300000))
    await asyncio.gather(*[produce(numbers, first, 100000) for first in (0, 5000, 70000)])
    for _ in workers:
        await numbers.put(-1)
    await asyncio.gather(*workers)
    print(await consumer)


asyncio.run(main())
