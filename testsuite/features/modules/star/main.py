"""`from module import *`."""
from shapes import *
from shapes.more import *
from math import *
from typing import *

VERSION = "main's own"
from shapes.versions import *

print(square(3), circle(1) > 3, name, VERSION)
print(extra, helper(2), _wanted)
print(sqrt(16), floor(2.5), Optional[int])


def use():
    return square(4) + helper(1)


print(use())
square = lambda x: "rebound"
print(square(3), use.__name__)
try:
    use()
except TypeError as error:
    print(error)
try:
    unlisted
except NameError as error:
    print(error)
try:
    from shapes.wrong import *
except AttributeError as error:
    print(error)
try:
    not_there
except NameError as error:
    print(error)
print(conditional)
