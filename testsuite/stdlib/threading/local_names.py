"""How thread-local objects name their class, derived ones too."""
import threading

mine = threading.local()
print(type(mine), threading.local.__name__, threading.local.__module__)


class Counter(threading.local):
    step = 1

    def __init__(self, start):
        self.start = start


counter = Counter(5)
print(counter.start, counter.step, counter.__dict__, isinstance(counter, threading.local))
for attempt in (
    lambda: mine.x, lambda: counter.x, lambda: delattr(mine, "x"), lambda: delattr(counter, "x"), lambda: threading.local(3),
    lambda: setattr(mine, "__dict__", 3),
):
    try:
        print(attempt())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(getattr(mine, "x", "default"), hasattr(mine, "x"))
mine.x = 1
print(mine.x)

import _thread  # noqa: E402

print(_thread._local is threading.local, _thread._local)
