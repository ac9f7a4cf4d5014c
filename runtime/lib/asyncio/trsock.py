"""What transports show of their sockets."""

import socket


def _shown(name):
    return property(lambda self: getattr(self._sock, name))


class TransportSocket:
    """A socket that others use, with what can't disturb them."""

    __slots__ = ("_sock",)

    def __init__(self, sock):
        self._sock = sock

    family = _shown("family")
    type = _shown("type")
    proto = _shown("proto")

    def __repr__(self):
        number = self.fileno()
        places = "" if number == -1 else socket._places(self)
        return f"<asyncio.TransportSocket fd={number}, family={self.family!s}, type={self.type!s}, proto={self.proto}{places}>"

    def __getstate__(self):
        raise TypeError("Cannot serialize asyncio.TransportSocket object")

    def fileno(self):
        """The descriptor; -1 once it's closed."""
        return self._sock.fileno()

    def getsockname(self):
        """The address at this end."""
        return self._sock.getsockname()

    def getpeername(self):
        """The address at the other end."""
        return self._sock.getpeername()

    def getsockbyname(self):
        """Sockets have no such method, so that's what the error says."""
        return self._sock.getsockbyname()

    def dup(self):
        """A socket of one's own for the same connection."""
        return self._sock.dup()

    def getsockopt(self, *args, **kwargs):
        """An option's value."""
        return self._sock.getsockopt(*args, **kwargs)

    def setsockopt(self, *args, **kwargs):
        """Sets an option."""
        self._sock.setsockopt(*args, **kwargs)

    def get_inheritable(self):
        """Whether child processes get the descriptor."""
        return self._sock.get_inheritable()

    def shutdown(self, how):
        """Ends one direction or both. That's the transport's business too, but it takes notice."""
        self._sock.shutdown(how)

    def gettimeout(self):
        """A transport's socket never waits."""
        return 0

    def settimeout(self, value):
        """Refuses every timeout but that."""
        if value != 0:
            raise ValueError("settimeout(): only 0 timeout is allowed on transport sockets")

    def setblocking(self, flag):
        """Refuses to let it wait."""
        if flag:
            raise ValueError("setblocking(): transport sockets cannot be blocking")
