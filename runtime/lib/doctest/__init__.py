"""Runs the examples in docstrings: what follows `>>>`, and what it should print.

The examples are compiled with the program, as functions of the module whose text they're in; those of other texts can't be run.
"""

import sys
import types

from doctest._checker import BLANKLINE_MARKER, ELLIPSIS_MARKER, OutputChecker
from doctest._finder import DocTestFinder
from doctest._flags import (
    COMPARISON_FLAGS, DONT_ACCEPT_BLANKLINE, DONT_ACCEPT_TRUE_FOR_1, ELLIPSIS, FAIL_FAST, IGNORE_EXCEPTION_DETAIL, NORMALIZE_WHITESPACE,
    OPTIONFLAGS_BY_NAME, REPORT_CDIFF, REPORT_NDIFF, REPORT_ONLY_FIRST_FAILURE, REPORT_UDIFF, REPORTING_FLAGS, SKIP, register_optionflag,
)
from doctest._parser import DocTest, DocTestParser, Example
from doctest._runner import DebugRunner, DocTestFailure, DocTestRunner, TestResults, UnexpectedException
from doctest._suite import DocFileCase, DocFileSuite, DocTestCase, DocTestSuite, set_unittest_reportflags

__all__ = [
    "register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP",
    "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE",
    "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest", "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker",
    "DocTestFailure", "UnexpectedException", "DebugRunner", "testmod", "run_docstring_examples", "DocTestSuite", "DocFileSuite",
    "set_unittest_reportflags",
]

# The runner of all calls of `testmod`.
master = None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    """Runs the examples of a module, the main one's by default, and prints those that fail: TestResults."""
    global master
    if m is None:
        m = sys.modules.get("__main__")
    if not isinstance(m, types.ModuleType):
        raise TypeError(f"testmod: module required; {m!r}")
    if name is None:
        name = m.__name__
    finder = DocTestFinder(exclude_empty=exclude_empty)
    make = DebugRunner if raise_on_error else DocTestRunner
    runner = make(verbose=verbose, optionflags=optionflags)
    for each in finder.find(m, name, globs=globs, extraglobs=extraglobs):
        runner.run(each)
    if report:
        runner.summarize()
    # The first one keeps the counts of all.
    if master is not None:
        master.merge(runner)
    master = master or runner
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Runs the examples of one object, and prints those that fail."""
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)
