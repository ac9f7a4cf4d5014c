"""asyncio.run and Runner under their module's name."""

from asyncio import Runner, run

__all__ = ("Runner", "run")
