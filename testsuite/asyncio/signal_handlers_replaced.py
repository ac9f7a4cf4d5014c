"""Signals' handlers of Python's and of the loop's, and who gets what when both were set."""
import asyncio
import os
import signal
import sys


def plain(number, frame):
    print("plain", number)


def show(when):
    handler = signal.getsignal(signal.SIGUSR2)
    print(when, getattr(handler, "__name__", handler))


async def both():
    loop = asyncio.get_running_loop()
    signal.signal(signal.SIGUSR2, plain)
    loop.add_signal_handler(signal.SIGUSR2, print, "loop")
    show("added")
    os.kill(os.getpid(), signal.SIGUSR2)
    await asyncio.sleep(0.01)
    signal.signal(signal.SIGUSR2, plain)
    show("set again")
    os.kill(os.getpid(), signal.SIGUSR2)
    await asyncio.sleep(0.01)
    print(loop.remove_signal_handler(signal.SIGUSR2), loop.remove_signal_handler(signal.SIGUSR2))
    show("removed")
    loop.add_signal_handler(signal.SIGUSR2, print, "loop")
    loop.add_signal_handler(signal.SIGINT, print, "interrupted")
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.sleep(0.01)
    print(loop.remove_signal_handler(signal.SIGINT))
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


asyncio.run(both())
show("closed")

child = os.fork()
if child == 0:
    # The closed loop takes its handlers with it.
    os.kill(os.getpid(), signal.SIGUSR2)
    os._exit(0)
print(os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGUSR2)


async def forking():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR2, print, "loop of the parent")
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGUSR2, lambda number, frame: os._exit(7))
        os.kill(os.getpid(), signal.SIGUSR2)
        os._exit(1)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    child = os.fork()
    if child == 0:
        # Nobody but the loop listened.
        os.kill(os.getpid(), signal.SIGUSR2)
        os._exit(8)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    os.kill(os.getpid(), signal.SIGUSR2)
    await asyncio.sleep(0.01)

asyncio.run(forking())


async def until_interrupted():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, stop.set)
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGINT)
    await stop.wait()
    print("stopped", asyncio.current_task().cancelling())


async def with_own_handler():
    signal.signal(signal.SIGINT, plain)
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.sleep(0.01)


asyncio.run(until_interrupted())
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
asyncio.run(with_own_handler())
print(signal.getsignal(signal.SIGINT) is plain)
signal.signal(signal.SIGINT, signal.default_int_handler)


async def interrupted():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled")
        raise

try:
    asyncio.run(interrupted())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
