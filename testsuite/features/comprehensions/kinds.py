# Comprehensions of each kind, nested, with conditions, and their scopes.
import asyncio

print([x * y for x in range(4) if x % 2 for y in range(3) if y != x])
print({x: x * x for x in range(5)}, {c for c in "a"}, {len(w) for w in ["x", "yy", "zz"]})
print([[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)])
print([(a, b) for a, b in {"k": 1}.items()], dict((x, str(x)) for x in range(3)))
x = "outer"
print([x for x in range(3)], x)
print(any(n > 3 for n in range(5)), all([]), sorted((n % 3, n) for n in range(5)))


class Table:
    size = 3
    rows = [n * 2 for n in range(size)]


print(Table.rows)


async def values(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def square(n):
    return n * n


async def main():
    print([i async for i in values(4) if i % 2 == 0])
    print({i: await square(i) async for i in values(3)})
    print([await square(i) for i in range(3)], {j async for j in values(2)})
    print([i * j for i in range(2) async for j in values(3)])


asyncio.run(main())
