"""What may be set of open descriptors, and locks of files. The numbers are those of Linux."""

import posix

FASYNC = 8192
FD_CLOEXEC = 1
FICLONE = 1074041865
FICLONERANGE = 1075876877
F_ADD_SEALS, F_DUPFD, F_DUPFD_CLOEXEC, F_EXLCK, F_GETFD, F_GETFL = 1033, 0, 1030, 4, 1, 3
F_GETLEASE, F_GETLK, F_GETLK64, F_GETOWN, F_GETOWN_EX, F_GETPIPE_SZ = 1025, 5, 5, 9, 16, 1032
F_GETSIG, F_GET_FILE_RW_HINT, F_GET_RW_HINT, F_GET_SEALS, F_NOTIFY, F_OFD_GETLK = 11, 1037, 1035, 1034, 1026, 36
F_OFD_SETLK, F_OFD_SETLKW, F_OWNER_PGRP, F_OWNER_PID, F_OWNER_TID, F_RDLCK = 37, 38, 2, 1, 0, 0
F_SEAL_FUTURE_WRITE, F_SEAL_GROW, F_SEAL_SEAL, F_SEAL_SHRINK, F_SEAL_WRITE, F_SETFD = 16, 4, 1, 2, 8, 2
F_SETFL, F_SETLEASE, F_SETLK, F_SETLK64, F_SETLKW, F_SETLKW64 = 4, 1024, 6, 6, 7, 7
F_SETOWN, F_SETOWN_EX, F_SETPIPE_SZ, F_SETSIG, F_SET_FILE_RW_HINT, F_SET_RW_HINT = 8, 15, 1031, 10, 1038, 1036
F_SHLCK, F_UNLCK, F_WRLCK = 8, 2, 1
LOCK_EX, LOCK_NB, LOCK_SH, LOCK_UN = 2, 4, 1, 8

_TOO_LONG = 1024


def _descriptor(fd):
    """The number of what is open: itself, or what its `fileno()` gives."""
    if isinstance(fd, int):
        number = int(fd)
    else:
        method = getattr(fd, "fileno", None)
        if method is None:
            raise TypeError("argument must be an int, or have a fileno() method.")
        number = method()
        if not isinstance(number, int):
            raise TypeError("fileno() returned a non-integer")
    if number < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({number})")
    return number


def _argument(function, value):
    """What goes with a request: a number, or bytes that the system may change."""
    if isinstance(value, str):
        value = value.encode()
    if isinstance(value, (bytes, bytearray, memoryview)):
        if len(value) > _TOO_LONG:
            raise ValueError(f"{function} string arg too long")
        return bytes(value)
    if not hasattr(value, "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def fcntl(fd, cmd, arg=0, /):
    """Asks or sets something of a descriptor."""
    return posix.control(_descriptor(fd), cmd, _argument("fcntl", arg))


def ioctl(fd, request, arg=0, mutate_flag=True, /):
    """Asks or sets something of a device."""
    answer = posix.control_device(_descriptor(fd), request & 0xFFFFFFFF, _argument("ioctl", arg))
    if isinstance(arg, bytearray) and mutate_flag:
        arg[:] = answer
        return 0
    return answer


def flock(fd, operation, /):
    """Locks a file, or frees it."""
    posix.lock_file(_descriptor(fd), operation)


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    """Locks a part of a file, or frees it."""
    if cmd == LOCK_UN:
        kind = F_UNLCK
    elif cmd & LOCK_SH:
        kind = F_RDLCK
    elif cmd & LOCK_EX:
        kind = F_WRLCK
    else:
        raise ValueError("unrecognized lockf argument")
    posix.lock_part(_descriptor(fd), kind, not cmd & LOCK_NB, len, start, whence)
