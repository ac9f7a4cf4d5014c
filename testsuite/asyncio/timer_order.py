# Timers with equal deadlines run in the order in which heapq gives them, cancelled ones or not.
import asyncio


def schedule(loop, when, order, count):
    return [loop.call_at(when, order.append, n) for n in range(count)]


async def equal_deadlines():
    loop = asyncio.get_running_loop()
    order = []
    schedule(loop, loop.time() + 0.01, order, 20)
    await asyncio.sleep(0.03)
    print("equal", order)


async def cancelled_in_between():
    loop = asyncio.get_running_loop()
    order = []
    handles = schedule(loop, loop.time() + 0.01, order, 20)
    for n in (0, 3, 11, 7, 19):
        handles[n].cancel()
    await asyncio.sleep(0)
    schedule(loop, loop.time() - 1, order, 3)
    await asyncio.sleep(0.03)
    print("some cancelled", order, handles[0].cancelled(), handles[1].cancelled())


async def most_cancelled():
    loop = asyncio.get_running_loop()
    order = []
    when = loop.time() + 0.02
    handles = [loop.call_at(when + (n % 5) * 1e-7, order.append, n) for n in range(150)]
    for n, handle in enumerate(handles):
        if n % 4:
            handle.cancel()
    await asyncio.sleep(0)
    for n in (1000, 1001, 1002):
        loop.call_at(when, order.append, n)
    await asyncio.sleep(0.04)
    print("most cancelled", order)


async def cancels_another(order):
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.01
    late = []
    loop.call_at(when, lambda: [handle.cancel() for handle in late])
    late.extend(schedule(loop, when, order, 4))
    late.extend(schedule(loop, when + 0.01, order, 4))
    await asyncio.sleep(0.04)
    print("cancelled by a timer", order)


async def sleepers_and_timeouts():
    log = []

    async def nap(name, seconds):
        try:
            await asyncio.sleep(seconds)
            log.append(name)
        except asyncio.CancelledError:
            log.append(f"{name} cancelled")
            raise

    tasks = [asyncio.create_task(nap(n, 0.01 + (n * 7 % 10) / 500)) for n in range(10)]
    await asyncio.sleep(0)
    for task in tasks[::3]:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(log, [type(result).__name__ for result in results])
    for seconds in (5, 0.001, 2.5, None):
        try:
            print(await asyncio.wait_for(asyncio.sleep(0.005, seconds), seconds))
        except TimeoutError as error:
            print("timeout", repr(error))
    for seconds in (0, -1, False):
        try:
            await asyncio.wait_for(nap("never", 1), seconds)
        except TimeoutError:
            print("at once", seconds)


async def main():
    await equal_deadlines()
    await cancelled_in_between()
    await most_cancelled()
    await cancels_another([])
    await sleepers_and_timeouts()


asyncio.run(main())
