"""Databases of keys and values in two files of a simple format: an index of Python's literals, and the values."""

import ast
import collections.abc
import io
import os

__all__ = ["error", "open"]

_BLOCK = 512
error = OSError


class _Database(collections.abc.MutableMapping):
    """A mapping of bytes to bytes."""

    def __init__(self, filebasename, mode, flag="c"):
        filebasename = os.fsencode(filebasename)
        self._mode = mode
        self._readonly = flag == "r"
        self._dirfile = filebasename + b".dir"
        self._datfile = filebasename + b".dat"
        self._bakfile = filebasename + b".bak"
        # Places and sizes of the values, by key; None once it's closed.
        self._index = None
        self._modified = False
        self._make_files(flag)
        self._read_index(flag)

    def _make_files(self, flag):
        if flag == "n":
            for each in (self._datfile, self._bakfile, self._dirfile):
                try:
                    os.remove(each)
                except OSError:
                    pass
        try:
            io.open(self._datfile, "r", encoding="Latin-1").close()
        except OSError:
            if flag not in ("c", "n"):
                raise
            with io.open(self._datfile, "w", encoding="Latin-1"):
                os.chmod(self._datfile, self._mode)

    def _read_index(self, flag):
        self._index = {}
        try:
            file = io.open(self._dirfile, "r", encoding="Latin-1")
        except OSError:
            if flag not in ("c", "n"):
                raise
            with io.open(self._dirfile, "w", encoding="Latin-1"):
                os.chmod(self._dirfile, self._mode)
            return
        with file:
            for line in file:
                key, place_and_size = ast.literal_eval(line.rstrip())
                self._index[key.encode("Latin-1")] = place_and_size

    def _check(self):
        if self._index is None:
            raise error("DBM object has already been closed")

    def sync(self):
        """Writes the index."""
        if self._index is None or not self._modified:
            return
        for old, new in ((self._bakfile, None), (self._dirfile, self._bakfile)):
            try:
                os.unlink(old) if new is None else os.rename(old, new)
            except OSError:
                pass
        with io.open(self._dirfile, "w", encoding="Latin-1") as file:
            os.chmod(self._dirfile, self._mode)
            for key, place_and_size in self._index.items():
                file.write(f"{key.decode('Latin-1')!r}, {place_and_size!r}\n")
        self._modified = False

    _commit = sync

    def _key(self, key):
        return key.encode("utf-8") if isinstance(key, str) else key

    def __getitem__(self, key):
        key = self._key(key)
        self._check()
        place, size = self._index[key]
        with io.open(self._datfile, "rb") as file:
            file.seek(place)
            return file.read(size)

    def __setitem__(self, key, val):
        if self._readonly:
            raise error("The database is opened for reading only")
        if isinstance(key, str):
            key = key.encode("utf-8")
        elif not isinstance(key, (bytes, bytearray)):
            raise TypeError("keys must be bytes or strings")
        if isinstance(val, str):
            val = val.encode("utf-8")
        elif not isinstance(val, (bytes, bytearray)):
            raise TypeError("values must be bytes or strings")
        self._check()
        self._modified = True
        if key not in self._index:
            self._index[key] = self._append(val)
            with io.open(self._dirfile, "a", encoding="Latin-1") as file:
                os.chmod(self._dirfile, self._mode)
                file.write(f"{key.decode('Latin-1')!r}, {self._index[key]!r}\n")
            return
        place, size = self._index[key]
        if -(-len(val) // _BLOCK) <= -(-size // _BLOCK):
            with io.open(self._datfile, "rb+") as file:
                file.seek(place)
                file.write(val)
            self._index[key] = (place, len(val))
        else:
            self._index[key] = self._append(val)

    def _append(self, val):
        """Values begin with whole blocks."""
        with io.open(self._datfile, "rb+") as file:
            file.seek(0, 2)
            end = file.tell()
            place = -(-end // _BLOCK) * _BLOCK
            file.write(bytes(place - end))
            file.write(val)
        return place, len(val)

    def __delitem__(self, key):
        if self._readonly:
            raise error("The database is opened for reading only")
        key = self._key(key)
        self._check()
        self._modified = True
        del self._index[key]
        self._commit()

    def keys(self):
        self._check()
        return list(self._index)

    def items(self):
        self._check()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        self._check()
        return self._key(key) in self._index

    def iterkeys(self):
        self._check()
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        self._check()
        return len(self._index)

    def close(self):
        try:
            self._commit()
        finally:
            self._index = None

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag="c", mode=0o666):
    """The database in files of that name."""
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    umask = os.umask(0)
    os.umask(umask)
    return _Database(file, mode & ~umask, flag=flag)
