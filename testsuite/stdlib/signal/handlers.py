"""Signals: handlers, KeyboardInterrupt, alarms, and asyncio's handling of them."""
import asyncio
import os
import signal
import time


def attempt(function, *args):
    try:
        print(function(*args))
    except (ValueError, OSError, TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


def handler(number, frame):
    print("handled", signal.Signals(number).name)


print(repr(signal.SIGINT), signal.SIGTERM.value, signal.SIGKILL == 9, repr(signal.SIG_DFL), repr(signal.SIG_IGN), signal.SIGCLD.name)
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGTERM)))
print(repr(signal.signal(signal.SIGUSR1, handler)), signal.getsignal(signal.SIGUSR1) is handler)
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR1)
print(repr(signal.signal(signal.SIGUSR1, handler)))
signal.raise_signal(signal.SIGUSR1)
attempt(signal.signal, 99, handler)
attempt(signal.signal, signal.SIGKILL, handler)
attempt(signal.signal, signal.SIGUSR1, "handler")
print(signal.strsignal(signal.SIGTERM), len(signal.valid_signals()))

try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print("interrupted", error.args)


class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop(signal.Signals(number).name)


signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.01)
turns = 0
try:
    while True:
        turns += 1
except Stop as error:
    print("stopped a loop", error, turns > 0)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    time.sleep(30)
except Stop as error:
    print("stopped a sleep", error)
print(signal.alarm(100), signal.alarm(0) > 0)


class Station:
    async def listen(self):
        pass


def send(number):
    os.kill(os.getpid(), number)


async def in_loop():
    loop = asyncio.get_running_loop()
    got = asyncio.Event()
    log = []

    def note(name):
        log.append(name)
        got.set()

    loop.add_signal_handler(signal.SIGUSR1, note, "usr1")
    signal.raise_signal(signal.SIGUSR1)
    log.append("after")
    await got.wait()
    print(log)
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    attempt(loop.add_signal_handler, 0, note)
    attempt(loop.add_signal_handler, "USR1", note)
    attempt(loop.add_signal_handler, signal.SIGUSR1, in_loop)
    attempt(loop.add_signal_handler, signal.SIGUSR1, Station().listen)
    signal.signal(signal.SIGUSR1, handler)
    signal.raise_signal(signal.SIGUSR1)
    send(signal.SIGUSR1)
    print("sent")
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    try:
        await asyncio.sleep(10)
    finally:
        print("the task goes down")


try:
    asyncio.run(in_loop())
except Stop as error:
    print("out of run:", error)


async def interrupted():
    try:
        signal.raise_signal(signal.SIGINT)
        print("not yet")
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled first", asyncio.current_task().cancelling())
        raise


try:
    asyncio.run(interrupted())
except KeyboardInterrupt as error:
    print("then interrupted", type(error.__context__).__name__)


async def stubborn():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
        return "survived"


print(asyncio.run(stubborn()))
