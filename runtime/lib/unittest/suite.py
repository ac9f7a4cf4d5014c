"""Collections of tests, and the fixtures of classes and modules around them."""

from _support import program_modules

from . import case, util


class BaseTestSuite:
    """Tests in a row."""

    # Whether tests that ran are let go.
    _cleanup = True

    def __init__(self, tests=()):
        self._removed_tests, self._tests = 0, []
        self.addTests(tests)

    def addTests(self, tests):
        """Appends several."""
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for each in tests:
            self.addTest(each)

    def addTest(self, test):
        """Appends a case or a suite."""
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    def __repr__(self):
        return f"<{util.strclass(type(self))} tests={list(self)}>"

    def countTestCases(self):
        """The number of tests, those that ran included."""
        return self._removed_tests + sum([each.countTestCases() for each in self if each])

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result):
        for place, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._let_go(place)
        return result

    def debug(self):
        """Runs the tests without collecting errors."""
        for test in self:
            test.debug()

    def _let_go(self, place):
        if self._cleanup:
            self._removeTestAtIndex(place)

    def _removeTestAtIndex(self, index):
        """Lets a test that ran die; it still counts."""
        tests = self._tests
        if isinstance(tests, list):
            self._removed_tests += tests[index].countTestCases() if hasattr(tests[index], "countTestCases") else 0
            tests[index] = None


class TestSuite(BaseTestSuite):
    """Tests in a row, with setUpClass, setUpModule and so on."""

    def run(self, result, debug=False):
        is_outermost = not getattr(result, "_testRunEntered", False)
        if is_outermost:
            result._testRunEntered = True
        for place, test in enumerate(self):
            if result.shouldStop:
                break
            if _is_suite(test) or _enter_class_of(test, result):
                if debug:
                    test.debug()
                else:
                    test(result)
                self._let_go(place)
        if is_outermost:
            _leave_class(None, result)
            _leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)


def _is_suite(test):
    try:
        iter(test)
    except TypeError:
        return False
    return True


# Fixtures. The result knows the class whose tests ran last; its fixtures end when a test of another class comes.


class _Captured:
    """Around a fixture: its output goes where that of tests goes."""

    def __init__(self, result):
        self.result = result

    def __enter__(self):
        self.call("_setupStdout")

    def __exit__(self, *exc_info):
        self.call("_restoreStdout")

    def call(self, name):
        method = getattr(self.result, name, None)
        if method is not None:
            method()


def _note(result, error, fixture, owner):
    """Notes what a fixture raised, in the place of a test."""
    holder = _ErrorHolder(f"{fixture} ({owner})")
    if isinstance(error, case.SkipTest) and hasattr(result, "addSkip"):
        result.addSkip(holder, str(error))
    else:
        result.addError(holder, (type(error), error, error.__traceback__))


def _succeeds(function, result, fixture, owner):
    """Calls a fixture; what it raises is noted, or goes on where no errors are collected."""
    try:
        function()
    except Exception as error:
        if isinstance(result, _DebugResult):
            raise
        _note(result, error, fixture, owner)
        return False
    return True


def _previous_module(result):
    previous = getattr(result, "_previousTestClass", None)
    return None if previous is None else previous.__module__


def _enter_class_of(test, result):
    """Ends the fixtures of the class before and begins those of the test's class; whether the test can run."""
    kind = test.__class__
    _leave_class(kind, result)
    if kind.__module__ != _previous_module(result):
        _leave_module(result)
        _enter_module(kind.__module__, result)
    _enter_class(kind, result)
    result._previousTestClass = kind
    return not (getattr(kind, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False))


def _enter_module(name, result):
    result._moduleSetUpFailed = False
    set_up = getattr(program_modules().get(name), "setUpModule", None)
    if set_up is not None:
        with _Captured(result):
            if not _succeeds(set_up, result, "setUpModule", name):
                result._moduleSetUpFailed = True
                _succeeds(case.doModuleCleanups, result, "setUpModule", name)


def _leave_module(result):
    name = _previous_module(result)
    module = program_modules().get(name)
    if module is None or result._moduleSetUpFailed:
        return
    with _Captured(result):
        if hasattr(module, "tearDownModule"):
            _succeeds(module.tearDownModule, result, "tearDownModule", name)
        _succeeds(case.doModuleCleanups, result, "tearDownModule", name)


def _enter_class(kind, result):
    is_same = kind == getattr(result, "_previousTestClass", None)
    if is_same or result._moduleSetUpFailed or getattr(kind, "__unittest_skip__", False):
        return
    _mark_set_up_failed(kind, False)
    if hasattr(kind, "setUpClass"):
        with _Captured(result):
            if not _succeeds(kind.setUpClass, result, "setUpClass", util.strclass(kind)):
                _mark_set_up_failed(kind, True)
                _clean_up_class(kind, result, "setUpClass")


def _mark_set_up_failed(kind, has_failed):
    try:
        kind._classSetupFailed = has_failed
    except TypeError:
        # A built-in class, whose setUpClass can't fail.
        pass


def _leave_class(following, result):
    kind = getattr(result, "_previousTestClass", None)
    if kind is None or kind == following:
        return
    never_began = getattr(kind, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False)
    if never_began or getattr(kind, "__unittest_skip__", False):
        return
    with _Captured(result):
        if hasattr(kind, "tearDownClass"):
            _succeeds(kind.tearDownClass, result, "tearDownClass", util.strclass(kind))
        _clean_up_class(kind, result, "tearDownClass")


def _clean_up_class(kind, result, fixture):
    if not hasattr(kind, "doClassCleanups"):
        return
    kind.doClassCleanups()
    for _, error, _ in kind.tearDown_exceptions:
        if isinstance(result, _DebugResult):
            raise error
        _note(result, error, fixture, util.strclass(kind))


class _ErrorHolder:
    """Stands in a result for a fixture that failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0

    def run(self, result):
        """Nothing: it isn't a test."""

    __call__ = run


class _DebugResult:
    """What a suite that collects no errors needs of a result."""

    shouldStop = _moduleSetUpFailed = False
    _previousTestClass = None
