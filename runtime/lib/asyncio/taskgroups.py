"""asyncio.TaskGroup under its module's name."""

from asyncio import TaskGroup

__all__ = ("TaskGroup",)
