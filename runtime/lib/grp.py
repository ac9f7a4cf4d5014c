"""The system's groups of users."""

import posix
from os._results import _named

struct_group = _named("grp.struct_group", ("gr_name", "gr_passwd", "gr_gid", "gr_mem"))


def getgrnam(name):
    """The group of that name."""
    if not isinstance(name, str):
        raise TypeError(f"getgrnam() argument 'name' must be str, not {type(name).__name__}")
    values = posix.user_group(name)
    if values is None:
        raise KeyError(f"getgrnam(): name not found: {name!r}")
    return struct_group(values)


def getgrgid(id):
    """The group of that number."""
    number = id.__index__()
    values = posix.user_group(number)
    if values is None:
        raise KeyError(f"getgrgid(): gid not found: {number}")
    return struct_group(values)


def getgrall():
    """All groups."""
    return [struct_group(values) for values in posix.user_groups()]
