"""Geometry in the plane."""
import asyncio


class Point:
    """A point."""

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def length(self):
        return (self.x * self.x + self.y * self.y) ** 0.5


def midpoint(a, b):
    # Halfway between them.
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)


def total_length(points):
    total = 0.0
    for point in points:
        total += point.length()
    return round(total, 6)


async def load(n):
    await asyncio.sleep(0)
    return [Point(i, 0) for i in range(n)]


async def walk(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield Point(i, i)


def double(x):
    return 2 * x


def compose(f, g):
    return lambda x: f(g(x))
