"""Packages, relative imports, submodules as attributes, and what modules have."""
import shop
import shop.parts.wheels as wheels
import shop.models
from shop import prices, VERSION
from shop.parts import bolts
from shop.models import Item as Thing, make
from plain import hidden
import plain.hidden as also_hidden

print("main runs as", __name__, __package__)
item = make("lamp", 3)
print(item, Thing("cup"), isinstance(item, shop.models.Item), type(item).__module__)
print(VERSION, shop.VERSION, shop.prices is prices, shop.parts.wheels is wheels, shop.parts.bolts is bolts)
print(wheels.SIZES, wheels.describe(2), bolts.count())
print(prices.total([1, 2, 3]), prices.PRICES["lamp"], prices.__name__, prices.__package__, shop.__package__)
print(prices.__doc__, shop.__doc__, hidden.__doc__)
print(hidden is also_hidden, hidden.where())
print([name.rpartition("/")[2] for name in (shop.__file__, prices.__file__)], shop.__path__[0].rpartition("/")[2])

# Stores into modules are seen everywhere, whoever reads.
prices.TAX = 10
print(prices.total([1, 2, 3]), prices.with_tax(1), prices.TAX)
prices.PRICES = {"lamp": "free"}
print(prices.price_of("lamp"), shop.first_price())
prices.label = lambda value: f"<{value}>"
print(prices.labelled(4))
prices.brand_new = "set from outside"
print(prices.brand_new, hasattr(prices, "old"))
del prices.brand_new
print(hasattr(prices, "brand_new"))
del prices.TAX
try:
    prices.with_tax(1)
except NameError as error:
    print("NameError:", error)
try:
    print(prices.TAX)
except AttributeError as error:
    print("AttributeError:", error)
setattr(prices, "TAX", 5)
print(prices.with_tax(1), getattr(prices, "TAX"))


class Sub(shop.models.Item):
    def __str__(self):
        return "sub of " + super().__str__()


print(Sub("x", 2), Sub("x", 2).double(), [base.__name__ for base in Sub.__mro__])


def late():
    import shop.parts.late as module
    from shop.parts.late import VALUE

    return module.VALUE + VALUE


print("before late")
print(late(), late())
print(shop.parts.late.VALUE)
