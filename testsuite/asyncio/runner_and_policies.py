"""Runner, event loop policies, and the rules for finding a loop."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def count():
    var.set(var.get() + 1)
    return var.get()


async def fails():
    raise LookupError("no")


def attempt(label, function, *args):
    try:
        print(label, function(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


with asyncio.Runner() as runner:
    print([runner.run(count()) for _ in range(3)], var.get())
    print(runner.run(count(), context=contextvars.copy_context()), runner.run(count()))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed(), runner.get_loop() is loop)
    attempt("fails:", runner.run, fails())
    attempt("number:", runner.run, 3)

    async def inside():
        coro = count()
        try:
            runner.run(coro)
        except RuntimeError as error:
            print(error)
        finally:
            coro.close()
        return asyncio.get_running_loop() is loop

    print(runner.run(inside()))

    async def leaves_a_task():
        async def stubborn():
            try:
                await asyncio.sleep(100)
            finally:
                print("cleaned up")

        task = asyncio.create_task(stubborn())
        await asyncio.sleep(0)
        return task

    left = runner.run(leaves_a_task())
print(left.cancelled(), loop.is_closed())
closed = count()
attempt("closed:", runner.run, closed)
closed.close()
attempt("closed:", runner.get_loop)
runner.close()

made = []


def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]


with asyncio.Runner(debug=True, loop_factory=factory) as runner:
    print(runner.get_loop() is made[0], runner.get_loop().get_debug(), runner.run(count()))
print(asyncio.run(count(), loop_factory=factory), len(made), all(each.is_closed() for each in made))


class Counting(asyncio.DefaultEventLoopPolicy):
    loops = 0

    def new_event_loop(self):
        Counting.loops += 1
        return super().new_event_loop()


policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy), isinstance(policy, asyncio.DefaultEventLoopPolicy),
      asyncio.get_event_loop_policy() is policy)
mine = Counting()
asyncio.set_event_loop_policy(mine)
print(asyncio.get_event_loop_policy() is mine)
print(asyncio.run(count()), Counting.loops)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(Counting.loops, asyncio.get_event_loop() is loop, mine.get_event_loop() is loop)
loop.close()
asyncio.set_event_loop(None)
attempt("none set:", asyncio.get_event_loop)
asyncio.set_event_loop_policy(None)
attempt("wrong policy:", asyncio.set_event_loop_policy, 3)
attempt("wrong loop:", asyncio.set_event_loop, 3)
attempt("no loop:", asyncio.get_running_loop)
