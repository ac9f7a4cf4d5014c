# Coroutines gathered straight from their calls, in a tree, and a list of them unpacked.
import asyncio


async def leaf(n):
    await asyncio.sleep(0)
    return n % 7


async def tree(depth, n):
    if depth == 0:
        return await leaf(n)
    left, middle, right = await asyncio.gather(tree(depth - 1, 3 * n), tree(depth - 1, 3 * n + 1), tree(depth - 1, 3 * n + 2))
    return left + middle + right


async def main():
    total = 0
    for round in range(8):
        total += await tree(8, round)
        total += sum(await asyncio.gather(*[leaf(n) for n in range(10000)]))
    print(total)


asyncio.run(main())
