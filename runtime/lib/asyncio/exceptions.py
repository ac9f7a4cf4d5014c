"""asyncio's exceptions, under their module's name."""

from asyncio import BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError, LimitOverrunError, SendfileNotAvailableError, TimeoutError

__all__ = (
    "BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError", "LimitOverrunError",
    "SendfileNotAvailableError",
)
