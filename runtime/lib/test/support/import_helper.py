"""What CPython's tests do with imports. The modules of a compiled program are those that its text spells."""

import contextlib
import sys
import unittest

import _imports_by_name


def import_module(name, deprecated=False, *, required_on=()):
    """The module, if the program has it; skips the test otherwise."""
    module = _imports_by_name.find(name)
    if module is None:
        raise unittest.SkipTest(f"No module named {name!r}")
    return module


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False, usefrozen=False):
    """The module itself: none is loaded anew, and its one implementation stands for CPython's in C and for that in Python."""
    return _imports_by_name.find(name)


def unload(name):
    """Forgets a module."""
    sys.modules.pop(name, None)


def forget(modname):
    """Forgets a module."""
    unload(modname)


def make_legacy_pyc(source):
    raise unittest.SkipTest("a compiled program writes no bytecode")


def frozen_modules(enabled=True):
    """Nothing: no module is frozen."""
    return contextlib.nullcontext()


def mock_register_at_fork(func):
    """The function as it is."""
    return func


@contextlib.contextmanager
def ready_to_import(name=None, source=""):
    raise unittest.SkipTest("a compiled program has no source to import")
    yield


class CleanImport:
    """Modules are forgotten inside of the `with` statement."""

    def __init__(self, *module_names, usefrozen=False):
        self.original_modules = dict(sys.modules)
        for name in module_names:
            sys.modules.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *ignore_exc):
        sys.modules.update(self.original_modules)


class DirsOnSysPath:
    """sys.path isn't read when the program runs."""

    def __init__(self, *paths):
        self.paths = paths

    def __enter__(self):
        return self

    def __exit__(self, *ignore_exc):
        pass


def isolated_modules():
    """Modules imported inside of the `with` statement are forgotten behind it."""
    return CleanImport()
