"""Reading JSON."""

from _json import scan

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")

_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WHITESPACE = " \t\n\r"
_DIGITS = frozenset("0123456789")
_HEX_DIGITS = frozenset("0123456789abcdefABCDEF")


class JSONDecodeError(ValueError):
    """What's wrong (`msg`) with which text (`doc`), and where (`pos`, `lineno`, `colno`)."""

    def __init__(self, msg, doc, pos):
        before = doc[:pos] if pos >= 0 else doc
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = before.count("\n") + 1
        self.colno = pos - before.rfind("\n")
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _hex_code(text, place):
    """The number of four hexadecimal digits after `\\u`, which is at `place - 1`."""
    digits = text[place + 1:place + 5]
    if len(digits) == 4:
        for char in digits:
            if char not in _HEX_DIGITS:
                break
        else:
            return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", text, place)


def _scan_escape(text, place, begin):
    """The character of the escape after the backslash before `place`, and where it ends."""
    if place >= len(text):
        raise JSONDecodeError("Unterminated string starting at", text, begin)
    escape = text[place]
    if escape != "u":
        char = _ESCAPES.get(escape)
        if char is None:
            raise JSONDecodeError("Invalid \\escape", text, place - 1)
        return char, place + 1
    code = _hex_code(text, place)
    end = place + 5
    if 0xD800 <= code <= 0xDBFF and text.startswith("\\u", end):
        low = _hex_code(text, end + 1)
        if 0xDC00 <= low <= 0xDFFF:
            code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00))
            end += 6
    return chr(code), end


def scanstring(s, end, strict=True):
    """The str after the quote before `end`, and where it ends; control characters only if not `strict`."""
    begin = end - 1
    size = len(s)
    chunks = []
    start = end
    place = end
    while True:
        # The next quote, backslash or control character.
        while place < size:
            char = s[place]
            if char == '"' or char == "\\" or char < " ":
                break
            place += 1
        else:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if char == '"':
            if not chunks:
                return s[start:place], place + 1
            chunks.append(s[start:place])
            return "".join(chunks), place + 1
        if char == "\\":
            chunks.append(s[start:place])
            decoded, place = _scan_escape(s, place + 1, begin)
            chunks.append(decoded)
            start = place
        else:
            if strict:
                raise JSONDecodeError("Invalid control character at", s, place)
            place += 1


py_scanstring = scanstring


def _skip_space(text, place):
    size = len(text)
    while place < size and text[place] in _WHITESPACE:
        place += 1
    return place


def _number_end(text, place):
    """Where the number ends, and whether it's an integer; -1 where there is no number."""
    size = len(text)
    if place < size and text[place] == "-":
        place += 1
    if place >= size or text[place] not in _DIGITS:
        return -1, True
    if text[place] == "0":
        place += 1
    else:
        while place < size and text[place] in _DIGITS:
            place += 1
    is_integer = True
    if place + 1 < size and text[place] == "." and text[place + 1] in _DIGITS:
        is_integer = False
        place += 1
        while place < size and text[place] in _DIGITS:
            place += 1
    if place < size and text[place] in "eE":
        after = place + 1
        if after < size and text[after] in "+-":
            after += 1
        if after < size and text[after] in _DIGITS:
            is_integer = False
            place = after
            while place < size and text[place] in _DIGITS:
                place += 1
    return place, is_integer


class JSONDecoder:
    """Reads JSON; the hooks are called for each object, number and constant."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_pairs_hook, self.object_hook = object_pairs_hook, object_hook
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.parse_int, self.parse_float = parse_int or int, parse_float or float
        self.strict, self.memo = strict, {}
        self.scan_once = self._scan_once

    def decode(self, s):
        """The value of the whole text."""
        value, end = self.raw_decode(s, _skip_space(s, 0))
        if end < len(s):
            rest = _skip_space(s, end)
            if rest < len(s):
                raise JSONDecodeError("Extra data", s, rest)
        return value

    def raw_decode(self, s, idx=0):
        """The value that begins at `idx`, and where it ends."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None

    def _scan_once(self, text, place):
        """StopIteration with the place where no value begins."""
        if place < 0:
            raise ValueError("idx cannot be negative")
        if type(text) is str and self._has_no_hooks():
            found = scan(text, place, bool(self.strict))
            if found is not None:
                return found
        keys = {}
        return self._scan_value(text, place, keys)

    def _has_no_hooks(self):
        return (self.object_hook is None and self.object_pairs_hook is None and self.parse_float is float
                and self.parse_int is int)

    def _scan_value(self, text, place, keys):
        if place >= len(text):
            raise StopIteration(place)
        char = text[place]
        if char == '"':
            return scanstring(text, place + 1, self.strict)
        if char == "{":
            return self._scan_object(text, place + 1, keys)
        if char == "[":
            return self._scan_array(text, place + 1, keys)
        if char == "n" and text.startswith("null", place):
            return None, place + 4
        if char == "t" and text.startswith("true", place):
            return True, place + 4
        if char == "f" and text.startswith("false", place):
            return False, place + 5
        end, is_integer = _number_end(text, place)
        if end >= 0:
            number = text[place:end]
            return (self.parse_int(number) if is_integer else self.parse_float(number)), end
        for name in _CONSTANTS:
            if text.startswith(name, place):
                return self.parse_constant(name), place + len(name)
        raise StopIteration(place)

    def _value_or_error(self, text, place, keys):
        try:
            return self._scan_value(text, place, keys)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", text, err.value) from None

    def _scan_object(self, text, place, keys):
        pairs = []
        place = _skip_space(text, place)
        if text.startswith("}", place):
            return self._make_object(pairs), place + 1
        while True:
            if not text.startswith('"', place):
                raise JSONDecodeError("Expecting property name enclosed in double quotes", text, place)
            key, place = scanstring(text, place + 1, self.strict)
            key = keys.setdefault(key, key)
            place = _skip_space(text, place)
            if not text.startswith(":", place):
                raise JSONDecodeError("Expecting ':' delimiter", text, place)
            value, place = self._value_or_error(text, _skip_space(text, place + 1), keys)
            pairs.append((key, value))
            place = _skip_space(text, place)
            if text.startswith("}", place):
                return self._make_object(pairs), place + 1
            if not text.startswith(",", place):
                raise JSONDecodeError("Expecting ',' delimiter", text, place)
            comma = place
            place = _skip_space(text, place + 1)
            if text.startswith("}", place):
                raise JSONDecodeError("Illegal trailing comma before end of object", text, comma)

    def _make_object(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        if self.object_hook is not None:
            return self.object_hook(made)
        return made

    def _scan_array(self, text, place, keys):
        values = []
        place = _skip_space(text, place)
        if text.startswith("]", place):
            return values, place + 1
        while True:
            value, place = self._value_or_error(text, place, keys)
            values.append(value)
            place = _skip_space(text, place)
            if text.startswith("]", place):
                return values, place + 1
            if not text.startswith(",", place):
                raise JSONDecodeError("Expecting ',' delimiter", text, place)
            comma = place
            place = _skip_space(text, place + 1)
            if text.startswith("]", place):
                raise JSONDecodeError("Illegal trailing comma before end of array", text, comma)
