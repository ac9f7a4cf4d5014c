# An error out of a generator, as the cause of another.
import asyncio, sys
def gen():
    yield 1
    raise OSError(2, "No such file")
def use():
    for x in gen():
        print(x)
async def main():
    await asyncio.sleep(0) if False else use()
try:
    asyncio.run(main())
except OSError as e:
    print(e, e.errno)
    raise LookupError("look") from e
