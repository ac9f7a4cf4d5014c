"""Streams: files, bytes and text in memory."""

from _fspath import fspath
from io._base import (
    DEFAULT_BUFFER_SIZE, SEEK_CUR, SEEK_END, SEEK_SET, BufferedIOBase, IOBase, RawIOBase, TextIOBase, UnsupportedOperation,
)
from io._buffered import BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter
from io._file import FileIO
from io._memory import BytesIO, StringIO
from io._newlines import IncrementalNewlineDecoder
from io._text import TextIOWrapper
from builtins import open
from _io import TextIOWrapper as _StandardText, BufferedReader as _StandardReader, BufferedWriter as _StandardWriter

__all__ = [
    "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader",
    "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET",
    "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding", "IncrementalNewlineDecoder",
]

BlockingIOError = BlockingIOError

# The standard streams are the runtime's own.
TextIOWrapper.register(_StandardText)
BufferedReader.register(_StandardReader)
BufferedWriter.register(_StandardWriter)


def text_encoding(encoding, stacklevel=2, /):
    """The encoding, or that of the locale."""
    return "locale" if encoding is None else encoding


def open_code(path):
    """Opens a file of code."""
    return open(path, "rb")


def _checked_mode(mode, encoding, errors, newline):
    """Whether a file of this mode is binary; ValueError for modes that are none."""
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    is_binary = "b" in letters
    if is_binary and "t" in letters:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set("xrwa")) != 1:
        if letters & set("xrwa") or "+" in letters or not letters:
            raise ValueError("must have exactly one of create/read/write/append mode" if letters & set("xrwa") else
                             "Must have exactly one of create/read/write/append mode and at most one plus")
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if is_binary:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                article = "an" if name in ("encoding", "errors") else "a"
                raise ValueError(f"binary mode doesn't take {article} {name} argument")
    return is_binary


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """What the builtin `open` does."""
    for name, value in (("mode", mode), ("encoding", encoding), ("errors", errors), ("newline", newline)):
        if not isinstance(value, str) and (name == "mode" or value is not None):
            wanted = "str" if name == "mode" else "str or None"
            raise TypeError(f"open() argument {name!r} must be {wanted}, not {type(value).__name__}")
    if not isinstance(file, int):
        file = fspath(file)
    is_binary = _checked_mode(mode, encoding, errors, newline)
    if is_binary and buffering == 1:
        import warnings
        warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used", RuntimeWarning, 2)
    raw = FileIO(file, mode.replace("b", "").replace("t", ""), closefd, opener)
    result = raw
    try:
        is_terminal = buffering < 0 and raw.isatty()
        if buffering == 0:
            if is_binary:
                return raw
            raise ValueError("can't have unbuffered text I/O")
        size = buffering if buffering > 1 else max(raw._blksize, DEFAULT_BUFFER_SIZE)
        if "+" in mode:
            result = BufferedRandom(raw, size)
        else:
            result = BufferedReader(raw, size) if "r" in mode else BufferedWriter(raw, size)
        if is_binary:
            return result
        result = TextIOWrapper(result, encoding, errors, newline, buffering == 1 or is_terminal)
        result.mode = mode
        return result
    except BaseException:
        result.close()
        raise
