"""Quoted-printable (RFC 1521)."""

import re

__all__ = ["encode", "decode", "encodestring", "decodestring"]

ESCAPE = b"="
MAXLINESIZE = 76
HEX = b"0123456789ABCDEF"
EMPTYSTRING = b""

_LINE_END, _SPACES = b"\r\n", b"\t "


def encode(input, output, quotetabs, header=False):
    """From one binary file to another."""
    output.write(encodestring(input.read(), quotetabs, header))


def encodestring(s, quotetabs=False, header=False):
    """Lines of at most 76 characters; with `quotetabs` spaces and tabs are written out, in headers spaces become underscores."""
    data = bytes(memoryview(s))
    first = data.find(b"\n")
    end = b"\r\n" if first > 0 and data[first - 1:first] == b"\r" else b"\n"
    return _Encoder(data, end, quotetabs, header).encode()


class _Encoder:
    """Goes through the bytes, and counts those of the line."""

    def __init__(self, data, end, quotes_spaces, is_header):
        self._data = data
        self._end = end
        self._quotes_spaces = quotes_spaces
        self._is_header = is_header
        self._out = bytearray()
        self._length = 0

    def encode(self):
        data = self._data
        place = 0
        while place < len(data):
            byte = data[place]
            following = data[place + 1:place + 2]
            if self._must_quote(byte, following):
                self._quote(byte)
            elif byte == 10 or byte == 13 and following == b"\n":
                self._end_line()
                place += byte == 13
            else:
                self._plain(byte, following)
            place += 1
        return bytes(self._out)

    def _must_quote(self, byte, following):
        if byte > 126 or byte == 61 or byte == 95 and self._is_header:
            return True
        if byte == 46 and self._length == 0 and following in (b"", b"\n", b"\r", b"\0"):
            # A line of a dot ends mails on their way.
            return True
        if byte in _SPACES:
            return following == b"" or self._quotes_spaces
        return byte < 33 and byte not in _LINE_END

    def _quote(self, byte):
        if self._length + 3 >= MAXLINESIZE:
            self._break_line()
        self._out += b"=%02X" % byte
        self._length += 3

    def _break_line(self):
        self._out += b"=" + self._end
        self._length = 0

    def _end_line(self):
        self._length = 0
        if self._out[-1:] in (b" ", b"\t"):
            self._out[-1:] = b"=%02X" % self._out[-1]
        self._out += self._end

    def _plain(self, byte, following):
        if following not in (b"", b"\n") and self._length + 1 >= MAXLINESIZE:
            self._break_line()
        self._length += 1
        self._out.append(95 if byte == 32 and self._is_header else byte)


def decode(input, output, header=False):
    output.write(decodestring(input.read(), header=header))


_escape = re.compile(rb"=(?:\Z|\n|\r[^\n]*\n?|=|([0-9A-Fa-f]{2}))")


def decodestring(s, header=False):
    data = s.encode("ascii") if isinstance(s, str) else bytes(memoryview(s))
    if header:
        data = data.replace(b"_", b" ")
    return _escape.sub(_decoded, data)


def _decoded(match):
    if match.group(1):
        return bytes([int(match.group(1), 16)])
    return b"=" if match.group() == b"==" else b""
