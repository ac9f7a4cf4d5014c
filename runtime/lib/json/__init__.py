"""JSON: text for values and values for text."""

from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

_default_encoder = JSONEncoder(skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, indent=None,
                               separators=None, default=None)
_default_decoder = JSONDecoder(object_hook=None, object_pairs_hook=None)


def _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys, kw):
    """The shared encoder where all options are the defaults, else a new one."""
    if (not skipkeys and ensure_ascii and check_circular and allow_nan and cls is None and indent is None
            and separators is None and default is None and not sort_keys and not kw):
        return _default_encoder
    if cls is None:
        cls = JSONEncoder
    return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
               indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    """Writes the value as JSON to a file."""
    encoder = _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys, kw)
    for chunk in encoder.iterencode(obj):
        fp.write(chunk)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """The value as JSON."""
    encoder = _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys, kw)
    return encoder.encode(obj)


# Byte order marks. That of UTF-16 may begin one of UTF-32.
_MARKS = {
    b"\x00\x00\xfe\xff": "utf-32", b"\xff\xfe\x00\x00": "utf-32", b"\xfe\xff": "utf-16", b"\xff\xfe": "utf-16",
    b"\xef\xbb\xbf": "utf-8-sig",
}


def detect_encoding(b):
    """The encoding of JSON in bytes, by its mark or by where its zeros are: the first two characters are in ASCII."""
    for mark, encoding in _MARKS.items():
        if b.startswith(mark):
            return encoding
    size = len(b)
    if size < 2 or size == 3 or (b[0] and b[1]):
        return "utf-8"
    is_little = b[0] != 0
    other_half = b[2:4] if is_little else b[1:2]
    is_wide = size > 2 and not any(other_half)
    return f"utf-{32 if is_wide else 16}-{'le' if is_little else 'be'}"


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    """The value of the JSON in a file."""
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """The value of JSON in a str or bytes."""
    text = s if isinstance(s, str) else _decoded(s)
    if text is s and s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    if cls is None and not kw and object_hook is object_pairs_hook is parse_float is parse_int is parse_constant is None:
        return _default_decoder.decode(text)
    hooks = {
        "object_hook": object_hook, "object_pairs_hook": object_pairs_hook, "parse_float": parse_float, "parse_int": parse_int,
        "parse_constant": parse_constant,
    }
    kw.update({name: hook for name, hook in hooks.items() if hook is not None})
    return (JSONDecoder if cls is None else cls)(**kw).decode(text)


def _decoded(data):
    if not hasattr(data, "decode"):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {data.__class__.__name__}")
    return data.decode(detect_encoding(data), "surrogatepass")
