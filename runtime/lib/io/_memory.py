"""Streams in memory."""

from _support import name_with_module
from io._base import BufferedIOBase, TextIOBase, plain_view, size_or_all
from operator import index


def _size_argument(size):
    """Where to cut; None for the place."""
    if size is None:
        return None
    try:
        return index(size)
    except TypeError:
        raise TypeError(f"argument should be integer or None, not {type(size).__name__!r}") from None


def _checked_state(self, state, size):
    """The state that a stream is to have: its contents come first, then come its place and its attributes."""
    if not isinstance(state, tuple) or len(state) < size:
        raise TypeError(f"_io.{type(self).__name__}.__setstate__ argument should be {size}-tuple, got {type(state).__name__}")
    ordinals = ("second", "third", "fourth")
    place, attributes = state[size - 2], state[size - 1]
    if not isinstance(place, int):
        raise TypeError(f"{ordinals[size - 3]} item of state must be an integer, {'not' if size == 3 else 'got'} {type(place).__name__}")
    if place < 0:
        raise ValueError("position value cannot be negative")
    if attributes is not None and not isinstance(attributes, dict):
        raise TypeError(f"{ordinals[size - 2]} item of state should be a dict, got a {type(attributes).__name__}")
    return place, attributes or {}


def _other_attributes(self, own):
    """What a program has stored in the stream, or None."""
    stored = object.__getstate__(self)
    if isinstance(stored, tuple):
        stored = {**(stored[0] or {}), **stored[1]}
    return {name: value for name, value in stored.items() if name not in own} or None


def _seek_target(offset, whence, place, size, negative):
    """Where a stream in memory goes."""
    offset = index(offset)
    if whence == 0:
        if offset < 0:
            raise ValueError(f"{negative} {offset}")
        return offset
    if whence == 1:
        return max(place + offset, 0)
    if whence == 2:
        return max(size + offset, 0)
    raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")


class BytesIO(BufferedIOBase):
    """Bytes as a stream."""

    __module__ = "_io"

    def __init__(self, initial_bytes=b""):
        self._data = bytearray() if initial_bytes is None else bytearray(plain_view(initial_bytes))
        self._place = 0

    def __getstate__(self):
        return self.getvalue(), self._place, _other_attributes(self, ("_data", "_place", "_closed"))

    def __setstate__(self, state, /):
        self._check_closed()
        place, attributes = _checked_state(self, state, 3)
        self._data = bytearray(plain_view(state[0]))
        self._place = place
        for name, value in attributes.items():
            setattr(self, name, value)

    def _check_closed(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def getvalue(self):
        """All bytes."""
        self._check_closed()
        return bytes(self._data)

    def getbuffer(self):
        """A view of the bytes."""
        self._check_closed()
        return memoryview(self._data)

    def read(self, size=-1, /):
        """So many bytes, or all up to the end."""
        self._check_closed()
        size = size_or_all(size)
        end = len(self._data) if size < 0 else min(len(self._data), self._place + size)
        data = bytes(self._data[self._place:end])
        self._place += len(data)
        return data

    def read1(self, size=-1, /):
        """So many bytes, or all up to the end."""
        return self.read(size)

    def readline(self, size=-1, /):
        """A line, up to so many bytes."""
        self._check_closed()
        size = size_or_all(size)
        found = self._data.find(b"\n", self._place)
        end = len(self._data) if found < 0 else found + 1
        return self.read(end - self._place if size < 0 else min(size, end - self._place))

    def write(self, data, /):
        """Writes at the place, over what's there."""
        self._check_closed()
        data = bytes(plain_view(data))
        if not data:
            return 0
        if self._place > len(self._data):
            self._data += bytes(self._place - len(self._data))
        self._data[self._place:self._place + len(data)] = data
        self._place += len(data)
        return len(data)

    def seek(self, offset, whence=0, /):
        """Goes to a place."""
        self._check_closed()
        self._place = _seek_target(offset, whence, self._place, len(self._data), "negative seek value")
        return self._place

    def tell(self):
        """The place."""
        self._check_closed()
        return self._place

    def truncate(self, size=None, /):
        """Cuts what's behind the size, or the place."""
        self._check_closed()
        size = _size_argument(size)
        if size is None:
            size = self._place
        elif size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size

    def close(self):
        """Frees the bytes, unless somebody has a view of them."""
        if not self._closed:
            self._data.clear()
            self._closed = True

    def __del__(self):
        pass

    def isatty(self):
        """It's none."""
        self._check_closed()
        return False

    def flush(self):
        """Nothing's kept back."""
        self._check_closed()

    def readable(self):
        """It can be read."""
        self._check_closed()
        return True

    def writable(self):
        """It can be written."""
        self._check_closed()
        return True

    def seekable(self):
        """It can go to a place."""
        self._check_closed()
        return True


class StringIO(TextIOBase):
    """Text as a stream. What's written at the end is kept in pieces until somebody looks."""

    __module__ = "_io"

    def __init__(self, initial_value="", newline="\n"):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._pieces = []
        self._text = ""
        self._place = 0
        self._seen = 0
        if initial_value:
            self.write(initial_value)
            self._joined()
            self._place = 0

    def __getstate__(self):
        own = ("_text", "_pieces", "_place", "_seen", "_newline", "_closed")
        return self.getvalue(), self._newline, self._place, _other_attributes(self, own)

    def __setstate__(self, state, /):
        if isinstance(state, tuple) and len(state) == 4:
            StringIO.__init__(self, state[0], state[1])
        self._check_closed()
        place, attributes = _checked_state(self, state, 4)
        # Its line ends have been translated already.
        self._text = state[0] or ""
        self._place = place
        for name, value in attributes.items():
            setattr(self, name, value)

    def _check_closed(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _joined(self):
        if self._pieces:
            self._text = "".join([self._text, *self._pieces])
            self._pieces = []
        return self._text

    def getvalue(self):
        """All text."""
        self._check_closed()
        return self._joined()

    def write(self, text, /):
        """Writes at the place, over what's there."""
        self._check_closed()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got {type(text).__name__!r}")
        size = len(text)
        if self._newline != "\n":
            text = self._translated(text)
        if not text:
            return size
        if self._pieces or self._place == len(self._text):
            self._pieces.append(text)
            self._place += len(text)
            return size
        whole = self._text
        if self._place > len(whole):
            whole += "\0" * (self._place - len(whole))
        end = self._place + len(text)
        self._text = whole[:self._place] + text + whole[end:]
        self._place = end
        return size

    def _translated(self, text):
        if self._newline is None:
            self._note_line_ends(text)
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if self._newline:
            return text.replace("\n", self._newline)
        self._note_line_ends(text)
        return text

    def _note_line_ends(self, text):
        pairs = text.count("\r\n")
        if pairs:
            self._seen |= 4
        if text.count("\r") > pairs:
            self._seen |= 1
        if text.count("\n") > pairs:
            self._seen |= 2

    @property
    def newlines(self):
        return line_ends_seen(self._seen)

    @property
    def line_buffering(self):
        return False

    def read(self, size=-1, /):
        """So many characters, or all up to the end."""
        self._check_closed()
        size = size_or_all(size)
        text = self._joined()
        part = text[self._place:] if size < 0 else text[self._place:self._place + size]
        self._place += len(part)
        return part

    def readline(self, size=-1, /):
        """A line, up to so many characters."""
        self._check_closed()
        size = size_or_all(size)
        text = self._joined()
        end = line_end(text, self._place, self._newline if self._newline is not None else "\n")
        if end < 0:
            end = len(text)
        part = text[self._place:end if size < 0 else min(end, self._place + size)]
        self._place += len(part)
        return part

    def __iter__(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")
        return self

    def seek(self, offset, whence=0, /):
        """Goes to a place."""
        self._check_closed()
        offset = index(offset)
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence and offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        if offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        text = self._joined()
        if whence == 0:
            self._place = offset
        elif whence == 2:
            self._place = len(text)
        return self._place

    def tell(self):
        """The place."""
        self._check_closed()
        return self._place

    def truncate(self, size=None, /):
        """Cuts what's behind the size, or the place."""
        self._check_closed()
        size = _size_argument(size)
        if size is None:
            size = self._place
        elif size < 0:
            raise ValueError(f"Negative size value {size}")
        self._text = self._joined()[:size]
        return size

    def close(self):
        """Frees the text."""
        self._closed = True
        self._text = ""
        self._pieces = []

    def __del__(self):
        pass

    def flush(self):
        """Nothing's kept back."""
        self._check_closed()

    def readable(self):
        """It can be read."""
        self._check_closed()
        return True

    def writable(self):
        """It can be written."""
        self._check_closed()
        return True

    def seekable(self):
        """It can go to a place."""
        self._check_closed()
        return True


def line_ends_seen(bits):
    """What `newlines` gives: 1 stands for a carriage return, 2 for a line feed, 4 for both in a row."""
    return (None, "\r", "\n", ("\r", "\n"), "\r\n", ("\r", "\r\n"), ("\n", "\r\n"), ("\r", "\n", "\r\n"))[bits]


def line_end(text, start, newline):
    """Where the line that begins at `start` ends, behind its end; -1 if there's none. Without a newline any will do."""
    if newline:
        found = text.find(newline, start)
        return -1 if found < 0 else found + len(newline)
    feed = text.find("\n", start)
    back = text.find("\r", start) if feed < 0 else text.find("\r", start, feed)
    if back < 0:
        return -1 if feed < 0 else feed + 1
    return back + 2 if text[back + 1:back + 2] == "\n" else back + 1


for _named in (BytesIO, StringIO):
    name_with_module(_named)
