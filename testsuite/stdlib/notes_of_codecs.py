# Errors of codecs that have been looked up have a note; those that CPython knows without a look-up don't, and neither do incremental codecs.
import codecs
import io
import traceback


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", None))


for action in (
    lambda: "\u1234".encode("cp1252"),
    lambda: "\u1234".encode("latin-1"),
    lambda: "\u1234".encode("L1"),
    lambda: "\u1234".encode("ascii"),
    lambda: "\u1234".encode("iso8859-2"),
    lambda: b"\x81".decode("cp1252"),
    lambda: str(b"\x81", "cp1252"),
    lambda: b"\xff".decode("utf-8"),
    lambda: b"\xff".decode("U8"),
    lambda: b"\xff".decode("utf-8-sig"),
    lambda: b"\xff".decode("utf_16"),
    lambda: "\udc80".encode("utf-16-le"),
    lambda: b"\\x".decode("unicode_escape"),
    lambda: b"\xff".decode("US-ASCII"),
    lambda: b"\xff".decode("646"),
    lambda: codecs.encode("\u1234", "latin-1"),
    lambda: codecs.decode(b"\xff", "utf-8"),
    lambda: codecs.decode(b"zz", "hex"),
    lambda: codecs.decode(b"zz", "zlib"),
    lambda: codecs.encode(1, "hex"),
    lambda: codecs.encode("x", "nothing"),
    lambda: "abc".encode("hex"),
    lambda: "abc".encode("rot13"),
    lambda: b"abc".decode("base64"),
    lambda: "abc".encode("nothing"),
    lambda: codecs.getencoder("cp1252")("\u1234"),
    lambda: codecs.getincrementalencoder("cp1252")().encode("\u1234"),
    lambda: io.TextIOWrapper(io.BytesIO(b"\x81"), "cp1252").read(),
    lambda: io.TextIOWrapper(io.BytesIO(), "cp1252").write("\u1234"),
):
    attempt(action)


def broken(text, errors="strict"):
    raise KeyError("broken")


codecs.register(lambda name: codecs.CodecInfo(broken, broken, name="broken") if name == "broken" else None)
attempt(lambda: "x".encode("broken"))
attempt(lambda: b"x".decode("broken"))
attempt(lambda: codecs.encode("x", "broken"))

try:
    "\u1234".encode("cp1250")
except UnicodeEncodeError:
    traceback.print_exc(file=io.StringIO())
    print(traceback.format_exc().splitlines()[-1])
