"""What all streams have in common."""

import abc

from _io import use_error

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    """The stream doesn't have this operation."""

    __module__ = "io"


use_error(UnsupportedOperation)


def size_or_all(size):
    """A number of bytes or characters; -1 for None or a negative one."""
    if size is None:
        return -1
    try:
        size = size.__index__()
    except AttributeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None
    return -1 if size < 0 else size


def plain_view(data):
    """A view of bytes that lie in a row."""
    try:
        view = memoryview(data)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}") from None
    if not view.c_contiguous:
        raise BufferError("memoryview: underlying buffer is not C-contiguous")
    return view


def writable_view(buffer, method):
    """A view of the bytes that `method` writes to."""
    try:
        view = memoryview(buffer)
    except TypeError:
        view = None
    if view is None or view.readonly:
        raise TypeError(f"{method}() argument must be read-write bytes-like object, not {type(buffer).__name__}")
    return view.cast("B")


class IOBase(metaclass=abc.ABCMeta):
    """A stream. What it's derived from says what of it works."""

    __module__ = "io"
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, offset, whence=SEEK_SET, /):
        """Goes to a place."""
        self._unsupported("seek")

    def tell(self):
        """The place."""
        return self.seek(0, SEEK_CUR)

    def truncate(self, size=None, /):
        """Cuts what's behind the place."""
        self._unsupported("truncate")

    def flush(self):
        """Writes what's kept back."""
        self._check_closed()

    def close(self):
        """Flushes and closes."""
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def _warn_of_loss(self, source):
        """Warns that `source` loses what nobody has closed; only files have something to lose."""

    def __del__(self):
        try:
            if not self.closed:
                self._warn_of_loss(self)
                self.close()
        except Exception:
            pass

    def seekable(self):
        """Whether it can go to a place."""
        return False

    def readable(self):
        """Whether it can be read."""
        return False

    def writable(self):
        """Whether it can be written."""
        return False

    @property
    def closed(self):
        return self._closed

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    _checkClosed = _check_closed

    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable.")

    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable.")

    def _checkSeekable(self):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")

    def __enter__(self):
        self._check_closed()
        return self

    def __exit__(self, *args):
        self.close()

    def fileno(self):
        """The descriptor."""
        self._unsupported("fileno")

    def isatty(self):
        """Whether it's a terminal."""
        self._check_closed()
        return False

    def readline(self, size=-1, /):
        """A line of bytes, up to so many."""
        size = size_or_all(size)
        line = bytearray()
        while size < 0 or len(line) < size:
            byte = self.read(1)
            if not byte:
                break
            line += byte
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def __iter__(self):
        self._check_closed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        """The lines, as soon as they're so much text together."""
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if size >= hint:
                break
        return lines

    def writelines(self, lines, /):
        """Writes each."""
        self._check_closed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """A stream of bytes without a buffer."""

    __module__ = "io"

    def read(self, size=-1, /):
        """Up to so many bytes in one go; None where there are none for now."""
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if count is None:
            return None
        return bytes(buffer[:count])

    def readall(self):
        """All bytes up to the end."""
        data = bytearray()
        while True:
            chunk = self.read(DEFAULT_BUFFER_SIZE)
            if not chunk:
                return bytes(data) if data or chunk is not None else None
            data += chunk

    def readinto(self, buffer, /):
        """Reads into a buffer; how many bytes."""
        self._unsupported("readinto")

    def write(self, data, /):
        """Writes bytes; how many."""
        self._unsupported("write")


class BufferedIOBase(IOBase):
    """A stream of bytes that reads and writes all that it's asked for."""

    __module__ = "io"

    def read(self, size=-1, /):
        """So many bytes, or all."""
        self._unsupported("read")

    def read1(self, size=-1, /):
        """Bytes of one read."""
        self._unsupported("read1")

    def readinto(self, buffer, /):
        """Reads into a buffer; how many bytes."""
        return self._fill(writable_view(buffer, "readinto"), self.read)

    def readinto1(self, buffer, /):
        """Reads into a buffer, once; how many bytes."""
        return self._fill(writable_view(buffer, "readinto1"), self.read1)

    def _fill(self, view, read):
        data = read(len(view))
        if not isinstance(data, bytes):
            raise TypeError("read() should return bytes")
        if len(data) > len(view):
            raise ValueError(f"read() returned too much data: {len(view)} bytes requested, {len(data)} returned")
        view[:len(data)] = data
        return len(data)

    def write(self, data, /):
        """Writes bytes; how many."""
        self._unsupported("write")

    def detach(self):
        """Gives away the stream below."""
        self._unsupported("detach")


class TextIOBase(IOBase):
    """A stream of text."""

    __module__ = "io"

    def read(self, size=-1, /):
        """So many characters, or all."""
        self._unsupported("read")

    def readline(self, size=-1, /):
        """A line, up to so many characters."""
        self._unsupported("readline")

    def write(self, text, /):
        """Writes text; how many characters."""
        self._unsupported("write")

    def detach(self):
        """Gives away the stream below."""
        self._unsupported("detach")

    encoding = None
    errors = None
    newlines = None
