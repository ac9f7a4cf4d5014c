"""A coffee shop: orders arrive while two baristas work, each drink takes its own time, and the day's takings are counted.

Shows tasks, gather, futures as hand-overs between tasks, and a class with a little state.
"""
import asyncio

MENU = {"espresso": (2.2, 0.02), "latte": (3.8, 0.05), "tea": (2.5, 0.03)}


class Order:
    def __init__(self, number, guest, drink):
        self.number = number
        self.guest = guest
        self.drink = drink
        self.ready = asyncio.get_running_loop().create_future()

    def __repr__(self):
        return f"#{self.number} {self.drink} for {self.guest}"


class Shop:
    def __init__(self):
        self.waiting = []
        self.takings = 0.0
        self.closed = False

    def take(self, order):
        self.waiting.append(order)
        self.takings += MENU[order.drink][0]
        print(f"ordered {order}")

    async def work(self):
        made = 0
        while self.waiting or not self.closed:
            if not self.waiting:
                await asyncio.sleep(0.005)
                continue
            order = self.waiting.pop(0)
            await asyncio.sleep(MENU[order.drink][1])
            order.ready.set_result(order.drink)
            made += 1
        return made


async def guest(shop, number, name, drink, arrives):
    await asyncio.sleep(arrives)
    order = Order(number, name, drink)
    shop.take(order)
    served = await order.ready
    return f"{name} drinks the {served}"


async def main():
    shop = Shop()
    workers = [asyncio.create_task(shop.work(), name=barista) for barista in ("Ada", "Brian")]
    visits = [("Cleo", "latte", 0.0), ("Dan", "espresso", 0.01), ("Eve", "tea", 0.03), ("Finn", "latte", 0.07)]
    stories = await asyncio.gather(*(guest(shop, number, *visit) for number, visit in enumerate(visits, 1)))
    shop.closed = True
    made = await asyncio.gather(*workers)
    for story in stories:
        print(story)
    print(f"{sum(made)} drinks, takings {shop.takings:.2f}")


asyncio.run(main())
