"""The lines of several files, one after the other: those that the command line names, or standard input."""

import io
import os
import sys
import types
from contextlib import ExitStack, suppress

__all__ = [
    "input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin", "FileInput",
    "hook_compressed", "hook_encoded",
]

# What the module's functions are about.
_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    """The lines of the files; the module's other functions tell where they are."""
    global _state
    if _state and _state._source:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    """Ends the reading."""
    global _state
    ending, _state = _state, None
    if ending:
        ending.close()


def _active():
    if not _state:
        raise RuntimeError("no active input()")
    return _state


def nextfile():
    """Leaves the rest of this file out."""
    return _active().nextfile()


def filename():
    """The file of the line that was read last."""
    return _active().filename()


def lineno():
    """How many lines were read."""
    return _active().lineno()


def filelineno():
    """The number of the line in its file."""
    return _active().filelineno()


def fileno():
    """The descriptor of the file that is open; -1 if none is."""
    return _active().fileno()


def isfirstline():
    """Whether the line is its file's first."""
    return _active().isfirstline()


def isstdin():
    """Whether the line came from standard input."""
    return _active().isstdin()


class _Source:
    """A file that is open, and what is to be done at its end."""

    def __init__(self, stream, is_stdin=False, removed=None):
        self.stream = stream
        self.is_stdin = is_stdin
        self.at_end = ExitStack()
        if removed is not None:
            self.at_end.callback(_remove, removed)
        if not is_stdin:
            self.at_end.callback(stream.close)


class _Opening:
    """How the files are opened: what `FileInput` was given for that."""

    def __init__(self, mode, openhook, encoding, errors):
        self.mode = mode
        self.hook = openhook
        self.is_binary = "b" in mode
        self.encoding = encoding
        self.errors = errors

    def open(self, name, in_place, backup):
        if name == "-":
            return _Source(getattr(sys.stdin, "buffer", sys.stdin) if self.is_binary else sys.stdin, is_stdin=True)
        if in_place:
            return self._open_in_place(name, backup)
        if self.hook is None:
            return _Source(self._plainly(name, self.mode))
        texts = {} if self.encoding is None else {"encoding": self.encoding, "errors": self.errors}
        return _Source(self.hook(name, self.mode, **texts))

    def _plainly(self, file, mode):
        if self.is_binary:
            return open(file, mode)
        return open(file, mode, encoding=self.encoding or "locale", errors=self.errors)

    def _open_in_place(self, name, backup):
        """The file gets another name; what the program prints becomes the file."""
        kept = os.fspath(name) + (backup or ".bak")
        with suppress(OSError):
            os.unlink(kept)
        os.rename(name, kept)
        source = _Source(self._plainly(kept, self.mode), removed=None if backup else kept)
        printed = self._replacement(name, source.stream)
        source.at_end.callback(printed.close)
        source.at_end.callback(setattr, sys, "stdout", sys.stdout)
        sys.stdout = printed
        return source

    def _replacement(self, name, original):
        """A new file with the permissions of the old one."""
        mode = self.mode.replace("r", "w")
        try:
            permissions = os.fstat(original.fileno()).st_mode
        except OSError:
            return self._plainly(name, mode)
        file = self._plainly(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, permissions), mode)
        with suppress(OSError):
            os.chmod(name, permissions)
        return file


def _remove(name):
    with suppress(OSError):
        os.unlink(name)


class FileInput:
    """The lines of several files."""

    _source = _name = None

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        self._names = _names_of(files)
        self._in_place = inplace
        self._backup = backup
        self._lines_before = self._line_in_file = 0
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook and inplace:
            raise ValueError("FileInput cannot use an opening hook in inplace mode")
        if openhook and not callable(openhook):
            raise ValueError("FileInput openhook must be callable")
        self._opening = _Opening(mode, openhook or None, encoding, errors)

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self):
        """The next line; an empty one behind the last file."""
        while self._source or self._open_next():
            line = self._source.stream.readline()
            if line:
                self._line_in_file += 1
                return line
            self.nextfile()
        return b"" if self._opening.is_binary else ""

    def _open_next(self):
        """Whether there was another file."""
        if not self._names:
            return False
        self._name, *self._names = self._names
        self._lines_before += self._line_in_file
        self._line_in_file = 0
        self._source = self._opening.open(self._name, self._in_place, self._backup)
        if self._source.is_stdin:
            self._name = "<stdin>"
        return True

    def nextfile(self):
        """Leaves the rest of this file out."""
        ending, self._source = self._source, None
        if ending:
            ending.at_end.close()

    def close(self):
        """Leaves the rest of all files out."""
        try:
            self.nextfile()
        finally:
            self._names = ()

    def filename(self):
        """The file of the line that was read last; None before the first."""
        return self._name

    def lineno(self):
        """How many lines were read."""
        return self._lines_before + self._line_in_file

    def filelineno(self):
        """The number of the line in its file."""
        return self._line_in_file

    def fileno(self):
        """The descriptor of the file that is open; -1 if none is."""
        with suppress(ValueError):
            if self._source:
                return self._source.stream.fileno()
        return -1

    def isfirstline(self):
        """Whether the line is its file's first."""
        return self._line_in_file == 1

    def isstdin(self):
        """Whether the line came from standard input."""
        return self._source is not None and self._source.is_stdin

    __class_getitem__ = classmethod(types.GenericAlias)


def _names_of(files):
    """The names of the files to read, in order; "-" is standard input."""
    if isinstance(files, str):
        return [files]
    if isinstance(files, os.PathLike):
        return [os.fspath(files)]
    return list(sys.argv[1:] if files is None else files) or ["-"]


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """Opens files of gzip and bz2 as what they hold."""
    is_text = "b" not in mode
    if is_text and encoding is None:
        encoding = "locale"
    suffix = os.path.splitext(filename)[1]
    if suffix == ".gz":
        from gzip import open as opener
    elif suffix == ".bz2":
        from bz2 import BZ2File as opener
    else:
        return open(filename, mode, encoding=encoding, errors=errors)
    stream = opener(filename, mode)
    return io.TextIOWrapper(stream, encoding=encoding, errors=errors) if is_text else stream


def hook_encoded(encoding, errors=None):
    """Opens files with that encoding."""

    def open_encoded(filename, mode):
        return open(filename, mode, encoding=encoding, errors=errors)

    return open_encoded
