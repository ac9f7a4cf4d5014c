"""Abstract base classes once more: CPython has them in Python, too. Here there's one implementation."""

from abc import ABCMeta, get_cache_token
