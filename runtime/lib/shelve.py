"""Objects by keys in a file: a database of pickles."""

from collections.abc import MutableMapping
from io import BytesIO
from pickle import DEFAULT_PROTOCOL, Pickler, Unpickler

__all__ = ["Shelf", "BsdDbShelf", "DbfilenameShelf", "open"]


class _Closed:
    """What a closed shelf has instead of its dict: whatever is done with it fails."""

    def _refuse(self, *args):
        raise ValueError("invalid operation on closed shelf")

    __getitem__ = __setitem__ = __delitem__ = __contains__ = __iter__ = __len__ = keys = _refuse

    def __repr__(self):
        return "<Closed Dictionary>"


class Shelf(MutableMapping):
    """A mapping of strs to objects over one of bytes to bytes; with `writeback` objects that were read are written again at the end."""

    # A constructor that fails leaves nothing to close.
    dict = None

    def __init__(self, dict, protocol=None, writeback=False, keyencoding="utf-8"):
        self.keyencoding = keyencoding
        self.writeback = writeback
        self.cache = {}
        self._protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        self.dict = dict

    def _key(self, key):
        return key.encode(self.keyencoding)

    def __contains__(self, key):
        return self._key(key) in self.dict

    def __len__(self):
        return len(self.dict)

    def __iter__(self):
        return (key.decode(self.keyencoding) for key in self.dict.keys())

    def get(self, key, default=None):
        """The object of that key, or the default."""
        return self[key] if key in self else default

    def __getitem__(self, key):
        try:
            return self.cache[key]
        except KeyError:
            pass
        found = _unpickled(self.dict[self._key(key)])
        if self.writeback:
            self.cache[key] = found
        return found

    def __setitem__(self, key, value):
        if self.writeback:
            self.cache[key] = value
        self._store(key, value)

    def _store(self, key, value):
        pickled = BytesIO()
        Pickler(pickled, self._protocol).dump(value)
        self.dict[self._key(key)] = pickled.getvalue()

    def __delitem__(self, key):
        del self.dict[self._key(key)]
        self.cache.pop(key, None)

    def sync(self):
        """Writes what was read and may have changed."""
        if self.writeback:
            for key, value in self.cache.items():
                self._store(key, value)
            self.cache = {}
        write = getattr(self.dict, "sync", None)
        if write is not None:
            write()

    def close(self):
        """Writes the rest, and closes the database."""
        if self.dict is None or isinstance(self.dict, _Closed):
            return
        try:
            self.sync()
            end = getattr(self.dict, "close", None)
            if end is not None:
                end()
        finally:
            self.dict = _Closed()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __del__(self):
        self.close()


def _unpickled(data):
    return Unpickler(BytesIO(data)).load()


class BsdDbShelf(Shelf):
    """A shelf over a database that keeps keys in order, and has a place there."""

    def _entry(self, pair):
        return pair[0].decode(self.keyencoding), _unpickled(pair[1])

    def first(self):
        return self._entry(self.dict.first())

    def last(self):
        return self._entry(self.dict.last())

    def next(self):
        return self._entry(next(self.dict))

    def previous(self):
        return self._entry(self.dict.previous())

    def set_location(self, key):
        return self._entry(self.dict.set_location(key))


class DbfilenameShelf(Shelf):
    """A shelf over the database of a file."""

    def __init__(self, filename, flag="c", protocol=None, writeback=False):
        from dbm import open as open_database

        super().__init__(open_database(filename, flag), protocol, writeback)

    def clear(self):
        """Removes all."""
        self.dict.clear()
        self.cache.clear()


def open(filename, flag="c", protocol=None, writeback=False):
    """The shelf in a file."""
    return DbfilenameShelf(filename, flag, protocol, writeback)
