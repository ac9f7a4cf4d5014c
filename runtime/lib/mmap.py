"""Files as bytes that can be changed in place.

The bytes are read and written where they're asked for, so that all processes see the same. Left out: taking a map as a buffer
(memoryview, struct, re): take a slice of it.
"""

import os

ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = 0, 1, 2, 3
PROT_READ, PROT_WRITE, PROT_EXEC = 1, 2, 4
MAP_SHARED, MAP_PRIVATE, MAP_DENYWRITE, MAP_EXECUTABLE, MAP_ANON, MAP_ANONYMOUS = 1, 2, 2048, 4096, 32, 32
MAP_NORESERVE, MAP_POPULATE, MAP_NONBLOCK, MAP_STACK, MAP_HUGETLB = 16384, 32768, 65536, 131072, 262144
MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED, MADV_DONTNEED = 0, 1, 2, 3, 4
PAGESIZE = ALLOCATIONGRANULARITY = os.sysconf("SC_PAGE_SIZE")
error = OSError

_CHUNK = 1 << 16


def _nameless_file():
    import tempfile

    folder = "/dev/shm" if os.path.isdir("/dev/shm") else None
    descriptor, path = tempfile.mkstemp(dir=folder)
    os.unlink(path)
    return descriptor


class _Shared:
    """Bytes of a file, from a place on."""

    def __init__(self, descriptor, offset):
        self.descriptor = descriptor
        self.offset = offset

    def read(self, place, size):
        parts = []
        while size > 0:
            data = os.pread(self.descriptor, size, self.offset + place)
            if not data:
                # Behind the file's end a page is zeros.
                parts.append(bytes(size))
                break
            parts.append(data)
            place += len(data)
            size -= len(data)
        return b"".join(parts)

    def write(self, place, data):
        while data:
            count = os.pwrite(self.descriptor, data, self.offset + place)
            place += count
            data = data[count:]


class _Private:
    """A copy that only this process sees."""

    def __init__(self, data):
        self._data = bytearray(data)

    def read(self, place, size):
        return bytes(self._data[place:place + size])

    def write(self, place, data):
        self._data[place:place + len(data)] = data


class mmap:
    """A file's bytes, or with -1 as the descriptor bytes that children share."""

    def __init__(self, fileno, length, flags=MAP_SHARED, prot=PROT_WRITE | PROT_READ, access=ACCESS_DEFAULT, offset=0, *, trackfd=True):
        self._closed = True
        if length < 0:
            raise OverflowError("memory mapped length must be positive")
        if offset < 0:
            raise OverflowError("memory mapped offset must be positive")
        if access != ACCESS_DEFAULT and (flags != MAP_SHARED or prot != PROT_WRITE | PROT_READ):
            raise ValueError("mmap can't specify both access and flags, prot.")
        if access not in (ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY):
            raise ValueError("mmap invalid access parameter.")
        if access == ACCESS_DEFAULT and not prot & PROT_WRITE:
            access = ACCESS_READ
        if offset % ALLOCATIONGRANULARITY:
            raise OSError(22, "Invalid argument")
        self._access = access
        self._size = self._size_of(fileno, length, offset)
        self._fd = self._descriptor(fileno, access)
        is_private = access == ACCESS_COPY or flags & MAP_PRIVATE
        shared = _Shared(self._fd, offset)
        self._bytes = _Private(shared.read(0, self._size)) if is_private and fileno != -1 else shared
        self._can_resize = fileno != -1 and not is_private
        self._place = 0
        self._closed = False

    @staticmethod
    def _size_of(fileno, length, offset):
        if fileno == -1:
            if length == 0:
                raise OSError(22, "Invalid argument")
            return length
        size = os.fstat(fileno).st_size
        if length == 0:
            if size == 0:
                raise ValueError("cannot mmap an empty file")
            if offset >= size:
                raise ValueError("mmap offset is greater than file size")
            return size - offset
        if offset > size or size - offset < length:
            raise ValueError("mmap length is greater than file size")
        return length

    def _descriptor(self, fileno, access):
        if fileno == -1:
            descriptor = _nameless_file()
            os.truncate(descriptor, self._size)
            return descriptor
        _check_rights(fileno, access)
        return os.dup(fileno)

    def _check(self):
        if self._closed:
            raise ValueError("mmap closed or invalid")

    def _check_writable(self):
        self._check()
        if self._access == ACCESS_READ:
            raise TypeError("mmap can't modify a readonly memory map.")

    def close(self):
        if not self._closed:
            self._closed = True
            os.close(self._fd)
            self._bytes = None

    def __del__(self):
        self.close()

    @property
    def closed(self):
        return self._closed

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    def __len__(self):
        self._check()
        return self._size

    def __repr__(self):
        if self._closed:
            return "<mmap.mmap closed=True>"
        access = ("ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY")[self._access]
        offset = getattr(self._bytes, "offset", 0)
        return f"<mmap.mmap closed=False, access={access}, length={self._size}, pos={self._place}, offset={offset}>"

    def _index(self, index):
        if not hasattr(index, "__index__"):
            raise TypeError("mmap indices must be integers")
        number = index.__index__()
        if number < 0:
            number += self._size
        if not 0 <= number < self._size:
            raise IndexError("mmap index out of range")
        return number

    def __getitem__(self, index):
        self._check()
        if not isinstance(index, slice):
            return self._bytes.read(self._index(index), 1)[0]
        start, stop, step = index.indices(self._size)
        if step == 1:
            return self._bytes.read(start, max(stop - start, 0))
        return bytes(self._bytes.read(0, self._size)[start:None if stop < 0 else stop:step])

    def __setitem__(self, index, value):
        self._check_writable()
        if not isinstance(index, slice):
            number = self._index(index)
            if not hasattr(value, "__index__"):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            value = value.__index__()
            if not 0 <= value <= 255:
                raise ValueError("mmap item value must be in range(0, 256)")
            self._bytes.write(number, bytes([value]))
            return
        places = range(*index.indices(self._size))
        data = bytes(memoryview(value))
        if len(data) != len(places):
            raise IndexError("mmap slice assignment is wrong size")
        if places.step == 1:
            self._bytes.write(places.start, data)
            return
        for place, byte in zip(places, data):
            self._bytes.write(place, bytes([byte]))

    def __delitem__(self, index):
        raise TypeError("mmap object doesn't support item deletion")

    def __iter__(self):
        for index in range(len(self)):
            yield self._bytes.read(index, 1)

    def read(self, n=None, /):
        """The bytes from the place on, so many at most."""
        self._check()
        if n is not None and not hasattr(n, "__index__"):
            raise TypeError(f"argument should be integer or None, not '{type(n).__name__}'")
        left = max(self._size - self._place, 0)
        count = left if n is None or n < 0 else min(n, left)
        data = self._bytes.read(self._place, count)
        self._place += count
        return data

    def read_byte(self):
        self._check()
        if self._place >= self._size:
            raise ValueError("read byte out of range")
        return self.read(1)[0]

    def readline(self):
        self._check()
        end = self.find(b"\n")
        return self.read(None if end < 0 else end + 1 - self._place)

    def write(self, bytes, /):
        """Writes at the place; all must fit."""
        self._check_writable()
        data = memoryview(bytes).tobytes()
        if self._place > self._size or self._size - self._place < len(data):
            raise ValueError("data out of range")
        self._bytes.write(self._place, data)
        self._place += len(data)
        return len(data)

    def write_byte(self, byte, /):
        self._check_writable()
        if self._place >= self._size:
            raise ValueError("write byte out of range")
        self[self._place] = byte
        self._place += 1

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError("unknown seek type")
        place = pos + (0, self._place, self._size)[whence]
        if not 0 <= place <= self._size:
            raise ValueError("seek out of range")
        self._place = place
        return place

    def seekable(self):
        return True

    def tell(self):
        self._check()
        return self._place

    def size(self):
        """The file's, not the map's."""
        self._check()
        return os.fstat(self._fd).st_size

    def _bounds(self, start, end, default):
        places = []
        for value, otherwise in ((start, default), (end, self._size)):
            value = otherwise if value is None else value.__index__()
            places.append(min(max(value + self._size if value < 0 else value, 0), self._size))
        return places

    def find(self, sub, start=None, end=None, /):
        """The first place of these bytes, from the place on."""
        self._check()
        sub = bytes(memoryview(sub))
        place, stop = self._bounds(start, end, self._place)
        while place <= stop:
            data = self._bytes.read(place, min(_CHUNK + len(sub), stop - place))
            found = data.find(sub)
            if found >= 0:
                return place + found
            if place + len(data) >= stop:
                break
            place += _CHUNK
        return -1

    def rfind(self, sub, start=None, end=None, /):
        """The last place."""
        self._check()
        start, end = self._bounds(start, end, self._place)
        found = self._bytes.read(start, max(end - start, 0)).rfind(bytes(memoryview(sub)))
        return found + start if found >= 0 else -1

    def move(self, dest, src, count, /):
        """Copies bytes within the map."""
        self._check_writable()
        if dest < 0 or src < 0 or count < 0 or self._size - dest < count or self._size - src < count:
            raise ValueError("source, destination, or count out of range")
        self._bytes.write(dest, self._bytes.read(src, count))

    def flush(self, offset=0, size=None, /):
        self._check()
        if size is None:
            size = self._size - offset
        if offset + size > self._size or offset < 0 or size < 0:
            raise ValueError("flush values out of range")
        if self._access in (ACCESS_READ, ACCESS_COPY):
            return
        if isinstance(self._bytes, _Shared) and self._can_resize:
            os.fsync(self._fd)

    def resize(self, newsize, /):
        """Changes the size of the map and of the file."""
        self._check()
        if self._access in (ACCESS_READ, ACCESS_COPY) or not isinstance(self._bytes, _Shared):
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if newsize < 0:
            raise ValueError("new size out of range")
        os.truncate(self._fd, self._bytes.offset + newsize)
        self._size = newsize

    def madvise(self, option, start=0, length=None, /):
        """Advice isn't needed."""
        self._check()
        if not 0 <= start < self._size:
            raise ValueError("madvise start out of bounds")
        if length is not None and length < 0:
            raise ValueError("madvise length invalid")


def _check_rights(fileno, access):
    """A file must have been opened for what is to be done with it."""
    import fcntl

    mode = fcntl.fcntl(fileno, fcntl.F_GETFL) & os.O_ACCMODE
    if mode == os.O_WRONLY or (mode == os.O_RDONLY and access not in (ACCESS_READ, ACCESS_COPY)):
        raise PermissionError(13, "Permission denied")


mmap.__module__ = "mmap"
