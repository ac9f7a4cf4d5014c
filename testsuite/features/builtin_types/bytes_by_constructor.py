"""What bytes(), bytearray() and ord() make of their arguments."""
import array
class IndexWithBytes:
    def __bytes__(self):
        return b'a'
    def __index__(self):
        return 42
class S(str):
    def __bytes__(self):
        return b"abc"
class BB(list):
    __bytes__ = None
class B(bytes):
    def __index__(self):
        raise TypeError("no")
class Own(bytes):
    def __bytes__(self):
        return b"own"


def attempt(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


attempt(bytes, IndexWithBytes())
attempt(bytes, S("x"))
attempt(bytes, S("x"), "ascii")
attempt(bytes, BB([1]))
attempt(bytes, B(b"foo"))
attempt(bytes, Own(b"x"))
attempt(bytearray, IndexWithBytes())
attempt(bytearray, B(b"foo"))
attempt(bytearray, BB([1]))
attempt(bytearray, Own(b"x"))
attempt(bytes, "", errors="ignore")
attempt(bytes, b"", errors="ignore")
attempt(bytes, encoding="ascii")
attempt(bytes, errors="ascii")
attempt(bytes, "", b"ascii")
attempt(bytearray, "", errors="ignore")
attempt(bytearray, b"", errors="ignore")
attempt(bytearray, encoding="ascii")
attempt(bytearray, 0, "ascii")
attempt(ord, bytearray(b"a"))
attempt(ord, bytearray(b"ab"))
attempt(ord, b"")
attempt(ord, 5)


class BA(bytearray):
    pass


attempt(BA, b"x")
attempt(repr, [BA(b"y")])
attempt(bytes, array.array("B", [1, 2]))
attempt(int.from_bytes, IndexWithBytes(), "big")
attempt(bytes, 2**70)
attempt(bytes, -1)
attempt(bytes, 1.5)
