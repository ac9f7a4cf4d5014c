"""Modules by their names: those that the program has imported. Nothing else is found at run time."""

import sys

from _support import program_modules

__all__ = ["import_module"]


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
    """The module of that name, which some import statement must have imported before."""
    if name.startswith("."):
        name = _resolved(name, package)
    found = sys.modules.get(name)
    if found is None:
        raise NotImplementedError(f"aiocc finds modules at run time only if the program imports them by a statement, too: {name}")
    return found


def invalidate_caches():
    """There are none."""
