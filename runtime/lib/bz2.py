"""Data in bzip2's format."""

import _compress
from _compressed_file import CompressedFile, opened

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]

# The library's numbers of errors.
_PARAM_ERROR, _MEMORY_ERROR, _DATA_ERROR, _MAGIC_ERROR = -2, -3, -4, -5


def _checked(answer):
    """What the library gave, unless that's the number of an error."""
    if not isinstance(answer, int):
        return answer
    if answer == _PARAM_ERROR:
        raise ValueError("Internal error - invalid parameters passed to libbzip2")
    if answer == _MEMORY_ERROR:
        raise MemoryError
    if answer in (_DATA_ERROR, _MAGIC_ERROR):
        raise OSError("Invalid data stream")
    raise OSError("Unknown I/O error")


class BZ2Compressor:
    """Compresses data piece by piece."""

    __module__ = "_bz2"

    def __init__(self, compresslevel=9, /):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        self._codec = _compress.bz2_compressor(compresslevel)

    def compress(self, data, /):
        """Takes data; what comes out so far."""
        if self._codec is None:
            raise ValueError("Compressor has been flushed")
        return _checked(self._codec.run(data, False, -1))

    def flush(self):
        """Ends the stream; what's left of it."""
        if self._codec is None:
            raise ValueError("Repeated call to flush()")
        codec, self._codec = self._codec, None
        return _checked(codec.run(b"", True, -1))


class BZ2Decompressor:
    """Decompresses a stream piece by piece."""

    __module__ = "_bz2"

    def __init__(self):
        self._codec = _compress.bz2_decompressor()

    def decompress(self, data, max_length=-1):
        """Takes data; what comes out of it, up to so many bytes."""
        if self._codec.at_end:
            raise EOFError("End of stream already reached")
        return _checked(self._codec.run(data, False, max_length))

    @property
    def eof(self):
        return self._codec.at_end

    @property
    def needs_input(self):
        return self._codec.needs_input

    @property
    def unused_data(self):
        return self._codec.unused


class BZ2File(CompressedFile):
    """A file in bzip2's format."""

    def __init__(self, filename, mode="r", *, compresslevel=9):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        plain = mode or "r"
        if plain not in ("r", "rb", "w", "wb", "x", "xb", "a", "ab"):
            raise ValueError(f"Invalid mode: {mode!r}")
        self._open(filename, plain)
        if self._mode == "rb":
            self._read_by(BZ2Decompressor, OSError)
        else:
            self._write_by(BZ2Compressor(compresslevel))


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """A file of bytes, or of text for a mode with `t`."""
    return opened(lambda name, plain: BZ2File(name, plain, compresslevel=compresslevel), filename, mode, encoding, errors, newline)


def compress(data, compresslevel=9):
    """The data in bzip2's format."""
    compressor = BZ2Compressor(compresslevel)
    return compressor.compress(data) + compressor.flush()


def decompress(data):
    """The data behind one or more streams."""
    parts = []
    while data:
        decompressor = BZ2Decompressor()
        try:
            parts.append(decompressor.decompress(data))
        except OSError:
            if parts:
                break
            raise
        if not decompressor.eof:
            raise ValueError("Compressed data ended before the end-of-stream marker was reached")
        data = decompressor.unused_data
    return b"".join(parts)
