# Details of asyncio that CPython's documentation and tests promise: messages, chains of errors, modules of the package.
import asyncio
import asyncio.events


def constructors():
    for cls in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore, asyncio.Queue):
        for keywords in ({"loop": None}, {"nonsense": 1, "loop": 2}, {"valu": 1}):
            try:
                cls(**keywords)
            except TypeError as error:
                print(error)
    for arguments, keywords in [((1, 2, 3), {}), ((1, 2), {"loop": 3}), ((1,), {"value": 2, "lock": 2, "maxsize": 2})]:
        for cls in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.BoundedSemaphore, asyncio.PriorityQueue):
            try:
                cls(*arguments, **keywords)
            except TypeError as error:
                print(error)

    class Named(asyncio.Lock):
        pass

    try:
        Named(1)
    except TypeError as error:
        print(error)


def chain(error):
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__context__
    return names


async def failing_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        1 / 0


# A timeout explains the errors of a group, and those of its members.
async def timeout_in_group():
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                group.create_task(failing_cleanup())
                try:
                    raise ValueError
                finally:
                    await asyncio.sleep(10)
    except ExceptionGroup as error:
        print(chain(error), [chain(member) for member in error.exceptions])
        cause = error.exceptions[0].__context__
        print(type(cause.__cause__).__name__, cause.__cause__ is cause.__context__)


# `import asyncio.events` beside `import asyncio` changes nothing about the package's other modules.
def modules():
    print(asyncio.locks.Lock is asyncio.Lock, asyncio.queues.Queue is asyncio.Queue, asyncio.events.get_event_loop_policy.__name__)


class Duck:
    _asyncio_future_blocking = None


# What says of itself that it's a future counts as one.
def ducks():
    duck = Duck()
    print(asyncio.isfuture(duck), asyncio.isfuture(Duck))
    duck._asyncio_future_blocking = False
    print(asyncio.isfuture(duck), asyncio.isfuture(3), asyncio.isfuture(asyncio.Future))
    for arguments in [(42,), (1, 2)]:
        try:
            asyncio.Future(*arguments)
        except TypeError as error:
            print(error)


constructors()
ducks()
asyncio.run(timeout_in_group())
modules()
