# What only type checkers see isn't imported, also where the program looks at its globals.
import typing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warehouse import Shelf
if typing.TYPE_CHECKING:
    import warehouse


def first(shelf: "Shelf"):
    return shelf[0]


print(first("ab"), "Shelf" in globals(), TYPE_CHECKING)
