"""A pool of processes, or of threads, that calls are given to."""

import collections
import itertools
import os
import queue
import threading
import time
import types
import warnings

from multiprocessing import TimeoutError, connection, get_context, util
# Users find the class of causes here.
from multiprocessing._remote_errors import ExceptionWithTraceback, RemoteTraceback

__all__ = ["Pool", "ThreadPool"]

# What a pool's `repr` calls its states.
INIT, RUN, CLOSE, TERMINATE = "INIT", "RUN", "CLOSE", "TERMINATE"

_job_numbers = itertools.count()

# A call on its way to a worker; its outcome comes back as (job, index, (succeeded, value or error)).
_Call = collections.namedtuple("_Call", "job index function args kwargs", module=__name__)

# Calls that are to be sent, and the job that wants to know how many there were.
_Batch = collections.namedtuple("_Batch", "calls counted_by", module=__name__)


class MaybeEncodingError(Exception):
    """A result can't be sent back."""

    def __init__(self, exc, value):
        super().__init__(repr(exc), repr(value))
        self.exc, self.value = self.args

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{type(self).__name__}: {self}>"


# What workers do.


def worker(calls, outcomes, initializer, initargs, limit, keeps_tracebacks):
    """A worker's life: makes the calls that come until None does, `limit` at most."""
    if initializer is not None:
        initializer(*initargs)
    for _ in itertools.count() if limit is None else range(limit):
        try:
            call = calls.get()
        except (EOFError, OSError):
            return
        if call is None:
            return
        _answer(call, outcomes, keeps_tracebacks)
        # Its objects needn't live until the next one comes.
        del call


def _answer(call, outcomes, keeps_tracebacks):
    outcome = _outcome_of(call, keeps_tracebacks)
    try:
        outcomes.put((call.job, call.index, outcome))
    except Exception as error:
        outcomes.put((call.job, call.index, (False, MaybeEncodingError(error, outcome[1]))))


def _outcome_of(call, keeps_tracebacks):
    try:
        return True, call.function(*call.args, **call.kwargs)
    except Exception as error:
        if keeps_tracebacks and call.function is not _fail:
            return False, ExceptionWithTraceback(error, error.__traceback__)
        return False, error


def _fail(error):
    """The call that stands for an error of an iterable's."""
    raise error


def _call_each(function, items):
    return [function(item) for item in items]


def _call_each_with(function, items):
    return [function(*args) for args in items]


def _calls(job, function, arguments):
    """A call for each; where the iterable fails, one that fails in the same way."""
    index = 0
    try:
        for args in arguments:
            yield _Call(job, index, function, args, {})
            index += 1
    except Exception as error:
        yield _Call(job, index, _fail, (error,), {})


def _chunk_calls(job, caller, function, iterable, size):
    """Calls of `caller` with the function and up to `size` items."""
    items = iter(iterable)
    chunks = iter(lambda: tuple(itertools.islice(items, size)), ())
    return _calls(job, caller, ((function, chunk) for chunk in chunks))


# What the pool's threads do.


class _Engine:
    """The workers, and the threads that serve them. It doesn't know its pool, so that a pool that nobody has ends."""

    keeps_tracebacks = True

    def __init__(self, new_worker, context, size, initializer, initargs, limit):
        self.state = INIT
        self.workers = []
        self.jobs = {}
        self.batches = queue.SimpleQueue()
        self._context = context
        self._size = size
        self._new_worker = new_worker
        self._calls, self._outcomes = self.new_queue(), self.new_queue()
        self._worker_args = (self._calls, self._outcomes, initializer, initargs, limit, self.keeps_tracebacks)
        # Workers come and go under it.
        self._lock = threading.RLock()
        self._threads = []

    def new_queue(self):
        return self._context.SimpleQueue()

    def start(self):
        try:
            self._fill()
        except BaseException:
            self._end_workers()
            raise
        self.state = RUN
        for task in (self._watch_workers, self._send_calls, self._take_outcomes):
            thread = threading.Thread(target=task, daemon=True)
            self._threads.append(thread)
            thread.start()

    def _fill(self):
        while len(self.workers) < self._size:
            each = self._new_worker(self._context, target=worker, args=self._worker_args)
            each.name = each.name.replace("Process", "PoolWorker")
            each.daemon = True
            each.start()
            self.workers.append(each)

    def _is_needed(self):
        return self.state == RUN or (self.state == CLOSE and bool(self.jobs))

    def _watch_workers(self):
        """Those that end are replaced while there's something to do."""
        while self._is_needed():
            self._replace_ended()
            self.wait_for_an_end()
        self.batches.put(None)

    def _replace_ended(self):
        with self._lock:
            if self.state == TERMINATE:
                return
            for each in [each for each in self.workers if each.exitcode is not None]:
                each.join()
                self.workers.remove(each)
            self._fill()

    def wait_for_an_end(self):
        connection.wait([each.sentinel for each in self.workers], 0.1)

    def _send_calls(self):
        for batch in iter(self.batches.get, None):
            self._send_batch(batch)
        if self.state != TERMINATE:
            self._tell_the_end()

    def _send_batch(self, batch):
        count = 0
        for count, call in enumerate(batch.calls, 1):
            if self.state == TERMINATE:
                return
            try:
                self._calls.put(call)
            except Exception as error:
                self._settle(call.job, call.index, (False, error))
        if batch.counted_by is not None:
            batch.counted_by._set_length(count)

    def _tell_the_end(self):
        try:
            for receiver in [self._outcomes] + [self._calls] * len(self.workers):
                receiver.put(None)
        except OSError:
            # They have ended already.
            pass

    def _take_outcomes(self):
        is_ending = False
        while not is_ending or (self.jobs and self.state != TERMINATE):
            try:
                answer = self._outcomes.get()
            except (OSError, EOFError):
                return
            if answer is None:
                is_ending = True
            else:
                self._settle(*answer)
            del answer

    def _settle(self, number, index, outcome):
        job = self.jobs.get(number)
        if job is not None:
            job._settle(index, outcome)

    def terminate(self):
        """The workers end at once."""
        self.state = TERMINATE
        self.batches.put(None)
        self._outcomes.put(None)
        with self._lock:
            self._end_workers()
        self._join(self._threads)

    def _end_workers(self):
        for each in self.workers:
            if each.exitcode is None:
                each.terminate()
        # Whoever still sends calls finds that nobody reads them.
        self._calls._reader.close()
        self._join(self.workers)

    def join(self):
        self._join(self._threads)
        self._join(self.workers)

    @staticmethod
    def _join(all):
        for each in all:
            if each is not threading.current_thread():
                each.join()


class _ThreadEngine(_Engine):
    """Workers that are threads: they can't be ended, but told to."""

    keeps_tracebacks = False

    def new_queue(self):
        return queue.SimpleQueue()

    def wait_for_an_end(self):
        time.sleep(0.01)

    def _end_workers(self):
        try:
            while True:
                self._calls.get_nowait()
        except queue.Empty:
            for _ in self.workers:
                self._calls.put(None)


# What users have.


class Pool:
    """Processes that calls are given to."""

    _engine_kind = _Engine
    _engine = None

    @staticmethod
    def Process(ctx, *args, **kwargs):
        """A new worker, which isn't started yet."""
        return ctx.Process(*args, **kwargs)

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and not (isinstance(maxtasksperchild, int) and maxtasksperchild > 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        engine = self._engine_kind(
            self.Process, context or get_context(), processes, initializer, initargs, maxtasksperchild)
        engine.start()
        self._engine = engine
        self._terminate = util.Finalize(self, _terminate, args=(engine,), exitpriority=15)

    def __del__(self):
        if self._engine is not None and self._engine.state == RUN:
            warnings.warn(f"unclosed running multiprocessing pool {self!r}", ResourceWarning, source=self)

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} state={self._engine.state} pool_size={len(self._engine.workers)}>"

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, *error):
        self.terminate()

    def _check_running(self):
        if self._engine.state != RUN:
            raise ValueError("Pool not running")

    def _send(self, calls, counted_by=None):
        self._engine.batches.put(_Batch(calls, counted_by))

    def apply(self, func, args=(), kwds={}):
        """The call's value."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """The call, which is made meanwhile."""
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._send([_Call(result._job, 0, func, args, kwds)])
        return result

    def map(self, func, iterable, chunksize=None):
        """A list of the function's values."""
        return self.map_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """The calls, which are made meanwhile."""
        return self._in_chunks(_call_each, func, iterable, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """A list of the function's values; each item holds its arguments."""
        return self.starmap_async(func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """The calls, which are made meanwhile."""
        return self._in_chunks(_call_each_with, func, iterable, chunksize, callback, error_callback)

    def _in_chunks(self, caller, func, iterable, chunksize, callback, error_callback):
        self._check_running()
        items = iterable if hasattr(iterable, "__len__") else list(iterable)
        if not len(items):
            chunksize = 0
        elif chunksize is None:
            # Four chunks for each worker.
            chunksize = -(-len(items) // (4 * len(self._engine.workers)))
        result = MapResult(self, chunksize, len(items), callback, error_callback)
        self._send(_chunk_calls(result._job, caller, func, items, chunksize))
        return result

    def imap(self, func, iterable, chunksize=1):
        """The function's values, in order, as they come."""
        return self._one_by_one(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """The function's values as they come."""
        return self._one_by_one(IMapUnorderedIterator, func, iterable, chunksize)

    def _one_by_one(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        result = kind(self)
        if chunksize == 1:
            self._send(_calls(result._job, func, ((item,) for item in iterable)), result)
            return result
        self._send(_chunk_calls(result._job, _call_each, func, iterable, chunksize), result)
        return itertools.chain.from_iterable(result)

    def close(self):
        """No more calls are taken."""
        if self._engine.state == RUN:
            self._engine.state = CLOSE

    def terminate(self):
        """The workers end at once."""
        self._engine.state = TERMINATE
        self._terminate()

    def join(self):
        """Waits for the workers' end; the pool must be closed or terminated."""
        if self._engine.state == RUN:
            raise ValueError("Pool is still running")
        self._engine.join()
        self._terminate.cancel()


def _terminate(engine):
    engine.terminate()


class ThreadPool(Pool):
    """Threads that calls are given to."""

    _engine_kind = _ThreadEngine

    @staticmethod
    def Process(ctx, *args, **kwargs):
        """A new worker, which isn't started yet."""
        from multiprocessing.dummy import Process

        return Process(*args, **kwargs)

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)


class _Job:
    """Something that a pool works at. The pool lives until it's done."""

    def __init__(self, pool):
        self._job = next(_job_numbers)
        self._pool = pool
        pool._engine.jobs[self._job] = self

    def _leave(self):
        pool, self._pool = self._pool, None
        del pool._engine.jobs[self._job]


class ApplyResult(_Job):
    """A call's value, once there's one."""

    def __init__(self, pool, callback, error_callback):
        super().__init__(pool)
        self._listeners = {True: callback, False: error_callback}
        self._is_done = threading.Event()

    def ready(self):
        """Whether there's a value, or an error."""
        return self._is_done.is_set()

    def wait(self, timeout=None):
        """Waits for the value, at most `timeout` seconds."""
        self._is_done.wait(timeout)

    def successful(self):
        """Whether it's a value."""
        if self.ready():
            return self._outcome[0]
        raise ValueError(f"{self!r} not ready")

    def get(self, timeout=None):
        """The value, or its error; waits for it, at most `timeout` seconds."""
        if not self._is_done.wait(timeout):
            raise TimeoutError
        succeeded, value = self._outcome
        if not succeeded:
            raise value
        return value

    def _settle(self, index, outcome):
        self._conclude(outcome)

    def _conclude(self, outcome):
        self._outcome = succeeded, value = outcome
        listener = self._listeners[succeeded]
        if listener:
            listener(value)
        self._is_done.set()
        self._leave()

    __class_getitem__ = classmethod(types.GenericAlias)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """The values of many calls, which come in chunks."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._size = chunksize
        self._values = [None] * length
        # Of several errors the first counts.
        self._failure = None
        if chunksize > 0:
            self._missing = -(-length // chunksize)
        else:
            self._outcome = True, self._values
            self._is_done.set()
            self._leave()

    def _settle(self, index, outcome):
        succeeded, values = outcome
        if succeeded:
            self._values[index * self._size:(index + 1) * self._size] = values
        elif self._failure is None:
            self._failure = outcome
        self._missing -= 1
        if not self._missing:
            self._conclude(self._failure or (True, self._values))


class IMapIterator(_Job):
    """The values of many calls, in order, as they come."""

    def __init__(self, pool):
        super().__init__(pool)
        self._change = threading.Condition(threading.Lock())
        self._early = {}
        self._arrived = collections.deque()
        self._count = 0
        self._length = None

    def __iter__(self):
        return self

    def __next__(self):
        return self.next()

    def next(self, timeout=None):
        """The next value, or its error; waits for it, at most `timeout` seconds."""
        with self._change:
            self._change.wait_for(lambda: self._arrived or self._is_complete(), timeout)
            if not self._arrived:
                raise StopIteration if self._is_complete() else TimeoutError
            succeeded, value = self._arrived.popleft()
        if not succeeded:
            raise value
        return value

    def _is_complete(self):
        return self._count == self._length

    def _settle(self, index, outcome):
        with self._change:
            self._put_in_order(index, outcome)
            self._leave_if_complete()

    def _put_in_order(self, index, outcome):
        self._early[index] = outcome
        while self._count in self._early:
            self._arrive(self._early.pop(self._count))

    def _arrive(self, outcome):
        self._arrived.append(outcome)
        self._count += 1
        self._change.notify()

    def _set_length(self, length):
        with self._change:
            self._length = length
            if self._leave_if_complete():
                self._change.notify()

    def _leave_if_complete(self):
        is_complete = self._is_complete()
        if is_complete:
            self._leave()
        return is_complete


class IMapUnorderedIterator(IMapIterator):
    """The values in the order in which they come."""

    def _put_in_order(self, index, outcome):
        self._arrive(outcome)
