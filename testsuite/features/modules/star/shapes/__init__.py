from .more import circle
from .conditional import *

_private = 1
name = __name__


def square(x):
    return x * x
