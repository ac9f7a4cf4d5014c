"""Modules that are there already, by their names."""
import importlib
import json
import os.path

print(importlib.import_module("json") is json, importlib.import_module("os.path") is os.path, importlib.import_module(".path", "os") is os.path)
print(importlib.import_module("json").dumps([1]), importlib.import_module("math" if False else "json").__name__)
for name, package in [(".x", None), ("..x", "json")]:
    try:
        importlib.import_module(name, package)
    except (TypeError, ImportError) as error:
        print(type(error).__name__, error)
importlib.invalidate_caches()
