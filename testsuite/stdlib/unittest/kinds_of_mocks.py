# Mocks whose calls threads wait for; what autospecs are called with; results and properties that are mocks.
import threading
import time
from unittest.mock import MagicMock, Mock, PropertyMock, ThreadingMock, call, create_autospec, sentinel
import copy
import inspect
import pickle

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


print(inspect.signature(create_autospec(work)), create_autospec(lambda x: x).__name__)


class Callable:
    def __init__(self, x, y):
        pass

    def __call__(self, a):
        pass


made = create_autospec(Callable)
made(1, 2)(a=3)
print(made.mock_calls, made.return_value.call_args)
for wrong in (lambda: made(1), lambda: made(1, 2)(), lambda: create_autospec(Callable(1, 2))(1, 2)):
    try:
        wrong()
    except TypeError as error:
        print(error)

# Special methods keep their results, sentinels are found again.
magic = MagicMock()
magic.method.return_value = 5
print(type(str(magic)).__name__, len(magic), magic.method())
magic.reset_mock(return_value=True)
print(type(str(magic)).__name__, len(magic), type(magic.method()).__name__)
for value in (sentinel.one, sentinel):
    print(pickle.loads(pickle.dumps(value)) is value)
print(copy.deepcopy(sentinel.one) is sentinel.one)

# Results that are given when a mock is made are no children of it; properties aren't set what they stand for.
result = Mock()
holder = Mock(return_value=result)
holder(1)(2)
print(holder.mock_calls, result.mock_calls, holder.return_value is result)
owner, prop = Mock(), PropertyMock()
type(owner).prop = prop
owner.attach_mock(prop, "prop")
print(owner.mock_calls)
owner.prop, owner.prop.more
print(owner.mock_calls, prop.call_count)
short.many()["key"]()
print(short.mock_calls[-2:], short.mock_calls == [call.many(), call.many().__getitem__("key"), call.many().__getitem__()()])
