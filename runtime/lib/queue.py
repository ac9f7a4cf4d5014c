"""Queues for threads."""

import threading
import types
from _support import name_with_module
from collections import deque
from heapq import heappop, heappush
from time import monotonic

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    """There is no item."""

    __module__ = "_queue"


class Full(Exception):
    """There is no room."""


class ShutDown(Exception):
    """The queue was shut down."""


def _check_timeout(timeout):
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")


class _Patience:
    """How long a call waits for what it needs, and what it raises when that's over."""

    def __init__(self, block, timeout, error):
        if block:
            _check_timeout(timeout)
        self._block = block
        self._end = None if timeout is None or not block else monotonic() + timeout
        self._error = error

    def wait(self, condition):
        """Waits until the condition is notified, or as long as there's time."""
        left = None if self._end is None else self._end - monotonic()
        if not self._block or (left is not None and left <= 0.0):
            raise self._error
        condition.wait(left)


class Queue:
    """First in, first out; at most `maxsize` items, or any number."""

    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        for name in ("not_empty", "not_full", "all_tasks_done"):
            setattr(self, name, threading.Condition(self.mutex))
        self.unfinished_tasks = 0
        self.is_shutdown = False

    # How the items are kept. Derived classes override it; it's called with the mutex held.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    # Sizes, which may be others by the time that the caller looks at them.

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        return self.qsize() == 0

    def full(self):
        with self.mutex:
            return self._is_full()

    def _is_full(self):
        return 0 < self.maxsize <= self._qsize()

    # Items in and out.

    def put(self, item, block=True, timeout=None):
        """Adds an item; waits for room, or raises Full."""
        with self.not_full:
            self._refuse_if(self.is_shutdown)
            if self.maxsize > 0:
                patience = _Patience(block, timeout, Full)
                while self._is_full():
                    patience.wait(self.not_full)
                    self._refuse_if(self.is_shutdown)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get(self, block=True, timeout=None):
        """Takes an item; waits for one, or raises Empty."""
        with self.not_empty:
            self._refuse_if(self.is_shutdown and not self._qsize())
            patience = _Patience(block, timeout, Empty)
            while not self._qsize():
                patience.wait(self.not_empty)
                self._refuse_if(self.is_shutdown and not self._qsize())
            item = self._get()
            self.not_full.notify()
            return item

    def get_nowait(self):
        return self.get(block=False)

    def _refuse_if(self, shut):
        if shut:
            raise ShutDown

    def shutdown(self, immediate=False):
        """No more puts; gets go on until the queue is empty, or not even that."""
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                self._drop_items()
                self.all_tasks_done.notify_all()
            for waiting in (self.not_empty, self.not_full):
                waiting.notify_all()

    def _drop_items(self):
        """Takes all items out; nobody has to deal with them any more."""
        while self._qsize():
            self._get()
            self.unfinished_tasks = max(self.unfinished_tasks - 1, 0)

    # Keeping account of the items that were taken.

    def task_done(self):
        """An item that `get` gave has been dealt with."""
        with self.all_tasks_done:
            if self.unfinished_tasks <= 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks -= 1
            if self.unfinished_tasks == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        """Waits until every item that was put has been dealt with."""
        with self.all_tasks_done:
            self.all_tasks_done.wait_for(lambda: not self.unfinished_tasks)


class PriorityQueue(Queue):
    """The least item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """First in, first out, without a limit."""

    __module__ = "_queue"
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self):
        self._queue = deque()
        self._count = threading.Semaphore(0)

    def put(self, item, block=True, timeout=None):
        self._queue.append(item)
        self._count.release()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get(self, block=True, timeout=None):
        _check_timeout(timeout)
        if not self._count.acquire(block, timeout if block else None):
            raise Empty
        return self._queue.popleft()

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return self.qsize() == 0

    def qsize(self):
        return len(self._queue)


name_with_module(SimpleQueue)
