"""What a loop can't take: futures of another one; handlers of its class that fail."""
import asyncio


class Failing(asyncio.SelectorEventLoop):
    def default_exception_handler(self, context):
        print("default", sorted(context), context["message"].split(" at ")[0])
        raise ValueError("in the default handler")


async def never():
    pass


async def main(fails_itself):
    loop = asyncio.get_running_loop()
    if fails_itself:
        loop.set_exception_handler(lambda loop, context: 1 / 0)
    loop.call_soon(lambda: {}[1])
    await asyncio.sleep(0)
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()
future = loop.create_future()
try:
    other.run_until_complete(future)
except ValueError as error:
    print(error)
loop.close()
other.close()
try:
    asyncio.ensure_future(never(), loop=loop)
except RuntimeError as error:
    print(error)

for fails_itself in (False, True):
    asyncio.run(main(fails_itself), loop_factory=Failing)
