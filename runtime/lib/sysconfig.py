"""What the interpreter was built with. A compiled program has none, so there are only the answers that don't depend on one."""

import os
import struct
import sys
import time

__all__ = ["get_config_var", "get_config_vars", "get_path", "get_path_names", "get_paths", "get_platform", "get_python_version", "get_scheme_names"]

_PATH_NAMES = ("stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data")
_SCHEMES = ("nt", "nt_user", "nt_venv", "osx_framework_user", "posix_home", "posix_prefix", "posix_user", "posix_venv", "venv")

_config_vars = None


def _sizes():
    """The sizes of C's types, in bytes."""
    names = {"SHORT": "h", "INT": "i", "LONG": "l", "LONG_LONG": "q", "FLOAT": "f", "DOUBLE": "d", "VOID_P": "P", "SIZE_T": "N"}
    sizes = {f"SIZEOF_{name}": struct.calcsize(letter) for name, letter in names.items()}
    sizes["SIZEOF_TIME_T"] = 8
    return sizes


def get_config_vars(*args):
    """A dict of the variables, or the values of those that are named, None for those that aren't there."""
    global _config_vars
    if _config_vars is None:
        version = sys.version_info
        _config_vars = {
            **_sizes(), "py_version": f"{version[0]}.{version[1]}.{version[2]}", "py_version_short": f"{version[0]}.{version[1]}",
            "py_version_nodot": f"{version[0]}{version[1]}", "Py_DEBUG": 0, "Py_GIL_DISABLED": 0, "userbase": os.path.expanduser("~/.local"),
        }
    if args:
        return [_config_vars.get(name) for name in args]
    return _config_vars


def get_config_var(name):
    """One of the variables, or None."""
    return get_config_vars().get(name)


def get_platform():
    """System and machine."""
    found = os.uname()
    return f"{found.sysname.lower()}-{found.machine}"


def get_python_version():
    """Major and minor version."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def get_scheme_names():
    """The ways of installing that there are."""
    return _SCHEMES


def get_path_names():
    """The names of the paths."""
    return _PATH_NAMES


def get_default_scheme():
    return "posix_prefix"


def get_preferred_scheme(key):
    """The scheme for "prefix", "home" or "user"."""
    return {"prefix": "posix_prefix", "home": "posix_home", "user": "posix_user"}[key]


def is_python_build(check_home=None):
    return False


def get_paths(scheme=None, vars=None, expand=True):
    """There's no installation whose paths these could be."""
    raise NotImplementedError("a compiled program belongs to no Python installation, so it has no sysconfig paths")


def get_path(name, scheme=None, vars=None, expand=True):
    """As get_paths."""
    return get_paths(scheme, vars, expand)[name]
