"""Items and slices of ranges and other objects without items of their own type, and operators that built-in types lack"""
import sys

x = 5
r = range(10)
if len(sys.argv) < 3:
    x = r[2:4]
print(x, r[3] + 1, r[-1])
y = "s"
for i in range(3):
    y = r[i]
print(y)
import collections, sys


class MyError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def handle(fail):
    try:
        if fail:
            raise MyError(3)
        raise ValueError("v")
    except Exception as e:
        if isinstance(e, MyError):
            return e.code + 1
        return str(e)


print(handle(True), handle(False))
r = range(10)
s = slice(1, 3)
fs = frozenset([1])
dq = collections.deque([1, 2])
ba = bytearray(b"ab")
mv = memoryview(b"abc")
x = 1
if len(sys.argv) < 3:
    x = r[s]
print(x, r[1:2], dq[0], ba[s], mv[s].tobytes(), "abc"[s], b"abc"[s])
try:
    fs[0]
except TypeError as e:
    print(e)
try:
    s[0]
except TypeError as e:
    print(e)
try:
    {1}[0]
except TypeError as e:
    print(e)
try:
    del r[0]
except TypeError as e:
    print(e)
print(-True, ~5, +2.5)
for bad in (lambda: -"s", lambda: ~1.5, lambda: -[1], lambda: r(), lambda: 5(), lambda: "s"()):
    try:
        bad()
    except TypeError as e:
        print(e)
y = 1
if len(sys.argv) < 3:
    y = [1] * True
print(y, True * "ab", 2 * (1, 2), b"a" * 2, (1,) * 2)
z = 5
if len(sys.argv) < 3:
    z = {1} | {2}
print(z, {1: 2} | {3: 4}, fs & {1}, "%d" % True)
