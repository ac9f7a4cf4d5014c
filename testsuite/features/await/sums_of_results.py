"""Sums of what awaits and calls give: each result is read once, unless a variable has it too."""
import asyncio


async def late(n):
    await asyncio.sleep(0)
    return n


async def both(n):
    total = await late(n) + await late(n)
    try:
        total = await late(total) + await late(1)
    finally:
        print("finally", total)
    return await late(total) + await late(-total + 5)


class Box:
    def __init__(self, n):
        self.n = n

    def get(self):
        return self.n

    def twice(self):
        self.n = self.get() + self.get()
        return self.get() + self.get()


def chain(n):
    values = [step() + step() for step in (lambda: n, lambda: n + 1)]
    x = (y := int(n)) + int("7")
    return values, x, y, int(n) + int(n)


async def main():
    print(await both(3), await both(2**62 - 1))
    print(await asyncio.gather(both(1), both(2**61)))
    box = Box(2**61)
    print(box.twice(), box.n, chain(5), chain(2**63))


asyncio.run(main())
