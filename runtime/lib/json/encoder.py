"""Writing JSON."""

from _json import dump

__all__ = ["JSONEncoder"]

INFINITY = float("inf")

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPE_TABLE = {code: f"\\u{code:04x}" for code in range(32)}
for _char, _escape in _ESCAPES.items():
    _ESCAPE_TABLE[ord(_char)] = _escape


def encode_basestring(s):
    """A str as JSON, other characters than ASCII's as they are."""
    return '"' + s.translate(_ESCAPE_TABLE) + '"'


def _escape_code(code):
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}"


def encode_basestring_ascii(s):
    """A str as JSON in ASCII."""
    text = s.translate(_ESCAPE_TABLE)
    if not text.isascii() or "\x7f" in text:
        text = "".join([char if " " <= char <= "~" else _escape_code(ord(char)) for char in text])
    return '"' + text + '"'


py_encode_basestring = encode_basestring
py_encode_basestring_ascii = encode_basestring_ascii


def _indentation(indent):
    """What a line is indented by for each level; None for a single line."""
    if indent is None or isinstance(indent, str):
        return indent
    return " " * indent


class JSONEncoder:
    """Writes JSON; `default` says what other objects become."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.ensure_ascii, self.allow_nan = ensure_ascii, allow_nan
        self.skipkeys, self.sort_keys = skipkeys, sort_keys
        self.check_circular, self.indent = check_circular, indent
        if default is not None:
            self.default = default
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            # No space before the line's end.
            self.item_separator = ","

    def default(self, o):
        """What can be written in place of `o`; TypeError here."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The JSON of a value."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        text = self._dumped(o)
        if text is not None:
            return text
        writer = _Writer(self)
        writer.write(o, 0)
        return "".join(writer.chunks)

    def _dumped(self, o):
        """The JSON of a value that is all of built-in types, at once; None for all others."""
        indent = _indentation(self.indent)
        separators = self.item_separator, self.key_separator
        if type(separators[0]) is not str or type(separators[1]) is not str:
            return None
        if indent is not None and type(indent) is not str:
            return None
        options = ("a" if self.ensure_ascii else "") + ("n" if self.allow_nan else "") + ("s" if self.sort_keys else "")
        return dump(o, *separators, indent, options)

    def iterencode(self, o, _one_shot=False):
        """The same in pieces; what comes before an error is given first."""
        writer = _Writer(self)
        error = None
        try:
            writer.write(o, 0)
        except BaseException as exc:
            error = exc
        yield from writer.chunks
        if error is not None:
            raise error


class _Writer:
    """One run of an encoder."""

    def __init__(self, encoder):
        self.encoder = encoder
        self.encode_str = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.indent = _indentation(encoder.indent)
        self.chunks = []
        # The containers that are being written, by id.
        self.markers = {} if encoder.check_circular else None

    def float_text(self, value):
        if value != value:
            text = "NaN"
        elif value == INFINITY:
            text = "Infinity"
        elif value == -INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(value)
        if not self.encoder.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(value))
        return text

    def scalar_text(self, o):
        """The JSON of what isn't a container, or None."""
        if isinstance(o, str):
            return self.encode_str(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self.float_text(o)
        return None

    def write(self, o, level):
        text = self.scalar_text(o)
        if text is not None:
            self.chunks.append(text)
        elif isinstance(o, (list, tuple)):
            self.write_list(o, level)
        elif isinstance(o, dict):
            self.write_dict(o, level)
        else:
            self.enter(o)
            self.write(self.encoder.default(o), level)
            self.leave(o)

    def enter(self, o):
        if self.markers is not None:
            key = id(o)
            if key in self.markers:
                raise ValueError("Circular reference detected")
            self.markers[key] = o

    def leave(self, o):
        if self.markers is not None:
            del self.markers[id(o)]

    def line_break(self, level):
        return "\n" + self.indent * level

    def write_list(self, items, level):
        if not items:
            self.chunks.append("[]")
            return
        self.enter(items)
        chunks = self.chunks
        level += 1
        before = "["
        separator = self.encoder.item_separator
        if self.indent is not None:
            line_break = self.line_break(level)
            before += line_break
            separator += line_break
        for item in items:
            text = self.scalar_text(item)
            if text is None:
                chunks.append(before)
                self.write(item, level)
            else:
                chunks.append(before + text)
            before = separator
        if self.indent is not None:
            chunks.append(self.line_break(level - 1))
        chunks.append("]")
        self.leave(items)

    def key_text(self, key):
        """The str of a key, or None where it's skipped."""
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self.float_text(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def write_dict(self, mapping, level):
        if not mapping:
            self.chunks.append("{}")
            return
        self.enter(mapping)
        chunks = self.chunks
        chunks.append("{")
        level += 1
        separator = self.encoder.item_separator
        key_separator = self.encoder.key_separator
        if self.indent is not None:
            line_break = self.line_break(level)
            chunks.append(line_break)
            separator += line_break
        items = sorted(mapping.items()) if self.encoder.sort_keys else mapping.items()
        is_first = True
        for key, value in items:
            text = self.key_text(key)
            if text is None:
                continue
            if is_first:
                is_first = False
            else:
                chunks.append(separator)
            chunks.append(self.encode_str(text))
            chunks.append(key_separator)
            self.write(value, level)
        if self.indent is not None:
            chunks.append(self.line_break(level - 1))
        chunks.append("}")
        self.leave(mapping)
