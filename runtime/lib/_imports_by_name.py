"""How to import the modules that a program's text names in strs, which the compiler hands over and importlib uses."""

import sys

_imports = {}


def offer(name, import_module):
    """`import_module()` does what `import name` does."""
    _imports[name] = import_module


def find(name):
    """The module, imported if need be; None where the program has none of that name."""
    found = sys.modules.get(name)
    if found is None and name in _imports:
        _imports[name]()
        found = sys.modules.get(name)
    return found


def has(name):
    """Whether `find` would import it."""
    return name in _imports
