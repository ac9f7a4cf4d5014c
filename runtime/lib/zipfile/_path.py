"""Paths in an archive, with the methods of pathlib's."""

import io
import re
from os import path as posixpath


def _with_folders(names):
    """The names, and those of folders that only stand in other names."""
    found = dict.fromkeys(names)
    for name in names:
        parent = posixpath.dirname(name.rstrip("/"))
        while parent:
            found.setdefault(parent + "/")
            parent = posixpath.dirname(parent)
    return list(found)


def _expression_of(pattern):
    """A pattern of paths as a regular expression."""
    found = []
    for part in re.split(r"(\*\*|\*|\?|\[[^]/]+\])", pattern):
        if part.startswith("["):
            found.append("[^" + part[2:] if part.startswith("[!") else part)
        else:
            found.append({"**": ".*", "*": "[^/]*", "?": "[^/]"}.get(part) or re.escape(part))
    return "".join(found)


class Path:
    """A file or folder in an archive."""

    __module__ = "zipfile"

    def __init__(self, root, at=""):
        if not hasattr(root, "namelist"):
            from zipfile import ZipFile
            root = ZipFile(root)
        self.root = root
        self.at = at

    def _names(self):
        return _with_folders(self.root.namelist())

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def __str__(self):
        return posixpath.join(self.root.filename, self.at)

    def __repr__(self):
        return f"{type(self).__name__}({self.root.filename!r}, {self.at!r})"

    def _next(self, at):
        return type(self)(self.root, at)

    @property
    def name(self):
        """The last part."""
        return posixpath.basename(self.at.rstrip("/")) or posixpath.basename(self.root.filename)

    @property
    def suffix(self):
        """The name's ending."""
        return posixpath.splitext(self.name)[1]

    @property
    def suffixes(self):
        """All of the name's endings."""
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The name without its ending."""
        return posixpath.splitext(self.name)[0]

    @property
    def parent(self):
        """The folder that it's in."""
        above = posixpath.dirname(self.at.rstrip("/"))
        return self._next(above + "/" if above else above)

    def open(self, mode="r", *args, pwd=None, **kwargs):
        """The file as a stream, of text or of bytes."""
        if self.is_dir():
            raise IsADirectoryError(self)
        plain = mode[0]
        if plain == "r" and not self.exists():
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, plain, pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        return io.TextIOWrapper(stream, *args, **kwargs)

    def read_text(self, *args, **kwargs):
        """The file's text."""
        with self.open("r", *args, **kwargs) as file:
            return file.read()

    def read_bytes(self):
        """The file's bytes."""
        with self.open("rb") as file:
            return file.read()

    def is_dir(self):
        """Whether it's a folder."""
        return not self.at or self.at.endswith("/")

    def is_file(self):
        """Whether it's a file."""
        return self.exists() and not self.is_dir()

    def exists(self):
        """Whether it's there."""
        return self.at in self._names()

    def is_symlink(self):
        """Whether it's a symbolic link."""
        return self.root.getinfo(self.at).external_attr >> 28 == 0xA

    def iterdir(self):
        """What is in the folder."""
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        for name in self._names():
            if posixpath.dirname(name.rstrip("/")) == self.at.rstrip("/") and name != self.at:
                yield self._next(name)

    def joinpath(self, *other):
        """A path below."""
        joined = posixpath.join(self.at, *other)
        names = self._names()
        return self._next(joined + "/" if joined not in names and joined + "/" in names else joined)

    __truediv__ = joinpath

    def match(self, path_pattern):
        """Whether the path's end matches the pattern."""
        import pathlib
        return pathlib.PurePosixPath(self.at).match(path_pattern)

    def glob(self, pattern):
        """What matches the pattern below."""
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        matches = re.compile(re.escape(self.at) + _expression_of(pattern) + "/?").fullmatch
        return (self._next(name) for name in self._names() if matches(name))

    def rglob(self, pattern):
        """What matches the pattern anywhere below."""
        return self.glob(f"**/{pattern}")
