from . import Point

DENSITY = 2.5


class Solid:
    def weight(self):
        raise NotImplementedError

    def describe(self):
        return f"{type(self).__name__} of {self.weight()}"


class Box(Solid):
    def __init__(self, a, b, c):
        self.corner = Point(a, b)
        self.height = c

    def weight(self):
        return self.corner.x * self.corner.y * self.height * DENSITY


class Ball(Solid):
    def __init__(self, radius):
        self.radius = radius

    def weight(self):
        return round(4 / 3 * 3.14159 * self.radius**3 * DENSITY, 3)


def heaviest(solids):
    best = solids[0]
    for solid in solids:
        if solid.weight() > best.weight():
            best = solid
    return best
