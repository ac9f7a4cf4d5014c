"""The environment's variables."""

import posix
from collections.abc import MutableMapping


def _text(value):
    if isinstance(value, str):
        return value
    raise TypeError(f"str expected, not {type(value).__name__}")


class _Environ(MutableMapping):
    """A mapping of names to values, which are the process's own."""

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        try:
            return self._data[_text(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key = _text(key)
        value = _text(value)
        if "\0" in key or "\0" in value:
            raise ValueError("embedded null byte")
        if not key or "=" in key:
            raise ValueError("illegal environment variable name" if "=" in key else "[Errno 22] Invalid argument")
        posix.putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        text = _text(key)
        posix.unsetenv(text)
        try:
            del self._data[text]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"environ({{{', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())}}})"

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


environ = _Environ(dict(posix.environment()))
