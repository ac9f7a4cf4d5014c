"""What processes share through descriptors that children inherit: tokens in a pipe, and bytes of a file without a name."""

import fcntl
import os
import select
import struct
import tempfile
import time

_FIONREAD = 0x541B
_PIPE_SIZE = 65536


class Tokens:
    """A number of tokens in a pipe; whoever takes one may have to wait for it."""

    def __init__(self, count):
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._reader, False)
        os.set_blocking(self._writer, False)
        if count > _PIPE_SIZE:
            fcntl.fcntl(self._writer, fcntl.F_SETPIPE_SZ, count)
        self.put(count)

    def __del__(self):
        for each in (self._reader, self._writer):
            os.close(each)

    def put(self, count=1):
        left = count
        while left > 0:
            left -= os.write(self._writer, b"." * min(left, _PIPE_SIZE))

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
            self._bytes.write(0, struct.pack("q", value))
            return value
        finally:
            self._mutex.put()

    def value(self):
        return struct.unpack("q", self._bytes.read(0, 8))[0]
