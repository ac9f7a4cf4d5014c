# Mocks whose calls threads wait for.
import threading
import time
from unittest.mock import ThreadingMock, call, create_autospec
import inspect

worker = ThreadingMock(return_value=3)


def later(*args, **kwargs):
    time.sleep(0.05)
    print(worker(*args, **kwargs))


thread = threading.Thread(target=later, args=(1,), kwargs={"key": 2})
thread.start()
worker.wait_until_called(timeout=5)
worker.wait_until_any_call_with(1, key=2)
thread.join()
print(worker.mock_calls == [call(1, key=2)])
short = ThreadingMock(timeout=0.01)
for step in (
    lambda: short.wait_until_called(), lambda: short.wait_until_called(timeout=0.02), lambda: short.child.wait_until_any_call_with(1, a=2),
):
    try:
        step()
    except AssertionError as error:
        print(error)
short.child(1, a=2)
short.child.wait_until_any_call_with(1, a=2)
print(type(short.child).__name__, type(short()).__name__)
short.reset_mock()
try:
    short.wait_until_called()
except AssertionError as error:
    print(error)


# What a spec's signature is seen by, and special methods as calls.
def work(a, b=2, *, c: int) -> str:
    return ""


print(inspect.signature(create_autospec(work)))
short.many()["key"]()
print(short.mock_calls[-2:], short.mock_calls == [call.many(), call.many().__getitem__("key"), call.many().__getitem__()()])
