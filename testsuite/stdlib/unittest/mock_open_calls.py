# mock_open: what its files were asked, in order, is among its calls; names that files have not are errors.
from unittest.mock import *
m = MagicMock()
with m as x:
    x.foo(1)
with m(1) as y:
    y.read()
print(m.mock_calls, m.method_calls)
o = mock_open(read_data='a\nb\nc')
with patch('builtins.open', o):
    with open('f', 'w') as f:
        f.write('x')
        print(f.read(), f.readline(), f.readlines())
    f = open('g')
    print(f.readline(), f.readlines(), f.read())
    f.close()
    for l in open('h'):
        print(l)
print(o.mock_calls)
print(o.call_args_list, o().write.mock_calls, o().name if False else '')
o.assert_called_with('h') if False else None
h = o()
h.read.return_value = 'over'
print(h.read(), h.readline())
h.write.assert_called_once_with('x')
e = mock_open()
e.side_effect = FileNotFoundError(2, 'nope')
with patch('builtins.open', e):
    try:
        open('zz')
    except FileNotFoundError as x:
        print(x)
b = mock_open(read_data=b'x\ny')
print(b().read(), b().readlines(), list(b()))
import asyncio


async def main():
    am = AsyncMock()
    async with am as z:
        await z.q()
    print(am.mock_calls)
    am.side_effect = [1, ValueError('v')]
    print(await am(3))
    try:
        await am()
    except ValueError as e:
        print(e)
    try:
        await am()
    except StopAsyncIteration as e:
        print(repr(e))
    mm = MagicMock()
    mm.__aiter__.return_value = [1, 2]
    print([i async for i in mm], mm.mock_calls)


asyncio.run(main())
m = mock_open(read_data='1\n2\n3\n')
with patch('builtins.open', m, create=True) as mo:
    print(mo is m)
    with open('a') as f:
        print(next(f), list(f))
    with open('b') as f:
        for i, line in enumerate(f):
            print(i, repr(line))
    try:
        with open('c') as f:
            raise ValueError('x')
    except ValueError as e:
        print(e)
    h = open('q', mode='w', encoding='utf-8')
    h.writelines(['a', 'b'])
    h.close()
    for bad in ('bogus', 'redd'):
        try:
            getattr(h, bad)
        except AttributeError as e:
            print(e)
m.assert_any_call('q', mode='w', encoding='utf-8')
m().writelines.assert_called_once_with(['a', 'b'])
print(len(m.mock_calls), m.call_count, [c[0] for c in m.mock_calls if c[0]])
import re
print(re.sub('\\d{5,}', 'N', repr(m)), re.sub('\\d{5,}', 'N', repr(m())))
try:
    m.bogus
except AttributeError as e:
    print(e)
w = mock_open()
with patch('builtins.open', w):
    with open('f', 'w') as f:
        print('hello', file=f)
        f.flush()
print(w().write.call_args_list, ''.join((c.args[0] for c in w().write.mock_calls)), w.return_value.flush.called)
