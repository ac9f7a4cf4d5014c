"""The environment's variables."""

import posix
from collections.abc import MutableMapping
from os._encoding import fsdecode, fsencode


def _text(value):
    if isinstance(value, str):
        return value
    raise TypeError(f"str expected, not {type(value).__name__}")


def _text_of_bytes(value):
    if isinstance(value, bytes):
        return fsdecode(value)
    raise TypeError(f"bytes expected, not {type(value).__name__}")


class _Environ(MutableMapping):
    """A mapping of names to values, which are the process's own. It keeps them as text, and shows them as text or bytes."""

    def __init__(self, data, text_of, shown):
        self._data = data
        self._text_of = text_of
        self._shown = shown

    def __getitem__(self, key):
        try:
            return self._shown(self._data[self._text_of(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key = self._text_of(key)
        value = self._text_of(value)
        if "\0" in key or "\0" in value:
            raise ValueError("embedded null byte")
        if not key or "=" in key:
            raise ValueError("illegal environment variable name" if "=" in key else "[Errno 22] Invalid argument")
        posix.putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        text = self._text_of(key)
        posix.unsetenv(text)
        try:
            del self._data[text]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self._shown(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"environ({{{', '.join(f'{key!r}: {value!r}' for key, value in self.items())}}})"

    def copy(self):
        """A dict of the variables."""
        return dict(self)

    def setdefault(self, key, value):
        """The variable's value, set where it isn't there."""
        found = self.get(key)
        if found is None:
            self[key] = found = value
        return found

    def __or__(self, other):
        return _merged(self, other) if hasattr(other, "keys") else NotImplemented

    def __ror__(self, other):
        return _merged(other, self) if hasattr(other, "keys") else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def _merged(first, second):
    return {**first, **second}


environ = _Environ(dict(posix.environment()), _text, _text)
environb = _Environ(environ._data, _text_of_bytes, fsencode)
