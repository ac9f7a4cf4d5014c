"""Percent signs for what a URL can't hold."""

_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_HEX = {letters: bytes([int(letters, 16)]) for letters in [a + b for a in "0123456789ABCDEFabcdef" for b in "0123456789ABCDEFabcdef"]}


def quote(string, safe="/", encoding=None, errors=None):
    """`a b` -> `a%20b`, but for letters, digits, `_.-~` and what's in `safe`."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)
        return quote_from_bytes(string, safe)
    for name, value in (("encoding", encoding), ("errors", errors)):
        if value is not None:
            raise TypeError(f"quote() doesn't support {name!r} for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """The same with `+` for spaces, as forms are sent."""
    if (isinstance(string, str) and " " not in string) or (isinstance(string, bytes) and b" " not in string):
        return quote(string, safe, encoding, errors)
    space = " " if isinstance(safe, str) else b" "
    return quote(string, safe + space, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """Quotes bytes; the result is a str."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    kept = _UNRESERVED | {byte for byte in safe if byte < 128}
    return "".join([chr(byte) if byte in kept else f"%{byte:02X}" for byte in bs])


def unquote_to_bytes(string):
    """`a%20b` -> b"a b"."""
    if not string:
        # What has no length is no str either.
        string.split
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = string.split(b"%")
    result = [first]
    for part in rest:
        byte = _HEX.get(part[:2].decode("latin-1"))
        if byte is None:
            result.append(b"%" + part)
        else:
            result.append(byte + part[2:])
    return b"".join(result)


def _unquote_text(string, encoding, errors):
    """Runs of ASCII are unquoted and decoded; other letters are kept."""
    result = []
    run = []
    for letter in string:
        if letter.isascii():
            run.append(letter)
            continue
        if run:
            result.append(unquote_to_bytes("".join(run)).decode(encoding, errors))
            run = []
        result.append(letter)
    if run:
        result.append(unquote_to_bytes("".join(run)).decode(encoding, errors))
    return "".join(result)


def unquote(string, encoding="utf-8", errors="replace"):
    """`a%20b` -> `a b`."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode("utf-8" if encoding is None else encoding, "replace" if errors is None else errors)
    if "%" not in string:
        string.split
        return string
    return _unquote_text(string, "utf-8" if encoding is None else encoding, "replace" if errors is None else errors)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """The same with spaces for `+`."""
    return unquote(string.replace("+", " "), encoding, errors)


def _pairs_of(query):
    if hasattr(query, "items"):
        return query.items()
    try:
        is_sequence = len(query) == 0 or isinstance(query[0], tuple)
    except TypeError as error:
        raise TypeError("not a valid non-string sequence or mapping object") from error
    if not is_sequence:
        raise TypeError("not a valid non-string sequence or mapping object")
    return query


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """`{"a": 1, "b": 2}` -> `a=1&b=2`; with `doseq`, a sequence gives a field for each item."""

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    fields = []
    for name, value in _pairs_of(query):
        name = quoted(name)
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
            except TypeError:
                pass
            else:
                values = value
        for each in values:
            fields.append(name + "=" + quoted(each))
    return "&".join(fields)
