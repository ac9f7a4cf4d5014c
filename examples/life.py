"""Conway's game of life on a torus: a glider crosses the field while a blinker blinks.

Shows sets of tuples, comprehensions and arithmetic that inference turns into plain machine code.
"""
import asyncio

WIDTH, HEIGHT = 16, 8
GLIDER = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
BLINKER = {(10, 4), (11, 4), (12, 4)}


def neighbours(x, y):
    return [((x + dx) % WIDTH, (y + dy) % HEIGHT) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]


def step(alive):
    counts = {}
    for cell in alive:
        for neighbour in neighbours(*cell):
            counts[neighbour] = counts.get(neighbour, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in alive)}


def show(generation, alive):
    print(f"generation {generation}, {len(alive)} alive")
    for y in range(HEIGHT):
        print("".join("#" if (x, y) in alive else "." for x in range(WIDTH)))


async def generations(alive, count):
    for generation in range(count + 1):
        yield generation, alive
        alive = step(alive)
        await asyncio.sleep(0)


async def main():
    async for generation, alive in generations(GLIDER | BLINKER, 12):
        if generation % 4 == 0:
            show(generation, alive)


asyncio.run(main())
