"""Headers' values in several sets of characters (RFC 2047)."""

import binascii
import re

from email import base64mime, quoprimime
from email.charset import Charset
from email.errors import HeaderParseError

__all__ = ["Header", "decode_header", "make_header"]

MAXLINELEN = 78
USASCII = Charset("us-ascii")
UTF8 = Charset("utf-8")

_word = re.compile(r"=\?(?P<charset>[^?]*?)\?(?P<encoding>[qQbB])\?(?P<encoded>.*?)\?=", re.MULTILINE)
_header_name = re.compile(r"[\041-\071\073-\176]+:$")
_embedded_header = re.compile(r"\n[^ \t]+:")


def decode_header(header):
    """Pairs of a text's parts and their sets: strs with None where nothing is encoded, else bytes."""
    if hasattr(header, "_chunks"):
        return [(_as_bytes(text, charset), str(charset)) for text, charset in header._chunks]
    if not _word.search(header):
        return [(header, None)]
    collapsed = []
    for data, charset in _decoded(_without_gaps(_words(header))):
        if collapsed and collapsed[-1][1] == charset:
            joint = b" " if charset is None else b""
            collapsed[-1] = (collapsed[-1][0] + joint + data, charset)
        else:
            collapsed.append((data, charset))
    return collapsed


def _as_bytes(text, charset):
    codec = charset.output_codec or "us-ascii"
    return text.encode("ascii", "surrogateescape") if codec == "unknown-8bit" else text.encode(codec)


def _words(header):
    """Text, encoding and set of each part."""
    words = []
    for line in header.splitlines():
        parts = _word.split(line)
        is_first = True
        while parts:
            plain = parts.pop(0)
            if is_first:
                plain = plain.lstrip()
                is_first = False
            if plain:
                words.append((plain, None, None))
            if parts:
                charset, encoding, encoded = parts.pop(0).lower(), parts.pop(0).lower(), parts.pop(0)
                words.append((encoded, encoding, charset))
    return words


def _without_gaps(words):
    """White space between two encoded words isn't meant."""
    gaps = {
        index for index in range(1, len(words) - 1)
        if words[index - 1][1] and words[index + 1][1] and words[index][1] is None and words[index][0].isspace()
    }
    return [word for index, word in enumerate(words) if index not in gaps]


def _decoded(words):
    for text, encoding, charset in words:
        if encoding is None:
            yield bytes(text, "raw-unicode-escape"), None
        elif encoding == "q":
            yield bytes(quoprimime.header_decode(text), "raw-unicode-escape"), charset
        else:
            padded = text + "===="[:4 - len(text) % 4] if len(text) % 4 else text
            try:
                yield base64mime.decode(padded), charset
            except binascii.Error:
                raise HeaderParseError("Base64 decoding error")


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    """The header that such pairs tell of."""
    header = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for pair in decoded_seq:
        header.append(*pair)
    return header


def _is_gap(letter):
    """What needs no space to an encoded word."""
    return letter.isspace() or letter in ("(", ")", "\\")


def _text_of(data, codec, errors):
    return data.decode("us-ascii", "surrogateescape") if codec == "unknown-8bit" else data.decode(codec, errors)


class Header:
    """A header's value, part by part."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
        self._chunks = []
        self._continuation_ws = continuation_ws
        self._charset = USASCII if charset is None else charset if isinstance(charset, Charset) else Charset(charset)
        if s is not None:
            self.append(s, self._charset, errors)
        self._maxlinelen = MAXLINELEN if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2

    def __str__(self):
        self._normalize()
        whole = ""
        was_encoded = False
        for place, (text, charset) in enumerate(self._chunks):
            is_encoded = charset not in (None, "us-ascii")
            if charset == "unknown-8bit":
                text = text.encode("ascii", "surrogateescape").decode("ascii", "replace")
            # Plain text is apart from what would be an encoded word.
            letter = whole[-1:] if is_encoded else text[:1]
            if place and was_encoded != is_encoded and not _is_gap(letter):
                whole += " "
            whole += text
            was_encoded = is_encoded
        return whole

    def __eq__(self, other):
        return other == str(self)

    def append(self, s, charset=None, errors="strict"):
        """One more part: bytes are of that set, strs must fit into it."""
        known = self._charset if charset is None else charset if isinstance(charset, Charset) else Charset(charset)
        text = s if isinstance(s, str) else _text_of(s, known.input_codec or "us-ascii", errors)
        codec = known.output_codec or "us-ascii"
        try:
            if codec != "unknown-8bit":
                text.encode(codec, errors)
        except UnicodeEncodeError:
            if codec != "us-ascii":
                raise
            known = UTF8
        self._chunks.append((text, known))

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        """The value as messages have it, in lines."""
        self._normalize()
        if maxlinelen is None:
            maxlinelen = self._maxlinelen
        if maxlinelen == 0:
            maxlinelen = 1000000
        lines = _Lines(self._headerlen, maxlinelen, self._continuation_ws, splitchars)
        last_charset = has_space = None
        for text, charset in self._chunks:
            if has_space is not None:
                begins_with_space = _is_gap(text[:1])
                if last_charset not in (None, "us-ascii"):
                    if not begins_with_space or charset not in (None, "us-ascii"):
                        lines.space()
                elif charset not in (None, "us-ascii") and not has_space:
                    lines.space()
            has_space = _is_gap(text[-1:])
            last_charset = charset
            self._add(lines, text, charset)
        if self._chunks:
            lines.space()
        value = lines.text(linesep)
        if _embedded_header.search(value):
            raise HeaderParseError(f"header value appears to contain an embedded header: {value!r}")
        return value

    @staticmethod
    def _add(lines, text, charset):
        parts = text.splitlines()
        lines.feed("", parts[0] if parts else "", charset)
        for part in parts[1:]:
            lines.end_line()
            if charset.header_encoding is not None:
                lines.feed(lines.indent, " " + part.lstrip(), charset)
                continue
            stripped = part.lstrip()
            lines.feed(part[:len(part) - len(stripped)], stripped, charset)
        if len(parts) > 1:
            lines.end_line()

    def _normalize(self):
        """Neighbours of one set become one part."""
        merged = []
        for text, charset in self._chunks:
            if merged and merged[-1][1] == charset:
                before, charset = merged.pop()
                text = f"{before} {text}"
            merged.append((text, charset))
        self._chunks = merged


class _Lines:
    """Puts parts into lines that aren't too long."""

    def __init__(self, header_length, most, indent, splits):
        self._most = most
        self.indent = indent
        self._indent_length = len(indent)
        self._splits = splits
        self._done = []
        # Pairs of white space and text.
        self._current = []
        self._header_length = header_length
        self._initial = header_length

    def _length(self):
        return self._initial + sum(len(space) + len(text) for space, text in self._current)

    def text(self, linesep):
        self.end_line()
        return linesep.join(self._done)

    def end_line(self):
        if self._current and self._current[-1] == (" ", ""):
            self._current.pop()
        if self._length() > 0:
            line = self._joined()
            if self._initial == 0 and line.isspace() and self._done:
                self._done[-1] += line
            else:
                self._done.append(line)
        self._current = []
        self._initial = 0

    def _joined(self):
        return "".join([space + text for space, text in self._current])

    def space(self):
        self._current.append((" ", ""))

    def feed(self, space, text, charset):
        if charset.header_encoding is None:
            self._feed_plain(space, text)
            return
        words = charset.header_encode_lines(text, self._room())
        if not words:
            return
        first = words.pop(0)
        if first is not None:
            self._append(space, first)
        if not words:
            return
        last = words.pop()
        self.end_line()
        self._current.append((self.indent, last))
        for word in words:
            self._done.append(self.indent + word)

    def _room(self):
        yield self._most - self._length()
        while True:
            yield self._most - self._indent_length

    def _feed_plain(self, space, text):
        parts = re.split(r"([ \t]+)", space + text)
        if parts[0]:
            parts[:0] = [""]
        else:
            parts.pop(0)
        for gap, part in zip(*[iter(parts)] * 2):
            self._append(gap, part)

    def _append(self, space, text):
        self._current.append((space, text))
        if self._length() <= self._most:
            return
        place = self._place_to_cut()
        if place is not None:
            rest = self._current[place:]
            del self._current[place:]
            self._done.append(self._joined())
            self._current = rest
            self._initial = 0
            return
        self._current.pop()
        if self._initial > 0:
            # The header's name stays on a line of its own.
            self.end_line()
            space = space or " "
        self._current.append((space, text))

    def _place_to_cut(self):
        """Behind one of the characters, the last place of the first of them that there is."""
        for split in self._splits:
            for place in range(len(self._current) - 1, 0, -1):
                space = self._current[place][0]
                before = self._current[place - 1][1]
                if split.isspace() and space[:1] == split or before[-1:] == split:
                    return place
        return None
