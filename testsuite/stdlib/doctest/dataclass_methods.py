"""What of a dataclass's methods doctest looks at: those that are the class's own."""
import dataclasses
import doctest


@dataclasses.dataclass(order=True)
class Point:
    """
    >>> Point(1, 2)
    Point(x=1, y=2)
    """

    x: int
    y: int


print(Point.__init__.__module__, Point.__replace__.__module__, Point.__replace__.__qualname__)
doctest.testmod(verbose=True)
try:
    Point(1, 2).__replace__(3)
except TypeError as error:
    print(error)
