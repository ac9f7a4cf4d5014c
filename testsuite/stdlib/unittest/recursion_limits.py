import _py_abc
import abc
import sys
import unittest

from test.support import infinite_recursion, set_recursion_limit


def endless():
    return endless()


class Limits(unittest.TestCase):
    @set_recursion_limit(150)
    def test_decorator(self):
        self.assertEqual(sys.getrecursionlimit(), 150)
        self.assertRaises(RecursionError, endless)

    @infinite_recursion()
    def test_endless(self):
        self.assertRaises(RecursionError, endless)

    def test_with(self):
        before = sys.getrecursionlimit()
        with set_recursion_limit(200):
            self.assertEqual(sys.getrecursionlimit(), 200)
        self.assertEqual(sys.getrecursionlimit(), before)

    def test_abstract(self):
        class Shape(metaclass=_py_abc.ABCMeta):
            @abc.abstractmethod
            def area(self):
                pass

        with self.assertRaisesRegex(TypeError, "abstract"):
            Shape()


result = unittest.main(exit=False, argv=["limits"], testRunner=unittest.TextTestRunner(stream=open("/dev/null", "w"))).result
print(result.testsRun, len(result.errors), len(result.failures))
