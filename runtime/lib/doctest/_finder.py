"""Finds the texts with examples that belong to an object."""

import sys
import types

import linecache
from doctest._parser import DocTestParser


def module_of(obj):
    """The module that an object was defined in, or None."""
    if isinstance(obj, types.ModuleType):
        return obj
    return sys.modules.get(getattr(obj, "__module__", None))


def _unwrapped(obj):
    """The function behind decorators; `obj` itself where that has no end, as for objects that make up attributes."""
    found = obj
    for _ in range(sys.getrecursionlimit()):
        if isinstance(found, type) or not hasattr(found, "__wrapped__"):
            return found
        found = found.__wrapped__
    return obj


def _is_routine(obj):
    try:
        obj = _unwrapped(obj)
    except AttributeError:
        pass
    return isinstance(obj, (types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.MethodDescriptorType))


def _begins_docstring(line):
    """Whether a quotation mark is the first in the line, or behind a colon: perhaps with the letters that str literals have."""
    for place, letter in enumerate(line):
        if place and line[place - 1] != ":":
            continue
        rest = line[place:].lstrip()
        rest = rest.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
        if rest[:1] in ('"', "'") and rest:
            return True
    return False


class DocTestFinder:
    """Finds DocTests of modules, classes, functions, and what's in them."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser, self._verbose = parser, verbose
        self._recurse, self._exclude_empty = recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The DocTests of an object, sorted by name."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is False:
            module = None
        elif module is None:
            module = module_of(obj)
        lines = None
        filename = getattr(module, "__file__", None)
        if filename:
            lines = linecache.getlines(filename) or None
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        if "__name__" not in globs:
            globs["__name__"] = "__main__"
        tests = []
        self._find(tests, obj, name, module, lines, globs, {})
        tests.sort()
        return tests

    def _from_module(self, module, obj):
        if module is None:
            return True
        if isinstance(obj, property):
            return True
        return getattr(_unwrapped(obj) if not isinstance(obj, type) else obj, "__module__", module.__name__) == module.__name__

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print(f"Finding tests in {name}")
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if isinstance(obj, types.ModuleType):
            for key, value in list(obj.__dict__.items()):
                if (_is_routine(value) or isinstance(value, type)) and self._from_module(module, value):
                    self._find(tests, value, f"{name}.{key}", module, lines, globs, seen)
            self._find_named_tests(tests, obj, name, module, lines, globs, seen)
        if isinstance(obj, type):
            for key, value in list(obj.__dict__.items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (_is_routine(value) or isinstance(value, (type, property))) and self._from_module(module, value):
                    self._find(tests, value, f"{name}.{key}", module, lines, globs, seen)

    def _find_named_tests(self, tests, obj, name, module, lines, globs, seen):
        """Those of a module's `__test__`."""
        for key, value in getattr(obj, "__test__", {}).items():
            if not isinstance(key, str):
                raise ValueError(f"DocTestFinder.find: __test__ keys must be strings: {type(key)!r}")
            if not (_is_routine(value) or isinstance(value, (type, types.ModuleType, str))):
                raise ValueError("DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: "
                                 f"{type(value)!r}")
            self._find(tests, value, f"{name}.__test__.{key}", module, lines, globs, seen)

    def _get_test(self, obj, name, module, globs, lines):
        if isinstance(obj, str):
            docstring = obj
        else:
            docstring = getattr(obj, "__doc__", None)
            if docstring is None:
                docstring = ""
            elif not isinstance(docstring, str):
                docstring = str(docstring)
        if self._exclude_empty and not docstring:
            return None
        lineno = self._find_lineno(obj, lines)
        filename = None
        if module is not None:
            filename = getattr(module, "__file__", None) or module.__name__
        return self._parser.get_doctest(docstring, globs, name, filename, lineno)

    def _find_lineno(self, obj, lines):
        """The line that a docstring begins in, from 0; None where that's unknown."""
        lineno = None
        docstring = getattr(obj, "__doc__", None)
        if isinstance(obj, types.ModuleType) and docstring is not None:
            lineno = 0
        if isinstance(obj, type) and docstring is not None:
            if lines is None:
                return None
            for place, line in enumerate(lines):
                words = line.replace("(", " ").replace(":", " ").split()
                if words[:2] == ["class", getattr(obj, "__name__", "-")]:
                    lineno = place
                    break
        if isinstance(obj, types.MethodType):
            obj = obj.__func__
        if isinstance(obj, property):
            obj = obj.fget
        if isinstance(obj, types.FunctionType) and getattr(obj, "__doc__", None):
            lineno = _unwrapped(obj).__code__.co_firstlineno - 1
        if lineno is None:
            return None
        if lines is None:
            return lineno + 1
        for place in range(lineno, len(lines)):
            if _begins_docstring(lines[place]):
                return place
        return None


DocTestFinder.__module__ = "doctest"
