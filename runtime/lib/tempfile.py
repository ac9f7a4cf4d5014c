"""Files and folders for a while."""

import io
import os
import shutil
from types import GenericAlias
from weakref import finalize

__all__ = [
    "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp", "TMP_MAX",
    "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb",
]

TMP_MAX = 10000
tempdir = None
template = "tmp"
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def gettempprefix():
    """What names begin with."""
    return template


def gettempprefixb():
    """The same as bytes."""
    return os.fsencode(template)


def gettempdir():
    """The folder for such files."""
    global tempdir
    if tempdir is None:
        tempdir = _found_folder()
    return os.fsdecode(tempdir)


def gettempdirb():
    """The same as bytes."""
    return os.fsencode(gettempdir())


def _found_folder():
    candidates = [os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if os.environ.get(name)]
    candidates = [os.path.abspath(folder) for folder in candidates] + ["/tmp", "/var/tmp", "/usr/tmp", os.getcwd()]
    for folder in candidates:
        if os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK):
            return folder
    raise FileNotFoundError(2, f"No usable temporary directory found in {candidates}")


def _parts(prefix, suffix, folder):
    """What was given or the defaults, all str or all bytes."""
    kinds = {bytes if isinstance(part, bytes) else str for part in (prefix, suffix) if part is not None}
    if folder is not None:
        folder = os.fspath(folder)
        kinds.add(bytes if isinstance(folder, bytes) else str)
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    is_bytes = bytes in kinds
    if prefix is None:
        prefix = gettempprefixb() if is_bytes else template
    if suffix is None:
        suffix = b"" if is_bytes else ""
    if folder is None:
        folder = gettempdirb() if is_bytes else gettempdir()
    return prefix, suffix, folder


def _names(prefix, suffix, folder):
    """Paths that are there hardly ever."""
    for _ in range(TMP_MAX):
        middle = "".join([_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(8)])
        yield os.path.abspath(os.path.join(folder, prefix + (middle.encode() if isinstance(prefix, bytes) else middle) + suffix))
    raise FileExistsError(17, "No usable temporary file name found")


def _made(prefix, suffix, folder, make):
    """The first name that `make` could make something of, and what it gave."""
    for path in _names(prefix, suffix, folder):
        try:
            return make(path), path
        except FileExistsError:
            continue


def _open_new(path):
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """A new file: its descriptor and its path."""
    prefix, suffix, dir = _parts(prefix, suffix, dir)
    return _made(prefix, suffix, dir, _open_new)


def mkdtemp(suffix=None, prefix=None, dir=None):
    """A new folder: its path."""
    prefix, suffix, dir = _parts(prefix, suffix, dir)
    return _made(prefix, suffix, dir, lambda path: os.mkdir(path, 0o700))[1]


def mktemp(suffix="", prefix=template, dir=None):
    """A path where there's nothing, for now."""
    if dir is None:
        dir = gettempdir()
    for path in _names(prefix, suffix, dir):
        if not os.path.lexists(path):
            return path


def _remove(path):
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


class _TemporaryFileWrapper:
    """A file that is removed when it's closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._delete_on_close = delete_on_close
        self._finalizer = finalize(self, _close_and_remove, file, name if delete else None)

    def __getattr__(self, name):
        value = getattr(self.__dict__["file"], name)
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self._finalizer()
        return result

    def close(self):
        """Closes the file, and removes it."""
        if self._delete_on_close:
            self._finalizer()
        else:
            self.file.close()

    def __iter__(self):
        for line in self.file:
            yield line


def _close_and_remove(file, name):
    file.close()
    if name is not None:
        _remove(name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    """A new open file that is removed when it's closed."""
    prefix, suffix, dir = _parts(prefix, suffix, dir)
    fd, name = _made(prefix, suffix, dir, _open_new)
    try:
        file = io.open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.close(fd)
        _remove(name)
        raise
    raw = getattr(file, "buffer", file)
    raw = getattr(raw, "raw", raw)
    raw.name = name
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """A new open file that has no name."""
    prefix, suffix, dir = _parts(prefix, suffix, dir)
    fd, name = _made(prefix, suffix, dir, _open_new)
    os.unlink(name)
    return io.open(fd, mode, buffering, encoding, errors, newline)


class SpooledTemporaryFile(io.IOBase):
    """A file in memory until it's large."""

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                 errors=None):
        if "b" in mode:
            self._file = io.BytesIO()
        else:
            self._file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors, newline=newline)
        self._max_size = max_size
        self._rolled = False
        self._arguments = {"mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix, "encoding": encoding,
                           "newline": newline, "dir": dir, "errors": errors}

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        """Goes on in a file."""
        if self._rolled:
            return
        file = self._file
        made = self._file = TemporaryFile(**self._arguments)
        place = file.tell()
        if hasattr(made, "buffer"):
            file.flush()
            made.buffer.write(file.buffer.getvalue())
        else:
            made.write(file.getvalue())
        made.seek(place)
        self._rolled = True

    def write(self, data):
        """Writes."""
        result = self._file.write(data)
        self._check()
        return result

    def writelines(self, lines):
        """Writes each."""
        for line in lines:
            self.write(line)

    def read(self, *args):
        """Reads."""
        return self._file.read(*args)

    def readline(self, *args):
        """Reads a line."""
        return self._file.readline(*args)

    def readlines(self, *args):
        """Reads the lines."""
        return self._file.readlines(*args)

    def __iter__(self):
        return self._file.__iter__()

    def seek(self, *args):
        """Goes to a place."""
        return self._file.seek(*args)

    def tell(self):
        """The place."""
        return self._file.tell()

    def flush(self):
        """Writes what's kept back."""
        self._file.flush()

    def close(self):
        """Closes, and frees everything."""
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    def fileno(self):
        """The descriptor of the file."""
        self.rollover()
        return self._file.fileno()

    def readable(self):
        """It can be read."""
        return True

    def writable(self):
        """It can be written."""
        return True

    def seekable(self):
        """It can go to a place."""
        return True

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    __class_getitem__ = classmethod(GenericAlias)


class TemporaryDirectory:
    """A new folder that is removed with all that's in it at the end of a `with` statement."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete
        self._finalizer = finalize(self, shutil.rmtree, self.name, True) if delete else None

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Removes the folder."""
        if self._finalizer is None or self._finalizer.detach() or os.path.exists(self.name):
            shutil.rmtree(self.name, self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(GenericAlias)
