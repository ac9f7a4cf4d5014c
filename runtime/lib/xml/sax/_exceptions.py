"""What can go wrong when texts are parsed by events."""


class SAXException(Exception):
    """Something is wrong with a text or a parser."""

    def __init__(self, msg, exception=None):
        self._msg = msg
        self._exception = exception
        Exception.__init__(self, msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        raise AttributeError("__getitem__")


class SAXParseException(SAXException):
    """A text isn't XML; it tells where."""

    def __init__(self, msg, exception, locator):
        SAXException.__init__(self, msg, exception)
        self._locator = locator
        self._systemId = locator.getSystemId()
        self._colnum = locator.getColumnNumber()
        self._linenum = locator.getLineNumber()

    def getColumnNumber(self):
        return self._colnum

    def getLineNumber(self):
        return self._linenum

    def getPublicId(self):
        return self._locator.getPublicId()

    def getSystemId(self):
        return self._systemId

    def __str__(self):
        system = self.getSystemId()
        line = "?" if self._linenum is None else self._linenum
        column = "?" if self._colnum is None else self._colnum
        return f"{'<unknown>' if system is None else system}:{line}:{column}: {self._msg}"


class SAXNotRecognizedException(SAXException):
    """Nobody knows that feature or property."""


class SAXNotSupportedException(SAXException):
    """A feature or property can't be set so."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """There's no such parser."""
