from .prices import price_of
from . import prices as _prices


class Item:
    kind = "item"

    def __init__(self, name, count=1):
        self.name = name
        self.count = count

    def __str__(self):
        return f"{self.name} x {self.count}"

    __repr__ = __str__

    def double(self):
        return self.count * 2

    def worth(self):
        return price_of(self.name) * self.count


def make(name, count):
    item = Item(name, count)
    assert item.worth() == _prices.PRICES[name] * count
    return item
