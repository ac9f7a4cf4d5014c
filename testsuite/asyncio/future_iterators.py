"""The iterators of futures, and objects that act like coroutines, as tasks take them."""
import asyncio
loop = asyncio.new_event_loop()
def show(label, f):
    try:
        print(label, repr(f())[:40])
    except BaseException as e:
        print(label, type(e).__name__, e)
f = loop.create_future()
it = iter(f)
print(type(it).__name__, type(it).__module__, [n for n in dir(it) if not n.startswith("__")])
show("send", lambda: it.send(None) is f)
show("send2", lambda: it.send(None))
f.set_result(42)
it = iter(f)
show("done", lambda: it.send(5))
f = loop.create_future()
it = f.__await__()
show("throw", lambda: it.throw(ValueError("x")))
show("throw cls", lambda: f.__await__().throw(KeyError))
it = f.__await__()
show("next", lambda: next(it))
show("close", lambda: it.close())
show("after close", lambda: next(it))
f.set_exception(ValueError("boom"))
show("exc", lambda: f.__await__().send(None))
show("next", lambda: next(iter(f)))
loop.close()


class Like:
    """Acts like a coroutine."""

    def __init__(self, turns):
        self.turns = turns

    def send(self, value):
        print("send", value, self.turns)
        if not self.turns:
            raise StopIteration("over")
        self.turns -= 1
        return None

    def throw(self, kind, value=None, traceback=None):
        print("throw", repr(kind), value)
        raise kind

    def close(self):
        print("close")

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)


async def main():
    print(asyncio.iscoroutine(Like(1)), asyncio.iscoroutine(5), asyncio.iscoroutine(object()))
    print(await asyncio.create_task(Like(2)))
    task = asyncio.create_task(Like(9))
    print(isinstance(task.get_coro(), Like))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    print(await asyncio.gather(Like(0), Like(1)))


asyncio.run(main())
print(asyncio.run(Like(1)))
