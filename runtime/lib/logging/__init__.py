"""Logging: loggers in a hierarchy, handlers that write what they get, formatters and filters."""

import atexit
import sys
import time
from _support import caller_place, caller_places, give_get_logger
from types import GenericAlias

from logging._formatters import BufferingFormatter, Formatter
from logging._handling import (
    Filter, Filterer, Handler, NullHandler, StreamHandler, _add_once, _handlerList, _handlers, _lock, _remove_from, _StderrHandler,
    getHandlerByName, getHandlerNames,
)
from logging._levels import (
    CRITICAL, DEBUG, ERROR, FATAL, INFO, NOTSET, WARN, WARNING, _checkLevel, _levelToName, _nameToLevel, addLevelName, getLevelName,
    getLevelNamesMapping,
)
from logging._records import LogRecord
from logging._styles import _STYLES, BASIC_FORMAT, PercentStyle, StrFormatStyle, StringTemplateStyle, _check_style

__all__ = [
    # Levels.
    "CRITICAL", "FATAL", "ERROR", "WARNING", "WARN", "INFO", "DEBUG", "NOTSET", "addLevelName", "getLevelName", "getLevelNamesMapping",
    # Classes.
    "BufferingFormatter", "FileHandler", "Filter", "Formatter", "Handler", "LogRecord", "Logger", "LoggerAdapter", "NullHandler",
    "StreamHandler",
    # What's logged with the root logger.
    "critical", "debug", "error", "exception", "fatal", "info", "log", "warn", "warning",
    # The rest.
    "BASIC_FORMAT", "basicConfig", "captureWarnings", "disable", "getHandlerByName", "getHandlerNames", "getLogger", "getLoggerClass",
    "getLogRecordFactory", "lastResort", "makeLogRecord", "raiseExceptions", "setLogRecordFactory", "setLoggerClass", "shutdown",
]

_startTime = time.time()

# Whether errors of handlers are reported, and what records have.
raiseExceptions = logThreads = logMultiprocessing = logProcesses = logAsyncioTasks = True

_logRecordFactory = LogRecord


def getLogRecordFactory():
    return _logRecordFactory


def setLogRecordFactory(factory):
    global _logRecordFactory
    _logRecordFactory = factory


def makeLogRecord(dict):
    """A record with the attributes that a dict gives."""
    made = _logRecordFactory(None, None, "", 0, "", (), None, None)
    vars(made).update(dict)
    return made


_defaultFormatter = Formatter()

lastResort = _defaultLastResort = _StderrHandler(WARNING)


# The hierarchy of loggers.


class PlaceHolder:
    """Stands for a logger that was only named as part of others' names, which it holds."""

    def __init__(self, alogger):
        self.loggerMap = {}
        self.append(alogger)

    def append(self, alogger):
        self.loggerMap.setdefault(alogger)


def _check_logger_class(klass):
    if not issubclass(klass, Logger):
        raise TypeError(f"logger not derived from logging.Logger: {klass.__name__}")


def getLoggerClass():
    return _loggerClass


def setLoggerClass(klass):
    global _loggerClass
    _check_logger_class(klass)
    _loggerClass = klass


class Manager:
    """Holds the loggers by their names, and place holders for those that nobody asked for."""

    def __init__(self, rootnode):
        self.root, self.loggerDict = rootnode, {}
        self._disable = NOTSET
        self.emittedNoHandlerWarning = False
        self.loggerClass = self.logRecordFactory = None

    @property
    def disable(self):
        return self._disable

    @disable.setter
    def disable(self, value):
        self._disable = _checkLevel(value)

    def setLoggerClass(self, klass):
        _check_logger_class(klass)
        self.loggerClass = klass

    def setLogRecordFactory(self, factory):
        self.logRecordFactory = factory

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        with _lock:
            known = self.loggerDict.get(name)
            if known is not None and not isinstance(known, PlaceHolder):
                return known
            return self._made(name, known)

    def _made(self, name, place_holder):
        """A new logger, among those above and below it."""
        kind = self.loggerClass or _loggerClass
        made = kind(name)
        made.manager = self
        self.loggerDict[name] = made
        made.parent = self._parent_of(made)
        if place_holder is not None:
            _put_above(made, place_holder.loggerMap)
        return made

    def _parent_of(self, alogger):
        """The nearest logger above; on the way, place holders learn of the new one."""
        name = alogger.name
        end = name.rfind(".")
        while end > 0:
            known = self.loggerDict.get(name[:end])
            if isinstance(known, Logger):
                return known
            if known is None:
                self.loggerDict[name[:end]] = PlaceHolder(alogger)
            else:
                known.append(alogger)
            # Two dots in a row are part of a name.
            end = name.rfind(".", 0, end - 1)
        return self.root

    def _loggers(self):
        return [each for each in self.loggerDict.values() if isinstance(each, Logger)]

    def _clear_cache(self):
        for each in [self.root, *self._loggers()]:
            each._cache.clear()


def _put_above(alogger, below):
    """Makes a logger the parent of those below it that have none between."""
    for each in below:
        if not each.parent.name.startswith(alogger.name):
            each.parent = alogger


def _exc_info_of(exc_info):
    """(type, exception, traceback), whatever was given."""
    if isinstance(exc_info, tuple):
        return exc_info
    error = exc_info if isinstance(exc_info, BaseException) else sys.exception()
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


class Logger(Filterer):
    """What programs log with."""

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name, self.level = name, _checkLevel(level)
        self.handlers, self.parent = [], None
        self.propagate, self.disabled = True, False
        # Whether levels are enabled, until some logger's level changes.
        self._cache = {}

    # What's enabled.

    def setLevel(self, level):
        self.level = _checkLevel(level)
        self.manager._clear_cache()

    def getEffectiveLevel(self):
        """The level of this logger or the nearest above that has one."""
        nearest = self
        while nearest and not nearest.level:
            nearest = nearest.parent
        return nearest.level if nearest else NOTSET

    def isEnabledFor(self, level):
        if self.disabled:
            return False
        if level not in self._cache:
            self._cache[level] = level > self.manager.disable and level >= self.getEffectiveLevel()
        return self._cache[level]

    # Logging.

    def log(self, level, msg, *args, **kwargs):
        if isinstance(level, int):
            if self.isEnabledFor(level):
                self._log(level, msg, args, **kwargs)
        elif raiseExceptions:
            raise TypeError("level must be an integer")

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """An error with the traceback of the exception that is being handled."""
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        import warnings
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        error = _exc_info_of(exc_info) if exc_info else exc_info
        filename, lineno, function, stack = self.findCaller(stack_info, stacklevel)
        self.handle(self.makeRecord(self.name, level, filename, lineno, msg, args, error, function, extra, stack))

    def findCaller(self, stack_info=False, stacklevel=1):
        """File, line, function and stack of the call."""
        place = caller_place(stacklevel)
        while place is None and stacklevel > 1:
            # Beyond the outermost caller it's that one.
            stacklevel -= 1
            place = caller_place(stacklevel)
        if place is None:
            return "(unknown file)", 0, "(unknown function)", None
        filename, lineno, function, _ = place
        return filename, lineno, function, _stack_text(stacklevel) if stack_info else None

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        made = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        attributes = made.__dict__
        for key in extra if extra is not None else ():
            if key in attributes or key in ("message", "asctime"):
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
            attributes[key] = extra[key]
        return made

    # Handlers.

    def addHandler(self, hdlr):
        _add_once(self.handlers, hdlr)

    def removeHandler(self, hdlr):
        _remove_from(self.handlers, hdlr)

    def _heard_by(self):
        """This logger and those above that hear of its records."""
        loggers = [self]
        while loggers[-1].propagate and loggers[-1].parent:
            loggers.append(loggers[-1].parent)
        return loggers

    def hasHandlers(self):
        """Whether this logger or one above has handlers."""
        return any([bool(each.handlers) for each in self._heard_by()])

    def handle(self, record):
        """Gives the record to the handlers unless a filter stops it."""
        passed = False if self.disabled else self.filter(record)
        if passed:
            self.callHandlers(passed if isinstance(passed, LogRecord) else record)

    def callHandlers(self, record):
        """Gives the record to all handlers of this logger and of those above; to the last resort where there are none."""
        has_handlers = False
        for each in self._heard_by():
            for handler in each.handlers:
                has_handlers = True
                if handler.level <= record.levelno:
                    handler.handle(record)
        if not has_handlers:
            self._call_last_resort(record)

    def _call_last_resort(self, record):
        if lastResort:
            if lastResort.level <= record.levelno:
                lastResort.handle(record)
        elif raiseExceptions and not self.manager.emittedNoHandlerWarning:
            self.manager.emittedNoHandlerWarning = True
            sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')

    # The hierarchy.

    def getChild(self, suffix):
        return self.manager.getLogger(suffix if self.root is self else f"{self.name}.{suffix}")

    def getChildren(self):
        """The loggers one step below."""
        depth = self._depth() + 1
        return {each for each in self.manager._loggers() if each.parent is self and each._depth() == depth}

    def _depth(self):
        return 0 if self is self.manager.root else 1 + self.name.count(".")

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def __reduce__(self):
        return getLogger, (self.name,)


class RootLogger(Logger):
    """The logger above all others."""

    def __init__(self, level):
        Logger.__init__(self, "root", level)

    def __reduce__(self):
        return getLogger, ()


_loggerClass = Logger


def _stack_text(level):
    """The calls that lead to a record, as far as they're known: up to the next coroutine or generator."""
    lines = ["Stack (most recent call last):"]
    for filename, lineno, function, text in reversed(caller_places(level)):
        lines.append(f'  File "{filename}", line {lineno}, in {function}')
        if text:
            lines.append(f"    {text.strip()}")
    return "\n".join(lines)


class LoggerAdapter:
    """A logger that adds what `extra` says to each record."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra = logger, extra
        self.merge_extra = merge_extra

    def process(self, msg, kwargs):
        """Message and keywords as they're given to the logger."""
        merges = self.merge_extra and "extra" in kwargs
        kwargs["extra"] = {**self.extra, **kwargs["extra"]} if merges else self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if not self.isEnabledFor(level):
            return
        text, options = self.process(msg, kwargs)
        self.logger.log(level, text, *args, **options)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    # All else is the logger's.

    @property
    def name(self):
        return self.logger.name

    @property
    def manager(self):
        return self.logger.manager

    @manager.setter
    def manager(self, value):
        self.logger.manager = value

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def setLevel(self, level):
        self.logger.setLevel(level)

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def _log(self, level, msg, args, **kwargs):
        return self.logger._log(level, msg, args, **kwargs)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"


Logger.root = root = RootLogger(WARNING)
Logger.manager = Manager(root)


def getLogger(name=None):
    """The logger of that name, always the same one; the root logger without a name."""
    is_root = not name or (isinstance(name, str) and name == root.name)
    return root if is_root else Logger.manager.getLogger(name)


give_get_logger(getLogger)


# Functions that use the root logger.


def basicConfig(**kwargs):
    """Gives the root logger a handler, unless it has one."""
    encoding, errors = kwargs.pop("encoding", None), kwargs.pop("errors", "backslashreplace")
    if kwargs.pop("force", False):
        while root.handlers:
            handler = root.handlers.pop(0)
            handler.close()
    if root.handlers:
        return
    handlers = _handlers_to_use(kwargs, encoding, errors)
    datefmt, style = kwargs.pop("datefmt", None), kwargs.pop("style", "%")
    _check_style(style)
    formatter = Formatter(kwargs.pop("format", _STYLES[style][1]), datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = kwargs.pop("level", None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


def _handlers_to_use(options, encoding, errors):
    """Takes from the options of basicConfig() what says where records go."""
    handlers = options.pop("handlers", None)
    places = [name for name in ["stream", "filename"] if name in options]
    if handlers is not None:
        if places:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        return handlers
    if len(places) == 2:
        raise ValueError("'stream' and 'filename' should not be specified together")
    filename, mode = options.pop("filename", None), options.pop("filemode", "a")
    if not filename:
        return [StreamHandler(options.pop("stream", None))]
    return [FileHandler(filename, mode, encoding=encoding, errors=None if "b" in mode else errors)]


def _ready_root():
    """The root logger, with a handler at least."""
    if not root.handlers:
        basicConfig()
    return root


def log(level, msg, *args, **kwargs):
    _ready_root().log(level, msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    _ready_root().debug(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    _ready_root().info(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    _ready_root().warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    import warnings
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    _ready_root().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)


def critical(msg, *args, **kwargs):
    _ready_root().critical(msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    critical(msg, *args, **kwargs)


# What showed warnings before they were captured; None while they aren't.
_warnings_showwarning = None


def captureWarnings(capture):
    """Whether warnings go to the logger "py.warnings" instead of to sys.stderr."""
    global _warnings_showwarning
    import warnings
    if capture and _warnings_showwarning is None:
        _warnings_showwarning, warnings.showwarning = warnings.showwarning, _showwarning
    elif not capture and _warnings_showwarning is not None:
        warnings.showwarning, _warnings_showwarning = _warnings_showwarning, None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    import warnings
    if file is not None:
        if _warnings_showwarning is not None:
            _warnings_showwarning(message, category, filename, lineno, file, line)
        return
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(warnings.formatwarning(message, category, filename, lineno, line)))


def disable(level=CRITICAL):
    """Logs nothing of that level and below."""
    manager = root.manager
    manager.disable = level
    manager._clear_cache()


def shutdown(handlerList=_handlerList):
    """Flushes and closes the handlers that are still there, the last made first."""
    for reference in reversed(handlerList[:]):
        try:
            handler = reference()
            if handler is not None:
                _end(handler)
        except Exception:
            if raiseExceptions:
                raise


def _end(handler):
    try:
        handler.acquire()
        if getattr(handler, "flushOnClose", True):
            handler.flush()
        handler.close()
    except (OSError, ValueError):
        # What it wrote to is closed already.
        pass
    finally:
        handler.release()


atexit.register(shutdown)

# Its class is derived from one of this module's.
from logging._files import FileHandler

# They're known by this module's name.
for _part in [
    BufferingFormatter, Filter, Filterer, Formatter, Handler, LogRecord, NullHandler, PercentStyle, StrFormatStyle, StreamHandler,
    StringTemplateStyle, _StderrHandler, addLevelName, getHandlerByName, getHandlerNames, getLevelName, getLevelNamesMapping,
]:
    _part.__module__ = "logging"
