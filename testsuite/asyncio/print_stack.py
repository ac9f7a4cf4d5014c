"""Task.print_stack, in a program that doesn't import traceback."""
import asyncio
import io


async def napping():
    await asyncio.sleep(0.01)


async def failing():
    raise ValueError("no")


def show(task, **options):
    text = io.StringIO()
    task.print_stack(file=text, **options)
    print(text.getvalue().replace(__file__, "FILE"), end="")


async def main():
    task = asyncio.create_task(napping(), name="N")
    await asyncio.sleep(0)
    show(task)
    print([frame.f_lineno for frame in task.get_stack()])
    await task
    show(task)
    print(task.get_stack())
    task = asyncio.create_task(failing(), name="F")
    await asyncio.wait([task])
    show(task)
    show(task, limit=0)
    print(repr(task.exception()))


asyncio.run(main())
