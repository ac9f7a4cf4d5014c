"""Answers as files that know their headers."""

__all__ = ["addbase", "addclosehook", "addinfo", "addinfourl"]


class addbase:
    """A file, around another one."""

    def __init__(self, fp):
        self.fp = fp
        self.file = fp
        self.name = "<urllib response>"
        self.delete = False

    def __getattr__(self, name):
        # What it isn't itself, the file is.
        file = self.__dict__.get("file")
        if file is None:
            raise AttributeError(name)
        return getattr(file, name)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self)!r} whose fp = {self.file!r}>"

    def close(self):
        """Closes the file."""
        self.file.close()

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        if not self.file.closed:
            return self
        raise ValueError("I/O operation on closed file")

    def __exit__(self, *error):
        self.close()


class addclosehook(addbase):
    """Calls a function when it's closed."""

    def __init__(self, fp, closehook, *hookargs):
        super().__init__(fp)
        self.closehook, self.hookargs = closehook, hookargs

    def close(self):
        """Calls the function, the first time, and closes the file."""
        hook, self.closehook = self.closehook, None
        arguments, self.hookargs = self.hookargs, None
        try:
            if hook:
                hook(*arguments)
        finally:
            super().close()


class addinfo(addbase):
    """Knows its headers."""

    def __init__(self, fp, headers):
        super().__init__(fp)
        self.headers = headers

    def info(self):
        return self.headers


class addinfourl(addinfo):
    """Knows its URL and its status, too."""

    def __init__(self, fp, headers, url, code=None):
        super().__init__(fp, headers)
        self.code, self.url = code, url

    status = property(lambda self: self.code)

    def geturl(self):
        """Where it came from, after all redirections."""
        return self.url

    def getcode(self):
        """HTTP's status."""
        return self.code
