"""import_module of modules that nobody has, and of what a library in C keeps to itself."""
import importlib
import textwrap


def attempt(name):
    try:
        print(importlib.import_module(name).__name__)
    except ModuleNotFoundError as error:
        print(type(error).__name__, error, error.name)


attempt("textwrap")
attempt("surely_not_there")
attempt("surely_not_there.inside")
attempt("_surely_not_there")
print(textwrap.dedent(" x"))
