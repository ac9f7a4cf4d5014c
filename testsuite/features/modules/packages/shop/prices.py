"""Prices."""
print("prices run as", __name__, "in", __package__)
PRICES = {"lamp": 12.5, "cup": 2.0}
TAX = 7


def label(value):
    return f"[{value}]"


def labelled(value):
    return label(value)


def price_of(name):
    return PRICES[name]


def total(amounts):
    result = 0
    for amount in amounts:
        result += amount * TAX
    return result


def with_tax(amount):
    return amount + TAX
