"""Futures, under their module's name."""

from asyncio import Future, isfuture, wrap_future

__all__ = ("Future", "wrap_future", "isfuture")

# CPython has the same class twice, in Python and in C.
_PyFuture = _CFuture = Future


def _set_result_unless_cancelled(fut, result):
    """Gives the future its result, if it still waits for one."""
    if not fut.cancelled():
        fut.set_result(result)
