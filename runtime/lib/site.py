"""Where CPython finds other modules: a compiled program has them in it."""

import os
import sys

# Where the interpreter would be, if there was one.
PREFIXES = ["/usr/local", "/usr/local"]
ENABLE_USER_SITE = None
USER_SITE = None
USER_BASE = None


def getuserbase():
    """The folder of a user's own modules."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = os.environ.get("PYTHONUSERBASE") or os.path.join(os.path.expanduser("~"), ".local")
    return USER_BASE


def _folder(prefix):
    return os.path.join(prefix, "lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "site-packages")


def getusersitepackages():
    global USER_SITE
    if USER_SITE is None:
        USER_SITE = _folder(getuserbase())
    return USER_SITE


def getsitepackages(prefixes=None):
    return [_folder(prefix) for prefix in dict.fromkeys(PREFIXES if prefixes is None else prefixes)]
