"""What a task that ends in its first eager step forgets; what run_in_executor calls in debug mode."""
import asyncio


async def at_once():
    return 1


async def later():
    await asyncio.sleep(0)
    return 2


async def main():
    loop = asyncio.get_running_loop()
    for function in (at_once, later):
        loop.set_task_factory(asyncio.eager_task_factory)
        task = asyncio.create_task(function(), name="eager")
        loop.set_task_factory(None)
        print(task.done(), task.get_coro() is None, "coro=" in repr(task))
        print(await task, task.get_coro() is None)
    plain = asyncio.create_task(at_once())
    await plain
    print(plain.get_coro() is None)
    loop.set_debug(True)
    for wrong in (at_once, 3):
        try:
            loop.run_in_executor(None, wrong)
        except TypeError as error:
            print(error)
    loop.set_debug(False)


asyncio.run(main())
