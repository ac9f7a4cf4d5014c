"""Streams of bytes with a buffer."""

from _support import name_with_module
from io._base import BufferedIOBase, DEFAULT_BUFFER_SIZE, IOBase, UnsupportedOperation, plain_view
from io._exit import flushed_at_exit, forget

_EAGAIN = 11


class _Buffered(BufferedIOBase):
    """A buffer over a raw stream: bytes that were read ahead, and bytes that aren't written yet."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw = raw
        self._size = buffer_size
        # What was read: from `_place` on it's still to be given away.
        self._ahead = b""
        self._place = 0
        self._behind = bytearray()

    @property
    def raw(self):
        return self._raw

    def _check(self, action):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        if self._raw.closed:
            raise ValueError(f"{action} closed file")

    @property
    def closed(self):
        return self._raw is not None and self._raw.closed

    @property
    def name(self):
        return self._raw.name

    @property
    def mode(self):
        return self._raw.mode

    def detach(self):
        """Gives away the raw stream."""
        if self._raw is None:
            raise ValueError("raw stream already detached")
        self.flush()
        raw, self._raw = self._raw, None
        forget(self)
        return raw

    def fileno(self):
        """The descriptor."""
        return self._raw.fileno()

    def isatty(self):
        """Whether it's a terminal."""
        return self._raw.isatty()

    def seekable(self):
        """Whether it can go to a place."""
        return self._raw.seekable()

    def readable(self):
        """Whether it can be read."""
        return self._raw.readable()

    def writable(self):
        """Whether it can be written."""
        return self._raw.writable()

    def flush(self):
        """Writes what's kept back."""
        self._check("flush of")
        self._write_out()

    def _warn_of_loss(self, source):
        if isinstance(self._raw, IOBase):
            self._raw._warn_of_loss(source)

    def close(self):
        """Flushes and closes."""
        if self._raw is None or self._raw.closed:
            return
        try:
            self._write_out()
        finally:
            forget(self)
            self._raw.close()

    def _write_out(self):
        while self._behind:
            count = self._raw.write(self._behind)
            if count is None:
                raise BlockingIOError(_EAGAIN, "write could not complete without blocking", 0)
            if not isinstance(count, int) or not 0 <= count <= len(self._behind):
                raise OSError(f"raw write() returned invalid length {count} (should have been between 0 and {len(self._behind)})")
            del self._behind[:count]

    def _forget_ahead(self):
        """The raw stream goes back to where its reader is."""
        unread = len(self._ahead) - self._place
        self._ahead = b""
        self._place = 0
        if unread:
            self._raw.seek(-unread, 1)

    def tell(self):
        """The place."""
        self._check("tell of")
        return self._raw.tell() - (len(self._ahead) - self._place) + len(self._behind)

    def seek(self, target, whence=0, /):
        """Goes to a place."""
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        self._check("seek of")
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        self._write_out()
        if whence == 1:
            target -= len(self._ahead) - self._place
        self._ahead = b""
        self._place = 0
        return self._raw.seek(target, whence)

    def truncate(self, size=None, /):
        """Cuts what's behind the size, or the place."""
        self._check("truncate of")
        if not self.writable():
            raise UnsupportedOperation("truncate")
        self._write_out()
        if size is None:
            size = self.tell()
        return self._raw.truncate(size)

    def __repr__(self):
        try:
            name = self.name
        except AttributeError:
            return f"<_io.{type(self).__name__}>"
        return f"<_io.{type(self).__name__} name={name!r}>"


class _Reading(_Buffered):
    """The half that reads."""

    def _next_chunk(self, least=0):
        """Reads ahead; False at the end."""
        data = self._raw.read(max(least, self._size))
        self._ahead = data or b""
        self._place = 0
        return bool(data)

    def read(self, size=-1, /):
        """So many bytes, or all up to the end."""
        if size is not None and size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._check("read of")
        self._before_reading()
        start = self._ahead[self._place:] if self._place else self._ahead
        if size is None or size < 0:
            self._ahead = b""
            self._place = 0
            rest = self._raw.readall() if hasattr(self._raw, "readall") else self._raw.read()
            return start + rest if rest else start
        if size <= len(start):
            self._place += size
            return start[:size]
        parts = [start]
        missing = size - len(start)
        self._ahead = b""
        self._place = 0
        while missing and self._next_chunk(missing):
            part = self._ahead[:missing]
            self._place = len(part)
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def read1(self, size=-1, /):
        """Bytes of one read."""
        self._check("read of")
        self._before_reading()
        if size is None or size < 0:
            size = self._size
        if self._place == len(self._ahead) and size:
            self._next_chunk()
        part = self._ahead[self._place:self._place + size]
        self._place += len(part)
        return part

    def peek(self, size=0, /):
        """What comes next, unread."""
        self._check("peek of")
        self._before_reading()
        if self._place == len(self._ahead):
            self._next_chunk()
        return self._ahead[self._place:]

    def readline(self, size=-1, /):
        """A line, up to so many bytes."""
        self._check("readline of")
        self._before_reading()
        parts = []
        left = -1 if size is None else size
        while left:
            if self._place == len(self._ahead) and not self._next_chunk():
                break
            found = self._ahead.find(b"\n", self._place)
            end = len(self._ahead) if found < 0 else found + 1
            if 0 <= left < end - self._place:
                end = self._place + left
            parts.append(self._ahead[self._place:end])
            if left > 0:
                left -= end - self._place
            self._place = end
            if found >= 0 and end == found + 1:
                break
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _before_reading(self):
        """What has been written comes first."""
        if self._behind:
            self._write_out()


class _Writing(_Buffered):
    """The half that writes."""

    def write(self, data, /):
        """Takes bytes; how many."""
        view = plain_view(data)
        if self._raw is not None and self._raw.closed:
            raise ValueError("write to closed file")
        if self._ahead:
            self._forget_ahead()
        before = len(self._behind)
        # Bytes that don't fit go out together with those before them.
        if before and before + view.nbytes > self._size:
            self._write_out()
        self._behind += view
        if len(self._behind) >= self._size:
            self._write_out()
        return view.nbytes


class BufferedReader(_Reading):
    """Reads bytes with a buffer."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise OSError("File or stream is not readable.")
        super().__init__(raw, buffer_size)

    def writable(self):
        """It can't be written."""
        return False


class BufferedWriter(_Writing):
    """Writes bytes with a buffer."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise OSError("File or stream is not writable.")
        super().__init__(raw, buffer_size)
        flushed_at_exit(self)

    def readable(self):
        """It can't be read."""
        return False


class BufferedRandom(_Reading, _Writing):
    """Reads and writes bytes with a buffer."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        raw._checkSeekable()
        raw._checkReadable()
        raw._checkWritable()
        super().__init__(raw, buffer_size)
        flushed_at_exit(self)


class BufferedRWPair(BufferedIOBase):
    """One stream to read and one to write, as a single one."""

    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        """So many bytes, or all."""
        return self.reader.read(size)

    def read1(self, size=-1, /):
        """Bytes of one read."""
        return self.reader.read1(size)

    def peek(self, size=0, /):
        """What comes next, unread."""
        return self.reader.peek(size)

    def readline(self, size=-1, /):
        """A line."""
        return self.reader.readline(size)

    def write(self, data, /):
        """Takes bytes; how many."""
        return self.writer.write(data)

    def flush(self):
        """Writes what's kept back."""
        self.writer.flush()

    def readable(self):
        """Whether it can be read."""
        return self.reader.readable()

    def writable(self):
        """Whether it can be written."""
        return self.writer.writable()

    def close(self):
        """Closes both."""
        try:
            self.writer.close()
        finally:
            self.reader.close()

    @property
    def closed(self):
        return self.writer.closed


for _named in (BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair):
    name_with_module(_named)
