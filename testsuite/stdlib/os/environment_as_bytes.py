# The environment as bytes is the environment as text.
import os

os.environ["BYTEWISE_TEXT"] = "grün"
print(os.supports_bytes_environ, os.environb[b"BYTEWISE_TEXT"], os.getenvb(b"BYTEWISE_TEXT"), os.getenvb(b"BYTEWISE_NONE", b"x"))
os.environb[b"BYTEWISE_BYTES"] = b"\xff"
print(ascii(os.environ["BYTEWISE_BYTES"]), b"BYTEWISE_BYTES" in os.environb, "BYTEWISE_BYTES" in os.environ)
del os.environb[b"BYTEWISE_TEXT"]
print(os.environ.get("BYTEWISE_TEXT"))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: os.environb["BYTEWISE_TEXT"])
attempt(lambda: os.environb[b"BYTEWISE_TEXT"])
attempt(lambda: os.environ[b"BYTEWISE_TEXT"])
attempt(lambda: os.environb.__setitem__(b"x", "y"))
attempt(lambda: {key: value for key, value in os.environb.items() if key.startswith(b"BYTEWISE_")})
