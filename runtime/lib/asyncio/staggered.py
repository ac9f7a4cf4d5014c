"""Attempts that begin one after the other, until one of them succeeds."""

import contextlib

from asyncio import Event, get_running_loop, wait, wait_for

__all__ = ("staggered_race",)


async def staggered_race(coro_fns, delay, *, loop=None):
    """The first result, its place, and the errors of all that were begun; the next one begins after `delay` seconds or a failure."""
    loop = loop or get_running_loop()
    functions = enumerate(coro_fns)
    winner = None
    winner_index = None
    errors = []
    running = []

    async def run_one(previous_failed):
        nonlocal winner, winner_index
        if previous_failed is not None:
            with contextlib.suppress(TimeoutError):
                await wait_for(previous_failed.wait(), delay)
        try:
            index, function = next(functions)
        except StopIteration:
            return
        failed = Event()
        following = loop.create_task(run_one(failed))
        running.append(following)
        errors.append(None)
        try:
            result = await function()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            errors[index] = error
            failed.set()
        else:
            winner_index = index
            winner = result
            # This attempt is among them, but has ended when it's looked at.
            for at, task in enumerate(running):
                if at != index:
                    task.cancel()

    first = loop.create_task(run_one(None))
    running.append(first)
    try:
        done_count = 0
        while done_count != len(running):
            done, _ = await wait(running)
            done_count = len(done)
        return winner, winner_index, errors
    finally:
        for task in running:
            task.cancel()
