"""What CPython's tests of asyncio share."""

import asyncio
import contextlib
import logging
import unittest
from unittest import mock


async def await_without_task(coro):
    """Awaits a coroutine while no task is the current one."""
    raise unittest.SkipTest("asyncio.current_task() is not replaced")


def run_briefly(loop):
    """Lets the loop do what's ready."""

    async def once():
        pass

    gen = once()
    task = loop.create_task(gen)
    # Should the loop stop early, nobody is told of the task.
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        gen.close()


def run_until(loop, pred, timeout=30.0):
    """Runs the loop until the condition holds."""
    from test.support import busy_retry
    delay = 0.001
    for _ in busy_retry(timeout, error=False):
        if pred():
            break
        loop.run_until_complete(asyncio.sleep(delay))
        delay = max(delay * 2, 1.0)
    else:
        raise TimeoutError()


def run_once(loop):
    """Runs one turn of the loop."""
    loop.call_soon(loop.stop)
    loop.run_forever()


def MockCallback(**kwargs):
    """A mock of a callback."""
    return mock.Mock(spec=["__call__"], **kwargs)


class MockPattern(str):
    """A regular expression that's equal to what it's found in."""

    def __eq__(self, other):
        import re
        return bool(re.search(str(self), other, re.S))


class MockInstanceOf:
    """Equal to all instances of a class."""

    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


class TestCase(unittest.TestCase):
    """Closes the event loops of its tests."""

    @staticmethod
    def close_loop(loop):
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError("loop is None")
        # Nobody should rely on the current one.
        asyncio.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        raise unittest.SkipTest("there is no loop with a clock made for tests")

    def tearDown(self):
        asyncio.set_event_loop(None)
        self.doCleanups()


@contextlib.contextmanager
def disable_logger():
    """Silences asyncio's logger."""
    logger = logging.getLogger("asyncio")
    old_level = logger.level
    try:
        logger.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        logger.setLevel(old_level)


def get_function_source(func):
    """(file, line) of a function."""
    code = func.__code__
    return code.co_filename, code.co_firstlineno
