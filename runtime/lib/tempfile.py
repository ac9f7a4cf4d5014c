"""Files and folders for a while."""

import functools
import io
import os
import shutil
import warnings
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
    is_bytes = bytes in kinds or not kinds and isinstance(tempdir, bytes)
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


# POSIX has one kind of file.
_text_openflags = _bin_openflags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


def _open_new(path):
    return os.open(path, _bin_openflags, 0o600)


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


class _Closer:
    """Closes and removes a file when nothing uses it any more: its wrapper, or a method of its that somebody has kept."""

    def __init__(self, file, name, delete, delete_on_close):
        self._file = file
        self._name = name if delete else None
        self._delete_on_close = delete_on_close
        # The program may end first.
        self._unlink = os.unlink

    def close(self):
        """Closes the file, and removes it if that's its end."""
        try:
            self._file.close()
        finally:
            if self._delete_on_close:
                self.remove()

    def remove(self):
        """Removes the file, if it's one to be removed and is still there."""
        name, self._name = self._name, None
        if name is not None:
            try:
                self._unlink(name)
            except FileNotFoundError:
                pass

    def end(self):
        """The file isn't needed any more."""
        self.close()
        self.remove()

    __del__ = end


class _TemporaryFileWrapper:
    """A file that is removed when it's closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._closer = _Closer(file, name, delete, delete_on_close)

    def __getattr__(self, name):
        value = getattr(self.__dict__["file"], name)
        if callable(value):
            value = _keeping(value, self._closer)
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self._closer.end()
        return result

    def close(self):
        """Closes the file, and removes it."""
        self._closer.close()

    def __iter__(self):
        for line in self.file:
            yield line


def _keeping(method, closer):
    """The method, which keeps its file from being closed."""
    @functools.wraps(method)
    def keeping(*args, **kwargs):
        return method(*args, **kwargs)

    keeping._closer = closer
    return keeping


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    """A new open file that is removed when it's closed."""
    prefix, suffix, dir = _parts(prefix, suffix, dir)
    name = None

    def opener(*args):
        nonlocal name
        fd, name = _made(prefix, suffix, dir, _open_new)
        return fd

    try:
        file = io.open(dir, mode, buffering, encoding, errors, newline, opener=opener)
        try:
            raw = getattr(file, "buffer", file)
            raw = getattr(raw, "raw", raw)
            raw.name = name
            return _TemporaryFileWrapper(file, name, delete, delete_on_close)
        except BaseException:
            file.close()
            raise
    except BaseException:
        if name is not None:
            _remove(name)
        raise


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """A new open file that has no name."""
    prefix, suffix, dir = _parts(prefix, suffix, dir)

    def opener(*args):
        fd, name = _made(prefix, suffix, dir, _open_new)
        try:
            os.unlink(name)
        except BaseException:
            os.close(fd)
            raise
        return fd

    file = io.open(dir, mode, buffering, encoding, errors, newline, opener=opener)
    raw = getattr(file, "buffer", file)
    raw = getattr(raw, "raw", raw)
    raw.name = raw.fileno()
    return file


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

    def __del__(self):
        if not self.closed:
            warnings.warn(f"Unclosed file {self!r}", ResourceWarning, stacklevel=2, source=self)
            self.close()

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

    def truncate(self, size=None):
        """Cuts the file, or makes it longer."""
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def fileno(self):
        """The descriptor of the file."""
        self.rollover()
        return self._file.fileno()

    def __iter__(self):
        return self._file.__iter__()

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    @property
    def name(self):
        return getattr(self._file, "name", None)

    @property
    def mode(self):
        return getattr(self._file, "mode", self._arguments["mode"])

    __class_getitem__ = classmethod(GenericAlias)


def _forward(name, *, is_property=False):
    """A method or a property of SpooledTemporaryFile that is the one of the file behind it."""
    def value(self, *args):
        found = getattr(self._file, name)
        return found if is_property else found(*args)

    value.__name__ = name
    value.__qualname__ = f"SpooledTemporaryFile.{name}"
    setattr(SpooledTemporaryFile, name, property(value) if is_property else value)


for _name in ("read", "read1", "readinto", "readinto1", "readline", "readlines", "detach", "seek", "tell", "flush", "close", "isatty",
              "readable", "writable", "seekable"):
    _forward(_name)
for _name in ("closed", "encoding", "errors", "newlines"):
    _forward(_name, is_property=True)


def _remove_tree(path, ignore_errors):
    """Removes a folder; what's in the way of its owner is given the permissions that it takes."""
    def allow(place):
        if not os.path.islink(place):
            os.chmod(place, 0o700)

    def mend(function, failed, error):
        if isinstance(error, FileNotFoundError):
            return
        if not isinstance(error, PermissionError):
            if not ignore_errors:
                raise error
            return
        try:
            if failed != path:
                allow(os.path.dirname(failed))
            allow(failed)
            try:
                os.unlink(failed)
            except (IsADirectoryError, PermissionError):
                shutil.rmtree(failed, onexc=mend)
        except FileNotFoundError:
            pass
        except OSError:
            if not ignore_errors:
                raise

    shutil.rmtree(path, onexc=mend)


def _remove_lost(path, message, ignore_errors):
    _remove_tree(path, ignore_errors)
    warnings.warn(message, ResourceWarning)


class TemporaryDirectory:
    """A new folder that is removed with all that's in it at the end of a `with` statement."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete
        message = f"Implicitly cleaning up {self!r}"
        self._finalizer = finalize(self, _remove_lost, self.name, message, ignore_cleanup_errors) if delete else None

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
            _remove_tree(self.name, self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(GenericAlias)
