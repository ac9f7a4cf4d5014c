"""Text over streams of bytes."""

import _plain_codecs
from _support import name_with_module
from io._base import IOBase, TextIOBase, UnsupportedOperation, size_or_all
from io._exit import flushed_at_exit, forget
from io._memory import line_end, line_ends_seen

_CHUNK = 8192
# Encodings that can be decoded a part at a time: those of one byte a character, and UTF-8.
_ONE_BYTE = frozenset(("latin1", "iso88591", "ascii", "usascii", "cp1252", "cp437", "cp850", "iso885915"))
_UTF_8 = frozenset(("utf8", "u8", "cp65001"))
_EXACT_ERRORS = frozenset(("strict", "surrogateescape", "surrogatepass"))


def _plain(encoding):
    return encoding.lower().replace("-", "").replace("_", "").replace(" ", "")


def _whole_characters(data):
    """How many bytes of UTF-8 there are before a character that isn't complete yet."""
    for back in range(1, min(4, len(data) + 1)):
        byte = data[-back]
        if byte < 0x80:
            return len(data)
        if byte >= 0xC0:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return len(data) - back if length > back else len(data)
    return len(data)


class TextIOWrapper(TextIOBase):
    """Text that is decoded from and encoded to a stream of bytes.

    `_text` was decoded and `_place` is how far it has been read; where lines' ends were translated in it, `_raw` is as it was before.
    """

    __module__ = "_io"
    _CHUNK_SIZE = _CHUNK

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"TextIOWrapper() argument 'newline' must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        if encoding is None or encoding == "locale":
            encoding = "UTF-8"
        elif not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        "".encode(encoding)
        self._buffer = buffer
        self._line_buffering = line_buffering
        self._write_through = write_through
        self._set_decoding(encoding, errors or "strict", newline)
        self._pending = []
        self._pending_size = 0
        self._telling = self._seekable = buffer.seekable()
        self._has_read1 = hasattr(buffer, "read1")
        if buffer.writable():
            flushed_at_exit(self)

    def _set_decoding(self, encoding, errors, newline):
        self._encoding = encoding
        self._errors = errors
        self._newline = newline
        self._end = newline if newline is not None else "\n"
        self._written_end = newline if newline not in (None, "") else "\n"
        plain = _plain(encoding)
        self._is_utf_8 = plain in _UTF_8
        self._is_whole = not self._is_utf_8 and plain not in _ONE_BYTE
        self._seen = 0
        self._mark_due = plain in ("utf16", "utf32", "utf8sig")
        self._reset()

    def _reset(self):
        """Nothing has been read ahead."""
        self._text = ""
        self._place = 0
        self._raw = None
        self._undecoded = b""
        self._held_back = False
        self._at_end = False

    @property
    def buffer(self):
        return self._buffer

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def newlines(self):
        return line_ends_seen(self._seen)

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def name(self):
        return self._buffer.name

    @property
    def closed(self):
        return self._buffer is not None and self._buffer.closed

    def _check_open(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        if self._buffer.closed:
            raise ValueError("I/O operation on closed file.")

    def readable(self):
        """Whether it can be read."""
        return self._buffer.readable()

    def writable(self):
        """Whether it can be written."""
        return self._buffer.writable()

    def seekable(self):
        """Whether it can go to a place."""
        self._check_open()
        return self._seekable

    def fileno(self):
        """The descriptor."""
        return self._buffer.fileno()

    def isatty(self):
        """Whether it's a terminal."""
        return self._buffer.isatty()

    # Writing.

    def write(self, text, /):
        """Takes text; how many characters."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._check_open()
        if not self._buffer.writable():
            raise UnsupportedOperation("not writable")
        size = len(text)
        has_line = "\n" in text
        ends_line = self._line_buffering and (has_line or "\r" in text)
        if has_line and self._written_end != "\n":
            text = text.replace("\n", self._written_end)
        data = self._encoded(text)
        if self._text:
            self._reset()
        self._pending.append(data)
        self._pending_size += len(data)
        if self._pending_size > _CHUNK or ends_line or self._write_through:
            self._write_pending()
        if ends_line:
            self._buffer.flush()
        return size

    def _encoded(self, text):
        """The text's bytes; the mark for the byte order comes first in a file only."""
        data = _plain_codecs.encode(text, self._encoding, self._errors)
        if self._mark_due:
            if self._seekable and self._buffer.tell():
                self._drop_mark = True
            else:
                self._drop_mark = False
            self._mark_due = False
            return data if not self._drop_mark else data[len("".encode(self._encoding)):]
        if _plain(self._encoding) in ("utf16", "utf32", "utf8sig"):
            return data[len("".encode(self._encoding)):]
        return data

    def _write_pending(self):
        if self._pending:
            data = b"".join(self._pending)
            self._pending = []
            self._pending_size = 0
            self._buffer.write(data)

    def flush(self):
        """Writes what's kept back."""
        self._check_open()
        self._telling = self._seekable
        self._write_pending()
        self._buffer.flush()

    def _warn_of_loss(self, source):
        if isinstance(self._buffer, IOBase):
            self._buffer._warn_of_loss(source)

    def close(self):
        """Flushes and closes."""
        if self._buffer is None or self._buffer.closed:
            return
        try:
            self.flush()
        finally:
            forget(self)
            self._buffer.close()

    def detach(self):
        """Gives away the stream of bytes."""
        self.flush()
        buffer, self._buffer = self._buffer, None
        forget(self)
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        """Changes how text is encoded, from here on."""
        if self._text and (encoding is not None or errors is not None or newline is not ...):
            raise UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
        self.flush()
        if errors is None:
            errors = self._errors if encoding is None else "strict"
        self._set_decoding(encoding or self._encoding, errors, self._newline if newline is ... else newline)
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)

    # Reading.

    def _check_readable(self):
        self._check_open()
        if not self._buffer.readable():
            raise UnsupportedOperation("not readable")
        if self._pending:
            self._write_pending()
            self._buffer.flush()

    def _decoded(self, data, is_last):
        """What the bytes give, with those before that were left over."""
        if self._undecoded:
            data = self._undecoded + data
        if self._is_utf_8 and not is_last:
            end = _whole_characters(data)
            self._undecoded = data[end:]
            data = data[:end]
        else:
            self._undecoded = b""
        return _plain_codecs.decode(data, self._encoding, self._errors)

    def _append(self, text, is_last):
        """Puts text that was decoded behind what's there."""
        rest = self._text[self._place:]
        raw_rest = rest if self._raw is None else self._raw[self._raw_place():]
        if self._held_back:
            text = "\r" + text
            raw_rest = raw_rest[:-1] if raw_rest.endswith("\r") else raw_rest
            self._held_back = False
        self._place = 0
        if self._newline:
            self._raw = None
            self._text = rest + text
            return
        raw = raw_rest + text
        if not is_last and text.endswith("\r"):
            # It may be half of a line's end.
            self._held_back = True
            text = text[:-1]
        if "\r" in text:
            self._note_line_ends(text)
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif not self._seen & 2 and "\n" in text:
            self._seen |= 2
        self._text = rest + text
        self._raw = raw if len(raw) != len(self._text) or "\r" in raw else None

    def _note_line_ends(self, text):
        pairs = text.count("\r\n")
        self._seen |= (4 if pairs else 0) | (1 if text.count("\r") > pairs else 0) | (2 if text.count("\n") > pairs else 0)

    def _raw_place(self):
        """How far `_raw` has been read."""
        if self._newline is not None:
            return self._place
        place = 0
        raw = self._raw
        for _ in range(self._place):
            place += 2 if raw[place] == "\r" and raw[place + 1:place + 2] == "\n" else 1
        return place

    def _more(self):
        """Reads and decodes another chunk; False at the end."""
        if self._at_end:
            return False
        if self._is_whole:
            data = self._buffer.read()
            self._at_end = True
        else:
            data = self._buffer.read1(_CHUNK) if self._has_read1 else self._buffer.read(_CHUNK)
        is_last = not data or self._at_end
        self._append(self._decoded(data or b"", is_last), is_last)
        if is_last:
            self._at_end = self._is_whole
        return bool(data)

    def read(self, size=-1, /):
        """So many characters, or all up to the end."""
        self._check_readable()
        size = size_or_all(size)
        if size < 0:
            data = b"" if self._at_end and self._is_whole else self._buffer.read()
            self._append(self._decoded(data or b"", True), True)
            self._at_end = self._is_whole
            text = self._text[self._place:] if self._place else self._text
            self._text = ""
            self._place = 0
            self._raw = None
            return text
        while len(self._text) - self._place < size and self._more():
            pass
        text = self._text[self._place:self._place + size]
        self._place += len(text)
        return text

    def readline(self, size=-1, /):
        """A line, up to so many characters."""
        self._check_readable()
        return self._line(size_or_all(size))

    def _line(self, size):
        end = line_end(self._text, self._place, self._end)
        if self._end != "\n":
            end = self._settled_end(end)
        while end < 0 and not 0 <= size <= len(self._text) - self._place and self._more():
            end = line_end(self._text, self._place, self._end)
            if self._end != "\n":
                end = self._settled_end(end)
        if end < 0:
            end = len(self._text)
        if size >= 0:
            end = min(end, self._place + size)
        line = self._text[self._place:end]
        self._place = end
        return line

    def _settled_end(self, end):
        """A carriage return at the very end may be half of a line's end."""
        return -1 if end == len(self._text) and self._held_back else end

    def __next__(self):
        self._telling = False
        place = self._place
        end = self._text.find("\n", place) + 1
        if end and self._end == "\n" and not self._pending and not self._buffer.closed:
            self._place = end
            return self._text[place:end]
        self._check_readable()
        line = self._line(-1)
        if not line:
            self._telling = self._seekable
            raise StopIteration
        return line

    # Places.

    def tell(self):
        """The place, as a number for `seek`."""
        self._check_open()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        place = self._buffer.tell()
        if not self._text and not self._undecoded:
            return place
        rest = self._text[self._place:] if self._raw is None else self._raw[self._raw_place():]
        if rest and (self._is_whole or self._errors not in _EXACT_ERRORS):
            raise NotImplementedError(f"aiocc: tell() in the midst of {self._encoding} text with errors={self._errors!r} isn't supported")
        return place - len(self._undecoded) - len(rest.encode(self._encoding, self._errors))

    def seek(self, cookie, whence=0, /):
        """Goes to a place that `tell` gave, to the beginning or to the end."""
        self._check_open()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie = self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            self._reset()
            return self._buffer.seek(0, 2)
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self.flush()
        self._buffer.seek(cookie)
        self._reset()
        self._mark_due = cookie == 0 and _plain(self._encoding) in ("utf16", "utf32", "utf8sig")
        return cookie

    def truncate(self, size=None, /):
        """Cuts what's behind the size, or the place."""
        self.flush()
        return self._buffer.truncate(self.tell() if size is None else size)

    def __repr__(self):
        parts = ["<_io.TextIOWrapper"]
        for attribute in ("name", "mode"):
            value = getattr(self, attribute, None)
            if value is not None:
                parts.append(f"{attribute}={value!r}")
        return " ".join(parts) + f" encoding={self._encoding!r}>"


name_with_module(TextIOWrapper)
