"""What assertRaises, assertWarns and assertLogs give."""

import collections
import logging
from _support import program_modules


class _AssertRaisesBase:
    """A context manager that's also the check of one call."""

    _base_type = BaseException
    _base_type_str = "an exception type or tuple of exception types"

    def __init__(self, expected, test_case, expected_regex=None):
        self.expected = expected
        self.test_case = test_case
        if expected_regex is not None:
            import re
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def _raiseFailure(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def handle(self, name, args, kwargs):
        """Calls args[0] with the rest; without arguments, gives itself for a `with` statement."""
        if not _are_classes(self.expected, self._base_type):
            raise TypeError(f"{name}() arg 1 must be {self._base_type_str}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *arguments = args
        self.obj_name = _name_of(function)
        with self:
            function(*arguments, **kwargs)
        return None

    def _matches(self, error):
        return self.expected_regex is None or self.expected_regex.search(str(error)) is not None

    def _fail_to_match(self, error):
        self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{error}"')

    def _fail_without(self, verb):
        by = f" by {self.obj_name}" if self.obj_name else ""
        self._raiseFailure(f"{_name_of(self.expected)} not {verb}{by}")


def _name_of(obj):
    """A class's or function's name; text for what has none, a tuple of classes say."""
    return obj.__name__ if hasattr(obj, "__name__") else str(obj)


def _are_classes(expected, base):
    if isinstance(expected, tuple):
        return all([_are_classes(each, base) for each in expected])
    return isinstance(expected, type) and issubclass(expected, base)


class _AssertRaisesContext(_AssertRaisesBase):
    """The exception is in `exception` afterwards."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._fail_without("raised")
        is_expected = issubclass(exc_type, self.expected)
        if is_expected:
            self.exception = exc_value.with_traceback(None)
            if not self._matches(exc_value):
                self._fail_to_match(exc_value)
        return is_expected

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class _AssertWarnsContext(_AssertRaisesBase):
    """The warning is in `warning` afterwards, its place in `filename` and `lineno`."""

    _base_type = Warning
    _base_type_str = "a warning type or tuple of warning types"

    def __enter__(self):
        import warnings
        _forget_shown_warnings()
        self._recorder = warnings.catch_warnings(record=True)
        self.warnings = self._recorder.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, *exc_info):
        self._recorder.__exit__(*exc_info)
        # An exception is another failure of the test.
        if exc_info[0] is None:
            self._check()

    def _check(self):
        of_class = [each for each in self.warnings if isinstance(each.message, self.expected)]
        found = [each for each in of_class if self._matches(each.message)]
        if found:
            self.warning, self.filename, self.lineno = found[0].message, found[0].filename, found[0].lineno
        elif of_class:
            self._fail_to_match(of_class[0].message)
        else:
            self._fail_without("triggered")


def _forget_shown_warnings():
    """Warnings that the program has shown once are recorded, too."""
    for module in list(program_modules().values()):
        if getattr(module, "__warningregistry__", None):
            module.__warningregistry__ = {}


_LoggingWatcher = collections.namedtuple("_LoggingWatcher", ["records", "output"])


class _CapturingHandler(logging.Handler):
    """Keeps what's logged, and prints nothing."""

    def __init__(self):
        logging.Handler.__init__(self)
        self.watcher = _LoggingWatcher([], [])

    def flush(self):
        """Nothing: nothing waits."""

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class _AssertLogsContext:
    """Gives the watcher, whose `records` and `output` hold what was logged."""

    LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

    def __init__(self, test_case, logger_name, level, no_logs):
        self.test_case = test_case
        self.msg = None
        self.logger_name = logger_name
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        name = self.logger_name
        self.logger = logger = name if isinstance(name, logging.Logger) else logging.getLogger(name)
        self.before = (logger.handlers, logger.propagate, logger.level)
        handler = _CapturingHandler()
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        handler.setLevel(self.level)
        self.watcher = handler.watcher
        self._configure([handler], False, self.level)
        return None if self.no_logs else self.watcher

    def _configure(self, handlers, propagate, level):
        self.logger.handlers, self.logger.propagate = handlers, propagate
        self.logger.setLevel(level)

    def __exit__(self, exc_type, exc_value, tb):
        self._configure(*self.before)
        if exc_type is not None:
            # It's another failure of the test.
            return False
        if self.no_logs and self.watcher.records:
            self._raiseFailure(f"Unexpected logs found: {self.watcher.output!r}")
        if not self.no_logs and not self.watcher.records:
            self._raiseFailure(f"no logs of level {logging.getLevelName(self.level)} or higher triggered on {self.logger.name}")

    def _raiseFailure(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))
