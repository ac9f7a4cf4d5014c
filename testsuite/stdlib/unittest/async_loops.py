# The loop that asynchronous tests run in: in debug mode, there from setUp on, closed with what still runs cancelled.
import asyncio
import contextvars
import unittest

variable = contextvars.ContextVar("variable", default="unset")
loops = []


class Cases(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        loops.append(asyncio.get_event_loop_policy().get_event_loop())
        # A busy machine is nothing to report.
        loops[-1].slow_callback_duration = 60
        variable.set("by setUp")

    async def asyncSetUp(self):
        print("asyncSetUp", asyncio.get_running_loop() is loops[-1], variable.get())

    async def test_loop(self):
        loop = asyncio.get_running_loop()
        print("test", loop is loops[-1], loop.get_debug(), variable.get())
        self.left = loop.create_task(self.wait())
        await asyncio.sleep(0)
        self.addAsyncCleanup(self.clean, 1)
        self.addCleanup(print, "plain cleanup")

    async def wait(self):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled at the end")
            raise

    async def clean(self, number):
        print("cleaned", number, self.left.done())

    def test_plain(self):
        print("plain", variable.get())
        with self.assertRaises(RuntimeError):
            asyncio.get_running_loop()

    def tearDown(self):
        print("tearDown", variable.get())


class WithFactory(unittest.IsolatedAsyncioTestCase):
    def loop_factory(self=None):
        print("made")
        loop = asyncio.new_event_loop()
        loop.slow_callback_duration = 60
        return loop

    async def test_one(self):
        print("in it")


suite = unittest.TestSuite([Cases("test_loop"), Cases("test_plain"), WithFactory("test_one")])
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, result.errors, result.failures, [loop.is_closed() for loop in loops])
debugged = WithFactory("test_one")
debugged.debug()
