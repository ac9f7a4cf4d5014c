# Futures whose exceptions nobody retrieved, reported when the cycle collector finds them.
import asyncio
import gc


def alone(loop):
    future = loop.create_future()
    future.set_exception(ZeroDivisionError("alone"))
    keep = [future]
    keep.append(keep)


def gathered(loop):
    first, second = loop.create_future(), loop.create_future()
    both = asyncio.gather(first, second)
    second.set_exception(ZeroDivisionError("gathered"))
    keep = [first, second, both]
    keep.append(keep)


def own_exception(loop):
    future = loop.create_future()
    error = ValueError("own")
    error.future = future
    future.set_exception(error)


gc.disable()
for make in (alone, gathered, own_exception):
    loop = asyncio.new_event_loop()
    make(loop)
    loop.close()
    del loop
    gc.collect()
    print(make.__name__)
