"""What coroutines are, under its module's name."""

import os
import sys

from asyncio import iscoroutine, iscoroutinefunction

__all__ = ("iscoroutinefunction", "iscoroutine")


def _is_debug_mode():
    """Whether event loops begin in debug mode."""
    return bool(os.environ.get("PYTHONASYNCIODEBUG"))
