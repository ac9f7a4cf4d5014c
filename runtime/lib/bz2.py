"""Data in bzip2's format."""

import _compress
from _compressed_file import CompressedFile, Compressor, Decompressor, opened

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


class BZ2Compressor(Compressor):
    """Compresses data piece by piece."""

    __module__ = "_bz2"
    _checked = staticmethod(_checked)

    def __init__(self, compresslevel=9, /):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        self._codec = _compress.bz2_compressor(compresslevel)


class BZ2Decompressor(Decompressor):
    """Decompresses a stream piece by piece."""

    __module__ = "_bz2"
    _checked = staticmethod(_checked)
    _end_text = "End of stream already reached"

    def __init__(self):
        self._codec = _compress.bz2_decompressor()


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
