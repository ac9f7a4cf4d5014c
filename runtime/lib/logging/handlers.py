"""More handlers: files that are replaced by new ones, buffers, queues, and what sends records away."""

import copy
import logging
import os
import queue
import re
import threading
import time

from logging._network import SYSLOG_UDP_PORT, DatagramHandler, HTTPHandler, SMTPHandler, SocketHandler, SysLogHandler

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_TCP_PORT = 514

_DAY = 24 * 60 * 60

# Units of time: seconds, the time's format in names of old files, and the pattern of what that format makes.
_DATE = "%Y-%m-%d", r"(?<!\d)\d{4}-\d{2}-\d{2}"
_UNITS = {
    "S": (1, _DATE[0] + "_%H-%M-%S", _DATE[1] + r"_\d{2}-\d{2}-\d{2}(?!\d)"),
    "M": (60, _DATE[0] + "_%H-%M", _DATE[1] + r"_\d{2}-\d{2}(?!\d)"),
    "H": (60 * 60, _DATE[0] + "_%H", _DATE[1] + r"_\d{2}(?!\d)"),
    "D": (_DAY, _DATE[0], _DATE[1] + r"(?!\d)"),
    "MIDNIGHT": (_DAY, _DATE[0], _DATE[1] + r"(?!\d)"),
    "W": (_DAY * 7, _DATE[0], _DATE[1] + r"(?!\d)"),
}


class BaseRotatingHandler(logging.FileHandler):
    """The base of handlers that begin a new file from time to time."""

    # Functions of a program's own: what old files are called, and how a file becomes one.
    namer = rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode, encoding, delay, errors)
        self.mode, self.encoding, self.errors = mode, encoding, errors

    def emit(self, record):
        try:
            begins_anew = self.shouldRollover(record)
            if begins_anew:
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def _end_file(self):
        stream, self.stream = self.stream, None
        if stream:
            stream.close()

    def _begin_file(self):
        if not self.delay:
            self.stream = self._open()

    def _is_special(self):
        """Whether what's at the file's place is no plain file, a device say: those are never replaced."""
        return os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename)

    def rotation_filename(self, default_name):
        """The name of an old file."""
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        """Makes the file an old one."""
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    """Begins a new file before one has more than `maxBytes`; keeps `backupCount` old ones."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        # Files that are begun anew by their size aren't emptied at the start.
        BaseRotatingHandler.__init__(self, filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def doRollover(self):
        """Begins a new file."""
        self._end_file()
        if self.backupCount > 0:
            # Each old file gets the next number, the highest first.
            names = [self.rotation_filename(f"{self.baseFilename}.{number}") for number in range(self.backupCount, 0, -1)]
            for older, newer in zip(names, names[1:]):
                if os.path.exists(newer):
                    _remove_if_there(older)
                    os.rename(newer, older)
            _remove_if_there(names[-1])
            self.rotate(self.baseFilename, names[-1])
        self._begin_file()

    def shouldRollover(self, record):
        """Whether the record goes to a new file."""
        if self.stream is None:
            self.stream = self._open()
        size = self.stream.tell() if self.maxBytes > 0 else 0
        # A record that's too long for an empty file goes to it all the same.
        if not size:
            return False
        return size + len(self.format(record)) + 1 >= self.maxBytes and not self._is_special()


def _remove_if_there(path):
    if os.path.exists(path):
        os.remove(path)


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins a new file at certain times."""

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
        BaseRotatingHandler.__init__(self, filename, "a", encoding, delay, errors)
        self.when, self.backupCount = when.upper(), backupCount
        self.utc, self.atTime = utc, atTime
        unit = "W" if self.when.startswith("W") else self.when
        if unit not in _UNITS:
            raise ValueError(f"Invalid rollover interval specified: {self.when}")
        if unit == "W":
            self.dayOfWeek = _day_of_week(self.when)
        seconds, self.suffix, pattern = _UNITS[unit]
        self.interval = seconds * interval
        self.extMatch = re.compile(pattern, re.ASCII)
        exists = os.path.exists(self.baseFilename)
        self.rolloverAt = self.computeRollover(int(os.stat(self.baseFilename).st_mtime if exists else time.time()))

    def computeRollover(self, currentTime):
        """When the next file begins."""
        result = currentTime + self.interval
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return result
        now = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
        at = _DAY if self.atTime is None else (self.atTime.hour * 60 + self.atTime.minute) * 60 + self.atTime.second
        left = at - ((now[3] * 60 + now[4]) * 60 + now[5])
        day = now[6]
        if left <= 0:
            left += _DAY
            day = (day + 1) % 7
        result = currentTime + left
        if self.when.startswith("W"):
            if day != self.dayOfWeek:
                result += (self.dayOfWeek - day) % 7 * _DAY
            result += self.interval - _DAY * 7
        else:
            result += self.interval - _DAY
        if not self.utc:
            was_summer = now[-1]
            is_summer = time.localtime(result)[-1]
            if was_summer and not is_summer:
                result += 3600
            elif is_summer and not was_summer and time.localtime(result - 3600)[-1]:
                result -= 3600
        return result

    def shouldRollover(self, record):
        """Whether the record goes to a new file."""
        now = int(time.time())
        if now < self.rolloverAt:
            return False
        if self._is_special():
            self.rolloverAt = self.computeRollover(now)
            return False
        return True

    def getFilesToDelete(self):
        """The oldest files that are too many."""
        folder, base = os.path.split(self.baseFilename)
        result = []
        if self.namer is None:
            prefix = base + "."
            for name in os.listdir(folder):
                if name.startswith(prefix) and self.extMatch.fullmatch(name[len(prefix):]):
                    result.append(os.path.join(folder, name))
        else:
            for name in os.listdir(folder):
                found = self.extMatch.search(name)
                while found:
                    if os.path.basename(self.namer(self.baseFilename + "." + found[0])) == name:
                        result.append(os.path.join(folder, name))
                        break
                    found = self.extMatch.search(name, found.start() + 1)
        if len(result) < self.backupCount:
            return []
        result.sort()
        return result[:len(result) - self.backupCount]

    def doRollover(self):
        """Begins a new file."""
        now = int(time.time())
        begin = self.rolloverAt - self.interval
        moment = time.gmtime(begin) if self.utc else time.localtime(begin)
        target = self.rotation_filename(self.baseFilename + "." + time.strftime(self.suffix, moment))
        if os.path.exists(target):
            return
        self._end_file()
        self.rotate(self.baseFilename, target)
        if self.backupCount > 0:
            for name in self.getFilesToDelete():
                os.remove(name)
        self._begin_file()
        self.rolloverAt = self.computeRollover(now)


def _day_of_week(when):
    """Of `W0` (Monday) to `W6`."""
    if len(when) != 2:
        raise ValueError(f"You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {when}")
    if when[1] not in "0123456":
        raise ValueError(f"Invalid day specified for weekly rollover: {when}")
    return int(when[1])


class WatchedFileHandler(logging.FileHandler):
    """Opens its file anew when somebody has moved it away."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.dev = self.ino = -1
        self._statstream()

    def _statstream(self):
        if self.stream:
            found = os.fstat(self.stream.fileno())
            self.dev, self.ino = found.st_dev, found.st_ino

    def reopenIfNeeded(self):
        if self.stream is None:
            return
        try:
            found = os.stat(self.baseFilename)
            is_same = found.st_dev == self.dev and found.st_ino == self.ino
        except FileNotFoundError:
            is_same = False
        if not is_same:
            self.stream.flush()
            self.stream.close()
            self.stream = None
            self.stream = self._open()
            self._statstream()

    def emit(self, record):
        self.reopenIfNeeded()
        logging.FileHandler.emit(self, record)


class BufferingHandler(logging.Handler):
    """Keeps records until there are `capacity`."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity, self.buffer = capacity, []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer.clear()

    def close(self):
        self._close_after(self.flush)

    def _close_after(self, function):
        """Closes it whatever happens in the function."""
        try:
            function()
        finally:
            logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    """Keeps records until there are enough, or one is bad enough; then another handler gets them."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel, self.flushOnClose = flushLevel, flushOnClose
        self.target = target

    def shouldFlush(self, record):
        return record.levelno >= self.flushLevel or BufferingHandler.shouldFlush(self, record)

    def setTarget(self, target):
        self.target = target

    def flush(self):
        target = self.target
        # Without one they wait.
        if target:
            for each in self.buffer:
                target.handle(each)
            self.buffer.clear()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            # What's left is nobody's.
            self.setTarget(None)
            BufferingHandler.close(self)


class QueueHandler(logging.Handler):
    """Puts records into a queue."""

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        """A copy of the record that holds nothing but its text."""
        text = self.format(record)
        prepared = copy.copy(record)
        prepared.msg = prepared.message = text
        prepared.args = prepared.exc_info = prepared.exc_text = prepared.stack_info = None
        return prepared

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """A thread that takes records from a queue and gives them to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers = queue, handlers
        self.respect_handler_level = respect_handler_level
        self._thread = None

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        """Begins."""
        self._thread = threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        # Queues that count what's done are told.
        done = getattr(self.queue, "task_done", _nothing)
        goes_on = True
        while goes_on:
            try:
                record = self.dequeue(True)
            except queue.Empty:
                return
            goes_on = record is not self._sentinel
            if goes_on:
                self.handle(record)
            done()

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        """Ends once all records are handled."""
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None


def _nothing():
    pass
