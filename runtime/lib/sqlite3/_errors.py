"""The errors of DB-API, and how SQLite's result codes become them."""

from sqlite3._codes import RESULTS


class Warning(Exception):
    """Something to be warned of."""


class Error(Exception):
    """Any error of a database."""


class InterfaceError(Error):
    """The interface was used wrongly."""


class DatabaseError(Error):
    """The database has an error."""


class DataError(DatabaseError):
    """A value isn't one that the database can process."""


class OperationalError(DatabaseError):
    """What the database was to do failed."""


class IntegrityError(DatabaseError):
    """A constraint doesn't hold."""


class InternalError(DatabaseError):
    """SQLite itself has an error."""


class ProgrammingError(DatabaseError):
    """The interface was asked for what makes no sense."""


class NotSupportedError(DatabaseError):
    """SQLite doesn't have that."""


for _error in (Warning, Error, InterfaceError, DatabaseError, DataError, OperationalError, IntegrityError, InternalError, ProgrammingError,
               NotSupportedError):
    _error.__module__ = "sqlite3"

_NOMEM = 7
_CLASSES = {
    **dict.fromkeys((2, 12), InternalError),
    **dict.fromkeys((1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17), OperationalError),
    11: DatabaseError,
    18: DataError,
    **dict.fromkeys((19, 20), IntegrityError),
    **dict.fromkeys((21, 25), InterfaceError),
}


def error_of(database):
    """The exception for the last call's failure."""
    code, text = database.error()
    primary = code & 0xFF
    if primary == _NOMEM:
        return MemoryError()
    error = _CLASSES.get(primary, DatabaseError)(text)
    error.sqlite_errorcode = code
    error.sqlite_errorname = RESULTS.get(code, RESULTS.get(primary, "unknown"))
    return error
