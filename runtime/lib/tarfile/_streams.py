"""Files in archives as streams, and archives that can't be searched."""

import io

from tarfile._errors import CompressionError, ReadError, StreamError

_CHUNK = 16 * 1024


def copy(source, target, length=None, error=OSError):
    """Copies all, or so many bytes; the error where there are fewer."""
    if length is None:
        while data := source.read(_CHUNK):
            target.write(data)
        return
    while length > 0:
        data = source.read(min(length, _CHUNK))
        if not data:
            raise error("unexpected end of data")
        target.write(data)
        length -= len(data)


class MemberFile(io.RawIOBase):
    """The bytes of a member; where a sparse file has holes, zeros."""

    def __init__(self, fileobj, offset, size, name, parts=None):
        self._fileobj = fileobj
        self._size = size
        self._place = 0
        self.name = name
        # Start and end in the file, and where that stands in the archive (None: nowhere).
        self._map = [(0, size, offset)] if parts is None else _with_holes(parts, size, offset)

    @property
    def mode(self):
        return "rb"

    def readable(self):
        return True

    def seekable(self):
        return self._fileobj.seekable() if hasattr(self._fileobj, "seekable") else True

    def tell(self):
        return self._place

    def seek(self, position, whence=0):
        base = (0, self._place, self._size)[whence]
        self._place = max(min(base + position, self._size), 0)
        return self._place

    def readinto(self, buffer):
        data = self._read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def _read(self, size):
        for start, end, place in self._map:
            if start <= self._place < end:
                count = min(size, end - self._place)
                data = bytes(count) if place is None else self._read_archive(place + self._place - start, count)
                self._place += len(data)
                return data
        return b""

    def _read_archive(self, place, count):
        self._fileobj.seek(place)
        data = self._fileobj.read(count)
        if not data:
            raise ReadError("unexpected end of data")
        return data


def _with_holes(parts, size, offset):
    found = []
    end = 0
    for start, length in parts:
        if start > end:
            found.append((end, start, None))
        found.append((start, start + length, offset))
        offset += length
        end = start + length
    if end < size:
        found.append((end, size, None))
    return found


class ExFileObject(io.BufferedReader):
    """A member as a file."""

    def __init__(self, tarfile, tarinfo):
        super().__init__(MemberFile(tarfile.fileobj, tarinfo.offset_data, tarinfo.size, tarinfo.name, tarinfo.sparse))


class Stream:
    """An archive that is read or written from its beginning to its end, such as a pipe."""

    def __init__(self, name, mode, compression, fileobj, bufsize, compresslevel):
        self.name = name or ""
        self.mode = mode
        self._file = fileobj
        self._owns_file = fileobj is None
        if fileobj is None:
            self._file = open(name, "rb" if mode == "r" else "wb")
        self._size = bufsize
        self._place = 0
        self._buffer = b""
        self.closed = False
        self._inner = self._coded(compression, compresslevel)

    def _coded(self, compression, level):
        """A file object for the archive's own bytes."""
        if compression == "*":
            compression, self._file = _guessed(self._file)
        if compression == "tar":
            return self._file
        mode = self.mode + "b"
        if compression == "gz":
            import gzip

            return gzip.GzipFile(self.name if self.mode == "w" else "", mode, level, self._file)
        if compression == "bz2":
            import bz2

            return bz2.BZ2File(self._file, mode) if self.mode == "r" else bz2.BZ2File(self._file, mode, compresslevel=level)
        if compression == "xz":
            import lzma

            return lzma.LZMAFile(self._file, mode)
        raise CompressionError(f"unknown compression type {compression!r}")

    def tell(self):
        return self._place

    def seek(self, pos=0):
        if pos < self._place:
            raise StreamError("seeking backwards is not allowed")
        while self._place < pos:
            if not self.read(min(pos - self._place, self._size)):
                break
        return self._place

    def seekable(self):
        return False

    def read(self, size):
        parts = []
        left = size
        while left > 0:
            try:
                data = self._inner.read(left)
            except OSError as error:
                raise ReadError("invalid compressed data") from error
            except EOFError:
                # It was cut short; whoever reads sees that something is missing.
                break
            if not data:
                break
            parts.append(data)
            left -= len(data)
        data = b"".join(parts)
        self._place += len(data)
        return data

    def write(self, data):
        self._place += len(data)
        if self._inner is not self._file:
            self._inner.write(data)
            return
        self._buffer += data
        while len(self._buffer) > self._size:
            self._file.write(self._buffer[:self._size])
            self._buffer = self._buffer[self._size:]

    def close(self):
        if self.closed:
            return
        self.closed = True
        if self._buffer:
            self._file.write(self._buffer)
        if self._inner is not self._file:
            self._inner.close()
        if self._owns_file:
            self._file.close()


class _Peeked:
    """A file of which the beginning was read already."""

    def __init__(self, data, file):
        self._data = data
        self._file = file

    def read(self, size=-1):
        if not self._data:
            return self._file.read(size)
        data, self._data = (self._data, b"") if size < 0 else (self._data[:size], self._data[size:])
        return data

    def seekable(self):
        return False

    def close(self):
        self._file.close()


def _guessed(file):
    data = file.read(512)
    if data.startswith(b"\x1f\x8b\x08"):
        kind = "gz"
    elif data[:3] == b"BZh" and data[4:10] == b"1AY&SY":
        kind = "bz2"
    elif data.startswith((b"\x5d\0\0\x80", b"\xfd7zXZ")):
        kind = "xz"
    else:
        kind = "tar"
    return kind, _Peeked(data, file)
