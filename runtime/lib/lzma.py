"""Data in the formats of xz. Filters of one's own aren't supported, and with them neither is FORMAT_RAW."""

import _compress
from _compressed_file import CompressedFile, Compressor, Decompressor, opened

__all__ = [
    "CHECK_NONE", "CHECK_CRC32", "CHECK_CRC64", "CHECK_SHA256", "CHECK_ID_MAX", "CHECK_UNKNOWN", "FILTER_LZMA1", "FILTER_LZMA2",
    "FILTER_DELTA", "FILTER_X86", "FILTER_IA64", "FILTER_ARM", "FILTER_ARMTHUMB", "FILTER_POWERPC", "FILTER_SPARC", "FORMAT_AUTO",
    "FORMAT_XZ", "FORMAT_ALONE", "FORMAT_RAW", "MF_HC3", "MF_HC4", "MF_BT2", "MF_BT3", "MF_BT4", "MODE_FAST", "MODE_NORMAL",
    "PRESET_DEFAULT", "PRESET_EXTREME", "LZMACompressor", "LZMADecompressor", "LZMAFile", "LZMAError", "open", "compress", "decompress",
    "is_check_supported",
]

FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW = 0, 1, 2, 3
CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256, CHECK_ID_MAX, CHECK_UNKNOWN = 0, 1, 4, 10, 15, 16
FILTER_DELTA, FILTER_X86, FILTER_POWERPC, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC = 3, 4, 5, 6, 7, 8, 9
FILTER_LZMA1, FILTER_LZMA2 = 0x4000000000000001, 33
MF_HC3, MF_HC4, MF_BT2, MF_BT3, MF_BT4 = 3, 4, 18, 19, 20
MODE_FAST, MODE_NORMAL = 1, 2
PRESET_DEFAULT, PRESET_EXTREME = 6, 0x80000000

# The library's numbers of errors.
_TEXTS = {
    6: "Memory usage limit exceeded",
    7: "Input format not supported by decoder",
    8: "Invalid or unsupported options",
    9: "Corrupt input data",
    10: "Insufficient buffer space",
    11: "Internal error",
}
_MEMORY_ERROR = 5


class LZMAError(Exception):
    """The data is broken, or in another format."""

    __module__ = "_lzma"


def _checked(answer):
    """What the library gave, unless that's the number of an error."""
    if not isinstance(answer, int):
        return answer
    if answer == _MEMORY_ERROR:
        raise MemoryError
    raise LZMAError(_TEXTS.get(answer, f"Unrecognized error from liblzma: {answer}"))


def _refuse(format, filters):
    if filters is not None or format == FORMAT_RAW:
        raise NotImplementedError("aiocc: filters of lzma aren't supported")


class LZMACompressor(Compressor):
    """Compresses data piece by piece."""

    __module__ = "_lzma"
    _checked = staticmethod(_checked)

    def __init__(self, format=FORMAT_XZ, check=-1, preset=None, filters=None):
        if preset is not None and filters is not None:
            raise ValueError("Cannot specify both preset and filter chain")
        _refuse(format, filters)
        if format not in (FORMAT_XZ, FORMAT_ALONE):
            raise ValueError(f"Invalid container format: {format}")
        if format == FORMAT_ALONE and check not in (-1, CHECK_NONE):
            raise ValueError("Integrity checks are only supported by FORMAT_XZ")
        self._codec = _compress.xz_compressor(format, check, PRESET_DEFAULT if preset is None else preset)
        if self._codec is None:
            raise LZMAError("Invalid or unsupported options")


class LZMADecompressor(Decompressor):
    """Decompresses a stream piece by piece."""

    __module__ = "_lzma"
    _checked = staticmethod(_checked)
    _end_text = "Already at end of stream"

    def __init__(self, format=FORMAT_AUTO, memlimit=None, filters=None):
        _refuse(format, filters)
        if format not in (FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE):
            raise ValueError(f"Invalid container format: {format}")
        self._codec = _compress.xz_decompressor(format, -1 if memlimit is None else memlimit)
        if self._codec is None:
            raise MemoryError

    @property
    def check(self):
        return self._codec.check


class LZMAFile(CompressedFile):
    """A file in a format of xz's."""

    def __init__(self, filename=None, mode="r", *, format=None, check=-1, preset=None, filters=None):
        if mode in ("r", "rb"):
            if check != -1:
                raise ValueError("Cannot specify an integrity check when opening a file for reading")
            if preset is not None:
                raise ValueError("Cannot specify a preset compression level when opening a file for reading")
            format = FORMAT_AUTO if format is None else format
            self._open(filename, mode)
            self._read_by(lambda: LZMADecompressor(format=format, filters=filters), LZMAError)
        elif mode in ("w", "wb", "a", "ab", "x", "xb"):
            compressor = LZMACompressor(FORMAT_XZ if format is None else format, check, preset, filters)
            self._open(filename, mode)
            self._write_by(compressor)
        else:
            raise ValueError(f"Invalid mode: {mode!r}")


def open(filename, mode="rb", *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None, newline=None):
    """A file of bytes, or of text for a mode with `t`."""

    def make(name, plain):
        return LZMAFile(name, plain, format=format, check=check, preset=preset, filters=filters)

    return opened(make, filename, mode, encoding, errors, newline)


def is_check_supported(check_id, /):
    """Whether there's a checksum of that number."""
    return check_id in (CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256)


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    """The data in a format of xz's."""
    compressor = LZMACompressor(format, check, preset, filters)
    return compressor.compress(data) + compressor.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """The data behind one or more streams."""
    parts = []
    while True:
        decompressor = LZMADecompressor(format, memlimit, filters)
        try:
            parts.append(decompressor.decompress(data))
        except LZMAError:
            if parts:
                break
            raise
        if not decompressor.eof:
            raise LZMAError("Compressed data ended before the end-of-stream marker was reached")
        data = decompressor.unused_data
        if not data:
            break
    return b"".join(parts)
