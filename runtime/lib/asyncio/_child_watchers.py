"""The child watcher that a policy has: what waits for child processes that the event loop didn't start."""

import os
import warnings

from asyncio import get_running_loop
from asyncio.base_subprocess import exit_code


class AbstractChildWatcher:
    """Watches child processes, and tells when they end."""

    __module__ = "asyncio.unix_events"

    def __init_subclass__(cls):
        if cls.__module__ != "asyncio.unix_events":
            warn_of_removal("AbstractChildWatcher")

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        raise NotImplementedError()

    def attach_loop(self, loop):
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    def is_active(self):
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class PidfdChildWatcher(AbstractChildWatcher):
    """Has the running loop wait for a descriptor of the child's (pidfd_open(2)), so that there's nothing to attach or to close."""

    __module__ = "asyncio.unix_events"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_traceback):
        pass

    def is_active(self):
        return True

    def close(self):
        pass

    def attach_loop(self, loop):
        pass

    def add_child_handler(self, pid, callback, *args):
        loop = get_running_loop()
        descriptor = os.pidfd_open(pid)
        loop.add_reader(descriptor, self._do_wait, pid, descriptor, callback, args)

    def _do_wait(self, pid, pidfd, callback, args):
        get_running_loop().remove_reader(pidfd)
        returncode = exit_code(pid)
        os.close(pidfd)
        callback(pid, returncode, *args)

    def remove_child_handler(self, pid):
        # Nothing is removed: CPython's says so, too.
        return True


def watcher_of(policy):
    """The policy's watcher, which is made when it's asked for first."""
    if policy._watcher is None:
        policy._watcher = PidfdChildWatcher()
    return policy._watcher


_TEXT = "{name!r} is deprecated as of Python 3.12 and will be removed in Python {remove}."


def warn_of_removal(name):
    """Warns the program's own code."""
    warnings._deprecated(name, _TEXT, remove=(3, 14))


def warn_of_own_call(name):
    """What CPython's warning says, where asyncio itself has called the policy's method: who is told is asyncio."""
    text = _TEXT.format(name=name, remove="3.14")
    warnings.warn_explicit(text, DeprecationWarning, "/usr/lib/python3.13/asyncio/events.py", 842, "asyncio.events")
