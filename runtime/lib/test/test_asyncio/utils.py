"""What CPython's tests of asyncio share."""

import _asyncio
import asyncio
# Tests patch what's in these modules, by name.
import asyncio.base_events
import asyncio.futures
import asyncio.tasks
import contextlib
import logging
import unittest
from test.support import threading_helper
from unittest import mock

# Only tests of connections need sockets.
_defers_imports = True

# What may be off between the loop's clock and other ones, in seconds.
CLOCK_RES = 0.05


async def await_without_task(coro):
    """Awaits a coroutine while no task is the current one: from a callback."""
    failure = None

    def drive():
        nonlocal failure
        try:
            for _ in coro.__await__():
                pass
        except BaseException as error:
            failure = error

    asyncio.get_running_loop().call_soon(drive)
    await asyncio.sleep(0)
    if failure is not None:
        raise failure


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


def _no_timers():
    """The generator of a loop that nothing is scheduled in."""
    yield


class TestLoop(asyncio.AbstractEventLoop):
    """A loop that waits for nothing: a generator moves its clock.

    The generator is sent the deadline of each timer that a turn has made, and yields how far the clock moves on; what it yields first is
    ignored. It must have come to its end when the loop is closed.
    """

    def __init__(self, gen=None):
        super().__init__()
        self._check_on_close = gen is not None
        self._gen = _no_timers() if gen is None else gen()
        self._time = 0
        next(self._gen)
        self.readers = {}
        self.writers = {}
        self.reset_counters()
        _asyncio.never_wait(self)

    def time(self):
        return self._time

    def advance_time(self, advance):
        """Moves the clock."""
        if advance:
            self._time += advance

    def close(self):
        super().close()
        if not self._check_on_close:
            return
        try:
            self._gen.send(0)
        except StopIteration:
            return
        raise AssertionError("Time generator is not finished")

    def _run_once(self):
        super()._run_once()
        for deadline in _asyncio.take_deadlines(self):
            self.advance_time(self._gen.send(deadline))

    def reset_counters(self):
        """Forgets what was counted of readers and writers."""
        self.remove_reader_count = {}
        self.remove_writer_count = {}


class TestCase(unittest.TestCase):
    """Closes the event loops of its tests."""

    @staticmethod
    def close_loop(loop):
        executor = _asyncio.executor_of(loop)
        if executor is not None and loop.is_closed():
            executor.shutdown(wait=True)
        elif executor is not None:
            loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError("loop is None")
        # Nobody should rely on the current one.
        asyncio.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    def unpatch_get_running_loop(self):
        """Nothing is patched."""

    def setUp(self):
        self._thread_cleanup = threading_helper.threading_setup()

    def tearDown(self):
        asyncio.set_event_loop(None)
        self.doCleanups()


def make_test_protocol(base):
    """A protocol whose methods are mocks."""
    methods = {name: MockCallback(return_value=None) for name in dir(base) if not name.startswith("__")}
    return type("TestProtocol", (base, *base.__bases__), methods)()


def mock_nonblocking_socket(proto=6, type=1, family=2):
    """A mock of a socket that doesn't block; by default of TCP."""
    from socket import socket

    sock = mock.MagicMock(socket)
    sock.proto = proto
    sock.type = type
    sock.family = family
    sock.gettimeout.return_value = 0.0
    return sock


def _refuse_ssl(use_ssl):
    if use_ssl:
        raise unittest.SkipTest("No ssl module")


def dummy_ssl_context():
    """There is no TLS."""
    return None


def simple_server_sslcontext():
    _refuse_ssl(True)


def simple_client_sslcontext(*, disable_verify=True):
    _refuse_ssl(True)


def run_test_server(*, host="127.0.0.1", port=0, use_ssl=False):
    """A server over TCP that says "Test message"; its `address`."""
    from test.test_asyncio import servers

    _refuse_ssl(use_ssl)
    return servers.run_test_server(host, port)


def run_test_unix_server(*, use_ssl=False):
    from test.test_asyncio import servers

    _refuse_ssl(use_ssl)
    return servers.run_test_unix_server()


def run_udp_echo_server(*, host="127.0.0.1", port=0):
    from test.test_asyncio import servers

    return servers.run_udp_echo_server(host, port)


def unix_socket_path():
    from test.test_asyncio import servers

    return servers.unix_socket_path()


def gen_unix_socket_path():
    from test.support.socket_helper import create_unix_domain_name

    return create_unix_domain_name()


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
