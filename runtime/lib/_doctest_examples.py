"""The compiled examples of a program's docstrings, which the compiler hands over and doctest runs."""

_functions = {}


def keep(module, sources, run):
    """`run(begin, show, fail)` runs the examples with these sources in a module's globals."""
    _functions[module, sources] = run


def find(module, sources):
    """The function, or None."""
    return _functions.get((module, sources))
