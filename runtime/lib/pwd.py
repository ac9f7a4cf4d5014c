"""The system's users."""

import posix
from os._results import _named

struct_passwd = _named("pwd.struct_passwd", ("pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"))


def getpwnam(name, /):
    """The user of that name."""
    if not isinstance(name, str):
        raise TypeError(f"getpwnam() argument must be str, not {type(name).__name__}")
    values = posix.user(name)
    if values is None:
        raise KeyError(f"getpwnam(): name not found: {name!r}")
    return struct_passwd(values)


def getpwuid(uid, /):
    """The user of that number."""
    number = uid.__index__()
    values = posix.user(number)
    if values is None:
        raise KeyError(f"getpwuid(): uid not found: {number}")
    return struct_passwd(values)


def getpwall():
    """All users."""
    return [struct_passwd(values) for values in posix.users()]
