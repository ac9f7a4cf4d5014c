"""Processes as objects."""

import contextlib
import itertools
import os
import signal
import sys
import threading

from multiprocessing import util
from multiprocessing._fork import Child

__all__ = ["BaseProcess", "current_process", "active_children", "parent_process"]


def current_process():
    """The process that runs."""
    return _current_process


def parent_process():
    """The process that began this one; None in the main one."""
    return _parent_process


def active_children():
    """The children that live; those that have ended are joined."""
    _cleanup()
    return list(_children)


def _cleanup():
    for child in list(_children):
        if child._popen is not None and child._popen.poll() is not None:
            _children.discard(child)


class AuthenticationString(bytes):
    """The key by which processes know each other."""

    def __reduce__(self):
        raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")


class BaseProcess:
    """A call that runs in a process of its own."""

    _start_method = None
    _identity = ()
    _parent_pid = _popen = None
    _closed = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        parent = _current_process
        self._parent_name, self._parent_pid = parent.name, os.getpid()
        self._config = dict(parent._config)
        # The numbers of all processes from the first one down to this one.
        self._identity = (*parent._identity, next(parent._counter))
        self._counter = itertools.count(1)
        self._name = name or f"{type(self).__name__}-{':'.join(map(str, self._identity))}"
        # Subclasses' `run` may want them.
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs)
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def _check_child(self, message):
        self._check_closed()
        assert self._parent_pid == os.getpid(), message

    def run(self):
        """What the process does."""
        call = self._target
        if call:
            call(*self._args, **self._kwargs)

    def start(self):
        """Begins; may be called once."""
        self._check_closed()
        for is_right, message in (
            (self._popen is None, "cannot start a process twice"),
            (self._parent_pid == os.getpid(), "can only start a process object created by current process"),
            (not _current_process.daemon, "daemonic processes are not allowed to have children"),
        ):
            assert is_right, message
        _cleanup()
        self._popen = Child(self)
        self._sentinel = self._popen.sentinel
        # The call's objects live on in the child only.
        del self._target, self._args, self._kwargs
        _children.add(self)

    def terminate(self):
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        """Waits for the end, at most `timeout` seconds."""
        self._check_child("can only join a child process")
        assert self._popen is not None, "can only join a started process"
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        self._check_closed()
        if self is _current_process:
            return True
        assert self._parent_pid == os.getpid(), "can only test a child process"
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        """Lets go of what the object holds; the process must have ended."""
        child, self._popen = self._popen, None
        if child is not None and child.poll() is None:
            self._popen = child
            raise ValueError(
                "Cannot close a process while it is still running. You should first call join() or terminate().")
        self._closed = True
        if child is not None:
            child.close()
            del self._sentinel
            _children.discard(self)

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        """Whether it's ended with the process that began it."""
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, "process has already started"
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        """None before the end; -N: signal N ended it."""
        self._check_closed()
        if self is _current_process or self._popen is None:
            return None
        return self._popen.poll()

    @property
    def ident(self):
        self._check_closed()
        if self is _current_process:
            return os.getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        """A descriptor that can be read once the process has ended."""
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    def _state(self):
        """A word for it, and the exit code."""
        if self is _current_process:
            return "started", None
        if self._closed:
            return "closed", None
        if self._parent_pid != os.getpid():
            return "unknown", None
        if self._popen is None:
            return "initial", None
        code = self._popen.poll()
        return ("started" if code is None else "stopped"), code

    def __repr__(self):
        state, code = self._state()
        parts = [type(self).__name__, f"name={self._name!r}"]
        if self._popen is not None:
            parts.append(f"pid={self._popen.pid}")
        parts += [f"parent={self._parent_pid}", state]
        if code is not None:
            parts.append(f"exitcode={_signal_names.get(code, code)}")
        if self.daemon:
            parts.append("daemon")
        return f"<{' '.join(parts)}>"

    def _bootstrap(self, parent_sentinel=None):
        """The child's whole life; gives its exit code."""
        global _current_process, _parent_process, _process_counter, _children
        try:
            if self._start_method is not None:
                _use_start_method(self._start_method)
            _process_counter = itertools.count(1)
            _children = set()
            _close_stdin()
            _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
            _current_process = self
            try:
                util._forget_parent()
            finally:
                util.info("child process calling self.run()")
            try:
                self.run()
                code = 0
            finally:
                util._exit_function()
        except SystemExit as error:
            code = _code_of(error)
        except BaseException as error:
            code = 1
            _report(self.name, error)
        finally:
            threading._shutdown()
            util.info(f"process exiting with exitcode {code}")
            util._flush_std_streams()
        return code


def _code_of(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code
    sys.stderr.write(str(error.code) + "\n")
    return 1


def _report(name, error):
    import traceback

    sys.stderr.write(f"Process {name}:\n")
    if error.__traceback__ is None:
        # The library's own frames aren't there: at least that there were some.
        sys.stderr.write("Traceback (most recent call last):\n")
    traceback.print_exc()


def _use_start_method(method):
    from multiprocessing import context

    context._force_start_method(method)


def _close_stdin():
    """The input is the parent's: the child finds an empty one."""
    if sys.stdin is None:
        return
    with contextlib.suppress(OSError, ValueError):
        sys.stdin.close()
    with contextlib.suppress(OSError, ValueError):
        sys.stdin = open(os.devnull, encoding="utf-8")


class _ParentProcess(BaseProcess):
    """The process above, as a child sees it: the sentinel can be read once it has ended."""

    def __init__(self, name, pid, sentinel):
        self._name, self._pid, self._sentinel = name, pid, sentinel
        self._config = {}

    @property
    def ident(self):
        return self._pid

    pid = ident

    def _has_ended(self, timeout):
        from multiprocessing import connection

        return bool(connection.wait([self._sentinel], timeout))

    def is_alive(self):
        return not self._has_ended(0)

    def join(self, timeout=None):
        self._has_ended(timeout)


class _MainProcess(BaseProcess):
    """The process that the program began as."""

    def __init__(self):
        self._name = "MainProcess"
        self._counter = _process_counter
        self._config = {"authkey": AuthenticationString(os.urandom(32))}

    def close(self):
        """It's never closed."""


_parent_process = None
_process_counter = itertools.count(1)
_children = set()
_current_process = _MainProcess()
_signal_names = {-number: f"-{number.name}" for number in signal.Signals}
