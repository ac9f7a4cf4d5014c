"""What is done with records: filters, and the handlers that everybody uses."""

import sys
import weakref
from _support import source_line
from _thread import RLock
from types import GenericAlias

import logging
from logging._levels import NOTSET, _checkLevel, getLevelName
from logging._records import LogRecord


class Filter:
    """Lets pass what a logger and those below it log."""

    def __init__(self, name=""):
        self.name, self.nlen = name, len(name)

    def filter(self, record):
        return not self.name or f"{record.name}.".startswith(f"{self.name}.")


class Filterer:
    """What has filters."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        _add_once(self.filters, filter)

    def removeFilter(self, filter):
        _remove_from(self.filters, filter)

    def filter(self, record):
        """The record, or what a filter put in its place; false where one stopped it."""
        for each in self.filters:
            # Functions are filters, too.
            passed = each.filter(record) if hasattr(each, "filter") else each(record)
            if isinstance(passed, LogRecord):
                record = passed
            elif not passed:
                return False
        return record


def _add_once(items, item):
    if item not in items:
        items.append(item)


def _remove_from(items, item):
    if item in items:
        items.remove(item)


# Held by whoever changes what all loggers and handlers share.
_lock = RLock()
# Those with names, and references to all in the order in which they were made.
_handlers, _handlerList = weakref.WeakValueDictionary(), []


def _forget(reference):
    """A handler is gone."""
    _remove_from(_handlerList, reference)


def getHandlerByName(name):
    return _handlers.get(name)


def getHandlerNames():
    return frozenset(_handlers)


class Handler(Filterer):
    """Does something with records: the base of all handlers."""

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self.level = _checkLevel(level)
        self.formatter = self._name = None
        self._closed = False
        _handlerList.append(weakref.ref(self, _forget))
        self.createLock()

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        _handlers.pop(self._name, None)
        self._name = name
        if name:
            _handlers[name] = self

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    # A record is handled to its end before another thread handles one.

    def createLock(self):
        self.lock = RLock()

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    # What becomes of records.

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        formatter = self.formatter or logging._defaultFormatter
        return formatter.format(record)

    def handle(self, record):
        """Emits the record unless a filter stops it."""
        passed = self.filter(record)
        if not passed:
            return passed
        self.acquire()
        try:
            self.emit(passed if isinstance(passed, LogRecord) else record)
        finally:
            self.release()
        return passed

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self):
        pass

    def close(self):
        self._closed = True
        if self._name:
            _handlers.pop(self._name, None)

    def handleError(self, record):
        """Reports an error that emitting a record met."""
        if logging.raiseExceptions and sys.stderr:
            try:
                _report_error(record, sys.exception(), sys.stderr)
            except OSError:
                # There's nowhere to report it.
                pass

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"


def _report_error(record, error, stream):
    import traceback
    stream.write("--- Logging error ---\n")
    if error.__traceback__ is None:
        # It's an error of this module's own functions.
        stream.write("Traceback (most recent call last):\n")
    traceback.print_exception(error, limit=None, file=stream)
    place = f'  File "{record.pathname}", line {record.lineno}, in {record.funcName}\n'
    line = source_line(record.pathname, record.lineno)
    if line:
        place += f"    {line.strip()}\n"
    stream.write("Call stack:\n" + place)
    try:
        shown = f"Message: {record.msg!r}\nArguments: {record.args}\n"
    except RecursionError:
        raise
    except Exception:
        shown = ("Unable to print the message and arguments - possible formatting error.\n"
                 "Use the traceback above to help find the error.\n")
    stream.write(shown)


class StreamHandler(Handler):
    """Writes records to a stream, the standard error stream without one."""

    terminator = "\n"

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def flush(self):
        stream = self.stream
        if stream and hasattr(stream, "flush"):
            stream.flush()

    def setStream(self, stream):
        """Another stream; the result is the old one, or None where it's the same."""
        before = self.stream
        if before is stream:
            return None
        self.flush()
        self.stream = stream
        return before

    def __repr__(self):
        # A file descriptor's number may be the name.
        shown = [type(self).__name__, str(getattr(self.stream, "name", "")), f"({getLevelName(self.level)})"]
        return f"<{' '.join([text for text in shown if text])}>"


class _StderrHandler(StreamHandler):
    """Writes to whatever the standard error stream is then."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


class NullHandler(Handler):
    """Does nothing; for libraries."""

    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None

    def _at_fork_reinit(self):
        pass
