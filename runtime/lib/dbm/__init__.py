"""Databases of keys and values in files.

Left out: those of the system's libraries (dbm.gnu, dbm.ndbm). There's dbm.sqlite3, and dbm.dumb.
"""

import io
import os
import struct

__all__ = ["open", "whichdb", "error"]


class error(Exception):
    """Something is wrong with a database."""


_names = ["dbm.sqlite3", "dbm.dumb"]
_defaultmod = None
_modules = {}
error = (error, OSError)


def _module(name):
    if name == "dbm.dumb":
        import dbm.dumb as found
    elif name == "dbm.sqlite3":
        import dbm.sqlite3 as found
    else:
        raise error[0](f"db type is {name}, but the module is not available")
    return found


def open(file, flag="r", mode=0o666):
    """A database: the flag is r (read), w (write), c (make it where it's missing) or n (make it anew)."""
    kind = whichdb(file) if "n" not in flag else None
    if kind is None:
        if "c" not in flag and "n" not in flag:
            raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
        kind = "dbm.sqlite3"
    elif kind == "":
        raise error[0]("db type could not be determined")
    return _module(kind).open(file, flag, mode)


def whichdb(filename):
    """The module for a file; None: it can't be read, "": nobody knows."""
    filename = os.fsencode(filename)
    if os.path.exists(filename + b".dat") and os.path.exists(filename + b".dir"):
        size = os.stat(filename + b".dir").st_size
        if size == 0:
            return "dbm.dumb"
        with io.open(filename + b".dir", "rb") as file:
            if file.read(1) in (b"'", b'"'):
                return "dbm.dumb"
    if os.path.exists(filename + b".pag") and os.path.exists(filename + b".dir"):
        return "dbm.ndbm"
    try:
        with io.open(filename, "rb") as file:
            begin = file.read(16)
    except OSError:
        return None
    if len(begin) < 4:
        return ""
    if begin == b"SQLite format 3\0":
        return "dbm.sqlite3"
    (magic,) = struct.unpack("=l", begin[:4])
    return "dbm.gnu" if magic in (0x13579ACE, 0x13579ACD, 0x13579ACF) else ""
