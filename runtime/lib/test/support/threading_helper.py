"""What CPython's tests do with threads."""

import contextlib
import functools
import unittest

can_start_thread = True


def requires_working_threading(*, module=False):
    """Nothing: threads work."""
    if module:
        return None
    return lambda test: test


def threading_setup(*args):
    """What `threading_cleanup` wants."""
    return 0, 0


def threading_cleanup(*original_values):
    """Nothing: threads that are left are left."""


def reap_threads(func):
    """Runs the function."""

    @functools.wraps(func)
    def decorator(*args):
        return func(*args)

    return decorator


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    """Runs the block."""
    yield


def join_thread(thread, timeout=None):
    """Waits for a thread; an AssertionError where that takes too long."""
    thread.join(30.0 if timeout is None else timeout)
    if thread.is_alive():
        raise AssertionError("failed to join the thread")


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    """Starts threads, and joins them behind the `with` statement."""
    threads = list(threads)
    started = []
    try:
        for each in threads:
            each.start()
            started.append(each)
        yield
    finally:
        if unlock:
            unlock()
        for each in started:
            join_thread(each)


class catch_threading_exception:
    """Keeps what ended a thread."""

    def __init__(self):
        self.exc_type = self.exc_value = self.exc_traceback = self.thread = None

    def __enter__(self):
        raise unittest.SkipTest("threading.excepthook is not there")

    def __exit__(self, *exc_info):
        pass


def run_concurrently(worker_func, nthreads, args=(), kwargs={}):
    raise unittest.SkipTest("threads are not run at the same time")
