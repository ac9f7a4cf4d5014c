"""The `%` operator of bytes and bytearrays."""


class Packed:
    def __bytes__(self):
        return b"packed"


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for action in (
    lambda: b"%d|%-4s|%x|%a|%r" % (7, b"ab", 255, "\xe9", b"q"), lambda: b"%5d|%05d|%+d|%#x|%o" % (42, 42, 42, 42, 8), lambda: b"%s %b" % (bytearray(b"x"), memoryview(b"yz")),
    lambda: b"%c%c%c" % (65, b"B", bytearray(b"C")), lambda: b"%.2f %e %g" % (3.14159, 12345.678, 0.0001), lambda: b"%(key)s=%(value)d" % {b"key": b"k", b"value": 3},
    lambda: b"%s" % Packed(), lambda: b"%%" % (), lambda: b"%.2s|%5s|%-5s|" % (b"abc", b"a", b"b"), lambda: bytearray(b"%d") % 5, lambda: b"\xff%s\x00" % b"\xfe", lambda: b"%*d" % (5, 3),
    lambda: b"%s" % "text", lambda: b"%d" % b"1", lambda: b"%d %d" % (1,), lambda: b"%d" % (1, 2), lambda: b"%c" % 256, lambda: b"%c" % b"ab", lambda: b"%c" % "a", lambda: b"%y" % 1, lambda: b"%(a)s" % (1,), lambda: b"%" % 1,
    lambda: "%s" % b"x", lambda: "%d" % (1, 2),
):
    print(attempt(action))
total = b""
for index in range(3):
    total += b"[%02d]" % index
print(total, type(bytearray(b"%s") % b"a").__name__)
