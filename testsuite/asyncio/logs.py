# asyncio tells what it does, and errors that nobody can be told of, through `logging`.
import asyncio
import logging
import time

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")
def bad(x): pass
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad)
    await asyncio.sleep(0)
    f = loop.create_future(); f.set_exception(ValueError(1)); del f
    def h(loop, ctx): raise KeyError("in handler")
    loop.set_exception_handler(h)
    loop.call_soon(bad)
    await asyncio.sleep(0)
asyncio.run(main())


class Brief(logging.Filter):
    def filter(self, record):
        record.msg = record.msg.split("\n")[0]
        record.args = ()
        return True


async def slow():
    time.sleep(0.12)


logging.getLogger("asyncio").addFilter(Brief())
asyncio.run(slow(), debug=True)
