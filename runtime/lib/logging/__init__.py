"""Logging: loggers in a hierarchy, handlers that write what they get, formatters and filters."""

import atexit
import sys
import time
from _support import caller_place, give_get_logger, process_id, source_line
from collections.abc import Mapping
from logging._styles import _STYLES, BASIC_FORMAT, PercentStyle, StrFormatStyle, StringTemplateStyle, _check_style
from types import GenericAlias

__all__ = [
    # Levels.
    "CRITICAL", "FATAL", "ERROR", "WARNING", "WARN", "INFO", "DEBUG", "NOTSET", "addLevelName", "getLevelName", "getLevelNamesMapping",
    # Classes.
    "BufferingFormatter", "FileHandler", "Filter", "Formatter", "Handler", "LogRecord", "Logger", "LoggerAdapter", "NullHandler",
    "StreamHandler",
    # What's logged with the root logger.
    "critical", "debug", "error", "exception", "fatal", "info", "log", "warn", "warning",
    # The rest.
    "BASIC_FORMAT", "basicConfig", "disable", "getHandlerByName", "getHandlerNames", "getLogger", "getLoggerClass",
    "getLogRecordFactory", "lastResort", "makeLogRecord", "raiseExceptions", "setLogRecordFactory", "setLoggerClass", "shutdown",
]

_startTime = time.time()

# Whether errors of handlers are reported, and what records have.
raiseExceptions = logThreads = logMultiprocessing = logProcesses = logAsyncioTasks = True

# Levels.

NOTSET = 0
DEBUG = 10
INFO = 20
WARN = WARNING = 30
ERROR = 40
FATAL = CRITICAL = 50

_nameToLevel = {
    "CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARN, "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET,
}
_levelToName = {level: name for name, level in _nameToLevel.items() if name not in ("WARN", "FATAL")}


def getLevelNamesMapping():
    return dict(_nameToLevel)


def getLevelName(level):
    """The name of a level, or the level of a name; `Level 7` where there is none."""
    if level in _levelToName:
        return _levelToName[level]
    return _nameToLevel.get(level, f"Level {level}")


def addLevelName(level, levelName):
    _nameToLevel[levelName] = level
    _levelToName[level] = levelName


def _checkLevel(level):
    """The level as a number, whether it's one or the name of one."""
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    number = _nameToLevel.get(level)
    if number is None:
        raise ValueError(f"Unknown level: {level!r}")
    return number


# Records.


class LogRecord:
    """One event."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        nanoseconds = time.time_ns()
        self.name, self.msg = name, msg
        # One mapping is what `%(key)s` looks in.
        is_mapping = bool(args) and len(args) == 1 and isinstance(args[0], Mapping) and bool(args[0])
        self.args = args[0] if is_mapping else args
        self.levelno, self.levelname = level, getLevelName(level)
        self.pathname = pathname
        self.filename, self.module = _names_of_path(pathname)
        self.exc_info, self.exc_text = exc_info, None
        self.stack_info = sinfo
        self.lineno, self.funcName = lineno, func
        self.created = nanoseconds / 1e9
        self.msecs = float(nanoseconds // 1_000_000 % 1000)
        self.relativeCreated = 1000 * (self.created - _startTime)
        # The main thread's number is 0 while there are no others.
        self.thread = 0 if logThreads else None
        self.threadName = _thread_name() if logThreads else None
        self.processName = "MainProcess" if logMultiprocessing else None
        self.process = process_id() if logProcesses else None
        self.taskName = _task_name() if logAsyncioTasks else None

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


def _thread_name():
    threading = sys.modules.get("threading")
    return "MainThread" if threading is None else threading.current_thread().name


def _task_name():
    asyncio = sys.modules.get("asyncio")
    try:
        return None if asyncio is None else asyncio.current_task().get_name()
    except Exception:
        return None


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


# Formatting.


class Formatter:
    """Makes text of records."""

    converter = time.localtime
    default_time_format, default_msec_format = "%Y-%m-%d %H:%M:%S", "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        _check_style(style)
        kind, _ = _STYLES[style]
        self._style = kind(fmt, defaults=defaults)
        self._fmt, self.datefmt = self._style._fmt, datefmt
        if validate:
            self._style.validate()

    def usesTime(self):
        return self._style.usesTime()

    def format(self, record):
        """The text of a record, with the traceback of its exception."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            # It's kept, for the other handlers.
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = _on_new_line(text, record.exc_text)
        if record.stack_info:
            text = _on_new_line(text, self.formatStack(record.stack_info))
        return text

    def formatMessage(self, record):
        return self._style.format(record)

    def formatTime(self, record, datefmt=None):
        moment = type(self).converter(record.created)
        text = time.strftime(datefmt or self.default_time_format, moment)
        if datefmt or not self.default_msec_format:
            return text
        return self.default_msec_format % (text, record.msecs)

    def formatException(self, ei):
        """The traceback of (type, exception, traceback)."""
        import traceback
        return "".join(traceback.format_exception(*ei)).removesuffix("\n")

    def formatStack(self, stack_info):
        return stack_info


def _on_new_line(text, more):
    return text + more if text.endswith("\n") else f"{text}\n{more}"


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes text of several records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def format(self, records):
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return self.formatHeader(records) + "".join(lines) + self.formatFooter(records)

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""


# Filters.


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


# Handlers.

# Those with names, and all of them in the order in which they were made.
_handlers, _handlerList = {}, []


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
        _handlerList.append(self)
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

    # A record is handled to its end before another thread goes on.

    def createLock(self):
        self.lock = None

    def acquire(self):
        pass

    def release(self):
        pass

    # What becomes of records.

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        formatter = self.formatter or _defaultFormatter
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
        if raiseExceptions and sys.stderr:
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


lastResort = _defaultLastResort = _StderrHandler(WARNING)


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
        known = self.loggerDict.get(name)
        if known is not None and not isinstance(known, PlaceHolder):
            return known
        kind = self.loggerClass or _loggerClass
        made = kind(name)
        made.manager = self
        self.loggerDict[name] = made
        made.parent = self._parent_of(made)
        if known is not None:
            _put_above(made, known.loggerMap)
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
        return filename, lineno, function, None

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


def disable(level=CRITICAL):
    """Logs nothing of that level and below."""
    manager = root.manager
    manager.disable = level
    manager._clear_cache()


def shutdown(handlerList=_handlerList):
    """Flushes and closes all handlers, the last made first."""
    for handler in list(reversed(handlerList)):
        handler.acquire()
        try:
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

# Tracebacks and pickles name the styles by this module.
for _style in [PercentStyle, StrFormatStyle, StringTemplateStyle]:
    _style.__module__ = "logging"
