"""Where the database of time zones is."""

import os
import warnings

_DEFAULT = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
TZPATH = ()


class InvalidTZPathWarning(RuntimeWarning):
    """A path isn't absolute."""


def reset_tzpath(to=None):
    """Looks in these folders from now on; without them, where $PYTHONTZPATH or the system says."""
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f"tzpath must be a list or tuple, not {type(to)}: {to!r}")
        wrong = [each for each in to if not os.path.isabs(each)]
        if wrong:
            raise ValueError(_message(wrong))
        TZPATH = tuple(to)
        return
    variable = os.environ.get("PYTHONTZPATH")
    TZPATH = _DEFAULT if variable is None else _absolute(variable)


def _message(paths):
    return "Paths should be absolute but found the following relative paths:\n    " + "\n    ".join(paths)


def _absolute(variable):
    paths = [each for each in variable.split(os.pathsep) if each]
    wrong = [each for each in paths if not os.path.isabs(each)]
    if wrong:
        warnings.warn(
            f"Invalid paths specified in PYTHONTZPATH environment variable. {_message(wrong)}", InvalidTZPathWarning, stacklevel=2)
    return tuple(each for each in paths if os.path.isabs(each))


def find_tzfile(key):
    """The path of a zone's file, or None."""
    _check(key)
    for folder in TZPATH:
        path = os.path.join(folder, key)
        if os.path.isfile(path):
            return path
    return None


def _check(key):
    """A key mustn't lead out of the folder."""
    if os.path.isabs(key):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    path = os.path.normpath(key)
    if len(path) != len(key):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    base = os.path.normpath(os.path.join("_", "_"))[:-1]
    if not os.path.normpath(os.path.join(base, path)).startswith(base):
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")


def available_timezones():
    """The names of all zones."""
    zones = set()
    for folder in TZPATH:
        if not os.path.exists(folder):
            continue
        for root, folders, files in os.walk(folder):
            if root == folder:
                folders[:] = [each for each in folders if each not in ("right", "posix")]
            for file in files:
                path = os.path.join(root, file)
                if _is_zone(path):
                    zones.add(os.path.relpath(path, start=folder))
    zones.discard("posixrules")
    return zones


def _is_zone(path):
    try:
        with open(path, "rb") as file:
            return file.read(4) == b"TZif"
    except OSError:
        return False


reset_tzpath()
