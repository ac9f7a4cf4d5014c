"""Encodings and error handlers that a program registers."""
import codecs
import io


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


def encode_upside(text, errors="strict"):
    return text[::-1].encode("utf-8", errors), len(text)


def decode_upside(data, errors="strict"):
    return bytes(data).decode("utf-8", errors)[::-1], len(data)


def search(name):
    print("searched", name)
    return {
        "up.side_down": codecs.CodecInfo(encode_upside, decode_upside, name="up.side-down"),
        "five": 5,
        "half": codecs.CodecInfo(lambda text, errors="strict": b"x", lambda data, errors="strict": "x"),
        "swapped": codecs.CodecInfo(lambda text, errors="strict": ("x", 1), lambda data, errors="strict": (b"x", 1)),
    }.get(name)


codecs.register(search)
print("abc".encode("Up.Side-Down"), "abc".encode("up.side_down"), b"xyz".decode("UP.SIDE down"), str(b"12", "up.side_down"))
print(codecs.encode("abc", "up.side_down"), codecs.decode(b"abc", "up.side_down"), codecs.lookup("up.side_down").name)
attempt(lambda: "x".encode("five"))
attempt(lambda: "x".encode("half"))
attempt(lambda: b"x".decode("half"))
attempt(lambda: "x".encode("swapped"))
attempt(lambda: b"x".decode("swapped"))
attempt(lambda: codecs.encode("x", "swapped"))
attempt(lambda: "x".encode("nowhere"))
attempt(lambda: codecs.lookup("nowhere"))
attempt(lambda: "x".encode("ascii"))
attempt(lambda: codecs.register(5))
codecs.unregister(search)
attempt(lambda: "x".encode("up.side_down"))
attempt(lambda: codecs.unregister(5))


def tagged(error):
    return f"<{ascii(error.object[error.start:error.end])}>", error.end


codecs.register_error("tagged", tagged)
print("a\xe9\u20acb".encode("ascii", "tagged"), "a\xe9\u20acb".encode("latin-1", "tagged"), b"a\xff\xfeb".decode("utf-8", "tagged"), b"\x80!".decode("ascii", "tagged"))
out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="tagged")
out.write("\u20ac")
out.flush()
print(out.buffer.getvalue(), codecs.lookup_error("tagged") is tagged)
codecs.register_error("bytes", lambda error: (b"\xff", error.end))
codecs.register_error("number", lambda error: 5)
codecs.register_error("accent", lambda error: ("\xe9", error.end))
codecs.register_error("far", lambda error: ("-", 100))
attempt(lambda: "\u20ac".encode("ascii", "bytes"))
attempt(lambda: b"\xff".decode("ascii", "bytes"))
attempt(lambda: "\xe9".encode("ascii", "number"))
attempt(lambda: b"\xff".decode("ascii", "number"))
attempt(lambda: "\u20ac".encode("ascii", "accent"))
attempt(lambda: "\u20ac".encode("latin-1", "accent"))
attempt(lambda: "\u20ac".encode("ascii", "far"))
attempt(lambda: "\u20ac".encode("ascii", "unknown"))
attempt(lambda: b"\xff".decode("utf-8", "unknown"))
attempt(lambda: codecs.register_error("x", 5))
attempt(lambda: codecs.register_error(5, 5))
attempt(lambda: codecs.lookup_error("unknown"))
for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
    handler = getattr(codecs, f"{name}_errors")
    for error in (UnicodeEncodeError("ascii", "a\xe9\u20acb", 1, 3, "why"), UnicodeDecodeError("ascii", b"a\xff\xfeb", 1, 3, "why"), ValueError("x")):
        attempt(lambda: handler(error))
