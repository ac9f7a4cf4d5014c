"""Files without a buffer."""

import posix
from _fspath import fspath
from _support import name_with_module, warn_of_unclosed
from io._base import RawIOBase, UnsupportedOperation, plain_view, writable_view

_O_RDONLY, _O_WRONLY, _O_RDWR, _O_CREAT, _O_EXCL, _O_TRUNC, _O_APPEND, _O_CLOEXEC = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000, 0o2000000
_FOLDER = 0o040000
_KIND = 0o170000
_EISDIR = 21
_EAGAIN = 11


def _flags_of(mode):
    """How the system opens a file of this mode."""
    kinds = [letter for letter in mode if letter in "rwax"]
    if len(kinds) != 1 or mode.count("+") > 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    flags = {"r": 0, "w": _O_CREAT | _O_TRUNC, "a": _O_CREAT | _O_APPEND, "x": _O_CREAT | _O_EXCL}[kinds[0]]
    if "+" in mode:
        return flags | _O_RDWR | _O_CLOEXEC
    return flags | (_O_RDONLY if kinds[0] == "r" else _O_WRONLY) | _O_CLOEXEC


class FileIO(RawIOBase):
    """A file of bytes, each read and write a call of the system."""

    __module__ = "_io"
    _fd = -1
    closefd = True
    _mode = "r"

    def __init__(self, file, mode="r", closefd=True, opener=None):
        for letter in mode:
            if letter not in "rwaxb+":
                raise ValueError(f"invalid mode: {mode}")
        flags = _flags_of(mode)
        self._mode = mode
        self._readable = "r" in mode or "+" in mode
        self._writable = "r" not in mode or "+" in mode
        self._seekable = None
        self.closefd = closefd
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            if isinstance(file, bool):
                import warnings
                warnings.warn("bool is used as a file descriptor", RuntimeWarning, stacklevel=2)
            self._fd = int(file)
            owned = False
        else:
            self._fd = self._opened(fspath(file), flags, opener)
            owned = True
        self.name = file
        self._check_kind(owned, file)
        if "a" in mode:
            try:
                posix.lseek(self._fd, 0, 2)
            except OSError:
                pass

    def _opened(self, path, flags, opener):
        if not self.closefd:
            raise ValueError("Cannot use closefd=False with file name")
        if ("\0" if isinstance(path, str) else b"\0") in path:
            raise ValueError("embedded null byte")
        if opener is None:
            return posix.open_file(path, flags, 0o666)
        fd = opener(path, flags)
        if not isinstance(fd, int):
            raise TypeError("expected integer from opener")
        if fd < 0:
            raise ValueError(f"opener returned {fd}")
        return fd

    def _check_kind(self, owned, file):
        """Folders are no files; the size of a block is that of a buffer."""
        try:
            values = posix.stat_values(self._fd, True)
        except OSError as error:
            if owned:
                raise
            self._fd = -1
            raise OSError(error.errno, error.strerror) from None
        if values[0] & _KIND == _FOLDER:
            fd, self._fd = self._fd, -1
            if owned:
                posix.close(fd)
            raise IsADirectoryError(_EISDIR, posix.strerror(_EISDIR), file)
        self._blksize = values[10] if values[10] > 1 else 8192

    def _check_closed(self):
        if self._fd < 0:
            raise ValueError("I/O operation on closed file")

    def _check_readable(self):
        self._check_closed()
        if not self._readable:
            raise UnsupportedOperation("File not open for reading")

    def _check_writable(self):
        self._check_closed()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")

    def read(self, size=-1, /):
        """Up to so many bytes in one go; None where there are none for now."""
        self._check_readable()
        if size is None or size < 0:
            return self.readall()
        try:
            return posix.read(self._fd, size)
        except BlockingIOError:
            return None

    def readall(self):
        """All bytes up to the end."""
        self._check_readable()
        return posix.read_all(self._fd)

    def readinto(self, buffer, /):
        """Reads into a buffer; how many bytes."""
        self._check_readable()
        view = writable_view(buffer, "readinto")
        try:
            data = posix.read(self._fd, len(view))
        except BlockingIOError:
            return None
        view[:len(data)] = data
        return len(data)

    def write(self, data, /):
        """Writes bytes in one go; how many were taken, None where none can be for now."""
        self._check_writable()
        view = plain_view(data)
        try:
            return posix.write(self._fd, view)
        except BlockingIOError:
            return None

    def seek(self, offset, whence=0, /):
        """Goes to a place."""
        self._check_closed()
        return posix.lseek(self._fd, offset, whence)

    def tell(self):
        """The place."""
        self._check_closed()
        return posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        """Cuts what's behind the size, or the place."""
        self._check_writable()
        if size is None:
            size = self.tell()
        posix.truncate(self._fd, size)
        return size

    def _warn_of_loss(self, source):
        if self._fd >= 0 and self.closefd:
            warn_of_unclosed(source, "file")

    def close(self):
        """Closes the descriptor, unless it's somebody else's."""
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            if self.closefd:
                posix.close(fd)

    @property
    def closed(self):
        return self._fd < 0

    def flush(self):
        """Nothing's kept back."""
        self._check_closed()

    def readable(self):
        """Whether it was opened for reading."""
        self._check_closed()
        return self._readable

    def writable(self):
        """Whether it was opened for writing."""
        self._check_closed()
        return self._writable

    def seekable(self):
        """Whether it can go to a place."""
        self._check_closed()
        if self._seekable is None:
            self._seekable = self._has_place()
        return self._seekable

    def _has_place(self):
        """Pipes and terminals have none."""
        try:
            self.tell()
        except OSError:
            return False
        return True

    def fileno(self):
        """The descriptor."""
        self._check_closed()
        return self._fd

    def isatty(self):
        """Whether it's a terminal."""
        self._check_closed()
        return posix.isatty(self._fd)

    @property
    def mode(self):
        if "x" in self._mode:
            return "xb+" if self._readable else "xb"
        if "a" in self._mode:
            return "ab+" if self._readable else "ab"
        if self._readable:
            return "rb+" if self._writable else "rb"
        return "wb"

    def __repr__(self):
        kind = "_io.FileIO" if type(self) is FileIO else type(self).__name__
        if self._fd < 0:
            return f"<{kind} [closed]>"
        shown = f"name={self.name!r}" if hasattr(self, "name") else f"fd={self._fd}"
        return f"<{kind} {shown} mode={self.mode!r} closefd={self.closefd}>"


name_with_module(FileIO)
