# Tasks that are cancelled while they sleep, clean up, and are collected.
import asyncio


class Tally:
    def __init__(self):
        self.cancelled = 0
        self.cleaned = 0


async def sleeper(tally):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        tally.cancelled += 1
        raise
    finally:
        tally.cleaned += 1


async def main():
    tally = Tally()
    for _ in range(60):
        tasks = [asyncio.create_task(sleeper(tally)) for _ in range(1000)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        for task in tasks:
            try:
                await task
            except asyncio.CancelledError:
                pass
    print(tally.cancelled, tally.cleaned)


asyncio.run(main())
