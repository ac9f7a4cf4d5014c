"""What can go wrong between clients and servers."""


class HTTPException(Exception):
    """Something is wrong with a request or an answer."""


class NotConnected(HTTPException):
    """There's no connection."""


class InvalidURL(HTTPException):
    """That is no URL."""


class UnknownProtocol(HTTPException):
    """A version that nobody knows."""

    def __init__(self, version):
        super().__init__(version)
        self.version = version


class UnknownTransferEncoding(HTTPException):
    """A way of sending that nobody knows."""


class UnimplementedFileMode(HTTPException):
    """Never raised; programs may name it."""


class IncompleteRead(HTTPException):
    """The answer ended too early."""

    def __init__(self, partial, expected=None):
        super().__init__(partial)
        self.partial, self.expected = partial, expected

    def __repr__(self):
        sizes = [f"{len(self.partial)} bytes read"]
        if self.expected is not None:
            sizes.append(f"{self.expected} more expected")
        return f"{type(self).__name__}({', '.join(sizes)})"

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    """It isn't the time for that."""


class CannotSendRequest(ImproperConnectionState):
    """The last answer wasn't read yet."""


class CannotSendHeader(ImproperConnectionState):
    """No request was begun."""


class ResponseNotReady(ImproperConnectionState):
    """No request was sent."""


class BadStatusLine(HTTPException):
    """The first line isn't one of an answer."""

    def __init__(self, line):
        # An empty line is shown with its quotes.
        self.line = line if line else repr(line)
        super().__init__(self.line)


class LineTooLong(HTTPException):
    """A line doesn't end."""

    def __init__(self, line_type):
        super().__init__(f"got more than 65536 bytes when reading {line_type}")


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    """The other side closed the connection without an answer."""

    def __init__(self, *args):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *args)


error = HTTPException
for _class in list(globals().values()):
    if isinstance(_class, type):
        _class.__module__ = "http.client"
