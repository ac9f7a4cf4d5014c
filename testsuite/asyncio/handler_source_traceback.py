"""In debug mode a handler of the program's finds where a task, a future or a handle was made."""
import asyncio
import gc
import traceback


def handler(loop, context):
    print(sorted(context), context["message"].split(" at ")[0])
    stack = context["source_traceback"]
    own = [each for each in stack if each.filename == __file__]
    print(type(stack).__name__, isinstance(stack, list), own[-1].name, own[-1].line)
    print("".join(traceback.format_list(own)).splitlines()[-1])


async def fails():
    raise ValueError


def make_task():
    return asyncio.create_task(fails())


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    task = make_task()
    await asyncio.wait([task])
    del task
    gc.collect()
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    future = asyncio.Future()
    future.set_exception(KeyError())
    del future
    gc.collect()


asyncio.run(main(), debug=True)
