"""Errors that come from other processes, with the tracebacks that they had there."""


class RemoteTraceback(Exception):
    """The text of a traceback."""

    def __init__(self, tb):
        super().__init__(tb)
        self.tb = tb


RemoteTraceback.__module__ = "multiprocessing.pool"


def text_of(error):
    """What would be printed of an error that nobody handles."""
    import traceback

    return "".join(traceback.format_exception(error))


def caused_by(error, kind, text):
    """The error, with that text as its cause: `kind` is a class of such."""
    error.__cause__ = kind(text)
    return error


def quoted(error):
    return f'\n"""\n{text_of(error)}"""'


class ExceptionWithTraceback:
    """An error on its way to another process: it comes out as its own class, caused by the text of its traceback."""

    def __init__(self, exc, tb, kind=RemoteTraceback):
        self.tb = quoted(exc)
        self.exc = exc
        self.kind = kind
        # The frames stay here.
        exc.__traceback__ = None

    def __reduce__(self):
        return caused_by, (self.exc, self.kind, self.tb)
