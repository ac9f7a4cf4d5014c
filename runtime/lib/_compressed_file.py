"""What the files of compressed formats have in common."""

import io
import os

_CHUNK = io.DEFAULT_BUFFER_SIZE


class Compressor:
    """Compresses data piece by piece, by a codec of _compress. Derived classes have `_checked`, which raises what an answer is the number of."""

    def compress(self, data, /):
        """Takes data; what comes out so far."""
        if self._codec is None:
            raise ValueError("Compressor has been flushed")
        return self._checked(self._codec.run(data, False, -1))

    def flush(self):
        """Ends the stream; what's left of it."""
        if self._codec is None:
            raise ValueError("Repeated call to flush()")
        codec, self._codec = self._codec, None
        return self._checked(codec.run(b"", True, -1))


class Decompressor:
    """Decompresses a stream piece by piece. Derived classes also have `_end_text`, which an error says behind the end."""

    def decompress(self, data, max_length=-1):
        """Takes data; what comes out of it, up to so many bytes."""
        if self._codec.at_end:
            raise EOFError(self._end_text)
        return self._checked(self._codec.run(data, False, max_length))

    @property
    def eof(self):
        return self._codec.at_end

    @property
    def needs_input(self):
        return self._codec.needs_input

    @property
    def unused_data(self):
        return self._codec.unused


class DecompressReader(io.RawIOBase):
    """Bytes behind the compressed ones of a file, in which several streams may stand one after the other."""

    def __init__(self, file, make_decompressor, trailing_error):
        self._file = file
        self._make = make_decompressor
        self._trailing_error = trailing_error
        self._begin()
        self._size = -1

    def _begin(self):
        self._decompressor = self._make()
        self._place = 0
        self._at_end = False

    def readable(self):
        """Always."""
        return True

    def seekable(self):
        """Whether the file can go to a place."""
        return self._file.seekable()

    def close(self):
        """Lets go of the file."""
        self._decompressor = None
        super().close()

    def readinto(self, buffer):
        """Reads into a buffer; how many bytes."""
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def read(self, size=-1):
        """Up to so many bytes."""
        if size is None or size < 0:
            return self.readall()
        if not size or self._at_end:
            return b""
        data = b""
        while not data:
            if self._decompressor.eof:
                rest = self._decompressor.unused_data or self._file.read(_CHUNK)
                if not rest:
                    break
                self._decompressor = self._make()
                try:
                    data = self._decompressor.decompress(rest, size)
                except self._trailing_error:
                    # What follows the last stream isn't one.
                    break
                continue
            rest = b""
            if self._decompressor.needs_input:
                rest = self._file.read(_CHUNK)
                if not rest:
                    raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            data = self._decompressor.decompress(rest, size)
        if not data:
            self._at_end = True
            self._size = self._place
        self._place += len(data)
        return data

    def readall(self):
        """All bytes up to the end."""
        parts = []
        while data := self.read(1 << 20):
            parts.append(data)
        return b"".join(parts)

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes to a place: back by beginning anew, forwards by reading."""
        if whence == io.SEEK_CUR:
            offset += self._place
        elif whence == io.SEEK_END:
            if self._size < 0:
                while self.read(_CHUNK):
                    pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError(f"Invalid value for whence: {whence}")
        if offset < self._place:
            self._file.seek(0)
            self._begin()
        while self._place < offset and self.read(min(offset - self._place, _CHUNK)):
            pass
        return self._place

    def tell(self):
        """The place."""
        return self._place


class CompressedFile(io.BufferedIOBase):
    """A compressed file that is read as the bytes behind it, or written as such."""

    def _open(self, filename, mode):
        self._fp = None
        self._closes = False
        self._position = 0
        if isinstance(filename, (str, bytes, os.PathLike)):
            self._fp = io.open(filename, mode if mode.endswith("b") else mode + "b")
            self._closes = True
            self._mode = "rb" if mode in ("r", "rb") else "wb"
        elif hasattr(filename, "read") or hasattr(filename, "write"):
            self._fp = filename
            self._mode = "rb" if mode in ("r", "rb") else "wb"
        else:
            raise TypeError("filename must be a str, bytes, file or PathLike object")

    def _read_by(self, make_decompressor, trailing_error):
        self._compressor = None
        self._buffer = io.BufferedReader(DecompressReader(self._fp, make_decompressor, trailing_error))

    def _write_by(self, compressor):
        self._compressor = compressor
        self._buffer = None

    @property
    def closed(self):
        return self._fp is None

    @property
    def name(self):
        """The file's name."""
        self._check_open()
        return self._fp.name

    @property
    def mode(self):
        """How it was opened."""
        return self._mode

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _check_readable(self):
        self._check_open()
        if self._buffer is None:
            raise io.UnsupportedOperation("File not open for reading")

    def close(self):
        """Ends the stream, and closes the file if it was opened here."""
        if self.closed:
            return
        try:
            if self._buffer is not None:
                self._buffer.close()
            else:
                self._fp.write(self._compressor.flush())
        finally:
            fp, self._fp = self._fp, None
            self._buffer = self._compressor = None
            if self._closes:
                fp.close()

    def fileno(self):
        """The descriptor."""
        self._check_open()
        return self._fp.fileno()

    def readable(self):
        """Whether it was opened for reading."""
        self._check_open()
        return self._buffer is not None

    def writable(self):
        """Whether it was opened for writing."""
        self._check_open()
        return self._buffer is None

    def seekable(self):
        """Whether it can go to a place."""
        return self.readable() and self._buffer.seekable()

    def peek(self, size=-1):
        """What comes next, unread."""
        self._check_readable()
        return self._buffer.peek(size)

    def read(self, size=-1):
        """So many bytes, or all up to the end."""
        self._check_readable()
        return self._buffer.read(size)

    def read1(self, size=-1):
        """Bytes of one read."""
        self._check_readable()
        return self._buffer.read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        """Reads into a buffer; how many bytes."""
        self._check_readable()
        return self._buffer.readinto(b)

    def readline(self, size=-1):
        """A line, up to so many bytes."""
        self._check_readable()
        return self._buffer.readline(size)

    def readlines(self, size=-1):
        """The lines."""
        self._check_readable()
        return self._buffer.readlines(size)

    def __iter__(self):
        self._check_readable()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        """Compresses the bytes into the file; how many there were."""
        self._check_open()
        if self._compressor is None:
            raise io.UnsupportedOperation("File not open for writing")
        view = data if isinstance(data, (bytes, bytearray)) else bytes(memoryview(data))
        self._fp.write(self._compressor.compress(view))
        self._position += len(view)
        return len(view)

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes to a place."""
        self._check_readable()
        return self._buffer.seek(offset, whence)

    def tell(self):
        """The place."""
        self._check_open()
        return self._position if self._buffer is None else self._buffer.tell()


def opened(make, filename, mode, encoding, errors, newline):
    """A file of bytes, or of text for a mode with `t`."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError(f"Invalid mode: {mode!r}")
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    file = make(filename, mode.replace("t", ""))
    if "t" in mode:
        return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    return file
