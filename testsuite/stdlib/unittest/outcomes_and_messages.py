"""Test cases and runners: results, messages of failed assertions, fixtures, subtests, skips."""
import re
import sys
import unittest


class Stream:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass

    def text(self):
        text = re.sub(r"in \d+\.\d+s", "in TIMEs", "".join(self.parts))
        return re.sub(r'File ".*/', 'File "', text)


def show(case, **options):
    stream = Stream()
    result = unittest.TextTestRunner(stream=stream, **options).run(unittest.defaultTestLoader.loadTestsFromTestCase(case))
    print(stream.text())
    print(result, result.wasSuccessful(), len(result.skipped), len(result.unexpectedSuccesses))


class Messages(unittest.TestCase):
    maxDiff = None

    def check(self, method, *args, **kwargs):
        try:
            getattr(self, method)(*args, **kwargs)
        except self.failureException as error:
            print(f"{method}: {error}")
        except Exception as error:
            print(f"{method}! {type(error).__name__}: {error}")
        else:
            print(f"{method} passed")

    def test_all(self):
        c = self.check
        c("assertEqual", 1, 2)
        c("assertEqual", 1, 1)
        c("assertEqual", "abc", "abd")
        c("assertEqual", "abc\ndef\n", "abc\ndxf\n")
        c("assertEqual", "abc\ndef", "abc\ndxf\nq")
        c("assertEqual", [1, 2, 3], [1, 2, 4], "with message")
        c("assertEqual", [1, 2, 3], [1, 2])
        c("assertEqual", [1], [1, 2, 3])
        c("assertEqual", (1, 2), (1, 3))
        c("assertEqual", {"a": 1, "b": 2}, {"a": 1, "b": 3})
        c("assertEqual", {1, 2}, {2, 3})
        c("assertEqual", frozenset({1}), frozenset({2}))
        c("assertEqual", "x" * 100 + "1", "x" * 100 + "2")
        c("assertEqual", ["x" * 50, "y" * 50], ["x" * 50, "z" * 50])
        c("assertEqual", 1, "1")
        c("assertEqual", b"a", b"b")
        c("assertNotEqual", 3, 3)
        c("assertTrue", 0)
        c("assertTrue", [], "hint")
        c("assertFalse", "x")
        c("assertIs", 1, 2)
        c("assertIsNot", None, None)
        c("assertIsNone", 3)
        c("assertIsNotNone", None)
        c("assertIn", 1, [2, 3])
        c("assertNotIn", 2, [2, 3])
        c("assertIsInstance", 1, str)
        c("assertNotIsInstance", 1, int)
        c("assertIsInstance", 1, (str, bytes))
        c("assertLess", 2, 1)
        c("assertLessEqual", 2, 1)
        c("assertGreater", 1, 2)
        c("assertGreaterEqual", 1, 2)
        c("assertAlmostEqual", 1.0, 1.1)
        c("assertAlmostEqual", 1.0, 1.1, places=1)
        c("assertAlmostEqual", 1.0, 1.5, delta=0.2)
        c("assertAlmostEqual", 1.0, 1.00000001)
        c("assertNotAlmostEqual", 1.0, 1.0)
        c("assertNotAlmostEqual", 1.0, 1.1, delta=0.5)
        c("assertAlmostEqual", 1, 2, places=1, delta=1)
        c("assertCountEqual", [1, 2, 2], [1, 1, 2])
        c("assertCountEqual", [[1], [2]], [[1], [3]])
        c("assertCountEqual", [3, 1, 2], [1, 2, 3])
        c("assertSequenceEqual", [1, 2], (1, 2))
        c("assertSequenceEqual", [1, 2], (1, 3))
        c("assertListEqual", [1], (1,))
        c("assertTupleEqual", (1,), (2,))
        c("assertDictEqual", {}, {1: 2})
        c("assertDictEqual", [], {1: 2})
        c("assertSetEqual", {1}, [1])
        c("assertMultiLineEqual", "a\nb", "a\nc")
        c("assertMultiLineEqual", 1, "a")
        c("assertMultiLineEqual", "", "foo")
        c("assertMultiLineEqual", "foo", "")
        c("assertMultiLineEqual", "foo\n", "foo")
        c("assertMultiLineEqual", "laden swallows\rfly\r\n", "laden swallows\nfly")
        c("assertRegex", "hello", r"^w")
        c("assertRegex", "hello", r"l+")
        c("assertNotRegex", "hello", r"l+")
        c("assertRaises", ValueError, int, "3")
        c("assertRaises", ValueError, int, "x")
        c("assertRaises", 3, int)
        c("assertRaisesRegex", ValueError, "nothing", int, "x")
        c("assertRaisesRegex", ValueError, int, "x")
        c("assertRaisesRegex", ValueError, "invalid", int, "x")
        c("fail")
        c("fail", "because")

    def test_contexts(self):
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        print(repr(caught.exception))
        with self.assertRaisesRegex(ValueError, "invalid literal"):
            int("x")
        try:
            with self.assertRaises(KeyError, msg="hint"):
                pass
        except AssertionError as error:
            print(error)
        try:
            with self.assertRaises((KeyError, ValueError)):
                pass
        except AssertionError as error:
            print(error)
        try:
            with self.assertRaises(KeyError):
                raise ValueError("other")
        except ValueError as error:
            print("through:", error)


class Outcomes(unittest.TestCase):
    """Each way a test can end."""

    @classmethod
    def setUpClass(cls):
        print("setUpClass")
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        print("setUp", self._testMethodName)
        self.addCleanup(print, "cleanup 1", self.id())
        self.addCleanup(print, "cleanup 2")

    def tearDown(self):
        print("tearDown")

    def test_error(self):
        """Has a docstring.

        And more."""
        return {}["missing"]

    def test_failure(self):
        self.assertEqual(1 + 1, 3, "arithmetic")

    def test_pass(self):
        self.assertTrue(True)

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail("never")

    @unittest.skipIf(True, "condition")
    def test_skip_if(self):
        self.fail("never")

    @unittest.skipUnless(True, "condition")
    def test_skip_unless(self):
        pass

    def test_skip_itself(self):
        self.skipTest("by itself")

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_subtests(self):
        for number in range(4):
            with self.subTest("numbers", number=number):
                self.assertEqual(number % 2, 0)
        with self.subTest():
            raise KeyError("in a subtest")
        with self.subTest(outer=1):
            with self.subTest(inner=2):
                self.fail("nested")


class Chained(unittest.TestCase):
    def test_chain(self):
        try:
            int("x")
        except ValueError as error:
            raise RuntimeError("second") from error

    def test_tear_down_runs(self):
        raise SystemError("x")

    def tearDown(self):
        if self._testMethodName == "test_tear_down_runs":
            raise OSError("in tearDown")


class BrokenClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no class")

    def test_never(self):
        print("never")


@unittest.skip("the whole class")
class SkippedClass(unittest.TestCase):
    def test_one(self):
        print("never")


class Context:
    def __enter__(self):
        print("enter")
        return 5

    def __exit__(self, *args):
        print("exit", args)


class Others(unittest.TestCase):
    def test_enter(self):
        print(self.enterContext(Context()))

    def test_equality(self):
        print(Others("test_enter") == Others("test_enter"), Others("test_enter") == Others("test_equality"))
        print(repr(self), str(self), self.id(), self.shortDescription(), self.countTestCases())
        try:
            Others("nothing")
        except ValueError as error:
            print(error)

    def test_type_function(self):
        class Point:
            def __init__(self, x):
                self.x = x

        def compare(first, second, msg=None):
            if first.x != second.x:
                print(self._formatMessage(msg, "points differ"))

        self.addTypeEqualityFunc(Point, compare)
        self.assertEqual(Point(1), Point(1))
        self.assertEqual(Point(1), Point(2), "my message")


def module_setup():
    print("function set up")


def plain_test():
    assert 1 == 2, "plain"


show(Messages)
show(Outcomes)
show(Outcomes, verbosity=2)
show(Chained)
show(BrokenClass)
show(SkippedClass, verbosity=2)
show(Others)
show(Outcomes, failfast=True, verbosity=0)
suite = unittest.TestSuite()
suite.addTest(unittest.FunctionTestCase(plain_test, setUp=module_setup, description="a plain one"))
suite.addTests([Others("test_enter")])
print(suite.countTestCases(), len(list(suite)))
stream = Stream()
unittest.TextTestRunner(stream, verbosity=2).run(suite)
print(stream.text())
print(unittest.TestLoader().getTestCaseNames(Outcomes))
names = unittest.TestLoader()
names.testMethodPrefix = "check"
print(names.loadTestsFromTestCase(Outcomes).countTestCases())
try:
    suite.addTest(Others)
except TypeError as error:
    print(error)
try:
    suite.addTest(3)
except TypeError as error:
    print(error)
result = unittest.TestResult()
Others("test_type_function").run(result)
print(result, len(result.failures))
