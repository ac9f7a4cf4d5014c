# The environment as bytes is the environment as text.
import os

os.environ["AIOCC_TEXT"] = "grün"
print(os.supports_bytes_environ, os.environb[b"AIOCC_TEXT"], os.getenvb(b"AIOCC_TEXT"), os.getenvb(b"AIOCC_NONE", b"x"))
os.environb[b"AIOCC_BYTES"] = b"\xff"
print(ascii(os.environ["AIOCC_BYTES"]), b"AIOCC_BYTES" in os.environb, "AIOCC_BYTES" in os.environ)
del os.environb[b"AIOCC_TEXT"]
print(os.environ.get("AIOCC_TEXT"))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: os.environb["AIOCC_TEXT"])
attempt(lambda: os.environb[b"AIOCC_TEXT"])
attempt(lambda: os.environ[b"AIOCC_TEXT"])
attempt(lambda: os.environb.__setitem__(b"x", "y"))
attempt(lambda: {key: value for key, value in os.environb.items() if key.startswith(b"AIOCC_")})
