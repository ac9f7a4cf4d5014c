"""DocTests as tests of unittest."""

import io
import sys
import unittest

from doctest._checker import OutputChecker
from doctest._finder import DocTestFinder
from doctest._flags import REPORTING_FLAGS
from doctest._runner import DocTestRunner

_reportflags = 0


def set_unittest_reportflags(flags):
    """How failures are reported, where a test doesn't say it: the flags before."""
    global _reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    old = _reportflags
    _reportflags = flags
    return old


class DocTestCase(unittest.TestCase):
    """One DocTest."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        unittest.TestCase.__init__(self)
        self._dt_test, self._dt_optionflags, self._dt_checker = test, optionflags, checker
        # Functions that get the test.
        self._dt_setUp, self._dt_tearDown = setUp, tearDown

    def setUp(self):
        self._dt_globs = self._dt_test.globs.copy()
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        flags = self._dt_optionflags
        reporting = 0 if flags & REPORTING_FLAGS else _reportflags
        runner = DocTestRunner(optionflags=flags | reporting, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        report = io.StringIO()
        stdout = sys.stdout
        try:
            results = runner.run(self._dt_test, out=report.write, clear_globs=False)
        finally:
            # An example may have put another one there.
            sys.stdout = stdout
        if results.skipped == results.attempted:
            raise unittest.SkipTest("all examples were skipped")
        if results.failed:
            raise self.failureException(self.format_failure(report.getvalue()))

    def format_failure(self, err):
        """A failure's text."""
        test = self._dt_test
        lineno = "unknown line number" if test.lineno is None else str(test.lineno)
        name = test.name.split(".")[-1]
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line {lineno}, in {name}\n\n{err}'

    def id(self):
        return self._dt_test.name

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._dt_test == other._dt_test and self._options() == other._options()

    def __hash__(self):
        return hash(self._options())

    def _options(self):
        return self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker

    def __repr__(self):
        *owner, last = self._dt_test.name.split(".")
        return f"{last} ({'.'.join(owner)})"

    __str__ = __repr__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


class _DocTestSuite(unittest.TestSuite):
    """The tests of a module."""

    def _removeTestAtIndex(self, index):
        pass


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """A suite with a test for each text with examples in a module."""
    if module is None:
        module = sys.modules["__main__"]
    elif isinstance(module, str):
        module = sys.modules[module]
    if test_finder is None:
        test_finder = DocTestFinder()
    suite = _DocTestSuite()
    for test in test_finder.find(module, globs=globs, extraglobs=extraglobs):
        if not test.examples:
            continue
        if not test.filename:
            test.filename = getattr(module, "__file__", None) or module.__name__
        suite.addTest(DocTestCase(test, **options))
    return suite


DocTestCase.__module__ = _DocTestSuite.__module__ = "doctest"


class DocFileCase(unittest.TestCase):
    """The examples of a file: what compiles a program doesn't see them, so it fails."""

    def __init__(self, path):
        unittest.TestCase.__init__(self)
        self._path = path

    def id(self):
        return self._path

    def __repr__(self):
        return self._path

    __str__ = __repr__

    def runTest(self):
        raise NotImplementedError(f"aiocc compiles the examples of docstrings, not those of files: {self._path}")


def DocFileSuite(*paths, **options):
    """A suite with a test for each file."""
    return unittest.TestSuite([DocFileCase(path) for path in paths])
