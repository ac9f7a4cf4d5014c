"""Modules by their names: those that the program imports by a statement, and those that its text names in a str."""

import os
import sys

import _imports_by_name
from importlib._library_names import NAMES
from _support import program_modules

__all__ = ["import_module", "invalidate_caches", "reload"]


def _resolved(name, package):
    """The full name of a relative one."""
    if not package:
        raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
    level = len(name) - len(name.lstrip("."))
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    rest = name[level:]
    return f"{parts[0]}.{rest}" if rest else parts[0]


def import_module(name, package=None):
    """The module of that name, which an import statement or a str of the program must spell."""
    if name.startswith("."):
        name = _resolved(name, package)
    found = _imports_by_name.find(name)
    if found is None:
        raise _missing(name)
    return found


def _missing(name):
    """Why there's no such module: aiocc didn't find it when it compiled the program, or CPython wouldn't find it either.
    What the library keeps to itself counts as not there."""
    top = name.partition(".")[0]
    is_public = top in NAMES and not top.startswith("_")
    if is_public or any(os.path.exists(os.path.join(folder, top + ending)) for folder in sys.path[:1] for ending in ("", ".py")):
        return NotImplementedError(f"aiocc finds modules at run time only if the program's text spells their names: {name}")
    return ModuleNotFoundError(f"No module named {top!r}", name=top)


def invalidate_caches():
    """There are none."""


def reload(module):
    """The text of a compiled program stays as it is."""
    raise NotImplementedError("a compiled program can't load a module again")
