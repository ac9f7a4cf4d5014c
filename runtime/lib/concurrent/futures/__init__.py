"""Calls that run in other threads or processes, as futures."""

import sys

from concurrent.futures._base import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, BrokenExecutor, CancelledError, Executor, Future, InvalidStateError,
    TimeoutError, as_completed, wait,
)
from concurrent.futures.thread import ThreadPoolExecutor

__all__ = [
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
    "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor",
]

# Only programs that name the executor of processes carry them.
_defers_imports = True
_deferred_names = {"concurrent.futures.process": ("ProcessPoolExecutor",)}


def __getattr__(name):
    if name not in _deferred_names["concurrent.futures.process"]:
        raise AttributeError(f"module 'concurrent.futures' has no attribute {name!r}")
    import concurrent.futures.process

    return sys.modules["concurrent.futures.process"].ProcessPoolExecutor
