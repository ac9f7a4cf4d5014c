"""The operating system: files, folders, the process and its environment."""

import abc
import sys

import posix
from _fspath import fspath
from os import path
from os._encoding import fsdecode, fsencode
from os._environ import environ, environb
from os._paths import checked, no_folder
from os._processes import (
    P_NOWAIT, P_NOWAITO, P_WAIT, WCOREDUMP, WEXITSTATUS, WIFCONTINUED, WIFEXITED, WIFSIGNALED, WIFSTOPPED, WSTOPSIG, WTERMSIG, _wrap_close,
    execl, execle, execlp, execlpe, execv, execve, execvp, execvpe, get_exec_path, popen, register_at_fork, spawnl, spawnle, spawnlp,
    spawnlpe, spawnv, spawnve, spawnvp, spawnvpe, system, wait, waitstatus_to_exitcode,
)
from os._results import stat_result, statvfs_result, terminal_size, times_result, uname_result
from os._settings import sysconf, sysconf_names
from os._walk import DirEntry, listdir, makedirs, removedirs, renames, scandir, walk
from os.path import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep
from posix import (
    _exit, abort, close, dup, fdatasync, fork, fsync, get_blocking, get_inheritable, getcwd, getegid, geteuid, getgid, getgroups, getloadavg,
    getlogin, getpgid, getpgrp, getpid, getppid, getpriority, getsid, getuid, isatty, kill, killpg, lseek, nice, openpty, pidfd_open, pipe,
    pipe2, pread, pwrite, read, sched_yield, set_blocking, set_inheritable, setegid, seteuid, setgid, setpgid, setpriority, setsid, setuid,
    strerror, sync, tcgetpgrp, tcsetpgrp, ttyname, umask, urandom, waitpid, write,
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
O_FSYNC = O_RSYNC = O_SYNC
O_LARGEFILE, O_PATH, O_TMPFILE = 0, 0o10000000, 0o20200000
SEEK_DATA, SEEK_HOLE = 3, 4
WNOHANG, WUNTRACED, WSTOPPED, WEXITED, WCONTINUED, WNOWAIT = 1, 2, 2, 4, 8, 0x1000000
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT = (
    0, *range(64, 74))
EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = range(74, 79)
PRIO_PROCESS, PRIO_PGRP, PRIO_USER = 0, 1, 2
P_ALL, P_PID, P_PGID, P_PIDFD = 0, 1, 2, 3
NGROUPS_MAX = 65536
TMP_MAX = 238328

supports_bytes_environ = True
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
    target = checked("chmod", path, allow_fd=True)
    if not follow_symlinks:
        if isinstance(target, int):
            raise ValueError("chmod: cannot use fd and follow_symlinks together")
        from os.path import islink
        if islink(target):
            raise NotImplementedError("chmod: follow_symlinks unavailable on this platform")
    posix.chmod(target, mode)


def fchmod(fd, mode):
    """Sets an open file's permissions."""
    posix.chmod(fd.__index__(), mode)


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    """Sets the owner and the group."""
    no_folder(dir_fd)
    posix.chown(checked("chown", path, allow_fd=True), uid, gid, bool(follow_symlinks))


def fchown(fd, uid, gid):
    """Sets an open file's owner and group."""
    posix.chown(fd.__index__(), uid, gid, True)


def lchown(path, uid, gid):
    """Sets the owner and the group of the file, or of the link if it is one."""
    posix.chown(checked("lchown", path), uid, gid, False)


def statvfs(path):
    """What is known of the file system that a file is in."""
    return statvfs_result(posix.statvfs_values(checked("statvfs", path, allow_fd=True)))


def fstatvfs(fd, /):
    """What is known of the file system that an open file is in."""
    return statvfs_result(posix.statvfs_values(fd.__index__()))


def major(device, /):
    """The kind of a device."""
    return device >> 8 & 0xFFF | device >> 32 & ~0xFFF


def minor(device, /):
    """Its number among those of its kind."""
    return device & 0xFF | device >> 12 & ~0xFF


def makedev(major, minor, /):
    """The device of a kind and a number."""
    return (major & 0xFFF) << 8 | (major & ~0xFFF) << 32 | minor & 0xFF | (minor & ~0xFF) << 12


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


def device_encoding(fd):
    """The encoding of a terminal; None for what is none."""
    return "UTF-8" if isatty(fd) else None


def get_terminal_size(fd=1, /):
    """The size of a terminal in characters."""
    return terminal_size(posix.terminal_size(fd))


# The process and the machine.

def getenv(key, default=None):
    """A variable of the environment."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """A variable of the environment, its name and its value as bytes."""
    return environb.get(key, default)


def putenv(name, value, /):
    """Sets a variable, but not in `environ`."""
    posix.putenv(fsdecode(name), fsdecode(value))


def unsetenv(name, /):
    """Removes a variable, but not from `environ`."""
    posix.unsetenv(fsdecode(name))


def cpu_count():
    """How many processors the machine has."""
    return posix.processors(True)


def process_cpu_count():
    """How many processors this process may use."""
    usable = posix.processors(False)
    return None if usable is None else len(usable)


def setpgrp():
    """Makes this process the leader of a group of its own."""
    setpgid(0, 0)


def ctermid():
    """The path of the terminal that controls this process."""
    return "/dev/tty"


def sched_getaffinity(pid, /):
    """The processors that this process may use."""
    if pid:
        raise NotImplementedError("aiocc: the processors of another process aren't known")
    return set(posix.processors(False))


def uname():
    """What the system and the machine are."""
    return uname_result(posix.uname_values())


def times():
    """The time that was used, in seconds."""
    return times_result(posix.times_values())


def getrandom(size, flags=0):
    """Random bytes."""
    return urandom(size)
