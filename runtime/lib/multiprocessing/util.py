"""What processes do after their fork and before their end."""

import atexit
import itertools
import os
import sys
import time
import weakref

__all__ = ["Finalize", "register_after_fork", "get_logger", "get_temp_dir", "log_to_stderr", "info", "debug", "sub_debug", "sub_warning"]

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING, WARNING = 0, 5, 10, 20, 25, 30

_finalizers = {}
_order = itertools.count()
_after_fork = {}
_is_exiting = False
_logger = None


class Finalize:
    """Calls a function once: when the object dies, or in the order of priorities when the process ends."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)!r}")
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._weakref = None if obj is None else weakref.ref(obj, self)
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, next(_order))
        self._pid = os.getpid()
        _finalizers[self._key] = self

    def __call__(self, wr=None):
        if not self.still_active():
            return None
        del _finalizers[self._key]
        result = self._callback(*self._args, **self._kwargs) if self._pid == os.getpid() else None
        self._forget()
        return result

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = self._key = None

    def cancel(self):
        """The function won't be called any more."""
        if self.still_active():
            del _finalizers[self._key]
            self._forget()

    def still_active(self):
        return self._key in _finalizers


def _run_finalizers(minpriority=float("-inf")):
    """Calls the functions of that priority and above, the highest first, of equals the latest first."""
    due = sorted((key for key in _finalizers if key[0] is not None and key[0] >= minpriority), reverse=True)
    for key in due:
        # Another one may have cancelled it.
        if key in _finalizers:
            _call_and_report(_finalizers[key])


def _call_and_report(finalizer):
    try:
        finalizer()
    except Exception:
        import traceback

        traceback.print_exc()


def register_after_fork(obj, func):
    """In each child, `func(obj)` is called while the object lives."""
    key = next(_order)
    _after_fork[key] = (weakref.ref(obj, lambda _: _after_fork.pop(key, None)), func)


def _run_after_forkers():
    for key in sorted(_after_fork):
        reference, func = _after_fork[key]
        obj = reference()
        if obj is None:
            continue
        try:
            func(obj)
        except Exception as error:
            info(f"after forker raised exception {error}")


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def _exit_function():
    """What the end of a process begins with: children that are daemons end, the others are waited for."""
    global _is_exiting
    if _is_exiting:
        return
    _is_exiting = True
    _run_finalizers(0)
    from multiprocessing import process

    if process.current_process() is not None:
        for child in process.active_children():
            if child.daemon:
                child._popen.terminate()
        for child in process.active_children():
            child.join()
    _run_finalizers()
    _finalizers.clear()


def _forget_parent():
    """In a child: what the parent had to do at its end isn't the child's to do."""
    global _is_exiting
    _is_exiting = False
    _finalizers.clear()
    _run_after_forkers()


def wait_for(condition, predicate, timeout):
    """Waits for the condition's notices until the predicate holds; gives its last value."""
    end = None if timeout is None else time.monotonic() + timeout
    while not (result := predicate()):
        left = None if end is None else end - time.monotonic()
        if left is not None and left <= 0:
            break
        condition.wait(left)
    return result


def get_temp_dir():
    """A folder for this process and its children, which its end removes."""
    from multiprocessing import process

    config = process.current_process()._config
    if "tempdir" not in config:
        import shutil
        import tempfile

        config["tempdir"] = tempfile.mkdtemp(prefix="pymp-")
        Finalize(None, shutil.rmtree, args=(config["tempdir"], True), exitpriority=-100)
    return config["tempdir"]


def get_logger():
    """The logger of this package."""
    global _logger
    if _logger is None:
        import logging

        logging.addLevelName(SUBDEBUG, "SUBDEBUG")
        logging.addLevelName(SUBWARNING, "SUBWARNING")
        _logger = logging.getLogger("multiprocessing")
        _logger.propagate = 0
    return _logger


def log_to_stderr(level=None):
    """The logger, which writes to stderr from now on."""
    import logging

    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("[%(levelname)s/%(processName)s] %(message)s"))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    return logger


def _log(level, msg, args):
    if _logger is not None:
        _logger.log(level, msg, *args)


def sub_debug(msg, *args):
    _log(SUBDEBUG, msg, args)


def debug(msg, *args):
    _log(DEBUG, msg, args)


def info(msg, *args):
    _log(INFO, msg, args)


def sub_warning(msg, *args):
    _log(SUBWARNING, msg, args)


atexit.register(_exit_function)
