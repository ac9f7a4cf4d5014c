"""Mocks: calls, return values, side effects, specs, magic methods, patches, asynchronous ones."""
import asyncio
import re
import sys
import unittest
from unittest import mock
from unittest.mock import ANY, AsyncMock, DEFAULT, MagicMock, Mock, NonCallableMock, PropertyMock, call, create_autospec, mock_open, patch, seal, sentinel


def show(*values):
    print(*[re.sub(r"id='\d+'", "id='N'", repr(value)) for value in values])


def fails(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except (AssertionError, AttributeError, TypeError, ValueError, KeyError, StopIteration) as error:
        print(type(error).__name__, re.sub(r"id='\d+'", "id='N'", str(error)))
    else:
        print("passed")


class Service:
    level = 3

    def fetch(self, key):
        return "real " + key

    async def afetch(self, key):
        return "areal " + key


service = Service()
m = Mock()
show(m, m.attribute, m.attribute.deeper, m(), m.method(), m.a.b().c)
m(1, x=2)
m.method(3)
m.a.b(4).c(5)
show(m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls, m.method_calls)
show(m.call_args.args, m.call_args.kwargs, m.call_args == call(1, x=2), m.call_args == ((1,), {"x": 2}))
m.assert_called_with(1, x=2)
fails(m.assert_called_with, 2)
fails(m.assert_called_once)
fails(m.assert_not_called)
fails(m.other.assert_called)
fails(m.other.assert_called_with, 3)
fails(m.method.assert_called_once_with, 4)
m.method.assert_called_with(3)
m.assert_any_call(1, x=2)
fails(m.assert_any_call, 9)
m.assert_has_calls([call(1, x=2), call.method(3)])
fails(m.assert_has_calls, [call.method(3), call(7)])
m.assert_has_calls([call.method(3), call(1, x=2)], any_order=True)
fails(m.assert_has_calls, [call(8)], any_order=True)
fails(getattr, m, "assert_foo")
fails(getattr, m, "called_once")
m.reset_mock()
show(m.called, m.mock_calls, m.method.call_count)
r = Mock(return_value=5, name="five")
show(r, r(), r.return_value)
s = Mock(side_effect=[1, 2, ValueError("third")])
show(s(), s())
fails(s)
fails(s)
e = Mock(side_effect=KeyError("missing"))
fails(e)
f = Mock(side_effect=lambda x: x * 2)
show(f(4))
f.side_effect = lambda x: DEFAULT
f.return_value = "default"
show(f(4))
c = Mock(**{"method.return_value": 3, "other.side_effect": KeyError, "value": 8})
show(c.method(), c.value)
fails(c.other)
spec = Mock(spec=Service)
show(spec, isinstance(spec, Service), spec.fetch, spec.level)
fails(getattr, spec, "nothing")
spec.extra = 3
sset = Mock(spec_set=Service)
fails(setattr, sset, "extra", 3)
fails(getattr, Mock(spec=["a", "b"]), "c")
wrapped = Mock(wraps=service)
show(wrapped.fetch("key"))
wrapped.fetch.assert_called_once_with("key")
mm = MagicMock()
show(len(mm), int(mm), bool(mm), list(mm), str(mm)[:10], 3 in mm, mm == mm, mm == 3, hash(mm) == hash(mm), mm < 3 if False else "-")
mm.__len__.return_value = 4
mm.__getitem__.side_effect = lambda key: key + "!"
mm.__iter__.return_value = iter([1, 2])
mm.__contains__.return_value = True
show(len(mm), mm["k"], list(mm), 9 in mm)
mm["k2"] = 5
show(mm.__setitem__.call_args)
with mm as entered:
    show(entered)
show(mm.__enter__.called, mm.__exit__.call_args)
mm.__str__ = lambda self: "my str"
show(str(mm))
mm.__add__.return_value = 42
show(mm + 1)
fails(lambda: Mock() + 1)
n = NonCallableMock()
fails(lambda: n())
show(call, call(1, 2, a=3), call.foo(1), call.foo.bar(2).baz(3), call(1) == call(1), call(1) == call(2), call(ANY, b=ANY) == call(1, b=2))
show(call.a(1).b(2).call_list())
show(sentinel.thing, sentinel.thing is sentinel.thing, ANY, ANY == 5, 5 == ANY)
parent = Mock()
first, second = Mock(), Mock()
parent.attach_mock(first, "first")
parent.second = second
first(1)
second(2)
show(parent.mock_calls)
with patch.object(Service, "fetch", return_value="patched") as patched:
    show(service.fetch("k"), patched, patched.call_args)
show(service.fetch("k"))
with patch("__main__.service", "replaced"):
    show(service)
show(type(service).__name__)
settings = {"a": 1}
with patch.dict(settings, {"b": 2}, a=5):
    show(settings)
with patch.dict(settings, clear=True):
    show(settings)
show(settings)


class Tests(unittest.TestCase):
    @patch.object(Service, "level", 10)
    @patch.object(Service, "fetch")
    def test_decorated(self, fetch):
        fetch.return_value = "decorated"
        self.assertEqual(Service().fetch(1), "decorated")
        self.assertEqual(Service.level, 10)

    def test_started(self):
        patcher = patch.object(Service, "fetch", side_effect=OSError)
        patcher.start()
        self.addCleanup(patcher.stop)
        with self.assertRaises(OSError):
            Service().fetch("x")

    def test_after(self):
        self.assertEqual(Service().fetch("x"), "real x")


class Quiet:
    def write(self, text):
        pass

    def flush(self):
        pass


result = unittest.TextTestRunner(Quiet()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Tests))
print(result.testsRun, [text for _, text in result.failures + result.errors])
fails(lambda: patch.object(Service, "absent").start())
with patch.object(Service, "absent", create=True):
    show(hasattr(Service, "absent"))
show(hasattr(Service, "absent"))
with patch.multiple(Service, fetch=DEFAULT, level=7) as mocks:
    show(sorted(mocks), Service.level)
with patch.object(Service, "level", new_callable=PropertyMock) as level:
    level.return_value = 99
    show(Service().level, level.mock_calls)


async def main():
    a = AsyncMock(return_value=3)
    show(a, await a(1), a.await_count, a.await_args, a.await_args_list)
    a.assert_awaited_once_with(1)
    fails(a.assert_awaited_with, 2)
    fails(a.assert_not_awaited)
    fails(AsyncMock().assert_awaited)
    b = AsyncMock(side_effect=[1, ValueError("bad")])
    show(await b())
    try:
        await b()
    except ValueError as error:
        show(error)

    async def effect(x):
        await asyncio.sleep(0)
        return x + 1
    show(await AsyncMock(side_effect=effect)(4))
    mmm = MagicMock()
    async with mmm as x:
        show(x)
    mmm.__aiter__.return_value = [1, 2, 3]
    show([i async for i in mmm])
    show(await a.child(5), a.mock_calls)
    coroutine = AsyncMock()()
    show(asyncio.iscoroutine(coroutine))
    await coroutine


asyncio.run(main())
sealed = Mock()
sealed.known = 3
seal(sealed)
fails(getattr, sealed, "unknown")
opener = mock_open(read_data="one\ntwo\n")
with opener("file") as handle:
    show(handle.read())
opener.assert_called_once_with("file")
with opener("file") as handle:
    show(handle.readline(), list(handle))
    handle.write("x")
handle.write.assert_called_once_with("x")
d = Mock()
del d.gone
fails(getattr, d, "gone")
d.configure_mock(x=1, **{"y.z": 2})
show(d.x, d.y.z)
auto = create_autospec(Service)
show(auto().fetch.return_value is auto.return_value.fetch.return_value)
fails(getattr, auto, "nothing")
