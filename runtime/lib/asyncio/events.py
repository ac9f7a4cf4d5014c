"""Policies, and event loops and handles under their module's name."""

import _asyncio

from asyncio import AbstractEventLoop, Handle, TimerHandle
from asyncio import _get_running_loop, get_event_loop, get_running_loop, new_event_loop, set_event_loop

__all__ = (
    "AbstractEventLoopPolicy", "AbstractEventLoop", "Handle", "TimerHandle", "get_event_loop_policy", "set_event_loop_policy", "get_event_loop",
    "set_event_loop", "new_event_loop", "get_child_watcher", "_get_running_loop", "get_running_loop",
)


class AbstractEventLoopPolicy:
    """Decides which loop belongs to a thread."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError


class _UnixDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop for each thread that sets one; the main thread's is made when it's asked for."""

    _watcher = None

    def get_event_loop(self):
        return _asyncio.default_event_loop()

    def set_event_loop(self, loop):
        _asyncio.set_default_event_loop(loop)

    def new_event_loop(self):
        return _asyncio.make_loop()

    def get_child_watcher(self):
        from asyncio._child_watchers import warn_of_removal, watcher_of

        warn_of_removal("get_child_watcher")
        return watcher_of(self)


_UnixDefaultEventLoopPolicy.__module__ = "asyncio.unix_events"
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
_policy = None


def get_event_loop_policy():
    """The policy in force."""
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    """Sets the policy; None for the default one."""
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _policy = policy
    _asyncio.set_policy(None if type(policy) is DefaultEventLoopPolicy else policy)


def get_child_watcher():
    """The watcher of the policy in force."""
    from asyncio._child_watchers import warn_of_own_call, watcher_of

    policy = get_event_loop_policy()
    if type(policy) is not DefaultEventLoopPolicy:
        return policy.get_child_watcher()
    warn_of_own_call("get_child_watcher")
    return watcher_of(policy)


def _set_running_loop(loop):
    """Loops of the runtime say themselves that they run; no other one can."""
    raise NotImplementedError("aiocc: which loop is running can't be set")


# CPython has these in C and in Python; here is the one implementation.
_c__get_running_loop = _py__get_running_loop = _get_running_loop
_c__set_running_loop = _py__set_running_loop = _set_running_loop
_c_get_running_loop = _py_get_running_loop = get_running_loop
_c_get_event_loop = _py_get_event_loop = get_event_loop
