"""The executor whose workers are threads."""

import threading

import _thread
import queue
import weakref
from concurrent.futures import _base

_is_exiting = False
_queues = {}
_exit_lock = threading.Lock()


def _python_exit():
    global _is_exiting
    with _exit_lock:
        _is_exiting = True
    items = list(_queues.items())
    for _, work_queue in items:
        work_queue.put(None)
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


class _WorkItem:
    """A call and its future."""

    def __init__(self, future, fn, args, kwargs):
        self.future, self._call = future, (fn, args, kwargs)

    def run(self):
        future = self.future
        if not future.set_running_or_notify_cancel():
            return
        function, args, kwargs = self._call
        try:
            value = function(*args, **kwargs)
        except BaseException as error:
            future.set_exception(error)
            # Breaks the cycle of the error with this frame.
            future = self = None
        else:
            future.set_result(value)


class BrokenThreadPool(_base.BrokenExecutor):
    """A worker's initializer failed."""


BrokenThreadPool.__module__ = "concurrent.futures.thread"


def _worker(executor_reference, work_queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as error:
            _report_initializer(error)
            executor = executor_reference()
            if executor is not None:
                executor._initializer_failed()
            return
    while True:
        item = work_queue.get() if work_queue.qsize() else _next_item(executor_reference, work_queue)
        if item is not None:
            item.run()
            del item
            continue
        executor = executor_reference()
        if _is_exiting or executor is None or executor._is_shut_down:
            if executor is not None:
                executor._is_shut_down = True
            # The other workers are to end, too.
            work_queue.put(None)
            return
        del executor


def _next_item(executor_reference, work_queue):
    executor = executor_reference()
    if executor is not None:
        executor._idle.release()
    del executor
    return work_queue.get(block=True)


def _report_initializer(error):
    import sys

    print("Exception in initializer:", file=sys.stderr, flush=True)
    _thread.print_exception(error)


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in up to `max_workers` threads, which are made when they're needed."""

    _count = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _thread.cpu_count() + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if not (initializer is None or callable(initializer)):
            raise TypeError("initializer must be a callable")
        self._work_queue, self._max_workers = queue.SimpleQueue(), max_workers
        self._idle = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._is_shut_down = False
        self._lock = threading.Lock()
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._count}"
            ThreadPoolExecutor._count += 1
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._lock, _exit_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _is_exiting:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._add_worker()
            return future

    def _add_worker(self):
        # A worker that has nothing to do takes it.
        if self._idle.acquire(timeout=0):
            return
        count = len(self._threads)
        if count >= self._max_workers:
            return
        work_queue = self._work_queue
        reference = weakref.ref(self, lambda _: work_queue.put(None))
        thread = threading.Thread(
            name=f"{self._thread_name_prefix}_{count}",
            target=_worker,
            args=(reference, work_queue, self._initializer, self._initargs),
            daemon=True,
        )
        thread.start()
        self._threads.add(thread)
        _queues[thread] = work_queue

    def _initializer_failed(self):
        with self._lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            self._drain(lambda future: future.set_exception(BrokenThreadPool(self._broken)))

    def _drain(self, end):
        while True:
            try:
                item = self._work_queue.get_nowait()
            except queue.Empty:
                return
            if item is not None:
                end(item.future)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._is_shut_down = True
            if cancel_futures:
                self._drain(lambda future: future.cancel())
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


ThreadPoolExecutor.__module__ = "concurrent.futures.thread"
