"""Paths of files."""

import io
import os
import stat as _stat
from fnmatch import fnmatchcase
from os import path as _posix
from pathlib._pure import PurePath, PurePosixPath, PureWindowsPath


class UnsupportedOperation(NotImplementedError):
    """The system doesn't have this."""

    __module__ = "pathlib._abc"


class Path(PurePath):
    """A path, and the file that it leads to."""

    __module__ = "pathlib._local"
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        """The current folder."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's folder."""
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        """The path of a file: address."""
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path.startswith("///"):
            path = path[2:]
        elif path.startswith("//localhost/"):
            path = path[11:]
        data = bytearray()
        place = 0
        while place < len(path):
            code = path[place + 1:place + 3]
            if path[place] == "%" and len(code) == 2 and all(char in "0123456789abcdefABCDEF" for char in code):
                data.append(int(code, 16))
                place += 3
            else:
                data += path[place].encode("utf-8", "surrogateescape")
                place += 1
        made = cls(os.fsdecode(bytes(data)))
        if not made.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return made

    # What is known of the file.

    def stat(self, *, follow_symlinks=True):
        """What `os.stat` tells."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """What `os.lstat` tells."""
        return os.lstat(self)

    def _mode(self, follow_symlinks=True):
        """The mode; 0 where there's nothing."""
        try:
            return os.stat(self, follow_symlinks=follow_symlinks).st_mode
        except (OSError, ValueError):
            return 0

    def exists(self, *, follow_symlinks=True):
        """Whether it's there."""
        return self._mode(follow_symlinks) != 0

    def is_dir(self, *, follow_symlinks=True):
        """Whether it's a folder."""
        return _stat.S_ISDIR(self._mode(follow_symlinks))

    def is_file(self, *, follow_symlinks=True):
        """Whether it's a file."""
        return _stat.S_ISREG(self._mode(follow_symlinks))

    def is_symlink(self):
        """Whether it's a symbolic link."""
        return _stat.S_ISLNK(self._mode(False))

    def is_mount(self):
        """Whether another file system begins here."""
        return _posix.ismount(self)

    def is_junction(self):
        """Windows has those."""
        return False

    def is_block_device(self):
        """Whether it's a device of blocks."""
        return _stat.S_ISBLK(self._mode())

    def is_char_device(self):
        """Whether it's a device of characters."""
        return _stat.S_ISCHR(self._mode())

    def is_fifo(self):
        """Whether it's a pipe."""
        return _stat.S_ISFIFO(self._mode())

    def is_socket(self):
        """Whether it's a socket."""
        return _stat.S_ISSOCK(self._mode())

    def samefile(self, other_path):
        """Whether another path leads to the same file."""
        return _posix.samefile(self, other_path)

    def owner(self, *, follow_symlinks=True):
        """The name of the user that it belongs to."""
        return _name_of("/etc/passwd", self.stat(follow_symlinks=follow_symlinks).st_uid, "getpwuid(): uid not found")

    def group(self, *, follow_symlinks=True):
        """The name of the group that it belongs to."""
        return _name_of("/etc/group", self.stat(follow_symlinks=follow_symlinks).st_gid, "getgrgid(): gid not found")

    # What is in it.

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Opens the file."""
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """All bytes of the file."""
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        """All text of the file."""
        with self.open("r", -1, encoding, errors, newline) as file:
            return file.read()

    def write_bytes(self, data):
        """Makes the file of these bytes."""
        view = memoryview(data)
        with self.open("wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Makes the file of this text."""
        if isinstance(data, str):
            with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
                return file.write(data)
        raise TypeError(f"data must be str, not {type(data).__name__}")

    def _below(self, name):
        return self._from_parts(self._drive, self._root, [*self._tail, name])

    def iterdir(self):
        """The paths in the folder."""
        names = os.listdir(self)
        return (self._below(name) for name in names)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """As `os.walk`, but links to folders count as files unless they're followed."""
        pending = [self]
        while pending:
            folder = pending.pop()
            if isinstance(folder, tuple):
                yield folder
                continue
            try:
                entries = list(os.scandir(folder))
            except OSError as error:
                if on_error is not None:
                    on_error(error)
                continue
            folders, names = [], []
            for entry in entries:
                (folders if entry.is_dir(follow_symlinks=follow_symlinks) else names).append(entry.name)
            if top_down:
                yield folder, folders, names
            else:
                pending.append((folder, folders, names))
            pending += [folder._below(name) for name in reversed(folders)]

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths below that match; `**` stands for any number of folders."""
        wanted, is_folder = self._checked_pattern(pattern)
        return self._glob(wanted, is_folder, case_sensitive, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths at any depth below that match."""
        wanted, is_folder = self._checked_pattern(pattern, True)
        return self._glob(["**", *wanted], is_folder, case_sensitive, recurse_symlinks)

    def _checked_pattern(self, pattern, may_be_empty=False):
        """The parts of a pattern, and whether only folders will do."""
        path = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
        if path.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if not path._tail and not may_be_empty:
            raise ValueError(f"Unacceptable pattern: {path!r}")
        return path._tail, not path._tail or (isinstance(pattern, str) and pattern.endswith("/"))

    def _glob(self, wanted, is_folder, case_sensitive, recurse_symlinks):
        matches = _exact if case_sensitive is None or case_sensitive else _without_case
        seen = set()
        if is_folder and wanted[-1] == "**":
            # Folders at any depth, and none that a link leads to.
            wanted = [*wanted, ""]
        for path in _select(self, wanted, matches, recurse_symlinks):
            if path not in seen and (not is_folder or path.is_dir()):
                seen.add(path)
                yield path

    # Other paths.

    def absolute(self):
        """The path from the root."""
        if self.is_absolute():
            return self
        return self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        """The path from the root without links in it."""
        return self.with_segments(_posix.realpath(self, strict=strict))

    def readlink(self):
        """Where the link leads."""
        return self.with_segments(os.readlink(self))

    def expanduser(self):
        """The path with the user's folder for `~`."""
        if self.anchor or not self._tail or not self._tail[0].startswith("~"):
            return self
        home = _posix.expanduser(self._tail[0])
        if home.startswith("~"):
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *self._tail[1:])

    # Changes.

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Makes the folder."""
        try:
            os.mkdir(self, mode)
        except OSError as error:
            is_orphan = isinstance(error, FileNotFoundError)
            if is_orphan and parents and self.parent != self:
                self.parent.mkdir(parents=True, exist_ok=True)
                self.mkdir(mode, exist_ok=exist_ok)
            elif is_orphan or not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        """Removes the empty folder."""
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        """Removes the file."""
        try:
            os.unlink(self)
        except OSError as error:
            if not missing_ok or not isinstance(error, FileNotFoundError):
                raise

    def touch(self, mode=0o666, exist_ok=True):
        """Makes the file, or marks it as changed now."""
        flags = os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL)
        try:
            if exist_ok:
                os.utime(self, None)
                return
        except OSError:
            # There's none yet, or opening it says what's wrong.
            pass
        os.close(os.open(self, flags, mode))

    def rename(self, target):
        """Gives the file another name."""
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        """Gives the file another name, that of an other one too."""
        os.replace(self, target)
        return self.with_segments(target)

    def chmod(self, mode, *, follow_symlinks=True):
        """Sets permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Sets permissions."""
        self.chmod(mode, follow_symlinks=False)

    def symlink_to(self, target, target_is_directory=False):
        """Makes a symbolic link here."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Makes this one more name of a file."""
        os.link(target, self)


def _exact(name, pattern):
    return fnmatchcase(name, pattern)


def _without_case(name, pattern):
    return fnmatchcase(name.lower(), pattern.lower())


def _has_magic(part):
    return any(char in part for char in "*?[")


def _entries(path):
    try:
        return list(os.scandir(path))
    except OSError:
        return []


def _select(path, wanted, matches, recurse_symlinks):
    """The paths below `path` that match the parts of a pattern."""
    if not wanted:
        if path.exists(follow_symlinks=False):
            yield path
        return
    part, rest = wanted[0], wanted[1:]
    if not part:
        yield path
    elif part == "**":
        while rest and rest[0] == "**":
            rest = rest[1:]
        yield from _select_deep(path, rest, matches, recurse_symlinks)
    elif part == ".." or (not _has_magic(part) and matches is _exact):
        yield from _select(path._below(part), rest, matches, recurse_symlinks)
    else:
        for entry in _entries(path):
            if matches(entry.name, part) and (not rest or entry.is_dir()):
                yield from _select(path._below(entry.name), rest, matches, recurse_symlinks)


def _select_deep(path, rest, matches, recurse_symlinks):
    """The same in `path` and all folders below."""
    if rest:
        yield from _select(path, rest, matches, recurse_symlinks)
    elif path.exists():
        yield path
    for entry in _entries(path):
        below = path._below(entry.name)
        if entry.is_dir(follow_symlinks=recurse_symlinks):
            yield from _select_deep(below, rest, matches, recurse_symlinks)
        elif not rest:
            yield below


def _name_of(database, number, problem):
    """A name from a file of users or groups."""
    with io.open(database, encoding="utf-8", errors="surrogateescape") as lines:
        for line in lines:
            fields = line.split(":")
            if len(fields) > 2 and fields[2] == str(number):
                return fields[0]
    raise KeyError(f"{problem}: {number}")


class PosixPath(Path, PurePosixPath):
    """A path of this system."""

    __module__ = "pathlib._local"
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path of a system that this isn't."""

    __module__ = "pathlib._local"
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation(f"cannot instantiate {cls.__name__!r} on your system")
