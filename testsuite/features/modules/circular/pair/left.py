import pair
from . import right as RIGHT

print("left begins", hasattr(pair, "NAMES"))
NAME = "left"


def value():
    return RIGHT.NAME + " from left"
