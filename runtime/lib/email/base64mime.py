"""Base64 for headers and bodies."""

from base64 import b64encode
from binascii import a2b_base64, b2a_base64

__all__ = ["body_decode", "body_encode", "decode", "decodestring", "header_encode", "header_length"]


def header_length(bytearray):
    return -(-len(bytearray) // 3) * 4


def header_encode(header_bytes, charset="iso-8859-1"):
    if not header_bytes:
        return ""
    if isinstance(header_bytes, str):
        header_bytes = header_bytes.encode(charset)
    return f"=?{charset}?b?{b64encode(header_bytes).decode('ascii')}?="


def body_encode(s, maxlinelen=76, eol="\n"):
    if not s:
        return ""
    size = maxlinelen * 3 // 4
    lines = [b2a_base64(s[place:place + size]).decode("ascii") for place in range(0, len(s), size)]
    if eol != "\n":
        lines = [each[:-1] + eol for each in lines]
    return "".join(lines)


def decode(string):
    if not string:
        return b""
    if isinstance(string, str):
        return a2b_base64(string.encode("raw-unicode-escape"))
    return a2b_base64(string)


body_decode = decodestring = decode
