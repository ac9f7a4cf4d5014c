# A memoryview that skips bytes shows none as they lie: what wants that refuses it, what copies item by item doesn't.
import array
import binascii
import hashlib
import io
import re
import struct
import zlib

gaps = memoryview(b"abcdef")[::2]


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def grown():
    result = bytearray(b"x")
    result += gaps
    return result


def assigned():
    result = bytearray(b"xyz")
    result[0:1] = gaps
    return result


for action in (
    lambda: bytes(gaps),
    lambda: bytearray(gaps),
    lambda: (b"ace" == gaps, bytearray(b"ace") == gaps),
    lambda: int.from_bytes(gaps, "big"),
    lambda: (b"%b" % gaps, b"%s" % (gaps,)),
    lambda: array.array("b", gaps),
    assigned,
    lambda: bytearray(b"x") + gaps,
    lambda: b"x" + gaps,
    grown,
    lambda: bytearray(b"x").extend(gaps),
    lambda: b"".join([b"a", gaps]),
    lambda: bytearray().join([gaps]),
    lambda: b"x".find(gaps),
    lambda: gaps in bytearray(b"ace"),
    lambda: b"ace".startswith(gaps),
    lambda: b"ace".replace(gaps, b"q"),
    lambda: b"ace".split(gaps),
    lambda: b"ace".translate(gaps),
    lambda: int(gaps),
    lambda: float(gaps),
    lambda: str(gaps, "ascii"),
    lambda: re.match(b"a", gaps),
    lambda: io.BytesIO(gaps),
    lambda: struct.unpack("3s", gaps),
    lambda: hashlib.md5(gaps),
    lambda: zlib.crc32(gaps),
    lambda: binascii.hexlify(gaps),
):
    attempt(action)
