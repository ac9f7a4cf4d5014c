"""importlib.util: which modules are there, and names of files."""
import importlib.util
import importlib.machinery
import json


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


print(importlib.util.find_spec("json").name, importlib.util.find_spec("json") is not None)
print(importlib.util.find_spec("textwrap").name, importlib.util.find_spec("surely_not_there"), json.dumps([1]))
attempt(importlib.util.find_spec, "surely_not_there.inside")
print(importlib.util.resolve_name("json", None), importlib.util.resolve_name(".decoder", "json"))
attempt(importlib.util.resolve_name, ".x", "")
print(importlib.util.cache_from_source("folder/name.py"), importlib.util.source_from_cache("folder/__pycache__/name.cpython-313.pyc"))
attempt(importlib.util.source_from_cache, "folder/name.pyc")
spec = importlib.machinery.ModuleSpec("package.name", None, origin="here")
print(spec, spec.name, spec.parent, spec.origin, spec.loader, spec.submodule_search_locations, spec.has_location)
print(importlib.machinery.ModuleSpec("package", None, is_package=True).parent, spec == importlib.machinery.ModuleSpec("package.name", None, origin="here"))
print(importlib.machinery.SOURCE_SUFFIXES, importlib.invalidate_caches())
