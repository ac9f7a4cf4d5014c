"""Quoted-printable for headers and bodies."""

import re
from string import ascii_letters, digits

__all__ = ["body_decode", "body_encode", "body_length", "decode", "decodestring", "header_decode", "header_encode", "header_length",
           "quote", "unquote"]

_SAFE_IN_HEADERS = frozenset(b"-!*+/" + ascii_letters.encode() + digits.encode())
_SAFE_IN_BODIES = frozenset(set(range(32, 127)) - {ord("=")} | {9})


def _header_byte(byte):
    if byte in _SAFE_IN_HEADERS:
        return chr(byte)
    return "_" if byte == 0x20 else f"={byte:02X}"


def header_check(octet):
    return len(_header_byte(octet)) > 1


def body_check(octet):
    return octet not in _SAFE_IN_BODIES


def header_length(bytearray):
    return sum(len(_header_byte(each)) for each in bytearray)


def body_length(bytearray):
    return sum(1 if each in _SAFE_IN_BODIES else 3 for each in bytearray)


def quote(c):
    return f"={ord(c):02X}"


def unquote(s):
    return chr(int(s[1:3], 16))


def header_encode(header_bytes, charset="iso-8859-1"):
    if not header_bytes:
        return ""
    return f"=?{charset}?q?{''.join([_header_byte(each) for each in header_bytes])}?="


def body_encode(body, maxlinelen=76, eol="\n"):
    """A text whose letters are bytes."""
    if maxlinelen < 4:
        raise ValueError("maxlinelen must be at least 4")
    if not body:
        return body
    encoded = "".join([each if each in "\r\n" or ord(each) in _SAFE_IN_BODIES else quote(each) for each in body])
    lines = []
    for line in encoded.splitlines():
        lines += _cut(line, maxlinelen - 1)
    if encoded[-1] in "\r\n":
        lines.append("")
    return eol.join(lines)


def _cut(line, most):
    """In lines that end with `=`; white space at the end is written out."""
    lines = []
    start = 0
    # There's no need to cut what is left from here on.
    rest = len(line) - 2 - most
    while start <= rest:
        stop = start + most
        # An escape stays whole.
        if line[stop - 2] == "=":
            stop -= 2
        elif line[stop - 1] == "=":
            stop -= 1
        lines.append(line[start:stop] + "=")
        start = stop
    if not line or line[-1] not in " \t":
        return [*lines, line[start:]]
    room = start - rest
    if room >= 3:
        return [*lines, line[start:-1] + quote(line[-1])]
    if room == 2:
        return [*lines, line[start:] + "=", ""]
    return [*lines, line[start:-1] + "=", quote(line[-1])]


def decode(encoded, eol="\n"):
    """A text whose letters are bytes."""
    if not encoded:
        return encoded
    decoded = ""
    for line in encoded.splitlines():
        line = line.rstrip()
        if not line:
            decoded += eol
            continue
        ends = not line.endswith("=")
        text = re.sub("=[a-fA-F0-9]{2}", lambda match: unquote(match.group()), line if ends else line[:-1])
        decoded += text + (eol if ends else "")
    if encoded[-1] not in "\r\n" and decoded.endswith(eol):
        decoded = decoded[:-1]
    return decoded


body_decode = decodestring = decode


def header_decode(s):
    return re.sub("=[a-fA-F0-9]{2}", lambda match: unquote(match.group()), s.replace("_", " "), flags=re.ASCII)
