"""What transports call: the base classes of protocols, whose methods do nothing."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
    """What all protocols are told."""

    __slots__ = ()

    def connection_made(self, transport):
        """The connection is there; data comes and goes by `transport`."""

    def connection_lost(self, exc):
        """The connection is gone: closed (None), or broken."""

    def pause_writing(self):
        """The transport's buffer is full."""

    def resume_writing(self):
        """The transport's buffer has room again."""


class Protocol(BaseProtocol):
    """A protocol over a stream."""

    __slots__ = ()

    def data_received(self, data):
        """Some bytes have come."""

    def eof_received(self):
        """The other end writes no more. What's true keeps the transport open."""


class BufferedProtocol(BaseProtocol):
    """A protocol over a stream whose bytes are read into a buffer of its own."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """The buffer to read into."""

    def buffer_updated(self, nbytes):
        """So many bytes have been read into it."""

    def eof_received(self):
        """The other end writes no more. What's true keeps the transport open."""


class DatagramProtocol(BaseProtocol):
    """A protocol over datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram has come."""

    def error_received(self, exc):
        """Sending or receiving failed."""


class SubprocessProtocol(BaseProtocol):
    """What is told of a child process."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The child has written to the pipe that it has as `fd`."""

    def pipe_connection_lost(self, fd, exc):
        """That pipe is closed."""

    def process_exited(self):
        """The child has ended."""
