"""The executor whose workers are processes."""

import itertools
import os
import queue
import threading
import weakref
from collections import namedtuple
from functools import partial

import multiprocessing
from concurrent.futures import _base
from multiprocessing import connection
from multiprocessing._remote_errors import ExceptionWithTraceback, RemoteTraceback, caused_by, quoted, text_of
from multiprocessing.queues import Queue

EXTRA_QUEUED_CALLS = 1

_wakers = weakref.WeakKeyDictionary()
_is_exiting = False


def _python_exit():
    global _is_exiting
    _is_exiting = True
    items = list(_wakers.items())
    for _, waker in items:
        waker.wake()
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker ended without having been told to."""


class _RemoteTraceback(RemoteTraceback):
    """The text of a worker's traceback."""


# A call that waits for its turn, a call on its way to a worker, and its outcome on its way back.
_Waiting = namedtuple("_Waiting", "future function args kwargs", module=__name__)
_Call = namedtuple("_Call", "number function args kwargs", module=__name__)
_Outcome = namedtuple("_Outcome", "number error value", module=__name__)


class _CallQueue(Queue):
    """Calls that can't be sent fail."""

    def __init__(self, max_size, pending, waker):
        self._pending = pending
        self._waker = waker
        super().__init__(max_size)
        # A worker that died leaves nobody who reads.
        self._ignore_epipe = True

    def _on_queue_feeder_error(self, e, obj):
        if not isinstance(obj, _Call):
            super()._on_queue_feeder_error(e, obj)
            return
        call = self._pending.pop(obj.number, None)
        self._waker.wake()
        if call is not None:
            call.future.set_exception(caused_by(e, _RemoteTraceback, quoted(e)))


class _Waker:
    """A pipe that wakes the manager's thread."""

    def __init__(self):
        self.reader, self._writer = connection.Pipe(duplex=False)
        self._lock = threading.Lock()
        self._is_closed = False

    def wake(self):
        with self._lock:
            if not self._is_closed:
                self._writer.send_bytes(b"")

    def clear(self):
        while self.reader.poll():
            self.reader.recv_bytes()

    def close(self):
        with self._lock:
            if not self._is_closed:
                self._is_closed = True
                self._writer.close()
                self.reader.close()


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _process_worker(call_queue, result_queue, initializer, initargs):
    """A worker's life: calls what comes until None does."""
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as error:
            import logging

            logging.getLogger("concurrent.futures").critical("Exception in initializer:", exc_info=error)
            return
    while (item := call_queue.get(block=True)) is not None:
        try:
            # A result that can't be sent is an error as well.
            result_queue.put(_Outcome(item.number, None, item.function(*item.args, **item.kwargs)))
        except BaseException as error:
            result_queue.put(_Outcome(item.number, ExceptionWithTraceback(error, error.__traceback__, _RemoteTraceback), None))
        # Its objects needn't live until the next one comes.
        del item
    result_queue.put(os.getpid())


class _Manager(threading.Thread):
    """Gives the workers their calls, and the futures their results."""

    def __init__(self, executor):
        self._waker = executor._waker
        waker = self._waker
        self._executor = weakref.ref(executor, lambda _: waker.wake())
        self._processes = executor._processes
        self._calls = executor._call_queue
        self._results = executor._result_queue
        self._work_ids = executor._work_ids
        self._pending = executor._pending
        super().__init__()

    def run(self):
        while True:
            self._fill_calls()
            result, is_broken, cause = self._wait()
            if is_broken:
                self._end_broken(cause)
                return
            if result is not None:
                self._process_result(result)
                del result
            if self._is_shutting_down():
                self._note_shutdown()
                # Those that were begun are waited for.
                self._fill_calls()
                if not self._pending:
                    self._join_workers()
                    return

    def _fill_calls(self):
        while not self._calls.full():
            try:
                work_id = self._work_ids.get(block=False)
            except queue.Empty:
                return
            item = self._pending.get(work_id)
            if item is None:
                continue
            if item.future.set_running_or_notify_cancel():
                self._calls.put(_Call(work_id, item.function, item.args, item.kwargs), block=True)
            else:
                del self._pending[work_id]

    def _wait(self):
        """What comes first: a result, a call to look around, a worker's end."""
        reader = self._results._reader
        sentinels = [each.sentinel for each in list(self._processes.values())]
        ready = connection.wait([reader, self._waker.reader, *sentinels])
        result, is_broken, cause = None, True, None
        if reader in ready:
            try:
                result = reader.recv()
                is_broken = False
            except BaseException as error:
                cause = error
        elif self._waker.reader in ready:
            is_broken = False
        self._waker.clear()
        return result, is_broken, cause

    def _process_result(self, result):
        if isinstance(result, int):
            # A worker that was told to end.
            self._processes.pop(result).join()
            return
        call = self._pending.pop(result.number, None)
        if call is None:
            return
        if result.error is None:
            call.future.set_result(result.value)
        else:
            call.future.set_exception(result.error)

    def _is_shutting_down(self):
        executor = self._executor()
        return _is_exiting or executor is None or executor._is_shut_down

    def _note_shutdown(self):
        executor = self._executor()
        if executor is None:
            return
        executor._is_shut_down = True
        if executor._cancels_pending:
            for work_id, item in list(self._pending.items()):
                if item.future.cancel():
                    del self._pending[work_id]
            executor._cancels_pending = False

    def _end_broken(self, cause):
        executor = self._executor()
        if executor is not None:
            executor._broken = "A child process terminated abruptly, the process pool is not usable anymore"
            executor._is_shut_down = True
            executor = None
        error = BrokenProcessPool(
            "A process in the process pool was terminated abruptly while the future was running or pending.")
        if cause is not None:
            error.__cause__ = _RemoteTraceback(f"\n'''\n{text_of(cause)}'''")
        for item in list(self._pending.values()):
            try:
                item.future.set_exception(error)
            except _base.InvalidStateError:
                pass
        self._pending.clear()
        for each in self._processes.values():
            each.terminate()
        # The feeding thread may be stuck in a write.
        self._calls._reader.close()
        self._finish()

    def _join_workers(self):
        for _ in range(len(self._processes)):
            self._calls.put(None)
        while self._processes:
            result, is_broken, _ = self._wait()
            if is_broken:
                break
            if isinstance(result, int):
                self._processes.pop(result).join()
        self._finish()

    def _finish(self):
        self._calls.close()
        self._calls.join_thread()
        self._waker.close()
        for each in self._processes.values():
            each.join()


class ProcessPoolExecutor(_base.Executor):
    """Runs calls in `max_workers` processes, which are forked at the first call.

    Left out: start methods other than fork, and so `max_tasks_per_child`.
    """

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.process_cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            _check_tasks_per_child(max_tasks_per_child, mp_context)
        self._max_workers = max_workers
        self._mp_context = mp_context or multiprocessing.get_context()
        self._initializer = initializer
        self._initargs = initargs
        self._manager = None
        self._processes = {}
        self._is_shut_down = False
        self._broken = False
        self._cancels_pending = False
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self._pending = {}
        self._waker = _Waker()
        self._call_queue = _CallQueue(max_workers + EXTRA_QUEUED_CALLS, self._pending, self._waker)
        self._result_queue = self._mp_context.SimpleQueue()
        self._work_ids = queue.Queue()

    def _start(self):
        if self._manager is not None:
            return
        # Before there's a thread: a fork copies only the one that calls it.
        for _ in range(self._max_workers):
            process = self._mp_context.Process(
                target=_process_worker, args=(self._call_queue, self._result_queue, self._initializer, self._initargs))
            process.start()
            self._processes[process.pid] = process
        self._manager = _Manager(self)
        _wakers[self._manager] = self._waker
        self._manager.start()

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _is_exiting:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            number = next(self._numbers)
            self._pending[number] = _Waiting(future, fn, args, kwargs)
            self._work_ids.put(number)
            self._waker.wake()
            self._start()
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of `fn` over the items, in order; so many items at a time go to a worker."""
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        chunks = itertools.batched(zip(*iterables), chunksize)
        results = super().map(partial(_process_chunk, fn), chunks, timeout=timeout)
        return _items_of(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._cancels_pending = cancel_futures
            self._is_shut_down = True
            if self._manager is not None:
                self._waker.wake()
        if self._manager is not None and wait:
            self._manager.join()
        self._manager = None
        self._call_queue = None
        self._result_queue = None


def _check_tasks_per_child(max_tasks_per_child, mp_context):
    if not isinstance(max_tasks_per_child, int):
        raise TypeError("max_tasks_per_child must be an integer")
    if max_tasks_per_child <= 0:
        raise ValueError("max_tasks_per_child must be >= 1")
    if mp_context is None:
        raise NotImplementedError(
            "aiocc has no start method 'spawn', which max_tasks_per_child needs: a compiled program starts processes by fork")
    raise ValueError(
        "max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; supply a different mp_context.")


def _items_of(lists):
    for each in lists:
        each.reverse()
        while each:
            yield each.pop()


for _class in (BrokenProcessPool, ProcessPoolExecutor, _RemoteTraceback):
    _class.__module__ = "concurrent.futures.process"
