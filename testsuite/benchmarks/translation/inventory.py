# A part of the programs that scripts/bench_translation makes: classes, containers and loops.
class Item_0:
    """Something in the stock."""

    def __init__(self, name, price, quantity=1):
        self.name = name
        self.price = price
        self.quantity = quantity
        self.tags = []

    def total(self):
        return self.price * self.quantity

    def tag(self, *names):
        for name in names:
            if name not in self.tags:
                self.tags.append(name)
        return self

    def __repr__(self):
        return f"Item({self.name!r}, {self.price:.2f}, {self.quantity})"


class Perishable_0(Item_0):
    def __init__(self, name, price, quantity, days):
        super().__init__(name, price, quantity)
        self.days = days

    def total(self):
        if self.days < 3:
            return super().total() / 2
        return super().total()


class OutOfStock_0(Exception):
    def __init__(self, name, wanted, there):
        super().__init__(f"{name}: wanted {wanted}, there are {there}")
        self.name = name


class Stock_0:
    def __init__(self):
        self.items = {}
        self.log = []

    def add(self, item):
        known = self.items.get(item.name)
        if known is None:
            self.items[item.name] = item
        else:
            known.quantity += item.quantity
        self.log.append(("add", item.name, item.quantity))

    def take(self, name, count):
        if name not in self.items:
            raise KeyError(name)
        item = self.items[name]
        # Nothing is sold that isn't there.
        if item.quantity < count:
            raise OutOfStock_0(name, count, item.quantity)
        item.quantity -= count
        self.log.append(("take", name, count))
        return item.price * count

    def value(self):
        return sum(item.total() for item in self.items.values())

    def by_tag(self):
        groups = {}
        for item in self.items.values():
            for tag in item.tags:
                groups.setdefault(tag, []).append(item.name)
        return {tag: sorted(names) for tag, names in sorted(groups.items())}


def fill_0(stock):
    for number in range(10):
        stock.add(Item_0(f"bolt{number % 4}", 0.25 * (number + 1), number + 2).tag("metal", "small"))
    stock.add(Perishable_0("milk", 1.2, 12, 2).tag("food"))
    stock.add(Perishable_0("bread", 2.5, 4, 5).tag("food", "small"))


def sell_0(stock, orders):
    earned = 0.0
    failed = []
    for name, count in orders:
        try:
            earned += stock.take(name, count)
        except OutOfStock_0 as error:
            failed.append(str(error))
        except KeyError as error:
            failed.append(f"unknown: {error}")
        finally:
            stock.log.append(("order", name, count))
    return earned, failed


def inventory_0():
    stock = Stock_0()
    fill_0(stock)
    earned, failed = sell_0(stock, [("bolt0", 3), ("milk", 20), ("nut", 1), ("bread", 2)])
    print(f"{earned:.2f} earned, {stock.value():.2f} left")
    for line in failed:
        print("-", line)
    for tag, names in stock.by_tag().items():
        print(tag, ", ".join(names))
    print(len(stock.log), stock.items["bread"])
