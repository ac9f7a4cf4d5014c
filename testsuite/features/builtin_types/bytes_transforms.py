# bytes: case, tabs, translation tables, and other buffers as arguments.


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


text = b"hello World 1a\tb\xe4C\n"
for operation in (
    lambda: text.capitalize(), lambda: text.swapcase(), lambda: text.title(), lambda: text.istitle(), lambda: b"Ab Cd1".istitle(), lambda: b"123".istitle(),
    lambda: text.expandtabs(), lambda: b"a\tbc\td\n\te".expandtabs(4), lambda: b"a\tb".expandtabs(tabsize=0), lambda: b"a".expandtabs("x"),
    lambda: text.translate(None, b"l"), lambda: text.translate(bytes.maketrans(b"lo", b"01")), lambda: text.translate(bytes(range(256)), delete=b"lo"),
    lambda: text.translate(b"short"), lambda: text.translate("x"), lambda: bytes.maketrans(b"a", b"bc"), lambda: bytes.maketrans("a", b"b"),
    lambda: b"ab" + bytearray(b"c"), lambda: b"-".join([bytearray(b"1"), memoryview(b"2"), b"3"]), lambda: b"abcabc".find(bytearray(b"c"), 3),
    lambda: memoryview(b"b") in b"abc", lambda: b"abc".startswith(bytearray(b"ab")), lambda: b"abc".endswith((memoryview(b"x"), bytearray(b"c"))),
    lambda: b"a".center(5, bytearray(b"*")), lambda: b"a,b".split(memoryview(b",")), lambda: b"xax".strip(bytearray(b"x")), lambda: b"aXa".replace(bytearray(b"X"), memoryview(b"yy")),
    lambda: b"abc" == bytearray(b"abc"), lambda: b"abc" < bytearray(b"abd"), lambda: b"a" in bytearray(b"abc"), lambda: str(memoryview(b"abc"), "ascii"),
    lambda: int(bytearray(b"42")), lambda: float(memoryview(b"1.5")), lambda: bytes(bytearray(b"x")), lambda: bytes(memoryview(b"xyz")[::2]),
):
    attempt(operation)
