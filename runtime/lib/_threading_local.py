"""The class threading.local under the name of CPython's version in Python: there's one implementation."""

from threading import local

__all__ = ["local"]
