# What is thrown into a generator, a coroutine or a task gets the exception that it's handling as its context, and not one that whoever
# throws is handling. What a future raises is raised where it's asked for.
import asyncio


def shown(error):
    return f"{error!r} in {error.__context__!r}"


def quiet():
    yield


def handling():
    try:
        raise LookupError
    except LookupError:
        yield


def delegating(inner):
    try:
        yield from inner
    except KeyError as error:
        print("delegating:", shown(error))
        raise


async def suspended(turns):
    for _ in range(turns):
        await asyncio.sleep(0)


async def suspended_handling():
    try:
        raise LookupError
    except LookupError:
        await asyncio.sleep(0)


async def items():
    yield 1
    try:
        raise LookupError
    except LookupError:
        yield 2


def throw(name, thrower):
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            thrower(KeyError(name))
        except KeyError as error:
            print(name, shown(error))


def generators():
    for name, generator in {"quiet": quiet(), "handling": handling(), "delegating": delegating(quiet()),
                            "to handling": delegating(handling())}.items():
        next(generator)
        throw(name, generator.throw)
    for name, coroutine in {"coroutine": suspended(2), "handling coroutine": suspended_handling()}.items():
        coroutine.send(None)
        throw(name, coroutine.throw)
    for turns in 1, 2:
        generator = items()
        for _ in range(turns):
            try:
                generator.asend(None).send(None)
            except StopIteration as end:
                print(end.value)
        throw("async generator", lambda error: generator.athrow(error).send(None))


# Tasks are cancelled in no particular order.
notes = []


async def child(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as error:
        notes.append(f"{name} {shown(error)}")
        raise


async def child_handling(name, delay):
    try:
        raise LookupError
    except LookupError:
        await child(name, delay)


async def child_waiting(name):
    try:
        await asyncio.Queue().get()
    except asyncio.CancelledError as error:
        notes.append(f"{name} {shown(error)}")
        raise


async def failing():
    tasks = [asyncio.create_task(child("yields", 0)), asyncio.create_task(child("sleeps", 1)),
             asyncio.create_task(child_handling("handling yields", 0)), asyncio.create_task(child_handling("handling sleeps", 1)),
             asyncio.create_task(child_waiting("waits"))]
    asyncio.get_running_loop().tasks = tasks
    await asyncio.sleep(0)
    raise ValueError("main")


async def never_started():
    asyncio.create_task(child("never started", 0))
    raise ValueError("main")


async def results():
    loop = asyncio.get_running_loop()
    failed, cancelled = loop.create_future(), loop.create_future()
    failed.set_exception(KeyError("failed"))
    cancelled.cancel()
    for future in failed, cancelled:
        try:
            1 / 0
        except ZeroDivisionError:
            try:
                future.result()
            except (KeyError, asyncio.CancelledError) as error:
                print("result", shown(error))
    failed = loop.create_future()
    failed.set_exception(KeyError("awaited"))
    cancelled = loop.create_future()
    cancelled.cancel()
    for future in failed, cancelled:
        try:
            1 / 0
        except ZeroDivisionError:
            try:
                await future
            except (KeyError, asyncio.CancelledError) as error:
                print("await", shown(error))
    late = loop.create_future()
    loop.call_soon(late.set_exception, KeyError("late"))
    try:
        await late
    except KeyError as error:
        print("late", shown(error))


generators()
for main in failing, never_started:
    try:
        asyncio.run(main())
    except ValueError as error:
        print("main", shown(error), sorted(notes))
        notes.clear()
asyncio.run(results())
