"""Errors that come from other processes, with the tracebacks that they had there."""


class RemoteTraceback(Exception):
    """The text of a traceback."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """An error that goes to another process: it comes out as its own class, caused by the text of its traceback."""

    def __init__(self, exc, tb):
        import traceback

        text = "".join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        self.exc.__traceback__ = None
        self.tb = f'\n"""\n{text}"""'

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    exc.__cause__ = RemoteTraceback(tb)
    return exc


RemoteTraceback.__module__ = "multiprocessing.pool"
