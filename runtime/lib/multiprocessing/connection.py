"""Both ends of pipes between processes, through which objects go."""

import itertools
import os
import selectors
import socket
import struct
import time

from multiprocessing import BufferTooShort, util
from multiprocessing.reduction import ForkingPickler

__all__ = ["Client", "Listener", "Pipe", "wait"]

_LONG = 0x7FFFFFFF

_listener_numbers = itertools.count()


class Connection:
    """One end: sends and receives objects, or bytes, as whole messages."""

    # For those that couldn't be made.
    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        number = handle.__index__()
        complaint = "invalid handle" if number < 0 else "at least one of `readable` and `writable` must be True"
        if number < 0 or not (readable or writable):
            raise ValueError(complaint)
        self._handle, self._readable, self._writable = number, readable, writable

    def __del__(self):
        if self._handle is not None:
            self.close()

    def __reduce__(self):
        raise NotImplementedError("aiocc can't send connections to other processes: let the child inherit them")

    def _check_closed(self):
        if self._handle is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        self._check_closed()
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        self._check_closed()
        if not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check_closed()
        return self._handle

    def close(self):
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)

    def _write(self, data):
        while data:
            data = data[os.write(self._handle, data):]

    def _read(self, size):
        parts = []
        left = size
        while left > 0:
            part = os.read(self._handle, min(left, 1 << 20))
            if not part:
                if left == size:
                    raise EOFError
                raise OSError("got end of file during message")
            parts.append(part)
            left -= len(part)
        return b"".join(parts)

    def _send(self, data):
        # A length of -1 says that the real one follows.
        if len(data) > _LONG:
            self._write(struct.pack("!iQ", -1, len(data)))
            self._write(data)
        elif len(data) > 16384:
            self._write(struct.pack("!i", len(data)))
            self._write(data)
        else:
            self._write(struct.pack("!i", len(data)) + data)

    def _receive(self, maxsize=None):
        """The next message; None where it's too long."""
        (size,) = struct.unpack("!i", self._read(4))
        if size == -1:
            (size,) = struct.unpack("!Q", self._read(8))
        if maxsize is not None and size > maxsize:
            return None
        return self._read(size) if size else b""

    def send_bytes(self, buf, offset=0, size=None):
        """Sends bytes, or a part of them."""
        self._check_writable()
        data = bytes(memoryview(buf))
        if offset < 0:
            raise ValueError("offset is negative")
        if len(data) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(data):
            raise ValueError("buffer length < offset + size")
        self._send(data[offset:offset + size])

    def send(self, obj):
        self._check_writable()
        self._send(bytes(ForkingPickler.dumps(obj)))

    def recv_bytes(self, maxlength=None):
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        data = self._receive(maxlength)
        if data is not None:
            return data
        # What's left of the message can't be skipped.
        self._readable = False
        if not self._writable:
            self.close()
        raise OSError("bad message length")

    def recv_bytes_into(self, buf, offset=0):
        """Puts the next message there; gives its length."""
        self._check_readable()
        with memoryview(buf) as view:
            room = view.nbytes
            if offset < 0:
                raise ValueError("negative offset")
            if offset > room:
                raise ValueError("offset too large")
            data = self._receive()
            if room < offset + len(data):
                raise BufferTooShort(data)
            view.cast("B")[offset:offset + len(data)] = data
            return len(data)

    def recv(self):
        self._check_readable()
        return ForkingPickler.loads(self._receive())

    def poll(self, timeout=0.0):
        """Whether there's something to receive within that time."""
        self._check_readable()
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Pipe(duplex=True):
    """Two connections that lead to each other; without `duplex` the first only receives, the second only sends."""
    if duplex:
        first, second = socket.socketpair()
        return Connection(first.detach()), Connection(second.detach())
    reader, writer = os.pipe()
    return Connection(reader, writable=False), Connection(writer, readable=False)


def wait(object_list, timeout=None):
    """Those of the objects (connections, sockets, sentinels) that are ready to be read."""
    with selectors.PollSelector() as selector:
        for each in object_list:
            selector.register(each, selectors.EVENT_READ)
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            ready = selector.select(timeout)
            if ready:
                return [key.fileobj for key, _ in ready]
            if deadline is not None:
                timeout = deadline - time.monotonic()
                if timeout < 0:
                    return ready


def _family_of(address):
    if isinstance(address, tuple):
        return "AF_INET"
    if isinstance(address, str):
        return "AF_UNIX"
    raise ValueError(f"address type of {address!r} unrecognized")


def _arbitrary_address(family):
    if family == "AF_INET":
        return ("localhost", 0)
    if family == "AF_UNIX":
        return os.path.join(util.get_temp_dir(), f"listener-{os.getpid()}-{next(_listener_numbers)}")
    raise ValueError("unrecognized family")


class Listener:
    """Waits for connections of other processes."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and _family_of(address)) or "AF_UNIX"
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        self._authkey = authkey
        self._socket = socket.socket(getattr(socket, family))
        address = address or _arbitrary_address(family)
        try:
            if family == "AF_INET":
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(address)
            self._socket.listen(backlog)
        except OSError:
            self._socket.close()
            raise
        self._address = self._socket.getsockname()
        self._family = family
        self._last_accepted = None
        self._unlink = None
        if family == "AF_UNIX" and not _is_abstract(address):
            self._unlink = util.Finalize(self, _remove, (address,), exitpriority=0)

    def accept(self):
        if self._socket is None:
            raise OSError("listener is closed")
        accepted, self._last_accepted = self._socket.accept()
        accepted.setblocking(True)
        connection = Connection(accepted.detach())
        if self._authkey is not None:
            from multiprocessing import _authentication

            _authentication.challenge(connection, self._authkey)
            _authentication.answer(connection, self._authkey)
        return connection

    def close(self):
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            if self._unlink is not None:
                self._unlink()

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def _is_abstract(address):
    """Whether it's a name that only the system knows, rather than a file's."""
    return address[:1] in ("\0", b"\0")


def _remove(path):
    try:
        os.unlink(path)
    except OSError:
        pass


def Client(address, family=None, authkey=None):
    """A connection to a listener."""
    family = family or _family_of(address)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    with socket.socket(getattr(socket, family)) as client:
        client.setblocking(True)
        client.connect(address)
        connection = Connection(client.detach())
    if authkey is not None:
        from multiprocessing import _authentication

        _authentication.answer(connection, authkey)
        _authentication.challenge(connection, authkey)
    return connection
