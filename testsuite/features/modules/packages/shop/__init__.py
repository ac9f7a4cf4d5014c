"""A shop."""
print("shop begins")
from . import prices
from .parts import wheels
from .models import Item

VERSION = "1.2"


def first_price():
    return prices.price_of("lamp")


print("shop ends", __name__, wheels.SIZES)
