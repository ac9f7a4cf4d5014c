"""The rest of _io: what io has too. It's asked when somebody wants it, since io's own modules need _io."""

_NAMES = (
    "BlockingIOError", "BufferedRandom", "BufferedRWPair", "BytesIO", "DEFAULT_BUFFER_SIZE", "FileIO", "IncrementalNewlineDecoder", "StringIO",
    "UnsupportedOperation", "open", "open_code", "text_encoding",
)
_BASES = {"_BufferedIOBase": "BufferedIOBase", "_IOBase": "IOBase", "_RawIOBase": "RawIOBase", "_TextIOBase": "TextIOBase"}


def __getattr__(name):
    if name not in _NAMES and name not in _BASES:
        raise AttributeError(f"module '_io' has no attribute {name!r}")
    import io
    return getattr(io, _BASES.get(name, name))
