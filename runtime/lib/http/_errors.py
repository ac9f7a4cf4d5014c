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
        self.args = (version,)
        self.version = version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    """The answer ended too early."""

    def __init__(self, partial, expected=None):
        self.args = (partial,)
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = f", {self.expected} more expected" if self.expected is not None else ""
        return f"{type(self).__name__}({len(self.partial)} bytes read{more})"

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    """The first line isn't one of an answer."""

    def __init__(self, line):
        self.args = (line or repr(line),)
        self.line = line or repr(line)


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        HTTPException.__init__(self, f"got more than 65536 bytes when reading {line_type}")


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    """The other side closed the connection without an answer."""

    def __init__(self, *pos, **kw):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *pos, **kw)


error = HTTPException
for _class in list(globals().values()):
    if isinstance(_class, type):
        _class.__module__ = "http.client"
