"""Mocks made by autospec: calls are checked against signatures, and compared as these bind their arguments."""
import asyncio
import doctest
import inspect
import re
from unittest.mock import Mock, call, create_autospec, patch


class Server:
    level = 5

    def __init__(self, address, backlog=2):
        self.address = address

    def send(self, text, *, urgent=False):
        return text

    @classmethod
    def named(cls, name):
        return cls(name)

    @staticmethod
    def parse(text):
        return text

    async def fetch(self, key):
        return key

    @property
    def is_up(self):
        return True

    class Session:
        def run(self, command):
            return command


def work(first, second, *rest, key):
    return first


def tried(function):
    try:
        result = function()
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(re.sub(r"id='\d+'", "id='N'", repr(result)))


made = create_autospec(Server)
server = made("here")
for function in [
    lambda: made(), lambda: made(1, 2, 3), lambda: type(made(1)).__name__, lambda: server.send(), lambda: server.send(1, 2),
    lambda: server.send(1, z=2), lambda: server.named(), lambda: server.parse(1, 2), lambda: made.send(1), lambda: made.named(1, 2),
    lambda: made.parse(), lambda: server.missing, lambda: server.level.real, lambda: server.level.missing,
    lambda: server.Session().run(), lambda: server(), lambda: server.send,
]:
    tried(function)

server.send(3, urgent=True)
server.send.assert_called_with(text=3, urgent=True)
tried(lambda: server.send.assert_called_with(4))
tried(lambda: server.send.assert_called_with())
tried(lambda: server.send.assert_any_call(urgent=True, text=3))
tried(lambda: server.send.assert_has_calls([call(text=3, urgent=True)]))
tried(lambda: server.assert_has_calls([call.send(text=3, urgent=True)]))
print(server.send.call_args == call(text=3, urgent=True), call.send(3, urgent=True) in server.mock_calls)


async def main():
    tried(lambda: server.fetch())
    await server.fetch(3)
    server.fetch.assert_awaited_once_with(key=3)
    tried(lambda: server.fetch.assert_awaited_with(4))


asyncio.run(main())

double = create_autospec(work, return_value=7)
tried(lambda: double(1))
tried(lambda: double(1, 2))
tried(lambda: double(1, 2, 3, 4, key=1))
tried(lambda: double(1, 2, key=1, more=1))
print(double.__name__, type(double).__name__, double.call_count, double.mock_calls, double.called, double.return_value)
double.assert_called_once_with(1, 2, 3, 4, key=1)
tried(lambda: double.assert_called_once_with(1))
double.side_effect = ValueError("of the side effect")
tried(lambda: double(1, 2, key=0))
double.side_effect = [10, 20]
print(double(1, 2, key=0), double(1, 2, key=0), double.call_count)
double.reset_mock()
print(double.call_count)

with patch.object(Server, "send", autospec=True) as send:
    server = Server(1)
    tried(lambda: server.send())
    server.send(3)
    send.assert_called_once_with(server, text=3)
    print(send.call_count)
with patch("__main__.work", autospec=True) as patched:
    tried(lambda: work(1))
    print(patched is work)
with patch("__main__.Server", autospec=True) as patched:
    patched.return_value.send.return_value = 9
    print(Server(1).send(4))
    tried(lambda: Server())
    print(patched.call_args)

unchecked = Mock(spec=work)
unchecked(1)
unchecked(first=1, second=2, key=3)
tried(lambda: unchecked.assert_called_with(1, 2, key=3))
tried(lambda: create_autospec([1]).append())
tried(lambda: create_autospec(Server(1)).send())
tried(lambda: create_autospec(lambda x: x)(1, 2))
# `call` has any attribute, `__wrapped__` too, which has no end.
print(doctest.testmod())
tried(lambda: inspect.unwrap(call))
