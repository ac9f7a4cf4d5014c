"""asyncio.to_thread under its module's name."""

from asyncio import to_thread

__all__ = ("to_thread",)
