# Special methods that a MagicMock has by itself: reflected ones, divmod and next as well.
import re
from unittest.mock import MagicMock, NonCallableMagicMock
m = MagicMock(name='m')


def show(f):
    try:
        result = f()
        print(type(result).__name__, re.sub(r" id='\d+'", "", repr(result)))
    except Exception as e:
        print(type(e).__name__, e)


for f in (lambda: 1 + m, lambda: m + 1, lambda: divmod(m, 2), lambda: divmod(2, m), lambda: 2 ** m, lambda: '%s' % 5 + m, lambda: 1.5 / m, lambda: next(m), lambda: 'a' in m, lambda: m < 3, lambda: 3 < m, lambda: -m, lambda: m[1:2], lambda: m @ 3, lambda: 3 @ m, lambda: int(m), lambda: round(m, 2)):
    show(f)
print(m.mock_calls)
m.__radd__.return_value = 7
print(1 + m)
m.__next__.return_value = 4
print(next(m))
m.__divmod__.return_value = (1, 2)
print(divmod(m, 5), m.__divmod__.call_args)
n = NonCallableMagicMock()
print(hasattr(n, '__call__'), callable(n), callable(m), hasattr(m, '__next__'))
s = MagicMock(spec=['a', '__add__'])
show(lambda: s + 1)
show(lambda: 1 + s)
show(lambda: next(s))
show(lambda: len(s))
