"""str.encode and bytes.decode: UTF-8, UTF-16, UTF-32, Latin-1, ASCII, their error handlers and their errors."""


def attempt(action):
    try:
        return ascii(action())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


text = "a\xe9\u20ac\U0001f600"
for encoding in ("utf-8", "UTF8", "utf-8-sig", "utf-16", "utf_16_le", "UTF-16BE", "utf-32", "utf-32-le", "utf-32-be", "u16", "U32"):
    encoded = text.encode(encoding)
    print(encoding, encoded, encoded.decode(encoding) == text)
for encoding in ("ascii", "latin-1", "utf-8", "utf-16-le", "utf-32-be"):
    for handler in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "unheard"):
        print(encoding, handler, attempt(lambda: "x\xe9\u20ac\udc80\ud800y".encode(encoding, handler)))
for encoding, encoded in (
    ("ascii", b"a\xe9b"), ("utf-8", b"a\xff\xc3(\xe2\x82"), ("utf-16", b"\xff\xfea"), ("utf-16", b"\xfe\xff\x00a"), ("utf-16", b"a\x00"), ("utf-16", b"\x00\xdc\x00\x00"),
    ("utf-16-le", b"a\x00\x00\xd8"), ("utf-16-le", b"a\x00\x00\xd8b\x00"), ("utf-16-le", b"\x00\xdca\x00"), ("utf-16-le", b"\xff\xfea\x00"), ("utf-16-be", b"\xd8=\xde\x00"),
    ("utf-32", b"\xff\xfe\x00\x00a\x00\x00\x00"), ("utf-32", b"\x00\x00\xfe\xff\x00\x00\x00a"), ("utf-32-le", b"a\x00\x00"), ("utf-32-le", b"\xff\xff\xff\xff"),
    ("utf-32-le", b"\x00\xd8\x00\x00"), ("utf-8-sig", b"\xef\xbb\xbfx"), ("utf-8-sig", b"x"), ("utf-16", b""), ("utf-32", b"\x00\xdc\x00\x00"),
):
    for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
        print(encoding, encoded, handler, attempt(lambda: encoded.decode(encoding, handler)))
for action in (lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: "".encode("utf-16"), lambda: b"\xff".decode("utf-8", "unheard"), lambda: str(b"\xff\xfea\x00", "utf-16"), lambda: bytes("\xe9", "utf-32-be")):
    print(attempt(action))
try:
    "ab\ud800\udfffc".encode("utf-16-be")
except UnicodeEncodeError as error:
    print(error.encoding, ascii(error.object), error.start, error.end, error.reason)
try:
    b"ab\xff".decode()
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason, error.args)
