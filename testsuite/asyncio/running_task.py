# The repr of a task that runs shows its line, and asyncio's warnings the caller's.
import asyncio


def show(text):
    """Without folders and what CPython itself calls when the task ends."""
    head, _, place = text.partition(" running at ")
    print(head, place.rpartition("/")[2] if " cb=" not in place else place.partition("> ")[0].rpartition("/")[2])


async def inner():
    task = asyncio.current_task()
    show(repr(task))


async def main():
    task = asyncio.current_task()
    show(f"{task}")
    text = f"{task}"
    show(text)
    await asyncio.sleep(0)
    show(str(task))
    other = asyncio.create_task(inner(), name="other")
    show(repr(other))
    await other
    for each in asyncio.all_tasks():
        show(format(each))
    print(asyncio.Future())


def get_loop():
    return asyncio.get_event_loop()


loop = get_loop()
loop.run_until_complete(main())
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.Future()
except RuntimeError as error:
    print(error)
get_loop()
