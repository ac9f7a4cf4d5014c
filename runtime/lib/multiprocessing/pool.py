"""A pool of processes, or of threads, that calls are given to."""

import collections
import itertools
import os
import queue
import threading
import time
import types
import warnings

from multiprocessing import TimeoutError, get_context, util
from multiprocessing._remote_errors import ExceptionWithTraceback, RemoteTraceback, rebuild_exc

__all__ = ["Pool", "ThreadPool"]

INIT, RUN, CLOSE, TERMINATE = "INIT", "RUN", "CLOSE", "TERMINATE"

_job_numbers = itertools.count()


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


class MaybeEncodingError(Exception):
    """A result can't be sent back."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{type(self).__name__}: {self}>"


def _raise_it(error):
    """The call that stands for an iterable's error."""
    raise error


def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False):
    """A worker's life: calls what comes until None does."""
    if maxtasks is not None and not (isinstance(maxtasks, int) and maxtasks >= 1):
        raise AssertionError(f"Maxtasks {maxtasks!r} is not valid")
    if initializer is not None:
        initializer(*initargs)
    done = 0
    while maxtasks is None or done < maxtasks:
        try:
            task = inqueue.get()
        except (EOFError, OSError):
            break
        if task is None:
            break
        job, index, function, args, kwargs = task
        result = _outcome(function, args, kwargs, wrap_exception)
        try:
            outqueue.put((job, index, result))
        except Exception as error:
            outqueue.put((job, index, (False, MaybeEncodingError(error, result[1]))))
        task = job = result = function = args = kwargs = None
        done += 1


def _outcome(function, args, kwargs, wraps):
    try:
        return True, function(*args, **kwargs)
    except Exception as error:
        if wraps and function is not _raise_it:
            error = ExceptionWithTraceback(error, error.__traceback__)
        return False, error


class _Tasks:
    """Tasks that the task thread is to send: an iterable, and whom to tell how many there were."""

    def __init__(self, tasks, job=None):
        self.tasks = tasks
        self.job = job


class Pool:
    """Processes that calls are given to."""

    _wraps_exceptions = True

    @staticmethod
    def Process(ctx, *args, **kwargs):
        return ctx.Process(*args, **kwargs)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        # Attributes that __del__ wants come first.
        self._pool = []
        self._state = INIT
        self._ctx = context or get_context()
        self._setup_queues()
        self._taskqueue = queue.SimpleQueue()
        self._cache = {}
        self._changed = threading.Condition()
        self._maxtasksperchild = maxtasksperchild
        self._initializer = initializer
        self._initargs = initargs
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._fill()
        self._threads = [self._thread(each) for each in (self._watch_workers, self._send_tasks, self._take_results)]
        self._terminate = util.Finalize(self, Pool._end_at_exit, args=(self._pool, self._threads), exitpriority=15)
        self._state = RUN
        for each in self._threads:
            each.start()

    def _thread(self, target):
        return threading.Thread(target=target, daemon=True)

    def _setup_queues(self):
        self._inqueue = self._ctx.SimpleQueue()
        self._outqueue = self._ctx.SimpleQueue()

    @staticmethod
    def _end_at_exit(pool, threads):
        for each in pool:
            if hasattr(each, "terminate") and each.exitcode is None:
                each.terminate()

    def __del__(self):
        if self._state == RUN:
            warnings.warn(f"unclosed running multiprocessing pool {self!r}", ResourceWarning, source=self)

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={len(self._pool)}>"

    # The workers.

    def _fill(self):
        for _ in range(self._processes - len(self._pool)):
            process = self.Process(
                self._ctx, target=worker,
                args=(self._inqueue, self._outqueue, self._initializer, self._initargs, self._maxtasksperchild,
                      self._wraps_exceptions))
            process.name = process.name.replace("Process", "PoolWorker")
            process.daemon = True
            process.start()
            self._pool.append(process)

    def _take_out_ended(self):
        ended = [each for each in self._pool if each.exitcode is not None]
        for each in ended:
            each.join()
            self._pool.remove(each)
        return bool(ended)

    def _watch_workers(self):
        """Those that end are replaced while there's something to do."""
        while self._state == RUN or (self._cache and self._state != TERMINATE):
            if self._take_out_ended() and self._state != TERMINATE:
                self._fill()
            self._wait_for_change()
        self._taskqueue.put(None)

    def _wait_for_change(self):
        from multiprocessing.connection import wait

        with self._changed:
            pass
        wait([each.sentinel for each in self._pool], 0.1)

    # What goes to them.

    def _send_tasks(self):
        while (batch := self._taskqueue.get()) is not None:
            self._send_batch(batch)
        try:
            self._outqueue.put(None)
            for _ in self._pool:
                self._inqueue.put(None)
        except OSError:
            pass

    def _send_batch(self, batch):
        count = 0
        for task in batch.tasks:
            if self._state == TERMINATE:
                return
            count += 1
            try:
                self._inqueue.put(task)
            except Exception as error:
                job = self._cache.get(task[0])
                if job is not None:
                    job._set(task[1], (False, error))
        if batch.job is not None:
            batch.job._set_length(count)

    # What comes back.

    def _take_results(self):
        is_ending = False
        while not is_ending or (self._cache and self._state != TERMINATE):
            try:
                result = self._outqueue.get()
            except (OSError, EOFError):
                return
            if result is None:
                is_ending = True
                continue
            job = self._cache.get(result[0])
            if job is not None:
                job._set(result[1], result[2])
            result = job = None

    # What users call.

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        """The call's value."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._taskqueue.put(_Tasks([(result._job, 0, func, args, kwds)]))
        return result

    def map(self, func, iterable, chunksize=None):
        """A list of the function's values."""
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """The same where the items are the function's arguments."""
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, rest = divmod(len(iterable), len(self._pool) * 4)
            chunksize += bool(rest)
        if len(iterable) == 0:
            chunksize = 0
        result = MapResult(self, chunksize, len(iterable), callback, error_callback)
        chunks = _chunks(func, iterable, chunksize)
        self._taskqueue.put(_Tasks(_guarded(result._job, mapper, ((chunk,) for chunk in chunks))))
        return result

    def imap(self, func, iterable, chunksize=1):
        """The function's values, in order, as they come."""
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1 and chunksize == 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        result = kind(self)
        if chunksize == 1:
            tasks = _guarded(result._job, func, ((item,) for item in iterable))
            self._taskqueue.put(_Tasks(tasks, result))
            return result
        tasks = _guarded(result._job, mapstar, ((chunk,) for chunk in _chunks(func, iterable, chunksize)))
        self._taskqueue.put(_Tasks(tasks, result))
        return (item for chunk in result for item in chunk)

    def close(self):
        """No more calls."""
        if self._state == RUN:
            self._state = CLOSE

    def terminate(self):
        """The workers end at once."""
        self._state = TERMINATE
        self._taskqueue.put(None)
        self._stop_workers()
        for each in self._threads:
            if each is not threading.current_thread():
                each.join()
        self._terminate.cancel()

    def _stop_workers(self):
        self._outqueue.put(None)
        for each in self._pool:
            if each.exitcode is None:
                each.terminate()
        # Whoever still sends tasks finds that nobody reads them.
        self._inqueue._reader.close()
        for each in self._pool:
            each.join()

    def join(self):
        """Waits for the workers' end; the pool must be closed or terminated."""
        if self._state == RUN:
            raise ValueError("Pool is still running")
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        for each in self._threads:
            each.join()
        for each in self._pool:
            each.join()
        self._terminate.cancel()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")


def _chunks(function, iterable, size):
    iterator = iter(iterable)
    while chunk := tuple(itertools.islice(iterator, size)):
        yield function, chunk


def _guarded(job, function, arguments):
    """A task for each; an error of the iterable's becomes a task that raises it."""
    index = -1
    try:
        for index, args in enumerate(arguments):
            yield job, index, function, args, {}
    except Exception as error:
        yield job, index + 1, _raise_it, (error,), {}


class ApplyResult:
    """A call's value, once there's one."""

    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = next(_job_numbers)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        """The value, or its error; waits for it, at most `timeout` seconds."""
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, index, outcome):
        self._success, self._value = outcome
        self._finish()

    def _finish(self):
        if self._callback and self._success:
            self._callback(self._value)
        if self._error_callback and not self._success:
            self._error_callback(self._value)
        self._event.set()
        del self._cache[self._job]
        self._pool = None

    __class_getitem__ = classmethod(types.GenericAlias)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """The values of many calls, which come in chunks."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        if chunksize <= 0:
            self._chunks_left = 0
            self._event.set()
            del self._cache[self._job]
        else:
            self._chunks_left = -(-length // chunksize)

    def _set(self, index, outcome):
        self._chunks_left -= 1
        success, result = outcome
        if success and self._success:
            self._value[index * self._chunksize:(index + 1) * self._chunksize] = result
        elif not success and self._success:
            # Of several errors the first counts.
            self._success = False
            self._value = result
        if self._chunks_left == 0:
            self._finish()


class IMapIterator:
    """The values of many calls, in order, as they come."""

    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = next(_job_numbers)
        self._cache = pool._cache
        self._items = collections.deque()
        self._index = 0
        self._length = None
        self._waiting = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._cond:
            if not self._items:
                if self._index == self._length:
                    self._pool = None
                    raise StopIteration from None
                self._cond.wait(timeout)
            if not self._items:
                if self._index == self._length:
                    self._pool = None
                    raise StopIteration from None
                raise TimeoutError from None
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, index, outcome):
        with self._cond:
            self._take(index, outcome)
            if self._index == self._length:
                del self._cache[self._job]
                self._pool = None

    def _take(self, index, outcome):
        self._waiting[index] = outcome
        while self._index in self._waiting:
            self._items.append(self._waiting.pop(self._index))
            self._index += 1
            self._cond.notify()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == self._length:
                self._cond.notify()
                del self._cache[self._job]
                self._pool = None


class IMapUnorderedIterator(IMapIterator):
    """The values in the order in which they come."""

    def _take(self, index, outcome):
        self._items.append(outcome)
        self._index += 1
        self._cond.notify()


class ThreadPool(Pool):
    """The same with threads."""

    _wraps_exceptions = False

    @staticmethod
    def Process(ctx, *args, **kwargs):
        from multiprocessing.dummy import Process

        return Process(*args, **kwargs)

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _setup_queues(self):
        self._inqueue = queue.SimpleQueue()
        self._outqueue = queue.SimpleQueue()

    def _wait_for_change(self):
        time.sleep(0.01)

    def _stop_workers(self):
        while not self._inqueue.empty():
            try:
                self._inqueue.get_nowait()
            except queue.Empty:
                break
        self._outqueue.put(None)
        for _ in self._pool:
            self._inqueue.put(None)
