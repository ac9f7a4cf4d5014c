"""Which names are near enough to be suggested for short ones."""
import traceback


class Place:
    def __init__(self):
        self.p1 = 1
        self.width = 2

    def at(self, xy=None):
        pass


place = Place()
for name in ("p2", "pr", "a", "it", "widht", "P1", "q"):
    try:
        getattr(place, name)
    except AttributeError as error:
        print(traceback.format_exception_only(error)[-1], end="")
try:
    place.at(xx=1)
except TypeError as error:
    print(error)
