"""Connections to databases."""

import os
import warnings
from _support import name_with_module
from _thread import get_ident

import _sqlite
from sqlite3 import _errors
from sqlite3._cursor import Cursor
from sqlite3._errors import OperationalError, ProgrammingError, error_of

LEGACY_TRANSACTION_CONTROL = -1

_OK, _DONE = 0, 101
_READ_WRITE, _CREATE, _URI = 2, 4, 0x40
_DETERMINISTIC = 0x800
_LEVELS = ("", "DEFERRED", "IMMEDIATE", "EXCLUSIVE")


def _checked_level(level):
    if level is None:
        return None
    if not isinstance(level, str):
        raise TypeError("isolation_level must be str or None")
    if level.upper() not in _LEVELS:
        raise ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'")
    return level


class Connection:
    """A connection to a database."""

    __module__ = "sqlite3"

    Warning = _errors.Warning
    Error = _errors.Error
    InterfaceError = _errors.InterfaceError
    DatabaseError = _errors.DatabaseError
    DataError = _errors.DataError
    OperationalError = _errors.OperationalError
    IntegrityError = _errors.IntegrityError
    InternalError = _errors.InternalError
    ProgrammingError = _errors.ProgrammingError
    NotSupportedError = _errors.NotSupportedError

    _database = None

    def __init__(self, database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=None,
                 cached_statements=128, uri=False, *, autocommit=LEGACY_TRANSACTION_CONTROL):
        path = os.fspath(database)
        if autocommit not in (True, False, LEGACY_TRANSACTION_CONTROL):
            raise ValueError("autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL")
        self._level = _checked_level(isolation_level)
        opened = _sqlite.open(path, _READ_WRITE | _CREATE | (_URI if uri else 0))
        if opened.error()[0] != _OK:
            raise error_of(opened)
        opened.set_timeout(int(timeout * 1000))
        self._database = opened
        self._detect_types = detect_types
        self._thread = get_ident() if check_same_thread else None
        self._autocommit = autocommit
        self.row_factory = None
        self.text_factory = str
        if autocommit is False:
            self._do("BEGIN")

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>"

    def __del__(self):
        if self._database is not None:
            warnings.warn(f"unclosed database in {self!r}", ResourceWarning, source=self)
            self._database.close()
            self._database = None

    def __call__(self, sql, /):
        raise NotImplementedError("aiocc: statements can't be made by calling a connection")

    def _check_thread(self):
        if self._thread is not None and self._thread != get_ident():
            raise ProgrammingError("SQLite objects created in a thread can only be used in that same thread. The object was created in "
                                   f"thread id {self._thread} and this is thread id {get_ident()}.")

    def _check(self):
        if not hasattr(self, "text_factory"):
            raise ProgrammingError("Base Connection.__init__ not called.")
        self._check_thread()
        if self._database is None:
            raise ProgrammingError("Cannot operate on a closed database.")

    def _do(self, sql):
        """Runs a statement without rows."""
        statement = self._database.prepare(sql)
        if isinstance(statement, int):
            raise error_of(self._database)
        try:
            if statement.step() != _DONE:
                raise error_of(self._database)
        finally:
            statement.finalize()

    def _begin_if_due(self):
        """What changes rows begins a transaction."""
        if self._autocommit == LEGACY_TRANSACTION_CONTROL and self._level is not None and not self._database.is_in_transaction:
            self._do(f"BEGIN {self._level}")

    def _commit_before_script(self):
        if self._autocommit == LEGACY_TRANSACTION_CONTROL and self._database.is_in_transaction:
            self._do("COMMIT")

    def cursor(self, factory=Cursor):
        """A cursor of this connection."""
        self._check()
        made = factory(self)
        if not isinstance(made, Cursor):
            raise TypeError(f"factory must return a cursor, not {type(made).__name__}")
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        return made

    def execute(self, sql, parameters=(), /):
        """Runs one statement, by a new cursor."""
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters, /):
        """Runs one statement for each of many sets of values, by a new cursor."""
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql_script, /):
        """Runs all statements of a text, by a new cursor."""
        return self.cursor().executescript(sql_script)

    def commit(self):
        """Makes what was changed last; nothing without a transaction."""
        self._check()
        if self._autocommit == LEGACY_TRANSACTION_CONTROL:
            if self._database.is_in_transaction:
                self._do("COMMIT")
        elif self._autocommit is False:
            self._do("COMMIT")
            self._do("BEGIN")

    def rollback(self):
        """Undoes what was changed; nothing without a transaction."""
        self._check()
        if self._autocommit == LEGACY_TRANSACTION_CONTROL:
            if self._database.is_in_transaction:
                self._do("ROLLBACK")
        elif self._autocommit is False:
            self._do("ROLLBACK")
            self._do("BEGIN")

    def close(self):
        """Ends the connection."""
        self._check_thread()
        if self._database is None:
            return
        if self._autocommit is False and self._database.is_in_transaction:
            self._do("ROLLBACK")
        self._database.close()
        self._database = None

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, exc_type, exc_value, exc_tb, /):
        if exc_type is None:
            try:
                self.commit()
            except BaseException:
                self.rollback()
                raise
        else:
            self.rollback()
        return False

    @property
    def in_transaction(self):
        self._check()
        return self._database.is_in_transaction

    @property
    def total_changes(self):
        self._check()
        return self._database.total_changes

    @property
    def isolation_level(self):
        self._check()
        return self._level

    @isolation_level.setter
    def isolation_level(self, level):
        self._level = _checked_level(level)
        if level is None and self._database.is_in_transaction:
            self._do("COMMIT")

    @property
    def autocommit(self):
        self._check()
        return self._autocommit

    @autocommit.setter
    def autocommit(self, value):
        self._check()
        if value not in (True, False, LEGACY_TRANSACTION_CONTROL):
            raise ValueError("autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL")
        if value is True and self._database.is_in_transaction:
            self._do("COMMIT")
        elif value is False and not self._database.is_in_transaction:
            self._do("BEGIN")
        self._autocommit = value

    def _expect(self, code):
        if code != _OK:
            raise error_of(self._database)

    def create_function(self, name, narg, func, /, *, deterministic=False):
        """Makes a function of Python's one of SQL's."""
        self._check()
        if self._database.add_function(name, narg, _DETERMINISTIC if deterministic else 0, func) != _OK:
            raise OperationalError("Error creating function")

    def create_aggregate(self, name, n_arg, aggregate_class, /):
        """Makes a class an aggregate of SQL's."""
        self._check()
        if self._database.add_aggregate(name, n_arg, aggregate_class) != _OK:
            raise OperationalError("Error creating aggregate")

    def create_collation(self, name, callback, /):
        """Makes a comparison of texts one of SQL's; None removes it."""
        self._check()
        if callback is not None and not callable(callback):
            raise TypeError("parameter must be callable")
        self._expect(self._database.add_collation(name, callback))

    def set_trace_callback(self, trace_callback, /):
        """Calls the function with the text of each statement that runs; None for nothing."""
        self._check()
        self._database.set_trace(trace_callback)

    def set_progress_handler(self, progress_handler, /, n):
        """Calls the function after every `n` steps; a true answer ends the statement."""
        self._check()
        self._database.set_progress(progress_handler, n)

    def interrupt(self):
        """Ends the statements that run."""
        if self._database is None:
            raise ProgrammingError("Cannot operate on a closed database.")
        self._database.interrupt()

    def getlimit(self, category, /):
        """A limit of the connection."""
        return self.setlimit(category, -1)

    def setlimit(self, category, limit, /):
        """Sets a limit; what it was."""
        self._check()
        before = self._database.limit(category, limit)
        if before < 0:
            raise ProgrammingError("'category' is out of bounds")
        return before

    def backup(self, target, *, pages=-1, progress=None, name="main", sleep=0.250):
        """Copies this database into that of another connection."""
        self._check()
        if not isinstance(target, Connection):
            raise TypeError(f"backup() argument 'target' must be sqlite3.Connection, not {type(target).__name__}")
        if target is self:
            raise ValueError("target cannot be the same connection instance")
        target._check()
        if progress is not None and not callable(progress):
            raise TypeError("progress argument must be a callable")
        target._expect(target._database.copy_from(self._database, name, pages or -1, progress, int(sleep * 1000)))

    def blobopen(self, *args, **kwargs):
        """Not there."""
        raise NotImplementedError("aiocc: blobs of sqlite3 can't be opened")

    def create_window_function(self, name, num_params, aggregate_class, /):
        """Not there."""
        raise NotImplementedError("aiocc: window functions of sqlite3 aren't supported")

    def set_authorizer(self, authorizer_callback, /):
        """Not there."""
        raise NotImplementedError("aiocc: authorizers of sqlite3 aren't supported")

    def serialize(self, *, name="main"):
        """Not there."""
        raise NotImplementedError("aiocc: databases of sqlite3 can't be serialized")

    def deserialize(self, data, /, *, name="main"):
        """Not there."""
        raise NotImplementedError("aiocc: databases of sqlite3 can't be deserialized")

    def iterdump(self, *, filter=None):
        """The statements that would make the database anew."""
        from sqlite3.dump import _iterdump

        return _iterdump(self, filter=filter)


def connect(database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=Connection,
            cached_statements=128, uri=False, *, autocommit=LEGACY_TRANSACTION_CONTROL):
    """A connection to the database in a file; ":memory:" for one in no file."""
    return factory(database, timeout, detect_types, isolation_level, check_same_thread, factory, cached_statements, uri,
                   autocommit=autocommit)


name_with_module(Connection)
