"""Test cases, and what decorates them."""

import functools
import time
import types

from . import result
from ._assertions import DIFF_OMITTED, EQUALITY_BY_TYPE, TestCase as _Assertions
from .util import strclass


class SkipTest(Exception):
    """Raised by a test that skips itself."""


class _ShouldStop(Exception):
    """The test should stop."""


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
    errors = _errors_of(_module_cleanups)
    if errors:
        raise errors[0]


def _last_first(calls):
    """Takes the calls out of a list from its end, until it's empty: they may add to it."""
    while calls:
        yield calls.pop()


def _errors_of(calls):
    """Makes the calls, and gives what they raised."""
    errors = []
    for function, args, kwargs in _last_first(calls):
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    return errors


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


class TestCase(_Assertions):
    """A class whose methods `test...` are tests, each run on an instance of its own."""

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
        self._type_equality_funcs = dict(EQUALITY_BY_TYPE)

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

    def shortDescription(self):
        """The first line of the test's docstring, or None."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return f"{strclass(self.__class__)}.{self._testMethodName}"

    def _class_and_method(self):
        return type(self), self._testMethodName

    def __eq__(self, other):
        return self._class_and_method() == other._class_and_method() if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash(self._class_and_method())

    def __str__(self):
        return f"{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

    def subTest(self, msg=None, **params):
        """A context manager for a part of a test that's noted apart: others go on where it fails."""
        return _SubTestContext(self, msg, params)

    # Running.

    def defaultTestResult(self):
        return result.TestResult()

    def countTestCases(self):
        return 1

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
        is_failure_expected = _attribute(self, test_method, "__unittest_expecting_failure__", False)
        self._outcome = outcome = _Outcome(result)
        begin = time.perf_counter()
        try:
            self._run_with_fixtures(outcome, test_method, is_failure_expected)
            self.doCleanups()
            # Results of a program's own may lack it.
            if hasattr(result, "addDuration"):
                result.addDuration(self, time.perf_counter() - begin)
            if outcome.success:
                self._note_success(result, outcome, is_failure_expected)
        finally:
            # Exceptions would keep frames alive.
            self._outcome = outcome.expectedFailure = None

    def _run_with_fixtures(self, outcome, test_method, is_failure_expected):
        with outcome.testPartExecutor(self):
            self._callSetUp()
        if not outcome.success:
            return
        # Failures of the fixtures are never expected.
        outcome.expecting_failure = is_failure_expected
        with outcome.testPartExecutor(self):
            self._callTestMethod(test_method)
        outcome.expecting_failure = False
        with outcome.testPartExecutor(self):
            self._callTearDown()

    def _note_success(self, result, outcome, is_failure_expected):
        if not is_failure_expected:
            result.addSuccess(self)
        elif outcome.expectedFailure:
            result.addExpectedFailure(self, outcome.expectedFailure)
        else:
            result.addUnexpectedSuccess(self)

    def doCleanups(self):
        """Calls what addCleanup was given; whether nothing failed."""
        outcome = self._outcome if self._outcome is not None else _Outcome()
        for function, args, kwargs in _last_first(self._cleanups):
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Calls what addClassCleanup was given."""
        cls.tearDown_exceptions = [(type(error), error, error.__traceback__) for error in _errors_of(cls._class_cleanups)]

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
        for function, args, kwargs in _last_first(self._cleanups):
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        """Skips the rest of the test."""
        raise SkipTest(reason)


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
        TestCase.__init__(self)
        self.test_case, self.params, self._message = test_case, params, message
        # Assertions in it fail as those of the test do.
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
