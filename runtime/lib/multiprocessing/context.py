"""The ways to start a process: here there's one, the fork.

Left out: the start methods spawn and forkserver, which begin the program anew.
"""

import os
import threading

from multiprocessing import process

__all__ = ()


class ProcessError(Exception):
    """Something went wrong between processes."""


class BufferTooShort(ProcessError):
    """A message is longer than the buffer that it was to be read into."""


class TimeoutError(ProcessError):
    """It took too long."""


class AuthenticationError(ProcessError):
    """The other end doesn't have the key."""


class Process(process.BaseProcess):
    """A call that runs in a process of its own."""


class ForkProcess(process.BaseProcess):
    """The same, of the context of forks."""

    _start_method = "fork"


_OTHERS = ("spawn", "forkserver")


class BaseContext:
    """The package's functions, for one start method."""

    def cpu_count(self):
        """The system's number of processors."""
        count = os.cpu_count()
        if count is None:
            raise NotImplementedError("cannot determine number of cpus")
        return count

    def Manager(self):
        """A process that keeps objects for others."""
        from multiprocessing.managers import SyncManager

        manager = SyncManager(ctx=self.get_context())
        manager.start()
        return manager

    def Pipe(self, duplex=True):
        from multiprocessing.connection import Pipe

        return Pipe(duplex)

    def Lock(self):
        from multiprocessing.synchronize import Lock

        return Lock(ctx=self.get_context())

    def RLock(self):
        from multiprocessing.synchronize import RLock

        return RLock(ctx=self.get_context())

    def Condition(self, lock=None):
        from multiprocessing.synchronize import Condition

        return Condition(lock, ctx=self.get_context())

    def Semaphore(self, value=1):
        from multiprocessing.synchronize import Semaphore

        return Semaphore(value, ctx=self.get_context())

    def BoundedSemaphore(self, value=1):
        from multiprocessing.synchronize import BoundedSemaphore

        return BoundedSemaphore(value, ctx=self.get_context())

    def Event(self):
        from multiprocessing.synchronize import Event

        return Event(ctx=self.get_context())

    def Barrier(self, parties, action=None, timeout=None):
        from multiprocessing.synchronize import Barrier

        return Barrier(parties, action, timeout, ctx=self.get_context())

    def Queue(self, maxsize=0):
        from multiprocessing.queues import Queue

        return Queue(maxsize, ctx=self.get_context())

    def JoinableQueue(self, maxsize=0):
        from multiprocessing.queues import JoinableQueue

        return JoinableQueue(maxsize, ctx=self.get_context())

    def SimpleQueue(self):
        from multiprocessing.queues import SimpleQueue

        return SimpleQueue(ctx=self.get_context())

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        from multiprocessing.pool import Pool

        return Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())

    def RawValue(self, typecode_or_type, *args):
        from multiprocessing.sharedctypes import RawValue

        return RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        from multiprocessing.sharedctypes import RawArray

        return RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        from multiprocessing.sharedctypes import Value

        return Value(typecode_or_type, *args, lock=lock, ctx=self.get_context())

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        from multiprocessing.sharedctypes import Array

        return Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self.get_context())

    def freeze_support(self):
        """There's nothing to do."""

    def get_logger(self):
        from multiprocessing.util import get_logger

        return get_logger()

    def log_to_stderr(self, level=None):
        from multiprocessing.util import log_to_stderr

        return log_to_stderr(level)

    def allow_connection_pickling(self):
        raise NotImplementedError("aiocc can't send connections to other processes: let the child inherit them")

    def set_executable(self, executable):
        """For start methods that aren't there."""

    def set_forkserver_preload(self, module_names):
        """For start methods that aren't there."""

    def get_context(self, method=None):
        if method is None:
            return self
        return _context(method)

    def get_start_method(self, allow_none=False):
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError("cannot set start method of concrete context")


# What all contexts share with the package.
for _error in (ProcessError, BufferTooShort, TimeoutError, AuthenticationError):
    setattr(BaseContext, _error.__name__, _error)
for _function in (process.current_process, process.parent_process, process.active_children):
    setattr(BaseContext, _function.__name__, staticmethod(_function))


class DefaultContext(BaseContext):
    """What the package's own functions belong to."""

    Process = Process

    def __init__(self, context):
        self._default = context
        self._actual = None

    def get_context(self, method=None):
        if method is not None:
            return _context(method)
        if self._actual is None:
            self._actual = self._default
        return self._actual

    def set_start_method(self, method, force=False):
        if self._actual is not None and not force:
            raise RuntimeError("context has already been set")
        if method is None and force:
            self._actual = None
            return
        self._actual = _context(method)

    def get_start_method(self, allow_none=False):
        if self._actual is None:
            if allow_none:
                return None
            self._actual = self._default
        return self._actual._name

    def get_all_start_methods(self):
        return ["fork"]


class ForkContext(BaseContext):
    """The context of forks."""

    _name = "fork"
    Process = ForkProcess


_fork_context = ForkContext()
_default_context = DefaultContext(_fork_context)


def _context(method):
    if method in _OTHERS:
        raise NotImplementedError(f"aiocc has no start method {method!r}: a compiled program starts processes by fork")
    if method != "fork":
        raise ValueError(f"cannot find context for {method!r}")
    return _fork_context


def get_context(method=None):
    return _default_context.get_context(method)


def _force_start_method(method):
    _default_context._actual = _context(method)


_spawning = threading.local()


def get_spawning_popen():
    return getattr(_spawning, "popen", None)


def assert_spawning(obj):
    """Objects that a child must inherit can't be sent to it."""
    raise RuntimeError(f"{type(obj).__name__} objects should only be shared between processes through inheritance")
