"""The values of string literals."""

import unicodedata

_SIMPLE = {"\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\n": ""}
_LENGTHS = {"x": 2, "u": 4, "U": 8}
_HEX = "0123456789abcdefABCDEF"


class _BadEscape(Exception):
    """(bytes in front, bytes of the escape, what's wrong)"""


def _count_bytes(text):
    """As CPython counts places in errors: what isn't ASCII becomes an escape of ten letters first."""
    return sum([1 if letter.isascii() else 10 for letter in text])


def _unescaped(contents, is_bytes):
    result = []
    place = 0
    while place < len(contents):
        letter = contents[place]
        if letter != "\\":
            result.append(letter)
            place += 1
            continue
        begin = place
        letter = contents[place + 1]
        place += 2
        if letter in _SIMPLE:
            result.append(_SIMPLE[letter])
        elif letter in "01234567":
            end = place
            while end < place + 2 and contents[end:end + 1] in tuple("01234567"):
                end += 1
            code = int(contents[place - 1:end], 8)
            result.append(chr(code & 0xFF if is_bytes else code))
            place = end
        elif letter in _LENGTHS and (letter == "x" or not is_bytes):
            length = _LENGTHS[letter]
            end = place
            while end < place + length and contents[end:end + 1] and contents[end] in _HEX:
                end += 1
            if end < place + length:
                raise _BadEscape(contents[:begin], contents[begin:end], f"truncated \\{letter}{letter.upper() * length} escape")
            code = int(contents[place:end], 16)
            if code > 0x10FFFF:
                raise _BadEscape(contents[:begin], contents[begin:end], "illegal Unicode character")
            result.append(chr(code))
            place = end
        elif letter == "N" and not is_bytes:
            end = contents.find("}", place)
            if contents[place:place + 1] != "{" or end < 0:
                raise _BadEscape(contents[:begin], contents[begin:place], "malformed \\N character escape")
            try:
                result.append(unicodedata.lookup(contents[place + 1:end]))
            except KeyError:
                raise _BadEscape(contents[:begin], contents[begin:end + 1], "unknown Unicode character name") from None
            place = end + 1
        else:
            result.append("\\" + letter)
    return "".join(result)


def value_of(source, tokens):
    """The value of literals side by side."""
    begin = tokens[0].begin
    end = tokens[-1].end
    is_bytes = "b" in tokens[0].prefix
    parts = []
    for token in tokens:
        if ("b" in token.prefix) != is_bytes:
            raise source.error("cannot mix bytes and nonbytes literals", tokens[0].begin, end)
        contents = token.contents
        if is_bytes and not contents.isascii():
            raise source.error("bytes can only contain ASCII literal characters", token.begin, token.end)
        if "r" in token.prefix:
            parts.append(contents)
            continue
        try:
            parts.append(_unescaped(contents, is_bytes))
        except _BadEscape as bad:
            before, escape, reason = bad.args
            first = _count_bytes(before)
            if is_bytes:
                raise source.error(f"(value error) invalid \\x escape at position {first}", begin, end) from None
            last = first + len(escape) - 1
            where = f"in position {first}-{last}" if last > first else f"0x5c in position {first}"
            plural = "bytes" if last > first else "byte"
            raise source.error(f"(unicode error) 'unicodeescape' codec can't decode {plural} {where}: {reason}", begin, end) from None
    text = "".join(parts)
    return text.encode("latin-1") if is_bytes else text
