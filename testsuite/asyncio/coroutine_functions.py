# asyncio's own coroutine functions are some, for whoever asks: dispatchers, schedulers, tests that replace them.
import asyncio
import functools
import inspect
import io
import unittest
from unittest import mock

queue = asyncio.Queue()
lock = asyncio.Lock()
ASKED = (
    asyncio.sleep, asyncio.wait, asyncio.wait_for, asyncio.gather, asyncio.shield, asyncio.timeout, asyncio.to_thread, asyncio.create_task,
    asyncio.open_connection, asyncio.start_server, asyncio.create_subprocess_exec, asyncio.Queue, asyncio.Queue.put, queue.put, queue.get,
    queue.join, queue.put_nowait, lock.acquire, lock.release, lock.__aenter__, asyncio.Event().wait, asyncio.Condition.wait_for,
    asyncio.Semaphore.acquire, asyncio.Barrier.wait, asyncio.TaskGroup.__aexit__, asyncio.TaskGroup.create_task, asyncio.StreamReader.read,
    asyncio.StreamWriter.drain, asyncio.StreamWriter.write, functools.partial(asyncio.sleep, 1), functools.partial(queue.put, 1), len, [].append,
)
print([inspect.iscoroutinefunction(each) for each in ASKED])
print([asyncio.iscoroutinefunction(each) for each in ASKED])
print([inspect.isasyncgenfunction(each) or inspect.isgeneratorfunction(each) for each in ASKED].count(True))


async def dispatch(function, *args):
    result = function(*args)
    return await result if inspect.iscoroutinefunction(function) else result


class Patched(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.queue = asyncio.Queue()
        self.addAsyncCleanup(self.queue.put, "cleanup")

    async def test_sleep(self):
        with mock.patch("asyncio.sleep") as sleep:
            await asyncio.sleep(1000)
        sleep.assert_awaited_once_with(1000)
        print(type(sleep).__name__, sleep.await_count)

    async def test_spec(self):
        fake = mock.create_autospec(asyncio.Event, instance=True)
        await fake.wait()
        print(type(fake.wait).__name__, type(fake.set).__name__, fake.wait.await_count)

    async def asyncTearDown(self):
        await super().asyncTearDown()
        print("torn down", self.queue.qsize())


async def main():
    print(await dispatch(asyncio.sleep, 0, "slept"), await dispatch(queue.put, 1), await dispatch(queue.qsize), await dispatch(queue.get))


asyncio.run(main())
unittest.main(argv=["test"], exit=False, testRunner=unittest.TextTestRunner(stream=io.StringIO()))
