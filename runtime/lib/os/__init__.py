"""The operating system: files, folders, the process and its environment."""

import abc
import sys

import posix
from _fspath import fspath
from os import path
from os._environ import environ
from os._paths import checked, no_folder
from os._results import stat_result, terminal_size, times_result, uname_result
from os._walk import DirEntry, listdir, makedirs, removedirs, renames, scandir, walk
from os.path import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep
from posix import (
    _exit, abort, close, dup, fork, fsync, get_inheritable, getcwd, getegid, geteuid, getgid, getloadavg, getpid, getppid, getuid,
    isatty, kill, lseek, pipe, read, set_inheritable, strerror, umask, urandom, waitpid, write,
)
from types import GenericAlias

error = OSError
name = "posix"
linesep = "\n"

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR, O_ACCMODE = 0, 1, 2, 3
O_CREAT, O_EXCL, O_NOCTTY, O_TRUNC, O_APPEND, O_NONBLOCK = 0o100, 0o200, 0o400, 0o1000, 0o2000, 0o4000
O_NDELAY = O_NONBLOCK
O_DSYNC, O_ASYNC, O_DIRECT, O_DIRECTORY, O_NOFOLLOW, O_NOATIME, O_CLOEXEC = (
    0o10000, 0o20000, 0o40000, 0o200000, 0o400000, 0o1000000, 0o2000000)
O_SYNC = 0o4010000
WNOHANG, WUNTRACED, WCONTINUED = 1, 2, 8
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL, EX_CONFIG = (
    0, 64, 65, 66, 69, 70, 71, 73, 74, 75, 78)

supports_dir_fd = set()
supports_effective_ids = set()
supports_fd = set()
supports_follow_symlinks = set()


class PathLike(abc.ABC):
    """What has a path."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """The path as str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            for base in subclass.__mro__:
                if "__fspath__" in base.__dict__:
                    return True if base.__dict__["__fspath__"] is not None else NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


def fsencode(filename):
    """A path as bytes."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as str."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


# Files and folders.

def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What is known of a file."""
    no_folder(dir_fd)
    return stat_result(posix.stat_values(checked("stat", path, allow_fd=True), bool(follow_symlinks)))


def lstat(path, *, dir_fd=None):
    """What is known of a file, or of the link if it is one."""
    no_folder(dir_fd)
    return stat_result(posix.stat_values(checked("lstat", path), False))


def fstat(fd):
    """What is known of an open file."""
    try:
        return stat_result(posix.stat_values(fd.__index__(), True))
    except OSError as error:
        raise OSError(error.errno, error.strerror) from None


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Whether this process may use the file so."""
    no_folder(dir_fd)
    return posix.access(checked("access", path), mode, bool(effective_ids), bool(follow_symlinks))


def mkdir(path, mode=0o777, *, dir_fd=None):
    """Makes a folder."""
    no_folder(dir_fd)
    posix.mkdir(checked("mkdir", path), mode)


def rmdir(path, *, dir_fd=None):
    """Removes an empty folder."""
    no_folder(dir_fd)
    posix.rmdir(checked("rmdir", path))


def unlink(path, *, dir_fd=None):
    """Removes a file."""
    no_folder(dir_fd)
    posix.unlink(checked("unlink", path))


def remove(path, *, dir_fd=None):
    """Removes a file."""
    no_folder(dir_fd)
    posix.unlink(checked("remove", path))


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Gives a file another name."""
    no_folder(src_dir_fd, dst_dir_fd)
    posix.rename(checked("rename", src, "src"), checked("rename", dst, "dst"))


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Gives a file another name, that of an other one too."""
    no_folder(src_dir_fd, dst_dir_fd)
    posix.rename(checked("replace", src, "src"), checked("replace", dst, "dst"))


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    """Gives a file one more name."""
    no_folder(src_dir_fd, dst_dir_fd)
    posix.link(checked("link", src, "src"), checked("link", dst, "dst"), bool(follow_symlinks))


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    """Makes a symbolic link."""
    no_folder(dir_fd)
    posix.symlink(checked("symlink", src, "src"), checked("symlink", dst, "dst"))


def readlink(path, *, dir_fd=None):
    """Where a symbolic link leads."""
    no_folder(dir_fd)
    return posix.readlink(checked("readlink", path))


def chdir(path):
    """Makes a folder the current one."""
    posix.chdir(checked("chdir", path, allow_fd=True))


def fchdir(fd):
    """Makes an open folder the current one."""
    posix.chdir(fd.__index__())


def getcwdb():
    """The current folder as bytes."""
    return fsencode(getcwd())


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    """Sets permissions."""
    no_folder(dir_fd)
    posix.chmod(checked("chmod", path, allow_fd=True), mode)


def fchmod(fd, mode):
    """Sets an open file's permissions."""
    posix.chmod(fd.__index__(), mode)


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    """Sets the owner and the group."""
    no_folder(dir_fd)
    posix.chown(checked("chown", path, allow_fd=True), uid, gid, bool(follow_symlinks))


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Sets the times of access and modification, to now by default."""
    no_folder(dir_fd)
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if ns is None:
        ns = (-1, -1) if times is None else tuple([_nanoseconds(time) for time in times])
    posix.utime(checked("utime", path, allow_fd=True), ns[0], ns[1], bool(follow_symlinks))


def _nanoseconds(time):
    if isinstance(time, int):
        return time * 10**9
    whole = int(time // 1)
    return whole * 10**9 + int((time - whole) * 10**9)


def truncate(path, length):
    """Cuts a file to a length."""
    posix.truncate(checked("truncate", path, allow_fd=True), length)


def ftruncate(fd, length):
    """Cuts an open file to a length."""
    posix.truncate(fd.__index__(), length)


def mkfifo(path, mode=0o666, *, dir_fd=None):
    """Makes a pipe with a name."""
    no_folder(dir_fd)
    posix.mkfifo(checked("mkfifo", path), mode)


# Descriptors.

def open(path, flags, mode=0o777, *, dir_fd=None):
    """Opens a file; its descriptor."""
    no_folder(dir_fd)
    return posix.open_file(checked("open", path), flags, mode)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A descriptor as a stream."""
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def dup2(fd, fd2, inheritable=True):
    """Makes one descriptor the same as another."""
    return posix.dup2(fd, fd2, inheritable)


def closerange(fd_low, fd_high, /):
    """Closes descriptors, open or not."""
    for fd in range(fd_low, fd_high):
        try:
            close(fd)
        except OSError:
            pass


def get_terminal_size(fd=1, /):
    """The size of a terminal in characters."""
    return terminal_size(posix.terminal_size(fd))


# The process and the machine.

def getenv(key, default=None):
    """A variable of the environment."""
    return environ.get(key, default)


def putenv(name, value, /):
    """Sets a variable, but not in `environ`."""
    posix.putenv(fsdecode(name), fsdecode(value))


def unsetenv(name, /):
    """Removes a variable, but not from `environ`."""
    posix.unsetenv(fsdecode(name))


def get_exec_path(env=None):
    """The folders that programs are looked for in."""
    text = (environ if env is None else env).get("PATH")
    return (defpath if text is None else text).split(pathsep)


def cpu_count():
    """How many processors the machine has."""
    return posix.processors(True)


def process_cpu_count():
    """How many processors this process may use."""
    usable = posix.processors(False)
    return None if usable is None else len(usable)


def sched_getaffinity(pid, /):
    """The processors that this process may use."""
    if pid:
        raise NotImplementedError("aiocc: the processors of another process aren't known")
    return set(posix.processors(False))


def system(command):
    """Runs a command of the shell; its status."""
    return posix.system(fsencode(command))


def uname():
    """What the system and the machine are."""
    return uname_result(posix.uname_values())


def times():
    """The time that was used, in seconds."""
    return times_result(posix.times_values())


def getrandom(size, flags=0):
    """Random bytes."""
    return urandom(size)


def WIFEXITED(status):
    """Whether the process ended by itself."""
    return status & 0x7F == 0


def WEXITSTATUS(status):
    """Its exit code."""
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    """Whether a signal ended the process."""
    return 0 < status & 0x7F < 0x7F


def WTERMSIG(status):
    """Which one."""
    return status & 0x7F


def WIFSTOPPED(status):
    """Whether the process stands still."""
    return status & 0xFF == 0x7F


def waitstatus_to_exitcode(status):
    """The exit code, negative for a signal."""
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    if WIFSTOPPED(status):
        raise ValueError(f"process stopped by delivery of signal {WEXITSTATUS(status)}")
    return WEXITSTATUS(status)
