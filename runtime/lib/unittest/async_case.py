"""Test cases whose tests are coroutines, each run in an event loop of its own."""

import asyncio
import contextvars

from .case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    """Tests, asyncSetUp, asyncTearDown and cleanups may be coroutines; they share a loop and a context."""

    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._loop = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        """Called after setUp."""

    async def asyncTearDown(self):
        """Called before tearDown."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """A coroutine function to call after tearDown, the last added first."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        """Enters an async context manager, and leaves it after tearDown."""
        cls = type(cm)
        try:
            enter = cls.__aenter__
            leave = cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager "
                            "protocol") from None
        value = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return value

    def _callSetUp(self):
        self._asyncioTestContext.run(self.setUp)
        self._callAsync(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._callMaybeAsync(method) is not None:
            import warnings
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})",
                          DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._callAsync(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        self._callMaybeAsync(function, *args, **kwargs)

    def _callAsync(self, func, /, *args, **kwargs):
        return self._run_coroutine(func(*args, **kwargs))

    def _callMaybeAsync(self, func, /, *args, **kwargs):
        value = self._asyncioTestContext.run(func, *args, **kwargs)
        return self._run_coroutine(value) if asyncio.iscoroutine(value) else value

    def _run_coroutine(self, coroutine):
        task = self._loop.create_task(coroutine, context=self._asyncioTestContext)
        return self._loop.run_until_complete(task)

    def _open_loop(self):
        self._loop = asyncio.new_event_loop() if self.loop_factory is None else self.loop_factory()

    def _close_loop(self):
        """Ends what still runs, as asyncio.run does."""
        loop = self._loop
        try:
            left = asyncio.all_tasks(loop)
            if left:
                for task in left:
                    task.cancel()
                loop.run_until_complete(_settled(left))
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            loop.close()
            self._loop = None

    def run(self, result=None):
        self._open_loop()
        try:
            return super().run(result)
        finally:
            self._close_loop()

    def debug(self):
        self._open_loop()
        super().debug()
        self._close_loop()


async def _settled(tasks):
    await asyncio.gather(*tasks, return_exceptions=True)
