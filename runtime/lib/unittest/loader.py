"""Finding tests in modules and classes."""

import functools
import traceback
import types
from fnmatch import fnmatchcase
from _support import program_modules

from . import case, suite, util


class _FailedTest(case.TestCase):
    """Stands for what couldn't be loaded: running it raises the error."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def testFailure():
            raise self._exception

        return testFailure


def _make_failed_test(methodname, exception, suiteClass, message):
    return suiteClass((_FailedTest(methodname, exception),)), message


def _compare(left, right):
    return (left > right) - (left < right)


class TestLoader:
    """Makes suites of modules, classes and names."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(_compare)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        super().__init__()
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        """A suite of a class's tests."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """A suite of a module's tests."""
        tests = []
        for name in util.names_of(module):
            obj = getattr(module, name)
            if (isinstance(obj, type) and issubclass(obj, case.TestCase)
                    and obj not in (case.TestCase, case.FunctionTestCase)):
                tests.append(self.loadTestsFromTestCase(obj))
        load_tests = getattr(module, "load_tests", None)
        tests = self.suiteClass(tests)
        if load_tests is not None:
            try:
                return load_tests(self, tests, pattern)
            except Exception as error:
                message = "Failed to call load_tests:\n" + traceback.format_exc()
                failed, message = _make_failed_test(module.__name__, error, self.suiteClass, message)
                self.errors.append(message)
                return failed
        return tests

    def loadTestsFromName(self, name, module=None):
        """A suite of what a dotted name stands for: a module, a class, a method or a callable that makes tests."""
        parts = name.split(".")
        if module is None:
            module, parts, failed = self._find_module(name, parts)
            if failed is not None:
                return failed
        obj = module
        parent = None
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as error:
                message = f"Failed to access attribute:\n{traceback.format_exc()}"
                failed, message = _make_failed_test(part, error, self.suiteClass, message)
                self.errors.append(message)
                return failed
        return self._tests_of(obj, parent, parts)

    def _find_module(self, name, parts):
        """(the module, the rest of the name, None), or a suite in the third place."""
        modules = parts[:]
        while modules:
            module = program_modules().get(".".join(modules))
            if module is not None:
                return module, parts[len(modules):], None
            modules.pop()
        error = ModuleNotFoundError(f"No module named {parts[0]!r}", name=parts[0])
        message = f"Failed to import test module: {name}\n{type(error).__name__}: {error}"
        failed, message = _make_failed_test(parts[0], error, self.suiteClass, message)
        self.errors.append(message)
        return None, parts, failed

    def _tests_of(self, obj, parent, parts):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            name = parts[-1]
            instance = parent(name)
            if not isinstance(getattr(instance, name), types.FunctionType):
                return self.suiteClass([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError(f"don't know how to make test from: {obj}")
        return self._made_by(obj)

    def _made_by(self, factory):
        made = factory()
        if isinstance(made, case.TestCase):
            return self.suiteClass([made])
        if not isinstance(made, suite.TestSuite):
            raise TypeError(f"calling {factory} returned {made}, not a test")
        return made

    def loadTestsFromNames(self, names, module=None):
        """A suite of several names' tests."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's test methods, in the order in which they run."""

        def is_test(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            if not callable(getattr(testCaseClass, name)):
                return False
            full_name = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            patterns = self.testNamePatterns
            return patterns is None or any([fnmatchcase(full_name, pattern) for pattern in patterns])

        names = [name for name in util.names_of(testCaseClass) if is_test(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """Not here: the files of a compiled program are those that it imports."""
        raise NotImplementedError("tests can't be discovered in a compiled program: import their modules instead")


defaultTestLoader = TestLoader()
