"""Sockets: the upper half. System calls, addresses and numbers are the runtime's own."""

import io
import os
from enum import IntEnum, IntFlag

import _socket
from _socket import socket as _Socket
from errno import EAGAIN, EBADF, EWOULDBLOCK
from socket import CMSG_LEN, CMSG_SPACE, IPPROTO_IPV6, IPPROTO_TCP, IPV6_V6ONLY, SOL_SOCKET, SO_REUSEADDR, SO_REUSEPORT, SCM_RIGHTS, SHUT_RD, SHUT_RDWR, SHUT_WR, SOMAXCONN
from socket import _getaddrinfo, _pair, close, dup, gaierror, gethostbyaddr, gethostname, getdefaulttimeout, has_ipv6, herror


class AddressFamily(IntEnum):
    """Families of addresses."""

    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_AX25 = 3
    AF_IPX = 4
    AF_APPLETALK = 5
    AF_NETROM = 6
    AF_BRIDGE = 7
    AF_ATMPVC = 8
    AF_X25 = 9
    AF_INET6 = 10
    AF_ROSE = 11
    AF_NETBEUI = 13
    AF_SECURITY = 14
    AF_KEY = 15
    AF_NETLINK = 16
    AF_ROUTE = 16
    AF_PACKET = 17
    AF_ASH = 18
    AF_ECONET = 19
    AF_ATMSVC = 20
    AF_RDS = 21
    AF_SNA = 22
    AF_IRDA = 23
    AF_PPPOX = 24
    AF_WANPIPE = 25
    AF_LLC = 26
    AF_CAN = 29
    AF_TIPC = 30
    AF_ALG = 38
    AF_VSOCK = 40
    AF_QIPCRTR = 42


class SocketKind(IntEnum):
    """Kinds of sockets."""

    SOCK_STREAM = 1
    SOCK_DGRAM = 2
    SOCK_RAW = 3
    SOCK_RDM = 4
    SOCK_SEQPACKET = 5
    SOCK_NONBLOCK = 2048
    SOCK_CLOEXEC = 524288


class MsgFlag(IntFlag):
    """Flags of sending and receiving."""

    MSG_OOB = 1
    MSG_PEEK = 2
    MSG_DONTROUTE = 4
    MSG_CTRUNC = 8
    MSG_TRUNC = 32
    MSG_DONTWAIT = 64
    MSG_EOR = 128
    MSG_WAITALL = 256
    MSG_CONFIRM = 2048
    MSG_ERRQUEUE = 8192
    MSG_NOSIGNAL = 16384
    MSG_MORE = 32768
    MSG_FASTOPEN = 536870912
    MSG_CMSG_CLOEXEC = 1073741824


class AddressInfo(IntFlag):
    """Flags of getaddrinfo."""

    AI_PASSIVE = 1
    AI_CANONNAME = 2
    AI_NUMERICHOST = 4
    AI_V4MAPPED = 8
    AI_ALL = 16
    AI_ADDRCONFIG = 32
    AI_NUMERICSERV = 1024

AF_UNSPEC = AddressFamily.AF_UNSPEC
AF_UNIX = AddressFamily.AF_UNIX
AF_INET = AddressFamily.AF_INET
AF_AX25 = AddressFamily.AF_AX25
AF_IPX = AddressFamily.AF_IPX
AF_APPLETALK = AddressFamily.AF_APPLETALK
AF_NETROM = AddressFamily.AF_NETROM
AF_BRIDGE = AddressFamily.AF_BRIDGE
AF_ATMPVC = AddressFamily.AF_ATMPVC
AF_X25 = AddressFamily.AF_X25
AF_INET6 = AddressFamily.AF_INET6
AF_ROSE = AddressFamily.AF_ROSE
AF_NETBEUI = AddressFamily.AF_NETBEUI
AF_SECURITY = AddressFamily.AF_SECURITY
AF_KEY = AddressFamily.AF_KEY
AF_NETLINK = AddressFamily.AF_NETLINK
AF_ROUTE = AddressFamily.AF_ROUTE
AF_PACKET = AddressFamily.AF_PACKET
AF_ASH = AddressFamily.AF_ASH
AF_ECONET = AddressFamily.AF_ECONET
AF_ATMSVC = AddressFamily.AF_ATMSVC
AF_RDS = AddressFamily.AF_RDS
AF_SNA = AddressFamily.AF_SNA
AF_IRDA = AddressFamily.AF_IRDA
AF_PPPOX = AddressFamily.AF_PPPOX
AF_WANPIPE = AddressFamily.AF_WANPIPE
AF_LLC = AddressFamily.AF_LLC
AF_CAN = AddressFamily.AF_CAN
AF_TIPC = AddressFamily.AF_TIPC
AF_ALG = AddressFamily.AF_ALG
AF_VSOCK = AddressFamily.AF_VSOCK
AF_QIPCRTR = AddressFamily.AF_QIPCRTR
SOCK_STREAM = SocketKind.SOCK_STREAM
SOCK_DGRAM = SocketKind.SOCK_DGRAM
SOCK_RAW = SocketKind.SOCK_RAW
SOCK_RDM = SocketKind.SOCK_RDM
SOCK_SEQPACKET = SocketKind.SOCK_SEQPACKET
SOCK_NONBLOCK = SocketKind.SOCK_NONBLOCK
SOCK_CLOEXEC = SocketKind.SOCK_CLOEXEC
MSG_OOB = MsgFlag.MSG_OOB
MSG_PEEK = MsgFlag.MSG_PEEK
MSG_DONTROUTE = MsgFlag.MSG_DONTROUTE
MSG_CTRUNC = MsgFlag.MSG_CTRUNC
MSG_TRUNC = MsgFlag.MSG_TRUNC
MSG_DONTWAIT = MsgFlag.MSG_DONTWAIT
MSG_EOR = MsgFlag.MSG_EOR
MSG_WAITALL = MsgFlag.MSG_WAITALL
MSG_CONFIRM = MsgFlag.MSG_CONFIRM
MSG_ERRQUEUE = MsgFlag.MSG_ERRQUEUE
MSG_NOSIGNAL = MsgFlag.MSG_NOSIGNAL
MSG_MORE = MsgFlag.MSG_MORE
MSG_FASTOPEN = MsgFlag.MSG_FASTOPEN
MSG_CMSG_CLOEXEC = MsgFlag.MSG_CMSG_CLOEXEC
AI_PASSIVE = AddressInfo.AI_PASSIVE
AI_CANONNAME = AddressInfo.AI_CANONNAME
AI_NUMERICHOST = AddressInfo.AI_NUMERICHOST
AI_V4MAPPED = AddressInfo.AI_V4MAPPED
AI_ALL = AddressInfo.AI_ALL
AI_ADDRCONFIG = AddressInfo.AI_ADDRCONFIG
AI_NUMERICSERV = AddressInfo.AI_NUMERICSERV
AF_DECnet = 12
PF_PACKET = 17
SocketType = _Socket
error = OSError
timeout = TimeoutError

_GLOBAL_DEFAULT_TIMEOUT = object()
_FILE_MODES = [ways + kind for ways in ("r", "w", "rw") for kind in ("", "b")]
_LOCALHOST = "127.0.0.1"
_LOCALHOST_V6 = "::1"


def _as_member(value, cls):
    """The member of an enumeration, or the number itself where it has none."""
    try:
        return cls(value)
    except ValueError:
        return value


def _places(sock):
    """The addresses at both ends of a socket, as far as there are some, for its repr()."""
    text = ""
    for name, ask in (("laddr", sock.getsockname), ("raddr", sock.getpeername)):
        try:
            address = ask()
        except OSError:
            continue
        if address:
            text += f", {name}={address!s}"
    return text


class socket(_Socket):
    """An end of a connection, or what waits for some."""

    __slots__ = ("_closed", "_io_refs", "__weakref__")

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._open(family, type, proto, fileno)
        # How many files of makefile's are open.
        self._io_refs = 0
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self._closed:
            return
        self.close()

    def __repr__(self):
        cls = self.__class__
        state = " [closed]" if getattr(self, "_closed", False) else ""
        places = "" if self._closed else _places(self)
        return (f"<{cls.__module__}.{cls.__qualname__}{state} fd={self.fileno()}, family={self.family!s}, type={self.type!s}, "
                f"proto={self.proto}{places}>")

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    def dup(self):
        """Another socket object for the same socket."""
        copy = self.__class__(self.family, self.type, self.proto, fileno=dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def accept(self):
        """A new socket for the next connection, and the address at its other end."""
        fd, address = self._accept()
        connection = socket(self.family, self.type, self.proto, fileno=fd)
        if getdefaulttimeout() is None and self.gettimeout():
            connection.setblocking(True)
        return connection, address

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """A file over the socket, which stays open as long as that is."""
        if not set(mode) <= set("rwb"):
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        ways = "".join(way for way in "rw" if way in mode) or "r"
        raw = SocketIO(self, ways)
        self._io_refs += 1
        is_text = "b" not in mode
        if buffering == 0:
            if is_text:
                raise ValueError("unbuffered streams must be binary")
            return raw
        size = io.DEFAULT_BUFFER_SIZE if buffering is None or buffering < 0 else buffering
        if ways == "rw":
            buffered = io.BufferedRWPair(raw, raw, size)
        else:
            buffered = (io.BufferedReader if ways == "r" else io.BufferedWriter)(raw, size)
        if is_text:
            buffered = io.TextIOWrapper(buffered, encoding, errors, newline)
            buffered.mode = mode
        return buffered

    def sendfile(self, file, offset=0, count=None):
        """Sends a file's bytes, `count` of them or all; gives how many."""
        if self.type & SOCK_STREAM == 0:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        if "b" not in getattr(file, "mode", "b"):
            raise ValueError("file should be opened in binary mode")
        if count is not None:
            if not isinstance(count, int):
                raise TypeError(f"count must be a positive integer (got {count!r})")
            if count <= 0:
                raise ValueError(f"count must be a positive integer (got {count!r})")
        if self.gettimeout() == 0:
            raise ValueError("non-blocking sockets are not supported")
        if offset:
            file.seek(offset)
        total = 0
        try:
            while count is None or total < count:
                data = file.read(8192 if count is None else min(8192, count - total))
                if not data:
                    break
                self.sendall(data)
                total += len(data)
            return total
        finally:
            if total > 0 and hasattr(file, "seek"):
                file.seek(offset + total)

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self):
        _Socket.close(self)

    def close(self):
        """Closes the socket, once no file uses it."""
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        """The descriptor, which the socket lets go of."""
        self._closed = True
        return super().detach()

    @property
    def family(self):
        """The address family for this socket."""
        return _as_member(super().family, AddressFamily)

    @property
    def type(self):
        """The socket type."""
        return _as_member(super().type, SocketKind)

    def get_inheritable(self):
        """Whether child processes get the descriptor."""
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        os.set_inheritable(self.fileno(), inheritable)


def fromfd(fd, family, type, proto=0):
    """A socket of a copy of a descriptor."""
    return socket(family, type, proto, dup(fd))


def send_fds(sock, buffers, fds, flags=0, address=None):
    """Sends descriptors along with data, over an AF_UNIX socket."""
    import array

    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, array.array("i", fds))])


def recv_fds(sock, bufsize, maxfds, flags=0):
    """Data, descriptors that came with it, flags and the sender's address."""
    import array

    fds = array.array("i")
    data, ancillary, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * fds.itemsize))
    for level, type, content in ancillary:
        if level == SOL_SOCKET and type == SCM_RIGHTS:
            fds.frombytes(content[: len(content) - len(content) % fds.itemsize])
    return data, list(fds), flags, address


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected with each other."""
    if family is None:
        family = AF_UNIX
    first, second = _pair(family, type, proto)
    return socket(family, type, proto, first), socket(family, type, proto, second)


def _none_if_blocking(transfer, data):
    """How many bytes a call moves; None where it would have to wait."""
    try:
        return transfer(data)
    except OSError as failure:
        if failure.errno not in (EAGAIN, EWOULDBLOCK):
            raise
    return None


class SocketIO(io.RawIOBase):
    """What a socket's `makefile` reads from and writes to."""

    def __init__(self, sock, mode):
        if mode not in _FILE_MODES:
            raise ValueError(f"invalid mode: {mode!r}")
        super().__init__()
        self._sock = sock
        self._mode = mode.removesuffix("b") + "b"
        # A part of a line may be lost, so nothing more is read.
        self._timeout_occurred = False

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")

    def readable(self):
        self._check_open()
        return "r" in self._mode

    def writable(self):
        self._check_open()
        return "w" in self._mode

    def seekable(self):
        self._check_open()
        return super().seekable()

    def readinto(self, b):
        self._checkClosed()
        self._checkReadable()
        if self._timeout_occurred:
            raise OSError("cannot read from timed out object")
        try:
            return _none_if_blocking(self._sock.recv_into, b)
        except timeout:
            self._timeout_occurred = True
            raise

    def write(self, b):
        self._checkClosed()
        self._checkWritable()
        return _none_if_blocking(self._sock.send, b)

    @property
    def mode(self):
        return self._mode

    @property
    def name(self):
        """The descriptor; -1 once it's closed."""
        return -1 if self.closed else self._sock.fileno()

    def fileno(self):
        self._checkClosed()
        return self._sock.fileno()

    def close(self):
        """Closes the file; the socket stays open until it's closed as well."""
        if not self.closed:
            super().close()
            sock, self._sock = self._sock, None
            sock._decref_socketios()


def getfqdn(name=""):
    """The full name of a host, as far as it's known."""
    name = name.strip()
    if not name or name in ("0.0.0.0", "::"):
        name = gethostname()
    try:
        hostname, aliases, _ = gethostbyaddr(name)
    except OSError:
        return name
    aliases.insert(0, hostname)
    for each in aliases:
        if "." in each:
            return each
    return hostname


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """A socket connected to a host and port, by whichever of the host's addresses answers first."""
    host, port = address
    errors = []
    for family, type, proto, _, place in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, type, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(place)
            errors.clear()
            return sock
        except OSError as error:
            if not all_errors:
                errors.clear()
            errors.append(error)
            if sock is not None:
                sock.close()
    if errors:
        try:
            if not all_errors:
                raise errors[0]
            raise ExceptionGroup("create_connection failed", errors)
        finally:
            errors.clear()
    raise OSError("getaddrinfo returns an empty list")


def has_dualstack_ipv6():
    """Whether one AF_INET6 socket can serve IPv4 as well."""
    if not has_ipv6:
        return False
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except OSError:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that waits for connections at an address."""
    if dualstack_ipv6 and not has_dualstack_ipv6():
        raise ValueError("dualstack_ipv6 not supported on this platform")
    if dualstack_ipv6 and family != AF_INET6:
        raise ValueError("dualstack_ipv6 requires AF_INET6 family")
    sock = socket(family, SOCK_STREAM)
    try:
        _prepare_server(sock, family, reuse_port, dualstack_ipv6)
        _bind_server(sock, address)
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
    except OSError:
        sock.close()
        raise
    return sock


def _prepare_server(sock, family, reuse_port, dualstack_ipv6):
    """Sets the options of a socket that will wait for connections."""
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    except OSError:
        # A restarted server has to wait for its address, then.
        pass
    if reuse_port:
        sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
    if has_ipv6 and family == AF_INET6:
        sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, int(not dualstack_ipv6))


def _bind_server(sock, address):
    try:
        sock.bind(address)
    except OSError as error:
        raise OSError(error.errno, f"{error.strerror} (while attempting to bind on address {address!r})") from None


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Tuples of family, type, protocol, canonical name and address, one for each way to reach a service."""
    found = []
    for each_family, each_type, each_proto, name, address in _getaddrinfo(host, port, family, type, proto, flags):
        found.append((_as_member(each_family, AddressFamily), _as_member(each_type, SocketKind), each_proto, name, address))
    return found
