"""Running tests and printing what happens."""

import sys
import time

from . import result
from .case import _SubTest

_SLOWEST_DURATION = 0.001


class _WritelnDecorator:
    """A stream with `writeln`; all else is that of the stream it's made of."""

    def __init__(self, stream):
        self.stream = stream

    def writeln(self, arg=None):
        self.write(f"{arg}\n" if arg else "\n")

    def __getattr__(self, attr):
        # Copies and pickles are made before there's a stream.
        if attr in ("stream", "__getstate__"):
            raise AttributeError(attr)
        return getattr(self.stream, attr)


class TextTestResult(result.TestResult):
    """Prints what happens: a character, or a line for each test where `verbosity` is above 1."""

    separator1, separator2 = "=" * 70, "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        result.TestResult.__init__(self, stream, descriptions, verbosity)
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.dots, self.showAll = verbosity == 1, verbosity > 1
        # Whether the line of the test that runs has ended.
        self._newline = True

    def getDescription(self, test):
        shown = [str(test)]
        if self.descriptions and test.shortDescription():
            shown.append(test.shortDescription())
        return "\n".join(shown)

    # What's printed as tests run.

    def _put(self, text):
        self.stream.write(text)
        self.stream.flush()

    def _show(self, test, word, letter):
        if self.showAll:
            self._write_status(test, word)
        elif self.dots:
            self._put(letter)

    def _show_unexpected(self, word, letter):
        if self.showAll:
            self._put(word + "\n")
        elif self.dots:
            self._put(letter)

    def _write_status(self, test, status):
        is_part = isinstance(test, _SubTest)
        line = status
        if is_part or self._newline:
            margin = "" if self._newline else "\n"
            line = f"{margin}{'  ' if is_part else ''}{self.getDescription(test)} ... {status}"
        self._newline = True
        self._put(line + "\n")

    def startTest(self, test):
        result.TestResult.startTest(self, test)
        if self.showAll:
            self._newline = False
            self._put(f"{self.getDescription(test)} ... ")

    def addSuccess(self, test):
        result.TestResult.addSuccess(self, test)
        self._show(test, "ok", ".")

    def addFailure(self, test, err):
        result.TestResult.addFailure(self, test, err)
        self._show(test, "FAIL", "F")

    def addError(self, test, err):
        result.TestResult.addError(self, test, err)
        self._show(test, "ERROR", "E")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            word = "FAIL" if issubclass(err[0], subtest.failureException) else "ERROR"
            self._show(subtest, word, word[0])
        result.TestResult.addSubTest(self, test, subtest, err)

    def addSkip(self, test, reason):
        result.TestResult.addSkip(self, test, reason)
        self._show(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        result.TestResult.addExpectedFailure(self, test, err)
        self._show_unexpected("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        result.TestResult.addUnexpectedSuccess(self, test)
        self._show_unexpected("unexpected success", "u")

    # What's printed afterwards.

    def printErrors(self):
        if self.showAll or self.dots:
            self._put("\n")
        for flavour, errors in [("ERROR", self.errors), ("FAIL", self.failures)]:
            self.printErrorList(flavour, errors)
        passed = [f"UNEXPECTED SUCCESS: {self.getDescription(test)}" for test in getattr(self, "unexpectedSuccesses", ())]
        if passed:
            self._put("\n".join([self.separator1, *passed, ""]))

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self._put(f"{self.separator1}\n{flavour}: {self.getDescription(test)}\n{self.separator2}\n{text}\n")


class TextTestRunner:
    """Runs a test or a suite, and prints the results to a stream, by default sys.stderr."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *,
                 tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity, self.durations = descriptions, verbosity, durations
        self.failfast, self.buffer, self.tb_locals = failfast, buffer, tb_locals
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        options = (self.stream, self.descriptions, self.verbosity)
        try:
            made = self.resultclass(*options, durations=self.durations)
        except TypeError:
            # A class that knows nothing of durations.
            made = self.resultclass(*options)
        made.failfast, made.buffer, made.tb_locals = self.failfast, self.buffer, self.tb_locals
        return made

    def run(self, test):
        import warnings
        found = self._makeResult()
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            taken = _timed_run(test, found)
        found.printErrors()
        if self.durations is not None:
            self._printDurations(found)
        count = found.testsRun
        self._print_separator(found)
        self.stream.writeln(f"Ran {count} test{'s' * (count != 1)} in {taken:.3f}s\n")
        self.stream.writeln(_summary(found))
        self.stream.flush()
        return found

    def _print_separator(self, found):
        if hasattr(found, "separator2"):
            self.stream.writeln(found.separator2)

    def _printDurations(self, found):
        """The tests that took longest, those that took next to nothing only where much is printed."""
        durations = sorted(found.collectedDurations, key=lambda entry: -entry[1])
        if not durations:
            return
        slowest = durations[:self.durations] if self.durations > 0 else durations
        shown = [(test, seconds) for test, seconds in slowest if self.verbosity >= 2 or seconds >= _SLOWEST_DURATION]
        self.stream.writeln("Slowest test durations")
        self._print_separator(found)
        for test, seconds in shown:
            self.stream.writeln(f"{seconds:.3f}s     {test}")
        is_all = len(shown) == len(slowest)
        self.stream.writeln("" if is_all else "\n(durations < 0.001s were hidden; use -v to show these durations)")


def _timed_run(test, found):
    """Runs a test between the result's startTestRun and stopTestRun; the seconds that took."""
    begin = time.perf_counter()
    getattr(found, "startTestRun", _nothing)()
    try:
        test(found)
    finally:
        getattr(found, "stopTestRun", _nothing)()
    return time.perf_counter() - begin


def _nothing():
    pass


def _summary(found):
    """`OK`, or how it went else, and the numbers that aren't 0."""
    counts = {"skipped": found.skipped, "expected failures": found.expectedFailures, "unexpected successes": found.unexpectedSuccesses}
    if not found.wasSuccessful():
        text = "FAILED"
        counts = {"failures": found.failures, "errors": found.errors, **counts}
    else:
        text = "OK" if found.testsRun or found.skipped else "NO TESTS RAN"
    numbers = ", ".join([f"{name}={len(tests)}" for name, tests in counts.items() if tests])
    return f"{text} ({numbers})" if numbers else text
