"""Test cases, and what decorates them."""

import collections
import functools
import sys
import time
import types

from . import result
from ._contexts import _AssertLogsContext, _AssertRaisesContext, _AssertWarnsContext
from .util import (
    _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr, strclass, unorderable_list_difference,
)

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class SkipTest(Exception):
    """Raised by a test that skips itself."""


class _ShouldStop(Exception):
    """The test should stop."""


class _UnexpectedSuccess(Exception):
    """The test was supposed to fail."""


class _Part:
    """One part of a test: takes the exceptions out of its `with` block, and notes them."""

    def __init__(self, outcome, test_case, is_subtest):
        self.outcome = outcome
        self.test_case = test_case
        self.is_subtest = is_subtest

    def __enter__(self):
        self.old_success = self.outcome.success
        self.outcome.success = True

    def __exit__(self, kind, error, traceback):
        outcome = self.outcome
        keeps = False
        if kind is None:
            if self.is_subtest and outcome.success and outcome.result_supports_subtests:
                outcome.result.addSubTest(self.test_case.test_case, self.test_case, None)
        elif issubclass(kind, KeyboardInterrupt):
            keeps = True
        elif issubclass(kind, SkipTest):
            outcome.success = False
            _add_skip(outcome.result, self.test_case, str(error))
        elif issubclass(kind, _ShouldStop):
            # It isn't noted twice, nor does it make the test a failure.
            pass
        else:
            self.note(kind, error, traceback)
        if keeps:
            return False
        outcome.success = outcome.success and self.old_success
        return True

    def note(self, kind, error, traceback):
        outcome = self.outcome
        info = (kind, error, traceback)
        if outcome.expecting_failure:
            outcome.expectedFailure = info
            return
        outcome.success = False
        if self.is_subtest and outcome.result_supports_subtests:
            outcome.result.addSubTest(self.test_case.test_case, self.test_case, info)
        else:
            _add_error(outcome.result, self.test_case, info)


class _Outcome:
    """How a test goes on."""

    def __init__(self, result=None):
        self.result, self.result_supports_subtests = result, hasattr(result, "addSubTest")
        self.success, self.expecting_failure = True, False
        self.expectedFailure = None

    def testPartExecutor(self, test_case, subTest=False):
        return _Part(self, test_case, subTest)


def _add_skip(result, test_case, reason):
    add_skip = getattr(result, "addSkip", None)
    if add_skip is None:
        import warnings
        warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
        result.addSuccess(test_case)
    else:
        add_skip(test_case, reason)


def _add_error(result, test, info):
    if result is None or info is None:
        return
    if issubclass(info[0], test.failureException):
        result.addFailure(test, info)
    else:
        result.addError(test, info)


def _enter_context(cm, add_cleanup):
    cls = type(cm)
    try:
        enter = cls.__enter__
        leave = cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
    value = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return value


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """A function to call after tearDownModule, the last added first."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enters a context manager, and leaves it after tearDownModule."""
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Calls what addModuleCleanup was given."""
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


# Decorators.


def _unchanged(test_item):
    return test_item


def _skipping(reason):
    """A function that skips whatever calls it."""

    def skipped(*args, **kwargs):
        raise SkipTest(reason)

    return skipped


def skip(reason):
    """Skips a test, or a class of tests. Without a reason it's the decorator itself."""
    if isinstance(reason, types.FunctionType):
        return skip("")(reason)

    def decorator(test_item):
        marked = test_item if isinstance(test_item, type) else functools.wraps(test_item)(_skipping(reason))
        marked.__unittest_skip_why__ = reason
        marked.__unittest_skip__ = True
        return marked

    return decorator


def skipIf(condition, reason):
    """Skips a test if the condition holds."""
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    """Skips a test unless the condition holds."""
    return _unchanged if condition else skip(reason)


def expectedFailure(test_item):
    """Says that a test should fail."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


def _attribute(first, second, name, default):
    """An attribute of the first, else of the second."""
    return getattr(first, name, False) or getattr(second, name, default)


# Cases.

# The assertions that assertEqual() hands values of these types to.
_EQUALITY_BY_TYPE = {
    list: "assertListEqual", tuple: "assertTupleEqual", dict: "assertDictEqual", str: "assertMultiLineEqual",
    set: "assertSetEqual", frozenset: "assertSetEqual",
}


class TestCase:
    """A class whose methods `test...` are tests, each run on an instance of its own."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        try:
            test_method = getattr(self, methodName)
        except AttributeError:
            if methodName != "runTest":
                raise ValueError(f"no such test method in {self.__class__}: {methodName}")
        else:
            self._testMethodDoc = test_method.__doc__
        self._subtest, self._cleanups = None, []
        self._type_equality_funcs = dict(_EQUALITY_BY_TYPE)

    def addTypeEqualityFunc(self, typeobj, function):
        """What assertEqual calls for two values of exactly that type."""
        self._type_equality_funcs[typeobj] = function

    # Fixtures.

    def setUp(self):
        """Called before each test."""

    def tearDown(self):
        """Called after each test, whatever happened in it."""

    @classmethod
    def setUpClass(cls):
        """Called before the class's tests."""

    @classmethod
    def tearDownClass(cls):
        """Called after the class's tests."""

    def addCleanup(self, function, /, *args, **kwargs):
        """A function to call after tearDown, the last added first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enters a context manager, and leaves it after tearDown."""
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """A function to call after tearDownClass."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enters a context manager, and leaves it after tearDownClass."""
        return _enter_context(cm, cls.addClassCleanup)

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return result.TestResult()

    def shortDescription(self):
        """The first line of the test's docstring, or None."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return f"{strclass(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

    def subTest(self, msg=None, **params):
        """A context manager for a part of a test that's noted apart: others go on where it fails."""
        return _SubTestContext(self, msg, params)

    # Running.

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})",
                          DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        stop_test_run = None
        if result is None:
            result = self.defaultTestResult()
            start_test_run = getattr(result, "startTestRun", None)
            stop_test_run = getattr(result, "stopTestRun", None)
            if start_test_run is not None:
                start_test_run()
        result.startTest(self)
        try:
            test_method = getattr(self, self._testMethodName)
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(test_method, "__unittest_skip__", False):
                _add_skip(result, self, _attribute(self.__class__, test_method, "__unittest_skip_why__", ""))
                return result
            self._run_parts(result, test_method)
            return result
        finally:
            result.stopTest(self)
            if stop_test_run is not None:
                stop_test_run()

    def _run_parts(self, result, test_method):
        is_failure_expected = (getattr(self, "__unittest_expecting_failure__", False)
                               or getattr(test_method, "__unittest_expecting_failure__", False))
        outcome = _Outcome(result)
        start_time = time.perf_counter()
        try:
            self._outcome = outcome
            with outcome.testPartExecutor(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = is_failure_expected
                with outcome.testPartExecutor(self):
                    self._callTestMethod(test_method)
                outcome.expecting_failure = False
                with outcome.testPartExecutor(self):
                    self._callTearDown()
            self.doCleanups()
            add_duration = getattr(result, "addDuration", None)
            if add_duration is not None:
                add_duration(self, time.perf_counter() - start_time)
            if outcome.success:
                self._note_success(result, outcome, is_failure_expected)
        finally:
            # Exceptions would keep frames alive.
            outcome.expectedFailure = None
            self._outcome = None

    def _note_success(self, result, outcome, is_failure_expected):
        if not is_failure_expected:
            result.addSuccess(self)
        elif outcome.expectedFailure:
            result.addExpectedFailure(self, outcome.expectedFailure)
        else:
            result.addUnexpectedSuccess(self)

    def doCleanups(self):
        """Calls what addCleanup was given; whether nothing failed."""
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Calls what addClassCleanup was given."""
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception as error:
                cls.tearDown_exceptions.append((type(error), error, error.__traceback__))

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the test without collecting errors."""
        test_method = getattr(self, self._testMethodName)
        if getattr(self.__class__, "__unittest_skip__", False) or getattr(test_method, "__unittest_skip__", False):
            raise SkipTest(_attribute(self.__class__, test_method, "__unittest_skip_why__", ""))
        self._callSetUp()
        self._callTestMethod(test_method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        """Skips the rest of the test."""
        raise SkipTest(reason)

    # Assertions.

    def fail(self, msg=None):
        """Fails at once."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return f"{standardMsg} : {msg}"

    def _fail_with(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def _truncateMessage(self, message, diff):
        is_short = self.maxDiff is None or len(diff) <= self.maxDiff
        return message + (diff if is_short else DIFF_OMITTED % len(diff))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail_with(msg, f"{safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail_with(msg, f"{safe_repr(expr)} is not true")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            left, right = _common_shorten_repr(first, second)
            self._fail_with(msg, f"{left} != {right}")

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail_with(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        is_near, difference, limit = self._almost(first, second, places, delta)
        if not is_near:
            self._fail_with(msg, f"{safe_repr(first)} != {safe_repr(second)} within {limit} ({safe_repr(difference)} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        is_near, difference, limit = self._almost(first, second, places, delta)
        if first == second or is_near:
            detail = "" if delta is None else f" ({safe_repr(difference)} difference)"
            self._fail_with(msg, f"{safe_repr(first)} == {safe_repr(second)} within {limit}{detail}")

    def _almost(self, first, second, places, delta):
        """(whether they're near each other, how far apart they are, the limit as text)"""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference, f"{safe_repr(delta)} delta"
        if places is None:
            places = 7
        return round(difference, places) == 0, difference, f"{places!r} places"

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is None:
            kind = "sequence"
        else:
            kind = seq_type.__name__
            if not isinstance(seq1, seq_type):
                raise self.failureException(f"First sequence is not a {kind}: {safe_repr(seq1)}")
            if not isinstance(seq2, seq_type):
                raise self.failureException(f"Second sequence is not a {kind}: {safe_repr(seq2)}")
        length1, complaint = _length_of(seq1, "First", kind)
        if complaint is None:
            length2, complaint = _length_of(seq2, "Second", kind)
        if complaint is None:
            if seq1 == seq2:
                return
            left, right = _common_shorten_repr(seq1, seq2)
            complaint = f"{kind.capitalize()}s differ: {left} != {right}\n"
            found = _first_difference(seq1, seq2, length1, length2, kind)
            if found is None:
                if length1 == length2 and seq_type is None and type(seq1) is not type(seq2):
                    return
            else:
                complaint += found
            complaint += _surplus(seq1, seq2, length1, length2, kind)
        import difflib
        import pprint
        lines = difflib.ndiff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())
        self.fail(self._formatMessage(msg, self._truncateMessage(complaint, "\n" + "\n".join(lines))))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        first_only = self._set_difference(set1, set2, "first")
        second_only = self._set_difference(set2, set1, "second")
        if not (first_only or second_only):
            return
        lines = []
        if first_only:
            lines.append("Items in the first set but not the second:")
            lines.extend([repr(item) for item in first_only])
        if second_only:
            lines.append("Items in the second set but not the first:")
            lines.extend([repr(item) for item in second_only])
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def _set_difference(self, one, other, place):
        try:
            return one.difference(other)
        except TypeError as error:
            self.fail(f"invalid type when attempting set difference: {error}")
        except AttributeError as error:
            self.fail(f"{place} argument does not support set difference: {error}")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail_with(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail_with(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail_with(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail_with(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            import difflib
            import pprint
            left, right = _common_shorten_repr(d1, d2)
            lines = difflib.ndiff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines())
            self._fail_with(msg, self._truncateMessage(f"{left} != {right}", "\n" + "\n".join(lines)))

    def assertCountEqual(self, first, second, msg=None):
        first_items = list(first)
        second_items = list(second)
        try:
            first_counts = collections.Counter(first_items)
            second_counts = collections.Counter(second_items)
        except TypeError:
            differences = _count_diff_all_purpose(first_items, second_items)
        else:
            if first_counts == second_counts:
                return
            differences = _count_diff_hashable(first_items, second_items)
        if differences:
            lines = [f"First has {in_first}, Second has {in_second}:  {item!r}" for in_first, in_second, item in differences]
            message = self._truncateMessage("Element counts were not equal:\n", "\n".join(lines))
            self.fail(self._formatMessage(msg, message))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        message = "%s != %s" % _common_shorten_repr(first, second)
        if len(first) <= self._diffThreshold and len(second) <= self._diffThreshold:
            import difflib
            first_lines = first.splitlines(keepends=True)
            second_lines = second.splitlines(keepends=True)
            if len(first_lines) == 1 and first.strip("\r\n") == first:
                first_lines = [first + "\n"]
                second_lines = [second + "\n"]
            elif second_lines and first_lines:
                _end_lines(first_lines, second_lines)
            message = self._truncateMessage(message, "\n" + "".join(difflib.ndiff(first_lines, second_lines)))
        self.fail(self._formatMessage(msg, message))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail_with(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail_with(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail_with(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail_with(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail_with(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail_with(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail_with(msg, f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail_with(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            import re
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._fail_with(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            import re
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            found = text[match.start():match.end()]
            self._fail_with(msg, f"Regex matched: {found!r} matches {unexpected_regex.pattern!r} in {text!r}")


def _length_of(sequence, place, kind):
    """(the length, None), or (None, what's wrong with it)."""
    try:
        return len(sequence), None
    except (TypeError, NotImplementedError):
        return None, f"{place} {kind} has no length.    Non-sequence?"


def _first_difference(seq1, seq2, length1, length2, kind):
    """Text about the first items that differ, or None where the shorter one begins the other."""
    for index in range(min(length1, length2)):
        try:
            item1 = seq1[index]
        except (TypeError, IndexError, NotImplementedError):
            return f"\nUnable to index element {index} of first {kind}\n"
        try:
            item2 = seq2[index]
        except (TypeError, IndexError, NotImplementedError):
            return f"\nUnable to index element {index} of second {kind}\n"
        if item1 != item2:
            left, right = _common_shorten_repr(item1, item2)
            return f"\nFirst differing element {index}:\n{left}\n{right}\n"
    return None


def _surplus(seq1, seq2, length1, length2, kind):
    """Text about what the longer one has more."""
    if length1 == length2:
        return ""
    longer, length, start, place = (seq1, length1, length2, "First") if length1 > length2 else (seq2, length2, length1, "Second")
    text = f"\n{place} {kind} contains {length - start} additional elements.\n"
    try:
        return text + f"First extra element {start}:\n{safe_repr(longer[start])}\n"
    except (TypeError, IndexError, NotImplementedError):
        return text + f"Unable to index element {start} of {place.lower()} {kind}\n"


def _end_lines(first_lines, second_lines):
    """Ends the last lines, so that the diff is readable."""
    if first_lines[-1].endswith("\n") and second_lines[-1].endswith("\n"):
        return
    if not first_lines[-1].endswith("\n"):
        first_lines[-1] += "\n"
    if not second_lines[-1].endswith("\n"):
        second_lines[-1] += "\n"


def _call(function):
    if function is not None:
        function()


class FunctionTestCase(TestCase):
    """A test case of plain functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        TestCase.__init__(self)
        self._testFunc, self._description = testFunc, description
        self._setUpFunc, self._tearDownFunc = setUp, tearDown

    def _parts(self):
        """What it was made of, in one tuple to compare."""
        return (self._setUpFunc, self._tearDownFunc, self._testFunc, self._description)

    def setUp(self):
        _call(self._setUpFunc)

    def runTest(self):
        _call(self._testFunc)

    def tearDown(self):
        _call(self._tearDownFunc)

    def id(self):
        return self._testFunc.__name__

    def shortDescription(self):
        if self._description is not None:
            return self._description
        first_line = (self._testFunc.__doc__ or "").partition("\n")[0]
        return first_line.strip() or None

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, type(self)) else NotImplemented

    def __hash__(self):
        return hash((type(self), *self._parts()))

    def __str__(self):
        return f"{strclass(type(self))} ({self.id()})"

    def __repr__(self):
        return f"<{strclass(type(self))} tec={self._testFunc}>"


class _SubTestContext:
    """What `subTest` gives."""

    def __init__(self, case, message, params):
        self.case = case
        self.message = message
        self.params = params
        self.part = None

    def __enter__(self):
        case = self.case
        if case._outcome is None or not case._outcome.result_supports_subtests:
            return
        parent = case._subtest
        self.parent = parent
        # Its own first, then those of the subtests around it.
        params = dict(self.params)
        if parent is not None:
            for name, value in parent.params.items():
                params.setdefault(name, value)
        case._subtest = _SubTest(case, _no_message if self.message is None else self.message, params)
        self.part = case._outcome.testPartExecutor(case._subtest, subTest=True)
        self.part.__enter__()

    def __exit__(self, kind, error, traceback):
        if self.part is None:
            return False
        case = self.case
        try:
            swallowed = self.part.__exit__(kind, error, traceback)
        finally:
            case._subtest = self.parent
        if not swallowed:
            return False
        outcome = case._outcome
        if not outcome.success:
            if outcome.result is not None and getattr(outcome.result, "failfast", False):
                raise _ShouldStop
        elif outcome.expectedFailure:
            # The rest of the test is of no interest.
            raise _ShouldStop
        return True


_no_message = object()


class _SubTest(TestCase):
    """A subtest, as results see it."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = []
        if self._message is not _no_message:
            parts.append(f"[{self._message}]")
        if self.params:
            params = ", ".join([f"{name}={value!r}" for name, value in self.params.items()])
            parts.append(f"({params})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._subDescription()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._subDescription()}"
