"""Connections between threads."""

from queue import Queue

__all__ = ["Client", "Listener", "Pipe"]

families = [None]


def Pipe(duplex=True):
    """Two connections that lead to each other; both send and receive, whatever `duplex` says."""
    there, back = Queue(), Queue()
    return Connection(back, there), Connection(there, back)


class _Closing:
    """What ends with its `with` statement."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


class Connection(_Closing):
    """One end: objects come out of a queue and go into another."""

    def __init__(self, incoming, outgoing):
        self._incoming = incoming
        self._outgoing = outgoing

    def send(self, obj):
        self._outgoing.put(obj)

    def recv(self):
        return self._incoming.get()

    send_bytes, recv_bytes = send, recv

    def poll(self, timeout=0.0):
        """Whether there's something to receive within that time."""
        arrival = self._incoming.not_empty
        with arrival:
            return arrival.wait_for(self._has_arrived, timeout)

    def _has_arrived(self):
        return len(self._incoming.queue) > 0

    def close(self):
        """There's nothing to do."""


class Listener(_Closing):
    """Waits for clients, which put their other ends into a queue: that's the address."""

    def __init__(self, address=None, family=None, backlog=1):
        self._clients = Queue(backlog)

    @property
    def address(self):
        return self._clients

    def accept(self):
        return self._clients.get()

    def close(self):
        self._clients = None


def Client(address):
    """A connection to the listener with that address."""
    near, far = Pipe()
    address.put(far)
    return near
