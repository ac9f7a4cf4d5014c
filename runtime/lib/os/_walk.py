"""Folders: what's in them, and what's below."""

import posix
from os import path as _path
from os._paths import checked, no_folder
from os._results import stat_result

_UNKNOWN, _FILE, _FOLDER, _LINK = range(4)
_KIND_BITS, _FOLDER_BITS, _FILE_BITS = 0o170000, 0o040000, 0o100000


class DirEntry:
    """A name in a folder, with what the folder tells of it."""

    __module__ = "posix"

    def __init__(self, folder, name, kind, inode):
        self.name = name
        if isinstance(folder, int):
            self.path = name
        else:
            self.path = _path.join(folder, name)
        self._kind = kind
        self._inode = inode
        self._stat = None
        self._link_stat = None

    def inode(self):
        """The inode's number."""
        return self._inode

    def stat(self, *, follow_symlinks=True):
        """What is known of the file; asked for once."""
        if follow_symlinks and self.is_symlink():
            if self._stat is None:
                self._stat = stat_result(posix.stat_values(self.path, True))
            return self._stat
        if self._link_stat is None:
            self._link_stat = stat_result(posix.stat_values(self.path, False))
        return self._link_stat

    def _is(self, kind, bits, follow_symlinks):
        if self._kind == kind:
            return True
        if self._kind != _UNKNOWN and not (follow_symlinks and self._kind == _LINK):
            return False
        try:
            return posix.stat_values(self.path, follow_symlinks)[0] & _KIND_BITS == bits
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        """Whether it's a folder."""
        return self._is(_FOLDER, _FOLDER_BITS, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Whether it's a file."""
        return self._is(_FILE, _FILE_BITS, follow_symlinks)

    def is_symlink(self):
        """Whether it's a symbolic link."""
        return self._kind == _LINK or (self._kind == _UNKNOWN and _path.islink(self.path))

    def is_junction(self):
        """Windows has those."""
        return False

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _ScandirIterator:
    """The entries of a folder."""

    __module__ = "posix"

    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, *entry) for entry in posix.entries(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        """There are no more entries."""
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path=None):
    """The entries of a folder."""
    path = checked("scandir", path, allow_fd=True, allow_none=True)
    return _ScandirIterator("." if path is None else path)


def listdir(path=None):
    """The names in a folder."""
    path = checked("listdir", path, allow_fd=True, allow_none=True)
    return [name for name, _, _ in posix.entries("." if path is None else path)]


def walk(top, topdown=True, onerror=None, followlinks=False):
    """For each folder below a folder, it first or last: its path, and the names of the folders and of the files in it."""
    from _fspath import fspath
    pending = [fspath(top)]
    while pending:
        folder = pending.pop()
        if isinstance(folder, tuple):
            yield folder
            continue
        try:
            entries = list(scandir(folder))
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        folders, names, below = [], [], []
        for entry in entries:
            if not _is_folder(entry):
                names.append(entry.name)
                continue
            folders.append(entry.name)
            if not topdown and (followlinks or not entry.is_symlink()):
                below.append(entry.path)
        if topdown:
            yield folder, folders, names
            paths = [_path.join(folder, name) for name in folders]
            pending += [path for path in paths if followlinks or not _path.islink(path)][::-1]
        else:
            pending.append((folder, folders, names))
            pending += below[::-1]


def _is_folder(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False


def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a folder, and those above it that aren't there."""
    head, tail = _path.split(name)
    if not tail:
        head, tail = _path.split(head)
    if head and tail and not _path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (b"." if isinstance(tail, bytes) else "."):
            return
    try:
        posix.mkdir(checked("mkdir", name), mode)
    except OSError:
        if not exist_ok or not _path.isdir(name):
            raise


def removedirs(name):
    """Removes a folder, and those above it as long as they're empty."""
    posix.rmdir(checked("rmdir", name))
    head, tail = _path.split(name)
    if not tail:
        head, tail = _path.split(head)
    while head and tail:
        try:
            posix.rmdir(head)
        except OSError:
            break
        head, tail = _path.split(head)


def renames(old, new):
    """Renames, makes folders for the new name and removes those that the old one leaves empty."""
    head, tail = _path.split(new)
    if head and tail and not _path.exists(head):
        makedirs(head)
    posix.rename(checked("rename", old, "src"), checked("rename", new, "dst"))
    emptied, name = _path.split(old)
    try:
        if emptied and name:
            removedirs(emptied)
    except OSError:
        # It isn't empty.
        pass
