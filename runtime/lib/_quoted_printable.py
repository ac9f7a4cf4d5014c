"""Quoted-printable (RFC 1521) for the module binascii."""

_MOST = 76
_LINE_END, _SPACES = b"\r\n", b"\t "
_HEXADECIMAL = b"0123456789abcdefABCDEF"


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Lines of at most 76 characters; with `quotetabs` spaces and tabs are written out, in headers spaces become underscores."""
    data = memoryview(data).tobytes()
    first = data.find(b"\n")
    end = b"\r\n" if first > 0 and data[first - 1:first] == b"\r" else b"\n"
    return _Encoder(data, end, quotetabs, istext, header).encode()


class _Encoder:
    """Goes through the bytes, and counts those of the line."""

    def __init__(self, data, end, quotes_spaces, is_text, is_header):
        self._data = data
        self._end = end
        self._quotes_spaces = quotes_spaces
        self._is_text = is_text
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
        return byte < 33 and (byte not in _LINE_END or not self._is_text)

    def _quote(self, byte):
        if self._length + 3 >= _MOST:
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
        if following not in (b"", b"\n") and self._length + 1 >= _MOST:
            self._break_line()
        self._length += 1
        self._out.append(95 if byte == 32 and self._is_header else byte)


def a2b_qp(data, header=False):
    """The bytes behind such lines."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        data = data.encode("ascii")
    else:
        data = memoryview(data).tobytes()
    if header:
        data = data.replace(b"_", b" ")
    out = bytearray()
    place = 0
    while (mark := data.find(b"=", place)) >= 0:
        out += data[place:mark]
        piece, place = _escaped(data, mark + 1)
        out += piece
    return bytes(out + data[place:])


def _escaped(data, place):
    """What stands behind an equals sign: the bytes for it, and where it ends."""
    following = data[place:place + 1]
    if following in (b"", b"\n"):
        return b"", place + len(following)
    if following == b"\r":
        end = data.find(b"\n", place)
        return b"", len(data) if end < 0 else end + 1
    if following == b"=":
        return b"=", place + 1
    pair = data[place:place + 2]
    if len(pair) == 2 and all(each in _HEXADECIMAL for each in pair):
        return bytes([int(pair, 16)]), place + 2
    return b"=", place
