# What specs are made of: asynchronous functions, lists, other mocks; what they wrap; assertions whose calls don't fit; misspelt options.
import asyncio
from types import SimpleNamespace
from unittest.mock import ANY, DEFAULT, AsyncMock, InvalidSpecError, MagicMock, Mock, NonCallableMagicMock, call, create_autospec, mock_open, patch


class Server:
    port = 80

    @classmethod
    async def of_class(cls):
        pass

    @staticmethod
    async def of_nobody():
        pass

    async def send(self, text):
        return text

    def close(self, force=False):
        return "closed"

    class Part:
        def use(self, a):
            return a


async def fetch(url, *, retries=1):
    return url


def work(first, second=2):
    return first + second


def tried(step):
    try:
        print(step())
    except Exception as error:
        cause = error.__cause__
        print(type(error).__name__, str(error).partition(" [")[0].partition(" id=")[0], "" if cause is None else repr(cause))


def kind(mock):
    return type(mock).__name__


# Which kind a mock is.
limited = Mock(spec=Server)
print(kind(limited.of_class), kind(limited.of_nobody), kind(limited.send), kind(limited.close))
print(kind(MagicMock(fetch)), isinstance(MagicMock(fetch), AsyncMock), isinstance(Mock(work), AsyncMock))
for options in [{}, {"spec": True}, {"spec_set": True}, {"spec": fetch}]:
    with patch.object(Server, "send", **options) as send:
        print(kind(send), end=" ")
    with patch.object(Server, "of_class", **options) as of_class:
        print(kind(of_class))
with patch.object(Server, "port", spec=True) as port:
    print(kind(port), isinstance(port, NonCallableMagicMock))
original = Server
with patch("__main__.Server", spec=True) as patched:
    print(kind(patched), kind(patched()), isinstance(patched(), original))
    tried(lambda: patched().missing)

stand_in = Mock()
stand_in.__class__ = int
print(isinstance(stand_in, int), isinstance(Mock(), int))


class Numbers(list):
    pass


print(Mock(spec=Numbers([1])).append(3) is not None)
tried(lambda: Mock(spec=["one"]).two)

# What it wraps.
wrapping = create_autospec(work, wraps=work)
wrapping.return_value = DEFAULT
print(wrapping(1), wrapping(1, 5))
wrapping.return_value = "set"
print(wrapping(1))
instance = create_autospec(Server, instance=True, wraps=Server())
instance.close.return_value = DEFAULT
tried(lambda: instance.close())
configured = create_autospec(Server, **{"return_value.close.return_value": "told"})
print(configured().close())

# An asynchronous function in the place of one: it checks its arguments when it's awaited.
fake = create_autospec(fetch)
fake.return_value = "page"
print(asyncio.run(fake("here")), fake.await_count, fake.await_args)


async def call_wrongly():
    await fake()


tried(lambda: asyncio.run(call_wrongly()))
tried(lambda: create_autospec(fetch, instance=True))

# Assertions.
checked = Mock(spec=work)
checked(1, second=3)
checked.assert_called_with(1, 3)
checked.assert_has_calls([("", (1, 3), {}), ])
checked.assert_has_calls([((1, 3), {})])
tried(lambda: checked.assert_called_with(1, third=3))
tried(lambda: checked.assert_any_call(1, third=3))
tried(lambda: checked.assert_has_calls([call(1, 3), call(1, 2, 3)]))
tried(lambda: checked.assert_has_calls([call(8)], any_order=True))
tried(lambda: Mock().assert_has_calls([call()]))


class Unequal:
    def __eq__(self, other):
        return None


async def await_it():
    waited = AsyncMock()
    await waited(Unequal(), 1)
    waited.assert_has_awaits([call(ANY, 1)])
    tried(lambda: waited.assert_has_awaits([call(2)]))


asyncio.run(await_it())

# Mocks in the place of specs, and misspelt options.
tried(lambda: create_autospec(Mock()))
with patch.object(Server, "Part"):
    tried(lambda: create_autospec(Server).Part)
    tried(lambda: patch.object(Server, "Part", autospec=True).start())
    tried(lambda: patch.object(Server.Part, "use", autospec=True).start())
    tried(lambda: patch.object(Server, "close", spec=Server.Part).start())
tried(lambda: patch("__main__.work", autospect=True))
tried(lambda: patch.object(Server, "close", auto_spec=True))
tried(lambda: create_autospec(Server, set_spec=True))
tried(lambda: patch.object(Server, "nothing", spec=True).start())

# What `dir` tells.
free = Mock(spec=Server)
free.more = 1
free.close
del free.send
print([name for name in dir(free) if name in ("close", "more", "port", "send", "called", "_mock_name", "__iter__")])
free = Mock()
free.child
free.__iter__ = lambda self: iter([])
print("child" in dir(free), "__iter__" in dir(free), "__len__" in dir(free))
del free.child
print("child" in dir(free))

# What files of a mock give.
opened = mock_open(read_data="a\nb")
print(next(opened()), list(opened()))
opened.return_value.readline.return_value = "told"
print(next(opened()), opened().readline(), opened().read())

# A spec that has `call` in it, which has every attribute.
namespace = create_autospec(SimpleNamespace(call=call, fetch=fetch))
print(asyncio.iscoroutinefunction(call), kind(namespace.fetch), call(1) != call(2), call(1) != call(1))
