"""Event loops, handles and policies, under their module's name."""

from asyncio import AbstractEventLoop, AbstractEventLoopPolicy, Handle, TimerHandle
from asyncio import _get_running_loop, get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop, set_event_loop, set_event_loop_policy

__all__ = (
    "AbstractEventLoopPolicy", "AbstractEventLoop", "Handle", "TimerHandle", "get_event_loop_policy", "set_event_loop_policy", "get_event_loop",
    "set_event_loop", "new_event_loop", "_get_running_loop", "get_running_loop",
)
