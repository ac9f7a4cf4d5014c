"""unittest.main() with its exit code, fixtures of modules, and asynchronous tests."""
import sys
import unittest

events = []


def setUpModule():
    print("setUpModule")


def tearDownModule():
    print("tearDownModule", events)


class First(unittest.TestCase):
    def test_b(self):
        events.append("b")

    def test_a(self):
        events.append("a")
        self.assertIn("a", events)


class Second(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        import asyncio
        # A busy machine is nothing to report.
        asyncio.get_running_loop().slow_callback_duration = 60
        events.append("async set up")

    async def test_async(self):
        import asyncio
        await asyncio.sleep(0)
        events.append("async")
        self.addAsyncCleanup(self.clean)

    async def clean(self):
        events.append("cleaned")

    def test_sync(self):
        events.append("sync")


class Quiet:
    def write(self, text):
        pass

    def flush(self):
        pass


if __name__ == "__main__":
    runner = unittest.TextTestRunner(Quiet())
    program = unittest.main(exit=False, testRunner=runner)
    print(program.result.testsRun, program.result.wasSuccessful())
    unittest.main(argv=["prog", "First.test_a", "-q"], exit=False, testRunner=runner)
    print(unittest.main(argv=["prog", "-k", "sync"], exit=False, testRunner=runner).result.testsRun)
    try:
        unittest.main(argv=["prog", "Missing"], testRunner=runner)
    except SystemExit as error:
        print("exit", error.code)
    First.test_c = lambda self: self.fail()
    unittest.main(testRunner=runner)
