"""Runner, and asyncio.run under its module's name."""

import _asyncio
import contextvars

from asyncio import iscoroutine, new_event_loop, run, set_event_loop

__all__ = ("Runner", "run")


class Runner:
    """Runs coroutines one after the other in one loop of its own, in one context."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._is_closed = False
        self._sets_event_loop = False

    def __enter__(self):
        self._begin()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def _begin(self):
        if self._is_closed:
            raise RuntimeError("Runner is closed")
        if self._loop is not None:
            return
        if self._loop_factory is None:
            self._loop = new_event_loop()
            if not self._sets_event_loop:
                set_event_loop(self._loop)
                self._sets_event_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = contextvars.copy_context()

    def get_loop(self):
        """The runner's loop, made when it's first needed."""
        self._begin()
        return self._loop

    def run(self, coro, *, context=None):
        """Runs the coroutine until it's done, and gives its result."""
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _asyncio.is_loop_running():
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._begin()
        task = self._loop.create_task(coro, context=self._context if context is None else context)
        return _asyncio.run_main_task(self._loop, task)

    def close(self):
        """Cancels the tasks that are left, finishes asynchronous generators and the executor, and closes the loop."""
        if self._loop is None:
            return
        loop = self._loop
        try:
            _asyncio.cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor(300))
        finally:
            if self._sets_event_loop:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._is_closed = True
