"""Copying, moving and removing files and whole folders."""

import fnmatch
import os
import stat
from collections import namedtuple

from _archives import (
    ReadError, RegistryError, get_archive_formats, get_unpack_formats, make_archive, register_archive_format, register_unpack_format,
    unpack_archive, unregister_archive_format, unregister_unpack_format,
)

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SpecialFileError", "ExecError",
    "ignore_patterns", "which", "get_terminal_size", "SameFileError", "make_archive", "get_archive_formats", "register_archive_format",
    "unregister_archive_format", "get_unpack_formats", "register_unpack_format", "unregister_unpack_format", "unpack_archive", "ReadError",
    "RegistryError", "disk_usage", "chown",
]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    """Something went wrong with some of the files."""


class SameFileError(Error):
    """Source and target are one file."""


class SpecialFileError(OSError):
    """It's no plain file."""


class ExecError(OSError):
    """A command can't be run."""


def copyfileobj(fsrc, fdst, length=0):
    """Copies what a stream has to another."""
    if not length:
        length = COPY_BUFSIZE
    while data := fsrc.read(length):
        fdst.write(data)


def _is_same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copies a file's bytes."""
    if _is_same(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    for path in (src, dst):
        try:
            kind = os.stat(path).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(kind):
            raise SpecialFileError(f"`{os.fspath(path)}` is a named pipe")
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as source:
        try:
            with open(dst, "wb") as target:
                copyfileobj(source, target)
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from error
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copies permissions."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copies permissions and times."""
    follow = follow_symlinks or not (os.path.islink(src) and os.path.islink(dst))
    known = os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(known.st_atime_ns, known.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(known.st_mode))


def _target_of(src, dst):
    """The name in a folder."""
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copies bytes and permissions, to a file or into a folder."""
    dst = _target_of(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copies bytes, permissions and times."""
    dst = _target_of(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    """For `copytree`: names that match one of the patterns are left out."""
    def ignored(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copies a folder with all that's below."""
    with os.scandir(src) as found:
        entries = list(found)
    left_out = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in left_out:
            continue
        target = os.path.join(dst, entry.name)
        try:
            if entry.is_symlink() and symlinks:
                os.symlink(os.readlink(entry.path), target)
                copystat(entry, target, follow_symlinks=False)
            elif entry.is_symlink() and ignore_dangling_symlinks and not os.path.exists(entry.path):
                continue
            elif entry.is_dir():
                copytree(entry, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(entry.path if copy_function not in (copy, copy2) else entry, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as why:
            errors.append((entry.path, target, str(why)))
    try:
        copystat(src, dst)
    except OSError as why:
        errors.append((src, dst, str(why)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Removes a folder with all that's below."""
    if dir_fd is not None:
        raise NotImplementedError("aiocc: dir_fd isn't supported")

    def report(function, path, error):
        if ignore_errors:
            return
        if onexc is not None:
            onexc(function, path, error)
        elif onerror is not None:
            onerror(function, path, (type(error), error, error.__traceback__))
        else:
            raise error

    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
    except OSError as error:
        report(os.path.islink, path, error)
        return
    try:
        os.lstat(path)
    except OSError as error:
        report(os.lstat, path, error)
        return
    _remove_tree(os.fspath(path), report)


rmtree.avoids_symlink_attacks = _use_fd_functions = False


def _remove_tree(path, report):
    # Folders, and whether what's in them has had its turn.
    left = [(path, False)]
    while left:
        folder, is_emptied = left.pop()
        if is_emptied:
            _attempt(os.rmdir, folder, report)
            continue
        left.append((folder, True))
        for entry in _entries(folder, report):
            if _is_folder(entry):
                left.append((entry.path, False))
            else:
                _attempt(os.unlink, entry.path, report)


def _attempt(function, path, report):
    try:
        function(path)
    except OSError as error:
        report(function, path, error)


def _entries(folder, report):
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError as error:
        error.filename = folder
        report(os.scandir, folder, error)
        return []


def _is_folder(entry):
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def move(src, dst, copy_function=copy2):
    """Moves a file or a folder, into a folder where the target is one."""
    target = dst
    if os.path.isdir(dst):
        if _is_same(src, dst) and not os.path.islink(src):
            os.rename(src, dst)
            return dst
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), target)
            os.unlink(src)
        elif os.path.isdir(src):
            if (os.path.abspath(target) + "/").startswith(os.path.abspath(src).rstrip("/") + "/"):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.") from None
            copytree(src, target, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a program; None where it isn't found."""
    def is_there(file):
        return os.path.exists(file) and os.access(file, mode) and not os.path.isdir(file)

    if os.path.dirname(cmd):
        return cmd if is_there(cmd) else None
    if path is None:
        path = os.environ.get("PATH", os.defpath)
    if not path:
        return None
    decoded = os.fsdecode(cmd)
    for folder in dict.fromkeys(os.fsdecode(path).split(os.pathsep)):
        file = os.path.join(folder, decoded)
        if is_there(file):
            return os.fsencode(file) if isinstance(cmd, bytes) else file
    return None


_Usage = namedtuple("usage", "total used free", module=__name__)


def disk_usage(path):
    """How much room there is on the disk of that path, in bytes: (total, used, free)."""
    disk = os.statvfs(path)
    blocks = disk.f_blocks, disk.f_blocks - disk.f_bfree, disk.f_bavail
    return _Usage(*(count * disk.f_frsize for count in blocks))


def _number_of(kind, name, find):
    """The number of a user or group that's given by it or by its name; -1, which changes nothing, for None."""
    if not isinstance(name, str):
        return -1 if name is None else name
    try:
        return find(name)[2]
    except KeyError:
        raise LookupError(f"no such {kind}: {name!r}") from None


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    """Changes whose a file is."""
    import grp
    import pwd
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    owner = _number_of("user", user, pwd.getpwnam), _number_of("group", group, grp.getgrnam)
    os.chown(path, *owner, dir_fd=dir_fd, follow_symlinks=follow_symlinks)


def get_terminal_size(fallback=(80, 24)):
    """The size of the terminal, as the environment or the system tells."""
    def number(name):
        try:
            return int(os.environ[name])
        except (KeyError, ValueError):
            return 0

    wanted = number("COLUMNS"), number("LINES")
    if min(wanted) > 0:
        return os.terminal_size(wanted)
    try:
        # Terminals that don't know it say 0.
        size = [told or otherwise for told, otherwise in zip(os.get_terminal_size(1), fallback)]
    except (AttributeError, ValueError, OSError):
        size = fallback
    return os.terminal_size([each if each > 0 else otherwise for each, otherwise in zip(wanted, size)])
