"""Futures, under their module's name."""

from asyncio import Future, _set_result_unless_cancelled, isfuture, wrap_future

__all__ = ("Future", "wrap_future", "isfuture")

# CPython has the same class twice, in Python and in C.
_PyFuture = _CFuture = Future
