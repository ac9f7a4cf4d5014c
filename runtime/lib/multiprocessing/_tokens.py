"""What processes share through descriptors that children inherit: tokens in a pipe, and bytes of a file without a name."""

import fcntl
import os
import select
import struct
import tempfile
import time

_FIONREAD = 0x541B
_COUNT = struct.Struct("q")
# The most that a pipe surely takes if it's not used otherwise.
FEW = 4096


class Tokens:
    """A few tokens in a pipe, which must have room for them; whoever takes one may have to wait for it."""

    def __init__(self, count):
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._reader, False)
        os.set_blocking(self._writer, False)
        self.put(count)

    def __del__(self):
        for each in (self._reader, self._writer):
            os.close(each)

    def put(self, count=1):
        if count:
            os.write(self._writer, b"." * count)

    def _try(self):
        try:
            return bool(os.read(self._reader, 1))
        except BlockingIOError:
            return False

    def take(self, block=True, timeout=None):
        """False: there was none, or none within that time."""
        if self._try():
            return True
        if not block:
            return False
        deadline = None if timeout is None else time.monotonic() + timeout
        poll = select.poll()
        poll.register(self._reader, select.POLLIN)
        while True:
            left = None if deadline is None else (deadline - time.monotonic()) * 1000
            if left is not None and left <= 0:
                return self._try()
            poll.poll(left)
            if self._try():
                return True

    def count(self):
        answer = fcntl.ioctl(self._reader, _FIONREAD, bytes(4))
        return struct.unpack("i", answer)[0]


class ManyTokens(Tokens):
    """Any number of tokens: those for which the pipe has no room are counted in shared bytes, and go there as it empties."""

    def __init__(self, count):
        self._surplus = SharedBytes(8)
        self._mutex = Tokens(1)
        super().__init__(count)

    def put(self, count=1):
        self._mutex.take()
        try:
            self._move(self._read_surplus() + count)
        finally:
            self._mutex.put()

    def _read_surplus(self):
        return _COUNT.unpack(self._surplus.read(0, 8))[0]

    def _move(self, surplus):
        """Fills the pipe. The count is true before each attempt: whoever empties a pipe that was full sees what is left."""
        while True:
            self._surplus.write(0, _COUNT.pack(surplus))
            if not surplus:
                return
            try:
                surplus -= os.write(self._writer, b"." * min(surplus, FEW))
            except BlockingIOError:
                return

    def _try(self):
        taken = super()._try()
        if taken and self._read_surplus():
            self.put(0)
        return taken

    def count(self):
        self._mutex.take()
        try:
            return super().count() + self._read_surplus()
        finally:
            self._mutex.put()


def _nameless_file():
    try:
        return os.open("/dev/shm", os.O_RDWR | os.O_TMPFILE | os.O_CLOEXEC)
    except (OSError, AttributeError):
        descriptor, path = tempfile.mkstemp()
        os.unlink(path)
        return descriptor


class SharedBytes:
    """Bytes that all processes see which inherited them."""

    def __init__(self, size):
        self.size = size
        self._descriptor = _nameless_file()
        os.truncate(self._descriptor, size)

    def __del__(self):
        os.close(self._descriptor)

    def read(self, offset, size):
        return os.pread(self._descriptor, size, offset)

    def write(self, offset, data):
        os.pwrite(self._descriptor, data, offset)


class SharedCount:
    """A number that grows and shrinks in one step."""

    def __init__(self):
        self._mutex = Tokens(1)
        self._bytes = SharedBytes(8)

    def add(self, change):
        self._mutex.take()
        try:
            value = self.value() + change
            self._bytes.write(0, _COUNT.pack(value))
            return value
        finally:
            self._mutex.put()

    def value(self):
        return _COUNT.unpack(self._bytes.read(0, 8))[0]
