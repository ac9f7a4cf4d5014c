# Awaited calls that never suspend: a recursion over coroutines.
import asyncio


async def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return await ackermann(m - 1, 1)
    return await ackermann(m - 1, await ackermann(m, n - 1))


async def main():
    total = 0
    for _ in range(240):
        total += await ackermann(2, 60)
    print(total)


asyncio.run(main())
