"""Queues between processes."""

import collections
import threading
import time
import types
from queue import Empty, Full

from multiprocessing import connection, context, util
from multiprocessing._tokens import SharedCount
from multiprocessing.reduction import ForkingPickler
from multiprocessing.synchronize import BoundedSemaphore, Condition, Lock, SEM_VALUE_MAX

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]

_END = object()


class _Unlimited:
    """Stands for the semaphore of a queue without a limit: counts only."""

    def __init__(self):
        self._items = SharedCount()

    def acquire(self, block=True, timeout=None):
        self._items.add(1)
        return True

    def release(self):
        self._items.add(-1)

    def items(self):
        return self._items.value()


class _Room(BoundedSemaphore):
    """The room that's left in a queue with a limit."""

    def items(self):
        return self._maxvalue - self.get_value()


class Queue:
    """Objects that any of several processes put and get; a thread in each one that puts sends them."""

    def __init__(self, maxsize=0, *, ctx=None):
        if maxsize <= 0:
            maxsize = SEM_VALUE_MAX
        self._maxsize = maxsize
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._read_lock = Lock()
        self._write_lock = Lock()
        self._room = _Unlimited() if maxsize == SEM_VALUE_MAX else _Room(maxsize)
        self._ignore_epipe = False
        self._begin()
        util.register_after_fork(self, Queue._begin)

    def _begin(self):
        self._not_empty = threading.Condition(threading.Lock())
        self._buffer = collections.deque()
        self._thread = None
        self._join_thread = None
        self._join_cancelled = False
        self._closed = False
        self._close = None

    def __getstate__(self):
        context.assert_spawning(self)

    def _check_open(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    def put(self, obj, block=True, timeout=None):
        self._check_open()
        if not self._room.acquire(block, timeout):
            raise Full
        with self._not_empty:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._not_empty.notify()

    def get(self, block=True, timeout=None):
        self._check_open()
        if block and timeout is None:
            with self._read_lock:
                data = self._reader.recv_bytes()
            self._room.release()
            return ForkingPickler.loads(data)
        deadline = time.monotonic() + timeout if block else None
        if not self._read_lock.acquire(block, timeout):
            raise Empty
        try:
            left = max(deadline - time.monotonic(), 0) if block else 0.0
            if not self._reader.poll(left):
                raise Empty
            data = self._reader.recv_bytes()
            self._room.release()
        finally:
            self._read_lock.release()
        return ForkingPickler.loads(data)

    def qsize(self):
        return self._room.items()

    def empty(self):
        return not self._reader.poll()

    def full(self):
        return self._room.items() >= self._maxsize

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        """Nothing more is put by this process."""
        self._closed = True
        finish, self._close = self._close, None
        if finish is not None:
            finish()

    def join_thread(self):
        """Waits until all that was put is sent; the queue must be closed."""
        assert self._closed, f"Queue {self!r} not closed"
        if self._join_thread:
            self._join_thread()

    def cancel_join_thread(self):
        """The process may end before all is sent."""
        self._join_cancelled = True
        if self._join_thread is not None:
            self._join_thread.cancel()

    def _start_thread(self):
        self._buffer.clear()
        self._thread = threading.Thread(
            target=_feed,
            args=(self._buffer, self._not_empty, self._write_lock, self._writer, self._reader.close, self._ignore_epipe,
                  self._on_queue_feeder_error, self._room),
            name="QueueFeederThread",
            daemon=True,
        )
        self._thread.start()
        if not self._join_cancelled:
            self._join_thread = util.Finalize(self._thread, _join, (self._thread,), exitpriority=-5)
        # Before the feeding thread is waited for.
        self._close = util.Finalize(self, _end_feeding, (self._buffer, self._not_empty), exitpriority=10)

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        """An object can't be sent."""
        import traceback

        traceback.print_exception(e)

    __class_getitem__ = classmethod(types.GenericAlias)


def _join(thread):
    thread.join()


def _end_feeding(buffer, not_empty):
    with not_empty:
        buffer.append(_END)
        not_empty.notify()


def _feed(buffer, not_empty, write_lock, writer, close_reader, ignores_epipe, on_error, room):
    """What the queue's thread does: sends what is put."""
    while True:
        with not_empty:
            while not buffer:
                not_empty.wait()
            obj = buffer.popleft()
        if obj is _END:
            close_reader()
            writer.close()
            return
        try:
            data = ForkingPickler.dumps(obj)
            with write_lock:
                writer.send_bytes(data)
        except Exception as error:
            if ignores_epipe and isinstance(error, BrokenPipeError):
                return
            if util._is_exiting:
                util.info(f"error in queue thread: {error}")
                return
            room.release()
            on_error(error, obj)


class JoinableQueue(Queue):
    """A queue that knows when all that was put has been dealt with."""

    def __init__(self, maxsize=0, *, ctx=None):
        super().__init__(maxsize)
        self._unfinished = SharedCount()
        self._cond = Condition()

    def put(self, obj, block=True, timeout=None):
        self._check_open()
        if not self._room.acquire(block, timeout):
            raise Full
        with self._not_empty, self._cond:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._unfinished.add(1)
            self._not_empty.notify()

    def task_done(self):
        with self._cond:
            if self._unfinished.value() <= 0:
                raise ValueError("task_done() called too many times")
            if self._unfinished.add(-1) == 0:
                self._cond.notify_all()

    def join(self):
        with self._cond:
            if self._unfinished.value() > 0:
                self._cond.wait()


class SimpleQueue:
    """A pipe with locks: what is put is sent at once."""

    def __init__(self, *, ctx=None):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._read_lock = Lock()
        self._write_lock = Lock()

    def __getstate__(self):
        context.assert_spawning(self)

    def close(self):
        self._reader.close()
        self._writer.close()

    def empty(self):
        return not self._reader.poll()

    def get(self):
        with self._read_lock:
            data = self._reader.recv_bytes()
        return ForkingPickler.loads(data)

    def put(self, obj):
        data = ForkingPickler.dumps(obj)
        with self._write_lock:
            self._writer.send_bytes(data)

    __class_getitem__ = classmethod(types.GenericAlias)
