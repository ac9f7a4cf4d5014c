# The traceback of an error that a timeout led to: the cancellation that it began with was raised, though in asyncio alone
import asyncio


async def too_slow():
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.001)
    except TimeoutError as error:
        raise KeyError("too slow") from error


asyncio.run(too_slow())
