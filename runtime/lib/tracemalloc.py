"""The memory that a program uses.

Left out: where memory was allocated (snapshots, `get_object_traceback`). The figures of `get_traced_memory` are the process's own, as the
system counts them since `start`: not those of CPython's objects.
"""

import os

__all__ = ["start", "stop", "is_tracing", "get_traced_memory", "reset_peak", "clear_traces", "get_traceback_limit", "get_tracemalloc_memory"]

_is_tracing = False
_limit = 1
_begin = 0
_peak = 0


def _memory():
    """The data that's in memory, in bytes."""
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def start(nframe=1):
    """Begins to count."""
    global _is_tracing, _limit, _begin, _peak
    if not isinstance(nframe, int):
        raise TypeError(f"'{type(nframe).__name__}' object cannot be interpreted as an integer")
    if not 1 <= nframe <= 65535:
        raise ValueError("the number of frames must be in range [1; 65535]")
    if not _is_tracing:
        _is_tracing, _limit, _begin, _peak = True, nframe, _memory(), 0


def stop():
    global _is_tracing
    _is_tracing = False


def is_tracing():
    return _is_tracing


def get_traced_memory():
    """How much has come in since the beginning, and the most that there was when somebody asked."""
    global _peak
    if not _is_tracing:
        return 0, 0
    current = max(_memory() - _begin, 0)
    _peak = max(_peak, current)
    return current, _peak


def reset_peak():
    global _peak
    _peak = 0


def clear_traces():
    global _begin, _peak
    if _is_tracing:
        _begin, _peak = _memory(), 0


def get_traceback_limit():
    return _limit


def get_tracemalloc_memory():
    return 0


def take_snapshot():
    if not _is_tracing:
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    raise NotImplementedError("aiocc doesn't know where memory was allocated")


def get_object_traceback(obj):
    if not _is_tracing:
        return None
    raise NotImplementedError("aiocc doesn't know where memory was allocated")
