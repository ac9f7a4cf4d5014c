"""The package's functions with threads instead of processes."""

import array
import sys
import threading
import weakref
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

from multiprocessing.dummy.connection import Pipe

__all__ = [
    "Process", "current_process", "active_children", "freeze_support", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition",
    "Event", "Barrier", "Queue", "Manager", "Pipe", "Pool", "JoinableQueue",
]

current_process = threading.current_thread


class DummyProcess(threading.Thread):
    """A thread that looks like a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._children = weakref.WeakKeyDictionary()
        self._start_called = False
        self._parent = current_process()

    def start(self):
        if self._parent is not current_process():
            raise RuntimeError(f"Parent is {self._parent!r} but current_process is {current_process()!r}")
        self._start_called = True
        if hasattr(self._parent, "_children"):
            self._parent._children[self] = None
        threading.Thread.start(self)

    @property
    def exitcode(self):
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess
current_process()._children = weakref.WeakKeyDictionary()
JoinableQueue = Queue
dict = dict
list = list


def active_children():
    children = current_process()._children
    for each in [*children]:
        if not each.is_alive():
            children.pop(each, None)
    return [*children]


def freeze_support():
    """There's nothing to do."""


class Namespace:
    """An object for attributes."""

    def __init__(self, /, **attributes):
        vars(self).update(attributes)

    def __repr__(self):
        shown = [f"{name}={value!r}" for name, value in vars(self).items() if name[:1] != "_"]
        return f"{type(self).__name__}({', '.join(sorted(shown))})"


class Value:
    """An object with a value; threads share what they see, so the type and the lock don't matter."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self.value = value

    def __repr__(self):
        return f"<{type(self).__name__}({self._typecode!r}, {self.value!r})>"


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


def Manager():
    return sys.modules[__name__]


def shutdown():
    """There's nothing to do."""


def Pool(processes=None, initializer=None, initargs=()):
    from multiprocessing.pool import ThreadPool

    return ThreadPool(processes, initializer, initargs)
