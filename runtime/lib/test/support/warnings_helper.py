"""What CPython's tests do with warnings."""

import contextlib
import functools
import warnings


class WarningsRecorder:
    """The warnings that were caught; its attributes are those of the last one."""

    def __init__(self, warnings_list):
        self._warnings = warnings_list
        self._last = 0

    def __getattr__(self, attr):
        if len(self._warnings) > self._last:
            return getattr(self._warnings[-1], attr)
        if attr in warnings.WarningMessage._WARNING_DETAILS:
            return None
        raise AttributeError(f"{self!r} has no attribute {attr!r}")

    @property
    def warnings(self):
        return self._warnings[self._last:]

    def reset(self):
        self._last = len(self._warnings)


@contextlib.contextmanager
def check_warnings(*filters, quiet=None):
    """Catches warnings; each of `filters`, (pattern of the message, category), must be met, and nothing else come."""
    import re
    if not filters:
        filters = (("", Warning),)
        if quiet is None:
            quiet = True
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield WarningsRecorder(caught)
    reraise = list(caught)
    missing = []
    for message, category in filters:
        seen = False
        for warning in reraise[:]:
            if re.match(message, str(warning.message), re.I) and issubclass(warning.category, category):
                seen = True
                reraise.remove(warning)
        if not seen and not quiet:
            missing.append((message, category.__name__))
    if reraise:
        raise AssertionError("unhandled warning %s" % reraise[0])
    if missing:
        raise AssertionError("filter (%r, %s) did not catch any warning" % missing[0])


@contextlib.contextmanager
def check_no_warnings(testcase, message="", category=Warning, force_gc=False):
    """Catches warnings, which must not come."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.filterwarnings("always", message=message, category=category)
        yield
        if force_gc:
            from test.support import gc_collect
            gc_collect()
    testcase.assertEqual(caught, [])


@contextlib.contextmanager
def check_no_resource_warning(testcase):
    """Catches ResourceWarnings, which must not come."""
    with check_no_warnings(testcase, category=ResourceWarning, force_gc=True):
        yield


def ignore_warnings(*, category):
    """A decorator: warnings of a category don't count."""

    def decorator(test):

        @functools.wraps(test)
        def wrapper(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category=category)
                return test(self, *args, **kwargs)

        return wrapper

    return decorator


@contextlib.contextmanager
def save_restore_warnings_filters():
    """Puts the filters back."""
    old_filters = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = old_filters


def import_deprecated(name):
    """The module of that name."""
    import sys
    return sys.modules[name]


def check_syntax_warning(testcase, statement, errtext="", *, lineno=1, offset=None):
    import unittest
    raise unittest.SkipTest("a compiled program has no compiler")
