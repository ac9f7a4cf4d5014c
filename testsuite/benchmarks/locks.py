# Locks and semaphores that tasks contend for, and events that two tasks hand to each other.
import asyncio


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = asyncio.Lock()


async def deposit(account, times):
    for n in range(times):
        async with account.lock:
            seen = account.balance
            await asyncio.sleep(0)
            account.balance = seen + n % 3


async def limited(semaphore, times):
    entered = 0
    for _ in range(times):
        async with semaphore:
            await asyncio.sleep(0)
            entered += 1
    return entered


async def ping(mine, other, times):
    for _ in range(times):
        await mine.wait()
        mine.clear()
        other.set()


async def main():
    account, semaphore = Account(), asyncio.Semaphore(4)
    await asyncio.gather(*[deposit(account, 500) for _ in range(50)])
    entered = await asyncio.gather(*[limited(semaphore, 500) for _ in range(50)])
    left, right = asyncio.Event(), asyncio.Event()
    left.set()
    await asyncio.gather(ping(left, right, 30000), ping(right, left, 30000))
    print(account.balance, sum(entered))


asyncio.run(main())
