# When a gathering future is done: in the turn of its last child's callback, whatever else its children have told before.
import asyncio


async def after(turns, value):
    for _ in range(turns):
        await asyncio.sleep(0)
    return value


async def failing(turns, message):
    for _ in range(turns):
        await asyncio.sleep(0)
    raise ValueError(message)


def show(name):
    return lambda future: print(name, "exception" if future.exception() else future.result())


async def watch(turns):
    for turn in range(turns):
        print("turn", turn)
        await asyncio.sleep(0)


async def ends(tasks, **options):
    """Gathers the tasks, each of which and the whole print when they're done."""
    for index, task in enumerate(tasks):
        task.add_done_callback(show(f"task {index}:"))
    gathered = asyncio.gather(*tasks, **options)
    gathered.add_done_callback(show("gathered:"))
    for index, task in enumerate(tasks):
        task.add_done_callback(show(f"again {index}:"))
    print(gathered.done())
    await watch(6)
    return gathered


async def plain(tasks):
    """The same without callbacks on the tasks, so that only the gathering future waits for them."""
    gathered = asyncio.gather(*tasks)
    gathered.add_done_callback(show("gathered:"))
    await watch(5)
    return gathered


async def with_options(tasks):
    gathered = asyncio.gather(*tasks, return_exceptions=True)
    gathered.add_done_callback(lambda future: print("all:", future.result()))
    await watch(5)


def make(*jobs):
    return [asyncio.create_task(job) for job in jobs]


async def sums():
    tasks = [asyncio.create_task(after(i % 3, i)) for i in range(20)]
    results = await asyncio.gather(*tasks)
    print(sum(results), results[3] + 1, results)
    words = [asyncio.create_task(after(0, text)) for text in ("a", "b")]
    first, second = await asyncio.gather(words[0], words[1])
    print(first + second, await asyncio.gather(*words, *tasks[:2]))
    mixed = await asyncio.gather(asyncio.create_task(after(1, 2)), asyncio.create_task(after(0, "two")))
    print(mixed)


async def main():
    await ends(make(after(1, "a"), after(0, "b"), after(1, "c")))
    await ends(make(after(0, "a"), failing(0, "b"), after(0, "c")), return_exceptions=True)
    await plain(make(after(1, "a"), after(0, "b"), after(2, "c")))
    gathered = await plain(make(failing(1, "first"), after(1, "b"), after(1, "c"), failing(2, "second")))
    print(repr(gathered.exception()))
    await with_options(make(failing(0, "a"), after(0, "b"), after(0, "c")))
    await with_options(make(after(0, "a"), after(0, "b"), failing(0, "c")))
    # Two wait for the same task.
    shared = asyncio.create_task(after(0, "shared"))
    both = asyncio.gather(asyncio.gather(shared, *make(after(0, "x"))), asyncio.gather(shared, *make(after(0, "y"))), shared)
    both.add_done_callback(show("both:"))
    await watch(5)
    # Some are done already.
    done = asyncio.create_task(after(0, "done"))
    await done
    print(await asyncio.gather(done, after(0, 1), done))
    # Cancelled from outside, when some have ended.
    tasks = make(after(0, "a"), after(9, "b"), after(0, "c"))
    gathered = asyncio.gather(*tasks)
    await watch(2)
    print(gathered.cancel(), gathered.done())
    try:
        await gathered
    except asyncio.CancelledError:
        print("cancelled", [task.cancelled() for task in tasks])
    await sums()
    futures = [asyncio.get_running_loop().create_future() for _ in range(3)]
    gathered = asyncio.gather(*futures)
    gathered.add_done_callback(show("futures:"))
    for value in (2, 0, 1):
        futures[value].set_result(value)
        print("set", value, gathered.done())
    await watch(2)


asyncio.run(main())
