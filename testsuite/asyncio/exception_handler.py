# Who is told of errors that nobody can catch: the loop's exception handler, once it's one that can be called.
import asyncio


def report(loop, context):
    print("handler:", context["message"].split(" at ")[0], repr(context.get("exception")), loop.is_running())


async def fail():
    raise KeyError("lost")


async def main():
    loop = asyncio.get_running_loop()
    for handler in ("text", 7, [1]):
        try:
            loop.set_exception_handler(handler)
        except TypeError as error:
            print(error)
    print(loop.get_exception_handler())
    loop.set_exception_handler(report)
    print(loop.get_exception_handler() is report)
    loop.call_soon(lambda: 1 // 0)
    loop.call_soon(print, "goes on")
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand"})
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    del task
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
