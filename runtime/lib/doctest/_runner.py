"""Runs examples, and reports on them."""

import io
import sys
import traceback

from _doctest_examples import find
from doctest._checker import OutputChecker, indented
from doctest._flags import FAIL_FAST, IGNORE_EXCEPTION_DETAIL, REPORT_ONLY_FIRST_FAILURE, SKIP

_DIVIDER = "*" * 70
_PASSED, _FAILED, _RAISED = range(3)


class TestResults(tuple):
    """How many examples failed, of how many; `skipped` tells how many weren't run."""

    _fields = ("failed", "attempted")

    def __new__(cls, failed, attempted, *, skipped=0):
        results = tuple.__new__(cls, (failed, attempted))
        results.skipped = skipped
        return results

    @property
    def failed(self):
        return self[0]

    @property
    def attempted(self):
        return self[1]

    def __repr__(self):
        skipped = f", skipped={self.skipped}" if self.skipped else ""
        return f"TestResults(failed={self.failed}, attempted={self.attempted}{skipped})"


class _Stopped(Exception):
    """An example went wrong, and the run was to end there."""

    def __init__(self, test, example):
        self.test, self.example = test, example

    def __str__(self):
        return str(self.test)


class DocTestFailure(_Stopped):
    """An example printed something else."""

    def __init__(self, test, example, got):
        _Stopped.__init__(self, test, example)
        self.got = got


class UnexpectedException(_Stopped):
    """An example raised an exception that isn't expected."""

    def __init__(self, test, example, exc_info):
        _Stopped.__init__(self, test, example)
        self.exc_info = exc_info


class _Output(io.StringIO):
    """What examples print."""

    def getvalue(self):
        text = super().getvalue()
        return text + "\n" if text and not text.endswith("\n") else text


class _Stop(BaseException):
    """Ends a run in front of its end."""


def exception_text(test, number, exception):
    """A traceback whose frames in the example are named as doctest names them."""
    summary = traceback.extract_tb(exception.__traceback__)
    lines = ["Traceback (most recent call last):\n"]
    for frame in summary:
        if frame.name == "__run__":
            lines = lines[:1]
            source = test.examples[number].source.partition("\n")[0]
            lines.append(f'  File "<doctest {test.name}[{number}]>", line 1, in <module>\n    {source.strip()}\n')
        else:
            lines += summary.format_frame_summary(frame)
    return "".join(lines) + "".join(traceback.format_exception_only(exception))


def _message_of(exception):
    """What a traceback shows behind the stack; of a SyntaxError, without the place."""
    lines = traceback.format_exception_only(exception)
    if isinstance(exception, SyntaxError):
        name = type(exception).__name__
        lines = [line for line in lines if line.startswith((name + ":", f"{type(exception).__module__}.{name}:"))] or lines
    return "".join(lines)


def _without_details(message):
    """The exception's name without its module: what's in front of the first colon of the first line."""
    first = message.partition("\n")[0].partition(":")[0]
    return first.rpartition(".")[2]


class _Run:
    """One run of a DocTest: what its compiled function calls for each example."""

    def __init__(self, runner, test, out, output, flags):
        self.failures = self.attempted = self.skips = 0
        self._runner = runner
        self._test = test
        self._out = out
        self._output = output
        self._given_flags = flags
        self._current = None
        self._exception = None

    def begin(self, number):
        """Whether the example is to be run; ends the one before."""
        self.finish()
        test = self._test
        runner = self._runner
        example = test.examples[number]
        flags = self._given_flags
        for flag, is_on in example.options.items():
            flags = flags | flag if is_on else flags & ~flag
        runner.optionflags = flags
        self.attempted += 1
        if flags & SKIP:
            self.skips += 1
            return False
        self._quiet = bool(flags & REPORT_ONLY_FIRST_FAILURE and self.failures > 0)
        if not self._quiet:
            runner.report_start(self._out, test, example)
        self._current = number
        self._exception = None
        return True

    def fail(self, exception):
        """The example raised an exception."""
        if isinstance(exception, (KeyboardInterrupt, _Stop)):
            raise exception
        self._exception = exception

    def finish(self):
        """Compares what the example did with what's expected."""
        if self._current is None:
            return
        number = self._current
        self._current = None
        example = self._test.examples[number]
        exception = self._exception
        self._exception = None
        self._runner.debugger_is_idle = True
        got = self._output.getvalue()
        self._output.seek(0)
        self._output.truncate()
        if exception is not None and not self._quiet:
            shown = exception_text(self._test, number, exception)
        else:
            shown = ""
        outcome, got = self._judge(example, got, exception, shown)
        self._report(outcome, example, got, exception)

    def _judge(self, example, got, exception, shown):
        runner = self._runner
        flags = runner.optionflags
        check = runner._checker.check_output
        if exception is None:
            return (_PASSED if check(example.want, got, flags) else _FAILED), got
        message = _message_of(exception)
        got += shown
        if example.exc_msg is None:
            return _RAISED, got
        if check(example.exc_msg, message, flags):
            return _PASSED, got
        if flags & IGNORE_EXCEPTION_DETAIL and check(_without_details(example.exc_msg), _without_details(message), flags):
            return _PASSED, got
        return _FAILED, got

    def _report(self, outcome, example, got, exception):
        runner = self._runner
        if outcome == _PASSED:
            if not self._quiet:
                runner.report_success(self._out, self._test, example, got)
            return
        self.failures += 1
        if not self._quiet:
            if outcome == _FAILED:
                runner.report_failure(self._out, self._test, example, got)
            else:
                exc_info = (type(exception), exception, exception.__traceback__)
                runner.report_unexpected_exception(self._out, self._test, example, exc_info)
        if runner.optionflags & FAIL_FAST:
            raise _Stop


class DocTestRunner:
    """Runs DocTests, and counts how many examples fail."""

    DIVIDER = _DIVIDER

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        # Names to (failures, tries, skips).
        self._stats = {}

    # Reports.

    def report_start(self, out, test, example):
        """An example is about to run."""
        if not self._verbose:
            return
        want = f"Expecting:\n{indented(example.want)}" if example.want else "Expecting nothing\n"
        out(f"Trying:\n{indented(example.source)}{want}")

    def report_success(self, out, test, example, got):
        """It did what's expected."""
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        """It printed something else."""
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        """It raised what isn't expected."""
        number = [each is example for each in test.examples].index(True)
        out(self._failure_header(test, example) + "Exception raised:\n" + indented(exception_text(test, number, exc_info[1])))

    def _failure_header(self, test, example):
        lineno = "?"
        if test.filename:
            if test.lineno is not None and example.lineno is not None:
                lineno = test.lineno + example.lineno + 1
            place = f'File "{test.filename}", line {lineno}, in {test.name}'
        else:
            place = f"Line {example.lineno + 1}, in {test.name}"
        return f"{_DIVIDER}\n{place}\nFailed example:\n{indented(example.source)}"

    # Running.

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a DocTest: TestResults."""
        self.test = test
        stdout = sys.stdout
        if out is None:
            out = self._writer(stdout)
        output = _Output()
        displayhook = sys.displayhook
        run = _Run(self, test, out, output, self.optionflags)
        original = self.optionflags
        sys.stdout = output
        sys.displayhook = sys.__displayhook__
        try:
            if test.examples:
                self._function(test)(run.begin, self._show, run.fail)
                run.finish()
        except _Stop:
            pass
        finally:
            sys.stdout = stdout
            sys.displayhook = displayhook
            self.optionflags = original
            if clear_globs:
                test.globs.clear()
        self._record(test, run)
        return TestResults(run.failures, run.attempted, skipped=run.skips)

    def _writer(self, stdout):
        encoding = getattr(stdout, "encoding", None)

        def write(text):
            if encoding is not None and encoding.lower().replace("-", "") != "utf8":
                text = str(text.encode(encoding, "backslashreplace"), encoding)
            stdout.write(text)

        return write

    def _show(self, value):
        sys.displayhook(value)

    def _function(self, test):
        """What runs the examples. They were compiled with the module that has their text, whose names they see."""
        sources = "".join([example.source for example in test.examples])
        module = test.globs.get("__name__", "__main__")
        run = find(module, sources)
        if run is None:
            raise NotImplementedError(f"aiocc has compiled no examples for {test.name}: only those of str literals in module {module}")
        names = sys.modules[module].__dict__
        for name in test.globs:
            if name not in names and not name.startswith("__"):
                raise NotImplementedError(f"aiocc runs examples in the globals of their module, which has no {name}")
        return run

    def _record(self, test, run):
        failures, tries, skips = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = (failures + run.failures, tries + run.attempted, skips + run.skips)
        self.failures += run.failures
        self.tries += run.attempted
        self.skips += run.skips

    # Summaries.

    def summarize(self, verbose=None):
        """Prints how it went: TestResults."""
        if verbose is None:
            verbose = self._verbose
        untested = sorted([name for name, (_, tries, _) in self._stats.items() if tries == 0])
        passed = sorted([(name, tries) for name, (failures, tries, _) in self._stats.items() if tries and not failures])
        failed = sorted([(name, stats) for name, stats in self._stats.items() if stats[0]])
        tries = sum([stats[1] for stats in self._stats.values()])
        failures = sum([stats[0] for stats in self._stats.values()])
        skips = sum([stats[2] for stats in self._stats.values()])
        if verbose:
            if untested:
                print(f"{_counted(len(untested), 'item')} had no tests:")
                for name in untested:
                    print(f"    {name}")
            if passed:
                print(f"{_counted(len(passed), 'item')} passed all tests:")
                for name, count in passed:
                    print(f" {count:3d} test{'s' if count != 1 else ''} in {name}")
        if failed:
            print(_DIVIDER)
            print(f"{_counted(len(failed), 'item')} had failures:")
            for name, stats in failed:
                print(f" {stats[0]:3d} of {stats[1]:3d} in {name}")
        if verbose:
            print(f"{_counted(tries, 'test')} in {_counted(len(self._stats), 'item')}.")
            print(f"{tries - failures} passed" + (f" and {failures} failed." if failures else "."))
        if failures:
            text = f"***Test Failed*** {_counted(failures, 'failure')}"
            if skips:
                text = f"{text} and {_counted(skips, 'skipped test')}"
            print(f"{text}.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        """Adds what another runner counted."""
        for name, (failures, tries, skips) in other._stats.items():
            own = self._stats.get(name, (0, 0, 0))
            self._stats[name] = (own[0] + failures, own[1] + tries, own[2] + skips)


def _counted(count, name):
    return f"{count} {name}" if count == 1 else f"{count} {name}s"


class DebugRunner(DocTestRunner):
    """Raises the first failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


for _class in (TestResults, DocTestFailure, UnexpectedException, DocTestRunner, DebugRunner):
    _class.__module__ = "doctest"
