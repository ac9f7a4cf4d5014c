"""Whether modules are there, and the names of files that belong to them."""

import os
import sys

import _imports_by_name
from importlib import _resolved
from importlib._library_names import NAMES
from importlib.machinery import ModuleSpec

__all__ = ["cache_from_source", "find_spec", "module_from_spec", "resolve_name", "source_from_cache", "spec_from_file_location"]

_TAG = f"cpython-{sys.version_info[0]}{sys.version_info[1]}"


def resolve_name(name, package):
    """The full name of a relative one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    return _resolved(name, package)


def _spec_of(name, module):
    origin = getattr(module, "__file__", None)
    spec = ModuleSpec(name, None, origin=origin, is_package=hasattr(module, "__path__"))
    spec.has_location = origin is not None
    return spec


def find_spec(name, package=None):
    """What's known of a module of the program or of the library that the program's text names; None where there's none of that name."""
    name = resolve_name(name, package)
    module = sys.modules.get(name)
    if module is not None:
        return _spec_of(name, module)
    if _imports_by_name.has(name):
        return ModuleSpec(name, None)
    top = name.partition(".")[0]
    folder = sys.path[0] if sys.path else ""
    if top in NAMES or os.path.exists(os.path.join(folder, top)) or os.path.exists(os.path.join(folder, top + ".py")):
        raise NotImplementedError(f"aiocc finds modules at run time only if the program's text spells their names, and the library has them: {name}")
    if name != top:
        raise ModuleNotFoundError(f"No module named {top!r}", name=top)
    return None


def _needs_compiler(what):
    return NotImplementedError(f"a compiled program can't load modules from files: importlib.util.{what}")


def module_from_spec(spec):
    """Modules are made by imports only."""
    raise _needs_compiler("module_from_spec")


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """Nothing is compiled at run time."""
    raise _needs_compiler("spec_from_file_location")


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython keeps the compiled form of a file."""
    head, tail = os.path.split(os.fspath(path))
    stem, dot, _ = tail.rpartition(".")
    name = f"{stem if dot else tail}.{_TAG}"
    optimization = "" if optimization is None else str(optimization)
    if optimization:
        if not optimization.isalnum():
            raise ValueError(f"{optimization!r} is not alphanumeric")
        name += f".opt-{optimization}"
    return os.path.join(head, "__pycache__", name + ".pyc")


def source_from_cache(path):
    """The file whose compiled form that is."""
    head, tail = os.path.split(os.fspath(path))
    head, folder = os.path.split(head)
    if folder != "__pycache__":
        raise ValueError(f"__pycache__ not bottom-level directory in {os.fspath(path)!r}")
    parts = tail.split(".")
    if len(parts) not in (3, 4):
        raise ValueError(f"expected only 2 or 3 dots in {tail!r}")
    return os.path.join(head, parts[0] + ".py")
