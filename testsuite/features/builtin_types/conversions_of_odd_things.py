"""Numbers from what isn't quite a number or a text: `__trunc__`, classes derived from int, buffers, bytes and digits that aren't ASCII."""
import operator
import warnings


def attempt(action):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = action()
            print(type(result).__name__, result)
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
    for each in caught:
        print("   ", each.category.__name__, each.message)


class Cut:
    def __init__(self, result):
        self.result = result

    def __trunc__(self):
        return self.result


class Flag:
    def __int__(self):
        return True

    def __index__(self):
        return True


class Counted(int):
    pass


for given in (42, Counted(4), Flag(), "x", 1.5):
    attempt(lambda: int(Cut(given)))
attempt(lambda: int(Flag()))
attempt(lambda: operator.index(Flag()))
attempt(lambda: ["a", "b"][Flag()])

for text in (b"12", b"12\xa0", b" 12\n", "12\xa0", "\u0661\u0662", b"\xb2"):
    attempt(lambda: int(text))
    attempt(lambda: float(text))
for buffer in (bytearray(b"101"), memoryview(b"_101_")[1:4], bytearray(b"x")):
    attempt(lambda: int(buffer))
    attempt(lambda: float(buffer))
    attempt(lambda: int(buffer, 2))

for text in ("0x1.8p3", "0x\uff11p3", "0x1p\uff13", " 0x1 ", "0x1.00000000000008p0", "0x0.00000000000008p-1022", "0x1p"):
    attempt(lambda: float.fromhex(text))


class Buffer(bytearray):
    pass


attempt(lambda: Buffer.fromhex("1a 2b"))
attempt(lambda: bytearray.fromhex("1g"))

for details in ((), ("f", 1, 2), ("f", 1, 2, "text", 1), ("f", 1, 2, "text", 1, 2, 3), ("f", 1, 2, "text")):
    attempt(lambda: SyntaxError("bad", details))
