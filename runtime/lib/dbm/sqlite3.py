"""Databases of keys and values in SQLite's files."""

import os
import sqlite3
from collections.abc import MutableMapping
from contextlib import contextmanager, suppress
from urllib.parse import quote

# The format of the files.
_TABLE = "CREATE TABLE IF NOT EXISTS Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)"

# How SQLite opens a file, and whether it's to be removed, made and given its table before.
_FLAGS = {
    "r": ("ro", False, False),
    "w": ("rw", False, False),
    "c": ("rwc", False, True),
    "n": ("rwc", True, True),
}


class error(OSError):
    """Something is wrong with a database."""


error.__module__ = "dbm.sqlite3"


@contextmanager
def _as_error():
    try:
        yield
    except sqlite3.Error as cause:
        raise error(str(cause))


class _Database(MutableMapping):
    """A mapping of bytes to bytes."""

    _connection = None

    def __init__(self, path, /, *, flag, mode):
        if self._connection is not None:
            raise error("Database is already initialized")
        path = os.fsdecode(path)
        if flag not in _FLAGS:
            raise ValueError(f"Flag must be one of 'r', 'w', 'c', or 'n', not {flag!r}")
        access, is_removed, is_made = _FLAGS[flag]
        if is_removed:
            with suppress(FileNotFoundError):
                os.unlink(path)
        if is_made:
            # SQLite doesn't know the permissions.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, mode))
        with _as_error():
            self._connection = sqlite3.connect(f"file:{quote(os.path.abspath(path))}?mode={access}", autocommit=True, uri=True)
        if access != "ro":
            # Faster, and safe enough where the machine stays on.
            with suppress(sqlite3.OperationalError):
                self._connection.execute("PRAGMA journal_mode = wal")
        if is_made:
            self._run(_TABLE)

    def _run(self, statement, *values):
        """The rows that a statement gives, and how many it changed."""
        if self._connection is None:
            raise error("DBM object has already been closed")
        with _as_error():
            cursor = self._connection.execute(statement, values)
            try:
                return cursor.fetchall(), cursor.rowcount
            finally:
                cursor.close()

    def __getitem__(self, key):
        for value, in self._run("SELECT value FROM Dict WHERE key = CAST(? AS BLOB)", key)[0]:
            return value
        raise KeyError(key)

    def __setitem__(self, key, value):
        self._run("REPLACE INTO Dict (key, value) VALUES (CAST(? AS BLOB), CAST(? AS BLOB))", key, value)

    def __delitem__(self, key):
        if self._run("DELETE FROM Dict WHERE key = CAST(? AS BLOB)", key)[1] == 0:
            raise KeyError(key)

    def __len__(self):
        return self._run("SELECT COUNT(key) FROM Dict")[0][0][0]

    def keys(self):
        """A list."""
        return [key for key, in self._run("SELECT key FROM Dict")[0]]

    def __iter__(self):
        yield from self.keys()

    def close(self):
        """Closes the file; may be called again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


def open(filename, /, flag="r", mode=0o666):
    """The database in a file."""
    return _Database(filename, flag=flag, mode=mode)
