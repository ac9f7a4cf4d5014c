"""Event loops, handles and policies, under their module's name."""

from asyncio import AbstractEventLoop, AbstractEventLoopPolicy, Handle, TimerHandle
from asyncio import _get_running_loop, get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop, set_event_loop, set_event_loop_policy

__all__ = (
    "AbstractEventLoopPolicy", "AbstractEventLoop", "Handle", "TimerHandle", "get_event_loop_policy", "set_event_loop_policy", "get_event_loop",
    "set_event_loop", "new_event_loop", "_get_running_loop", "get_running_loop",
)


def _set_running_loop(loop):
    """Loops of the runtime say themselves that they run; no other one can."""
    raise NotImplementedError("aiocc: which loop is running can't be set")


# CPython has these in C and in Python; here is the one implementation.
_c__get_running_loop = _py__get_running_loop = _get_running_loop
_c__set_running_loop = _py__set_running_loop = _set_running_loop
_c_get_running_loop = _py_get_running_loop = get_running_loop
_c_get_event_loop = _py_get_event_loop = get_event_loop
