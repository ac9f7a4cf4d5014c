"""_thread.interrupt_main: the main thread handles a signal that nobody sent."""
import _thread
import signal
import threading


def interrupt(*args):
    try:
        _thread.interrupt_main(*args)
        print("goes on")
    except (KeyboardInterrupt, ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)


interrupt()
interrupt(signal.SIGINT)
# The system would end the program.
interrupt(signal.SIGTERM)
for number in (-1, 0, signal.NSIG, 1_000_000):
    interrupt(number)


def handle(number, frame):
    print("handles", number)
    1 / 0


before = signal.signal(signal.SIGTERM, handle)
interrupt(signal.SIGTERM)
signal.signal(signal.SIGTERM, before)
for plain in (signal.SIG_IGN, signal.SIG_DFL):
    kept = signal.signal(signal.SIGINT, plain)
    interrupt()
    signal.signal(signal.SIGINT, kept)

thread = threading.Thread(target=_thread.interrupt_main)
try:
    thread.start()
    thread.join()
    print("not reached")
except KeyboardInterrupt:
    print("interrupted by a thread")
thread.join()
