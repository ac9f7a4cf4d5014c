"""Futures of other threads, and waiting for them."""

import sys
import threading
import time
import types

import _thread

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED = "PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"
_DESCRIPTIONS = {PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled", CANCELLED_AND_NOTIFIED: "cancelled", FINISHED: "finished"}


class Error(Exception):
    """Something went wrong with a future."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The operation isn't allowed in this state."""


class BrokenExecutor(RuntimeError):
    """The executor can't run anything any more."""


TimeoutError = TimeoutError


class _Watch:
    """Somebody who waits for several futures: counts those that end, and sets the event when it's enough."""

    def __init__(self, count, stops_at_error):
        self.event = threading.Event()
        self.finished = []
        self._left = count
        self._stops_at_error = stops_at_error
        self._lock = threading.Lock()

    def told(self, future):
        with self._lock:
            self.finished.append(future)
            self._left -= 1
            failed = self._stops_at_error and future._state == FINISHED and future._exception is not None
            if self._left <= 0 or failed:
                self.event.set()


class Future:
    """The result of a call that runs elsewhere."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._watches = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            text = f"<{type(self).__name__} at {id(self):#x} state={_DESCRIPTIONS[self._state]}"
            if self._state == FINISHED:
                if self._exception:
                    text += f" raised {type(self._exception).__name__}"
                else:
                    text += f" returned {type(self._result).__name__}"
            return text + ">"

    def _is_done(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _call_callbacks(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception as error:
            print(f"exception calling callback for {self!r}", file=sys.stderr, flush=True)
            _thread.print_exception(error)

    def cancel(self):
        """False: it has begun already."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._is_done()

    def add_done_callback(self, fn):
        """Calls `fn` with the future once it's done."""
        with self._condition:
            if not self._is_done():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _await_end(self, timeout):
        # With the condition held.
        if not self._is_done():
            self._condition.wait(timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """The call's value or error; waits for it, at most `timeout` seconds."""
        with self._condition:
            self._await_end(timeout)
            error = self._exception
            if error is None:
                return self._result
        try:
            raise error
        finally:
            # Breaks the cycle of the error with this frame.
            self = error = None

    def exception(self, timeout=None):
        with self._condition:
            self._await_end(timeout)
            return self._exception

    def set_running_or_notify_cancel(self):
        """The executor begins; False: the future has been cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell_watches()
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
        print(f"Future {id(self)} in unexpected state: {self._state}", file=sys.stderr)
        raise RuntimeError("Future in unexpected state")

    def _tell_watches(self):
        for watch in self._watches:
            watch.told(self)

    def _finish(self, result, error):
        with self._condition:
            if self._is_done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = error
            self._state = FINISHED
            self._tell_watches()
            self._condition.notify_all()
        self._call_callbacks()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    __class_getitem__ = classmethod(types.GenericAlias)


class Executor:
    """Runs calls elsewhere."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of `fn` over the items, in order; all calls are submitted at once."""
        if timeout is not None:
            end = timeout + time.monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    if timeout is None:
                        yield _result_or_cancel(futures.pop())
                    else:
                        yield _result_or_cancel(futures.pop(), end - time.monotonic())
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """No more calls; waits for those that are left."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future


class DoneAndNotDoneFutures(tuple):
    """What `wait` gives."""

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self.done!r}, not_done={self.not_done!r})"



class _AllLocked:
    """Holds the conditions of several futures, always in the same order."""

    def __init__(self, futures):
        self._futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self._futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self._futures:
            future._condition.release()


def _is_notified(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures; gives those that are done and those that aren't."""
    fs = set(fs)
    with _AllLocked(fs):
        done = {future for future in fs if _is_notified(future)}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any(not f.cancelled() and f.exception() is not None for f in done):
            return DoneAndNotDoneFutures(done, not_done)
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError(f"Invalid return condition: {return_when!r}")
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        watch = _Watch(1 if return_when == FIRST_COMPLETED else len(not_done), return_when == FIRST_EXCEPTION)
        for future in not_done:
            future._watches.append(watch)
    watch.event.wait(timeout)
    for future in not_done:
        with future._condition:
            future._watches.remove(watch)
    done.update(watch.finished)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """The futures in the order in which they end."""
    if timeout is not None:
        end = timeout + time.monotonic()
    fs = set(fs)
    total = len(fs)
    with _AllLocked(fs):
        finished = [future for future in fs if _is_notified(future)]
        pending = fs - set(finished)
        watch = _Watch(1, False)
        for future in pending:
            future._watches.append(watch)
    try:
        yield from finished
        while pending:
            left = None
            if timeout is not None:
                left = end - time.monotonic()
                if left < 0:
                    raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            watch.event.wait(left)
            with watch._lock:
                ended = watch.finished
                watch.finished = []
                watch.event.clear()
                watch._left = 1
            for future in ended:
                pending.discard(future)
                yield future
    finally:
        for future in fs:
            with future._condition:
                if watch in future._watches:
                    future._watches.remove(watch)


for _class in (Error, CancelledError, InvalidStateError, BrokenExecutor, Future, Executor):
    _class.__module__ = "concurrent.futures._base"
