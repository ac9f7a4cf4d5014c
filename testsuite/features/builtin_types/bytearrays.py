# bytearray: what changes it, what it has in common with bytes, and its errors.


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


def changed(change, *args):
    array = bytearray(b"hello")
    try:
        result = change(array, *args)
        print(array if result is None else (array, result))
    except Exception as error:
        print(type(error).__name__, error)


def assign(array, key, value):
    array[key] = value


def delete(array, key):
    del array[key]


def add_in_place(array, other):
    array += other


def repeat_in_place(array, count):
    array *= count


for args in ((), (3,), (b"abc",), ("abc", "utf-8"), ("ä", "latin-1"), ([1, 2, 255],), (range(5),), (bytearray(b"x"),), (memoryview(b"xyz")[1:],),
             ("abc",), (-1,), ([1, 2, 300],), (1.5,), (None,), (b"a", "utf-8"), (1, 2, 3, 4), (["a"],)):
    attempt(bytearray, *args)
attempt(lambda: bytearray(source=b"a"))

for value in (65, 300, -1, "a", True):
    changed(bytearray.append, value)
for values in ("abc", [1, 2], [1, 300], 5, b"xy", bytearray(b"z"), (i for i in (65, 66)), memoryview(b"mv")):
    changed(bytearray.extend, values)
for index in (1, -100, 100, -1):
    changed(bytearray.insert, index, 65)
changed(bytearray.insert, 0, 256)
for index in (-1, 0, 10):
    changed(bytearray.pop, index)
attempt(bytearray().pop)
for value in (104, 1, 300, "h"):
    changed(bytearray.remove, value)
changed(bytearray.clear)
changed(bytearray.reverse)
for key, value in ((0, 65), (-1, 66), (0, 300), (0, "a"), (10, 1), ("a", 1), (slice(1, 3), b"XYZ"), (slice(1, 3), "x"), (slice(1, 3), [1, 2, 3]),
                   (slice(None, None, 2), b"abc"), (slice(None, None, 2), b"ab"), (slice(1, 3), 5), (slice(5, 5), b"!"), (slice(None, None, -1), b"12345")):
    changed(assign, key, value)
for key in (0, -1, 10, slice(1, 3), slice(None, None, 2), slice(None, None, -2), "a"):
    changed(delete, key)
for other in ("x", b"x", memoryview(b"zz"), bytearray(b"y"), 5):
    changed(add_in_place, other)
for count in (2, 0, -1, "a"):
    changed(repeat_in_place, count)

b = bytearray(b"hello")
for operation in (
    lambda: b + b"x", lambda: b"x" + b, lambda: b + bytearray(b"y"), lambda: b + "x", lambda: b * 3, lambda: 2 * b, lambda: b[1], lambda: b[1:3],
    lambda: b[::-1], lambda: b[9], lambda: type(b[1:2]), lambda: 104 in b, lambda: "a" in b, lambda: b"el" in b, lambda: 300 in b, lambda: b < b"help",
    lambda: b == b"hello", lambda: b"hello" == b, lambda: b == "hello", lambda: b != bytearray(b"hello"), lambda: b < "a", lambda: hash(b), lambda: len(b),
    lambda: list(b), lambda: max(b), lambda: sorted(b), lambda: not b, lambda: bytes(b), lambda: str(b, "utf8"), lambda: b.decode(), lambda: b.x,
    lambda: b.copy() is b, lambda: b.title(), lambda: b.capitalize(), lambda: b.swapcase(), lambda: b.upper(), lambda: bytearray(b"Ab Cd").istitle(),
    lambda: b.replace(b"l", b"LL"), lambda: b.replace(bytearray(b"l"), memoryview(b"-"), 1), lambda: b.split(b"l"), lambda: b.rsplit(b"l", 1), lambda: b.partition(b"l"),
    lambda: b.rpartition(bytearray(b"l")), lambda: b.hex("-"), lambda: b.translate(None, b"l"), lambda: b.translate(bytes(range(255, -1, -1))), lambda: b.translate(b"x"),
    lambda: b.translate("x"), lambda: b.translate(bytearray.maketrans(b"el", b"ip")), lambda: b.find("a"), lambda: b.find(300), lambda: b.find(108), lambda: b.rfind(bytearray(b"l")),
    lambda: b.index(b"z"), lambda: b.count(b"l"), lambda: b.startswith("a"), lambda: b.startswith((b"x", bytearray(b"h"))), lambda: b.endswith(b"lo", 1), lambda: b.strip(b"ho"),
    lambda: b.strip("h"), lambda: b.split("a"), lambda: b.center(11, b"*"), lambda: b.center(10, "x"), lambda: b.ljust(8), lambda: b.rjust(8, b"."), lambda: b.zfill(8),
    lambda: b.isalpha(), lambda: b.isdigit(), lambda: b.islower(), lambda: b.isspace(), lambda: b.join([b"1", bytearray(b"2"), memoryview(b"3")]), lambda: b.join(["a"]),
    lambda: b"-".join([b, b]), lambda: bytearray(b"a\tbc\td\n\te").expandtabs(4), lambda: b.removeprefix(b"he"), lambda: b.removesuffix(b"he"), lambda: bytearray(b"a\nb\r\nc").splitlines(True),
    lambda: bytearray.fromhex("01 ff"), lambda: bytearray.fromhex("0g"), lambda: bytearray.maketrans(b"a", b"bc"), lambda: int(bytearray(b"12")), lambda: float(bytearray(b"1.5")),
    lambda: repr(bytearray(b"'\"\x00")), lambda: f"{b}", lambda: isinstance(b, bytearray), lambda: isinstance(b, bytes), lambda: bool(bytearray()),
):
    attempt(operation)

# The loop sees what's appended meanwhile.
growing = bytearray(b"ab")
seen = []
for byte in growing:
    seen.append(byte)
    if len(growing) < 5:
        growing.append(byte + 2)
print(seen, growing)


def checksum(data):
    total = bytearray(4)
    for position, byte in enumerate(data):
        total[position % 4] = (total[position % 4] * 31 + byte) & 0xFF
    return bytes(total)


print(checksum(b"The quick brown fox" * 20).hex(" "))
buffer = bytearray()
for chunk in (b"GET / HT", b"TP/1.1\r\nHost: exa", b"mple\r\n\r\nrest"):
    buffer += chunk
    while (end := buffer.find(b"\r\n")) >= 0:
        print(bytes(buffer[:end]))
        del buffer[: end + 2]
print(buffer)
print(bytearray(b"it's"), bytearray(b"it's '\\'"), bytearray(b"'\"'"), bytearray(b'"'), [bytearray(b"'")], bytes(bytearray(b"'")))
