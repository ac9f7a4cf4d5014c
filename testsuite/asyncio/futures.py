# Futures: results, errors, callbacks in order, states, cancellation.
import asyncio


async def setter(future, value):
    await asyncio.sleep(0.001)
    future.set_result(value)


async def waiter(name, future):
    try:
        print(name, await future)
    except Exception as error:
        print(name, repr(error))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), future.cancelled())
    future.add_done_callback(lambda f: print("callback one", f.result()))
    future.add_done_callback(lambda f: print("callback two"))
    await asyncio.gather(setter(future, "value"), waiter("a", future), waiter("b", future))
    try:
        future.set_result("again")
    except asyncio.InvalidStateError as error:
        print(repr(error))
    broken = asyncio.Future()
    broken.set_exception(ValueError("broken"))
    await waiter("c", broken)
    cancelled = loop.create_future()
    print(cancelled.cancel("why"), cancelled.cancel(), cancelled.cancelled())
    try:
        await cancelled
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    try:
        loop.create_future().result()
    except asyncio.InvalidStateError as error:
        print(error)
    loop.call_soon(print, "called soon")
    loop.call_later(0.002, print, "called later")
    handle = loop.call_later(0.001, print, "never called")
    handle.cancel()
    await asyncio.sleep(0.01)


asyncio.run(main())
