# Coroutines that are kept before somebody awaits them: in lists, dicts, variables and attributes, of functions and methods.
import asyncio


class Tree:
    def __init__(self):
        self.visits = []
        self.kept = None

    async def node(self, level, name="root"):
        self.visits.append((level, name))
        if level == 0:
            return 1
        parts = await asyncio.gather(*[self.node(level - 1, f"{name}.{i}") for i in range(2)])
        return sum(parts) + 1

    def keep(self):
        self.kept = self.node(0, "kept")


async def quick(n, *, factor=2):
    return n * factor


async def slow(n):
    await asyncio.sleep(0)
    return n + 1


def order(text, value):
    print("evaluated", text)
    return value


async def fails(n):
    await asyncio.sleep(0)
    raise LookupError(n)


async def main():
    tree = Tree()
    print(await tree.node(2), tree.visits)
    tree.keep()
    print(asyncio.iscoroutine(tree.kept), tree.kept.__qualname__, await tree.kept)
    jobs = {n: slow(n) if n % 2 else quick(n) for n in range(4)}
    print([type(job).__name__ for job in jobs.values()], [await job for job in jobs.values()])
    one = slow(order("one", 1))
    two = quick(order("two", 2), factor=order("factor", 5))
    print(one.cr_code.co_name, two.__name__)
    print(await two, await one)
    pair = (slow(5), slow(6))
    print(await pair[1], await pair[0])
    try:
        await pair[0]
    except RuntimeError as error:
        print(error)
    failing = [fails(1), fails(2)]
    print(await asyncio.gather(*failing, return_exceptions=True))
    unused = slow(7)
    unused.close()
    chosen = slow if tree else quick
    print(await chosen(3), await (lambda: quick(4))())
    results = []
    for job in [slow(n) for n in (1, 2, 3)]:
        results.append(await asyncio.wait_for(job, 5))
    print(results)
    try:
        kept = fails(3)
        await kept
    except LookupError as error:
        print(repr(error), error.__traceback__.tb_next.tb_lineno)
    never = slow(8)
    never = None
    slow(9)
    print("end")


asyncio.run(main())
