"""asyncio.Barrier: filling, draining, reset, abort, cancellation."""
import asyncio


async def party(barrier, name, log):
    try:
        async with barrier as place:
            log.append(f"{name} passes {place}")
            return place
    except asyncio.BrokenBarrierError as error:
        log.append(f"{name}: {error}")
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    print(barrier.parties, barrier.n_waiting, barrier.broken, repr(barrier)[-24:])
    tasks = [asyncio.create_task(party(barrier, name, log)) for name in "abcd"]
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.broken)
    for _ in range(6):
        await asyncio.sleep(0)
    print(log, barrier.n_waiting, repr(barrier)[-24:])
    log.clear()
    more = [asyncio.create_task(party(barrier, name, log)) for name in "ef"]
    print(sorted(await asyncio.gather(*tasks, *more)), log)
    log.clear()

    waiting = [asyncio.create_task(party(barrier, name, log)) for name in "gh"]
    await asyncio.sleep(0)
    await barrier.reset()
    await asyncio.gather(*waiting)
    print(log, barrier.broken, barrier.n_waiting)
    log.clear()

    waiting = [asyncio.create_task(party(barrier, name, log)) for name in "ij"]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.gather(*waiting[:1], return_exceptions=True)
    print(log, barrier.n_waiting)
    await barrier.abort()
    await asyncio.gather(*waiting[1:])
    print(log, barrier.broken, repr(barrier)[-9:])
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(type(error).__name__, error)
    await barrier.reset()
    print(barrier.broken)
    for wrong in (0, -1):
        try:
            asyncio.Barrier(wrong)
        except ValueError as error:
            print(error)


asyncio.run(main())
