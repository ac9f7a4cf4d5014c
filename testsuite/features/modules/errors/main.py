"""Imports that fail: missing modules and names that the program reckons with, and an error that goes through modules."""
import sys

try:
    import no_such_module
except ImportError as error:
    print(repr(error), error.name, error.path)
try:
    from no_such_package.inner import thing
except ModuleNotFoundError as error:
    print(repr(error), error.name)
try:
    import broken.nothing
except Exception as error:
    print(repr(error), error.name)
try:
    import helper.below
except (ValueError, ImportError) as error:
    print(repr(error), error.name)
try:
    from helper import nothing
except ImportError as error:
    print(type(error).__name__, str(error).rpartition(" (")[0], error.name)
try:
    import tkinter_or_so as tk
except:
    tk = None
print(tk, "helper" in sys.modules, "broken" in sys.modules)


def relative():
    from . import helper

    return helper


try:
    relative()
except ImportError as error:
    print(type(error).__name__, error)

# A body that fails is run anew at the next import.
for attempt in range(2):
    try:
        import failing
    except ZeroDivisionError as error:
        print("failed", attempt, error, "failing" in sys.modules)

sys.modules["halted"] = None
try:
    import halted
except ImportError as error:
    print(repr(error))

import broken

broken.outer(3)
