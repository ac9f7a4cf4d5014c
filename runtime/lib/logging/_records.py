"""Records: what is known of one event."""

import sys
import time
from _support import process_id
from collections.abc import Mapping

import logging
from logging._levels import getLevelName


class LogRecord:
    """One event."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        nanoseconds = time.time_ns()
        self.name, self.msg = name, msg
        # One mapping is what `%(key)s` looks in.
        is_mapping = bool(args) and len(args) == 1 and isinstance(args[0], Mapping) and bool(args[0])
        self.args = args[0] if is_mapping else args
        self.levelname, self.levelno = getLevelName(level), level
        self.pathname = pathname
        self.filename, self.module = _names_of_path(pathname)
        self.exc_info, self.exc_text = exc_info, None
        self.stack_info = sinfo
        self.lineno, self.funcName = lineno, func
        self.created = nanoseconds / 1e9
        self.msecs = float(nanoseconds // 1_000_000 % 1000)
        if self.msecs == 999.0 and int(self.created) != nanoseconds // 1_000_000_000:
            # The seconds were rounded up.
            self.msecs = 0.0
        self.relativeCreated = 1000 * (self.created - logging._startTime)
        # The main thread's number is 0 while there are no others.
        self.thread = 0 if logging.logThreads else None
        self.threadName = _thread_name() if logging.logThreads else None
        self.processName = _process_name() if logging.logMultiprocessing else None
        self.process = process_id() if logging.logProcesses else None
        self.taskName = _task_name() if logging.logAsyncioTasks else None

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        """The message with its arguments put in."""
        text = str(self.msg)
        return text % self.args if self.args else text


def _names_of_path(path):
    """The file's name, and the module's: that without the extension."""
    try:
        filename = path.rpartition("/")[2]
    except (TypeError, ValueError, AttributeError):
        return path, "Unknown module"
    stem = filename.rpartition(".")[0]
    return filename, stem or filename


def _process_name():
    multiprocessing = sys.modules.get("multiprocessing")
    try:
        return "MainProcess" if multiprocessing is None else multiprocessing.current_process().name
    except Exception:
        # It's still being imported.
        return "MainProcess"


def _thread_name():
    threading = sys.modules.get("threading")
    return "MainThread" if threading is None else threading.current_thread().name


def _task_name():
    asyncio = sys.modules.get("asyncio")
    try:
        return None if asyncio is None else asyncio.current_task().get_name()
    except Exception:
        return None
