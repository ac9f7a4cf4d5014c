"""Strings: basic and literal ones, of one line or several."""

from tomllib._source import ILLEGAL_IN_LINE, ILLEGAL_IN_LINES

_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_DIGITS = {"u": 4, "U": 8}
_HEX = frozenset("0123456789abcdefABCDEF")


def read_string(source):
    """A string that begins at the place."""
    quote = source.next
    if source.starts(quote * 3):
        source.place += 3
        if source.next == "\n":
            source.place += 1
        return _read_lines(source, quote)
    return _read_line(source, quote)


def _read_line(source, quote):
    source.place += 1
    return _read_until(source, quote, quote, ILLEGAL_IN_LINE)


def _read_lines(source, quote):
    result = _read_until(source, quote, quote * 3, ILLEGAL_IN_LINES)
    # Up to two quotes may stand before the three at the end.
    for _ in range(2):
        if source.next == quote:
            source.place += 1
            result += quote
    return result


def _read_until(source, quote, end, illegal):
    parts = []
    start = source.place
    while True:
        letter = source.next
        if not letter:
            raise source.error("Unterminated string" if quote == '"' else f"Expected {end!r}")
        if source.starts(end):
            parts.append(source.text[start:source.place])
            source.place += len(end)
            return "".join(parts)
        if letter == "\\" and quote == '"':
            parts.append(source.text[start:source.place])
            parts.append(_read_escape(source, len(end) == 3))
            start = source.place
            continue
        if letter in illegal:
            raise source.error(f"Illegal character {letter!r}" if quote == '"' else f"Found invalid character {letter!r}")
        source.place += 1


def _read_escape(source, is_of_lines):
    escape = source.text[source.place:source.place + 2]
    source.place += 2
    if is_of_lines and escape[1:] in (" ", "\t", "\n"):
        # The line's end and all white space behind it are left out.
        if escape != "\\\n":
            source.skip_blanks()
            if not source.next:
                return ""
            if source.next != "\n":
                raise source.error("Unescaped '\\' in a string")
            source.place += 1
        source.skip(" \t\n")
        return ""
    letter = escape[1:]
    if letter in _DIGITS:
        return _read_code(source, _DIGITS[letter])
    if letter not in _ESCAPES:
        raise source.error("Unescaped '\\' in a string")
    return _ESCAPES[letter]


def _read_code(source, count):
    digits = source.text[source.place:source.place + count]
    if len(digits) != count or not _HEX.issuperset(digits):
        raise source.error("Invalid hex value")
    source.place += count
    code = int(digits, 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise source.error("Escaped character is not a Unicode scalar value")
    return chr(code)
