"""What CPython's tests of other modules have from those of importlib."""

import contextlib
import sys


@contextlib.contextmanager
def uncache(*names):
    """The modules are forgotten, before and after."""
    for name in names:
        sys.modules.pop(name, None)
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)
