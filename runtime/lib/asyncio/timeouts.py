"""Time limits, under their module's name."""

from asyncio import Timeout, timeout, timeout_at

__all__ = ("Timeout", "timeout", "timeout_at")
