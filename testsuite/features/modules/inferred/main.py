"""Types go through modules: classes, containers, coroutines, constants, class hierarchies over files."""
import asyncio
import geometry
import geometry.solids
from geometry import Point, midpoint
from geometry.solids import Box, Solid, heaviest
from settings import LIMIT, RATE, names
import settings


class Crate(Box):
    def weight(self):
        return super().weight() * settings.RATE


async def main():
    points = [Point(x, x + 1) for x in range(3)]
    print(midpoint(points[0], points[2]), geometry.total_length(points))
    solids = [Box(1, 2, 3), Crate(1, 1, 1), geometry.solids.Ball(2)]
    print(heaviest(solids).describe(), [solid.weight() for solid in solids])
    print(await geometry.load(3), await asyncio.gather(geometry.load(1), geometry.load(2)))
    async for point in geometry.walk(2):
        print(point)
    print(LIMIT, RATE, names, settings.bump(), settings.counter, settings.bump())
    settings.counter += 10
    print(settings.counter, settings.bump())
    settings.RATE = "a str now"
    print(RATE, settings.RATE)
    names.append("shared")
    print(settings.names)
    print(isinstance(solids[1], Solid), issubclass(Crate, geometry.solids.Solid))
    print(geometry.compose(geometry.double, settings.increment)(5))


asyncio.run(main())
