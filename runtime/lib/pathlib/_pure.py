"""Paths that no file need stand behind."""

import os
from fnmatch import fnmatchcase
from os import path as _posix
from pathlib import _windows
from types import GenericAlias

_URI_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/")


class _Parents:
    """The folders that a path is in, the nearest first."""

    def __init__(self, path):
        self._path = path
        self._tail = path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(map(self.__getitem__, range(len(self))[index]))
        size = len(self)
        if not -size <= index < size:
            raise IndexError(index)
        kept = -index - 1 if index < 0 else size - index - 1
        return self._path._from_parts(self._path._drive, self._path._root, self._tail[:kept])

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def __contains__(self, path):
        return any(parent == path for parent in self)

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path: drive, root, and the names behind them."""

    __module__ = "pathlib._local"
    __slots__ = ("_drive", "_root", "_tail", "_text", "_key", "__weakref__")
    parser = _posix

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                text = str(arg)
                texts.append(text.replace("\\", "/") if self.parser is _posix and arg.parser is _windows else text)
                continue
            text = os.fspath(arg) if hasattr(type(arg), "__fspath__") else arg
            if not isinstance(text, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                f"not {type(text).__name__!r}")
            texts.append(text if type(text) is str else "".join((text, "")))
        self._parse(texts[0] if len(texts) == 1 else self.parser.join(*texts) if texts else "")

    def _parse(self, path):
        parser = self.parser
        if parser.altsep:
            path = path.replace(parser.altsep, parser.sep)
        drive, root, rest = parser.splitroot(path)
        if not root and drive.startswith(parser.sep) and not drive.endswith(parser.sep):
            # A share has a root, said or not; \\?\C: has none.
            parts = drive.split(parser.sep)
            if (len(parts) == 4 and parts[2] not in "?.") or len(parts) == 6:
                root = parser.sep
        self._set(drive, root, [part for part in rest.split(parser.sep) if part and part != "."])

    def _set(self, drive, root, tail):
        self._drive = drive
        self._root = root
        self._tail = tail
        self._text = None
        self._key = None

    def _from_parts(self, drive, root, tail):
        """A path of this kind of parts that were looked at."""
        if type(self).with_segments is PurePath.with_segments and type(self).__init__ is PurePath.__init__:
            made = object.__new__(type(self))
            made._set(drive, root, tail)
            return made
        return self.with_segments(self._formatted(drive, root, tail))

    def _formatted(self, drive, root, tail):
        if drive or root:
            return drive + root + self.parser.sep.join(tail)
        if tail and self.parser.splitroot(tail[0])[0]:
            tail = [".", *tail]
        return self.parser.sep.join(tail)

    def with_segments(self, *args):
        """A path of this kind."""
        return type(self)(*args)

    def __str__(self):
        if self._text is None:
            self._text = self._formatted(self._drive, self._root, self._tail) or "."
        return self._text

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def as_posix(self):
        """The path with slashes."""
        return str(self).replace(self.parser.sep, "/")

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        """The path as a file: address."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        drive = self._drive
        if len(drive) == 2 and drive[1] == ":":
            prefix, path = "file:///" + drive, self.as_posix()[2:]
        elif drive:
            prefix, path = "file:", self.as_posix()
        else:
            prefix, path = "file://", str(self)
        return prefix + "".join([chr(byte) if byte in _URI_SAFE else f"%{byte:02X}" for byte in os.fsencode(path)])

    # Comparing.

    def _compared(self):
        """What's equal for equal paths."""
        if self._key is None:
            text = str(self)
            self._key = text if self.parser is _posix else self.parser.normcase(text)
        return self._key

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parser is other.parser and self._compared() == other._compared()

    def __hash__(self):
        return hash(self._compared())

    def _order(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return None
        return self._compared().split(self.parser.sep), other._compared().split(self.parser.sep)

    def __lt__(self, other):
        both = self._order(other)
        return NotImplemented if both is None else both[0] < both[1]

    def __le__(self, other):
        both = self._order(other)
        return NotImplemented if both is None else both[0] <= both[1]

    def __gt__(self, other):
        both = self._order(other)
        return NotImplemented if both is None else both[0] > both[1]

    def __ge__(self, other):
        both = self._order(other)
        return NotImplemented if both is None else both[0] >= both[1]

    # Parts.

    @property
    def drive(self):
        return self._drive

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._drive + self._root

    @property
    def parts(self):
        return (self.anchor, *self._tail) if self.anchor else tuple(self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        name = self.name
        place = name.rfind(".")
        return name[place:] if 0 < place < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        place = name.rfind(".")
        return name[:place] if 0 < place < len(name) - 1 else name

    @property
    def parent(self):
        if not self._tail:
            return self
        return self._from_parts(self._drive, self._root, self._tail[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        """Whether it begins at the root."""
        return bool(self._root) if self.parser is _posix else self.parser.isabs(str(self))

    def is_reserved(self):
        """Whether Windows keeps the name for itself."""
        return self.parser is _windows and bool(self._tail) and self.name.partition(".")[0].rstrip(" ").upper() in _RESERVED

    # Other paths.

    def joinpath(self, *args):
        """The path with others behind it."""
        return self.with_segments(self, *args)

    def _joined(self, *segments):
        try:
            return self.with_segments(*segments)
        except TypeError:
            return NotImplemented

    def __truediv__(self, key):
        return self._joined(self, key)

    def __rtruediv__(self, key):
        return self._joined(key, self)

    def with_name(self, name):
        """The path with another last name."""
        parser = self.parser
        if not name or parser.sep in name or (parser.altsep and parser.altsep in name) or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        if not self._tail:
            raise ValueError(f"{self!r} has an empty name")
        return self._from_parts(self._drive, self._root, [*self._tail[:-1], name])

    def with_stem(self, stem):
        """The path with another last name before the suffix."""
        if self.suffix and not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(f"{stem}{self.suffix}")

    def with_suffix(self, suffix):
        """The path with another suffix."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if suffix == "." or suffix and suffix[0] != ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def relative_to(self, other, *_deprecated, walk_up=False):
        """The path from another one on."""
        if not hasattr(other, "with_segments") or _deprecated:
            other = self.with_segments(other, *_deprecated)
        for step, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._from_parts("", "", [".."] * step + self._tail[len(path._tail):])

    def is_relative_to(self, other, *_deprecated):
        """Whether it's in another one."""
        if not hasattr(other, "with_segments") or _deprecated:
            other = self.with_segments(other, *_deprecated)
        return other == self or other in self.parents

    # Patterns.

    def _pattern(self, pattern):
        return pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)

    def _folded(self, parts, case_sensitive):
        is_sensitive = self.parser is _posix if case_sensitive is None else case_sensitive
        return parts if is_sensitive else [part.lower() for part in parts]

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the pattern matches, from the right."""
        pattern = self._pattern(path_pattern)
        wanted = self._folded(pattern.parts[::-1], case_sensitive)
        parts = self._folded(self.parts[::-1], case_sensitive)
        if not wanted:
            raise ValueError("empty pattern")
        if len(parts) < len(wanted) or (len(parts) > len(wanted) and pattern.anchor):
            return False
        return all([_matches(part, each, self.parser.sep) for part, each in zip(parts, wanted)])

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether the pattern matches the whole path; `**` stands for any number of names."""
        wanted = self._folded(self._pattern(pattern).parts, case_sensitive)
        return _matches_all(self._folded(self.parts, case_sensitive), wanted, self.parser.sep)

    def __reduce__(self):
        return type(self), self.parts

    __class_getitem__ = classmethod(GenericAlias)


def _matches_all(parts, wanted, sep):
    """Whether names match patterns one by one, `**` any number of them."""
    if not wanted:
        return not parts
    if wanted[0] == "**":
        return any([_matches_all(parts[i:], wanted[1:], sep) for i in range(len(parts) + 1)])
    return bool(parts) and _matches(parts[0], wanted[0], sep) and _matches_all(parts[1:], wanted[1:], sep)


def _matches(part, pattern, sep):
    """Whether a name matches; a root matches itself only."""
    return part == pattern if sep in part else fnmatchcase(part, pattern)


_RESERVED = frozenset(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *[f"{name}{i}" for name in ("COM", "LPT") for i in range(1, 10)]])


class PurePosixPath(PurePath):
    """A path as POSIX writes it."""

    __module__ = "pathlib._local"
    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path as Windows writes it."""

    __module__ = "pathlib._local"
    __slots__ = ()
    parser = _windows
