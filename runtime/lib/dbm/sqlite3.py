"""Databases of keys and values in SQLite's files."""

import os
import sqlite3
from collections.abc import MutableMapping
from contextlib import closing, suppress

_TABLE = "CREATE TABLE IF NOT EXISTS Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)"


class error(OSError):
    """Something is wrong with a database."""


error.__module__ = "dbm.sqlite3"
_CLOSED = "DBM object has already been closed"


class _Database(MutableMapping):
    """A mapping of bytes to bytes."""

    def __init__(self, path, /, *, flag, mode):
        if hasattr(self, "_cx"):
            raise error("Database is already initialized")
        path = os.fsdecode(path)
        modes = {"r": "ro", "w": "rw", "c": "rwc", "n": "rwc"}
        if flag not in modes:
            raise ValueError(f"Flag must be one of 'r', 'w', 'c', or 'n', not {flag!r}")
        if flag == "n":
            with suppress(FileNotFoundError):
                os.remove(path)
        if flag in ("c", "n"):
            descriptor = os.open(path, os.O_CREAT | os.O_RDWR, mode)
            os.close(descriptor)
        from urllib.parse import quote

        try:
            self._cx = sqlite3.connect(f"file:{quote(os.path.abspath(path))}?mode={modes[flag]}", autocommit=True, uri=True)
        except sqlite3.Error as exc:
            raise error(str(exc))
        if flag != "r":
            # Faster, and safe enough where the machine stays on.
            with suppress(sqlite3.OperationalError):
                self._cx.execute("PRAGMA journal_mode = wal")
            if flag != "w":
                self._execute(_TABLE)

    def _execute(self, *args, **kwargs):
        if not self._cx:
            raise error(_CLOSED)
        try:
            return closing(self._cx.execute(*args, **kwargs))
        except sqlite3.Error as exc:
            raise error(str(exc))

    def __len__(self):
        with self._execute("SELECT COUNT(key) FROM Dict") as cursor:
            return cursor.fetchone()[0]

    def __getitem__(self, key):
        with self._execute("SELECT value FROM Dict WHERE key = CAST(? AS BLOB)", (key,)) as cursor:
            row = cursor.fetchone()
        if not row:
            raise KeyError(key)
        return row[0]

    def __setitem__(self, key, value):
        with self._execute("REPLACE INTO Dict (key, value) VALUES (CAST(? AS BLOB), CAST(? AS BLOB))", (key, value)):
            pass

    def __delitem__(self, key):
        with self._execute("DELETE FROM Dict WHERE key = CAST(? AS BLOB)", (key,)) as cursor:
            if not cursor.rowcount:
                raise KeyError(key)

    def __iter__(self):
        try:
            with self._execute("SELECT key FROM Dict") as cursor:
                for row in cursor:
                    yield row[0]
        except sqlite3.Error as exc:
            raise error(str(exc))

    def close(self):
        if self._cx:
            self._cx.close()
            self._cx = None

    def keys(self):
        return list(super().keys())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(filename, /, flag="r", mode=0o666):
    """The database in a file."""
    return _Database(filename, flag=flag, mode=mode)
