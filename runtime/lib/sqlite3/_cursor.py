"""Statements and their results."""

import warnings

from _support import name_with_module
from sqlite3._adapters import PARSE_COLNAMES, adapted, converter_of
from sqlite3._errors import DataError, OperationalError, ProgrammingError, error_of

_ROW, _DONE = 100, 101
_CHANGING = frozenset(("INSERT", "UPDATE", "DELETE", "REPLACE"))


def _behind_blanks(sql):
    """What's left of a text behind white space and comments."""
    place, length = 0, len(sql)
    while place < length:
        if sql[place] in " \t\r\n\f":
            place += 1
        elif sql.startswith("--", place):
            end = sql.find("\n", place)
            place = length if end < 0 else end + 1
        elif sql.startswith("/*", place):
            end = sql.find("*/", place + 2)
            place = length if end < 0 else end + 2
        else:
            break
    return sql[place:]


def _first_word(sql):
    """The statement's first word."""
    rest = _behind_blanks(sql)
    end = 0
    while end < len(rest) and rest[end].isalpha():
        end += 1
    return rest[:end].upper()


class Cursor:
    """Runs statements of a connection, and gives their rows."""

    __module__ = "sqlite3"

    def __init__(self, connection, /):
        self.connection = connection
        self.arraysize = 1
        self.description = None
        self.rowcount = -1
        self.lastrowid = None
        self.row_factory = connection.row_factory
        self._statement = None
        self._is_row_due = False
        self._counts_changes = False
        self._converters = None
        self._column_names = ()
        self._is_closed = False
        connection._check()

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>"

    def __del__(self):
        self._end()

    def _check(self):
        if not hasattr(self, "_is_closed"):
            raise ProgrammingError("Base Cursor.__init__ not called.")
        if self._is_closed:
            raise ProgrammingError("Cannot operate on a closed cursor.")
        self.connection._check()

    def close(self):
        """Ends the cursor."""
        self.connection._check_thread()
        self.connection._check()
        self._end()
        self._is_closed = True

    def _end(self):
        """Lets go of the statement that runs."""
        statement = getattr(self, "_statement", None)
        if statement is not None:
            statement.finalize()
            self._statement = None
        self._is_row_due = False

    def execute(self, sql, parameters=(), /):
        """Runs one statement."""
        return self._run("execute", sql, (parameters,), False)

    def executemany(self, sql, seq_of_parameters, /):
        """Runs one statement that changes rows for each of many sets of values."""
        return self._run("executemany", sql, seq_of_parameters, True)

    def _run(self, name, sql, sets, is_many):
        self._check()
        if not isinstance(sql, str):
            raise TypeError(f"{name}() argument 1 must be str, not {type(sql).__name__}")
        self._end()
        self.description = None
        statement = self._prepared(sql)
        is_changing = statement is not None and _first_word(sql) in _CHANGING
        if is_many and not is_changing:
            raise ProgrammingError("executemany() can only execute DML statements.")
        self.rowcount = 0 if is_changing else -1
        self._counts_changes = is_changing
        if statement is not None:
            self._run_statement(statement, sets, is_many)
        if not is_many:
            self.lastrowid = self.connection._database.last_row
        return self

    def _run_statement(self, statement, sets, is_many):
        self._statement = statement
        try:
            if self._counts_changes:
                self.connection._begin_if_due()
            for parameters in sets:
                self._bind(statement, parameters)
                self._describe(statement)
                self._step()
                if is_many:
                    while self._is_row_due:
                        self._step()
                    statement.reset()
        except BaseException:
            self._end()
            self.rowcount = -1
            raise
        if is_many or not self._is_row_due:
            self._end()

    def _prepared(self, sql):
        """The statement; None where there's none in the text."""
        if "\0" in sql:
            raise ProgrammingError("the query contains a null character")
        database = self.connection._database
        statement = database.prepare(sql)
        if isinstance(statement, int):
            if statement & 0xFF == 18:
                raise DataError("query string is too large")
            raise error_of(database)
        if statement is not None and _behind_blanks(statement.rest):
            statement.finalize()
            raise ProgrammingError("You can only execute one statement at a time.")
        return statement

    def _bind(self, statement, parameters):
        names = statement.parameters()
        kind = type(parameters)
        is_sequence = isinstance(parameters, (tuple, list)) or not isinstance(parameters, dict) and not hasattr(kind, "keys")
        if is_sequence and hasattr(kind, "__len__") and hasattr(kind, "__getitem__"):
            given = len(parameters)
            if given != len(names):
                raise ProgrammingError(f"Incorrect number of bindings supplied. The current statement uses {len(names)}, and there are "
                                       f"{given} supplied.")
            for place, name in enumerate(names, 1):
                if name is not None and not name.startswith("?"):
                    warnings.warn(f"Binding {place} ('{name}') is a named parameter, but you supplied a sequence which requires nameless "
                                  "(qmark) placeholders. Starting with Python 3.14 an sqlite3.ProgrammingError will be raised.",
                                  DeprecationWarning, stacklevel=4)
                self._bind_one(statement, place, parameters[place - 1])
        elif hasattr(kind, "__getitem__"):
            for place, name in enumerate(names, 1):
                if name is None:
                    raise ProgrammingError(f"Binding {place} has no name, but you supplied a dictionary (which has only names).")
                try:
                    value = parameters[name[1:]]
                except LookupError:
                    raise ProgrammingError(f"You did not supply a value for binding parameter :{name[1:]}.") from None
                self._bind_one(statement, place, value)
        else:
            raise ProgrammingError("parameters are of unsupported type")

    def _bind_one(self, statement, place, value):
        code = statement.bind(place, adapted(value))
        if code == -1:
            raise ProgrammingError(f"Error binding parameter {place}: type '{type(value).__name__}' is not supported")
        if code != 0:
            raise error_of(self.connection._database)

    def _describe(self, statement):
        columns = statement.columns()
        if not columns:
            self._column_names = ()
            return
        detects = self.connection._detect_types
        names = [name.split(" [")[0] if detects & PARSE_COLNAMES else name for name, _ in columns]
        self._column_names = tuple(names)
        self.description = tuple([(name, None, None, None, None, None, None) for name in names])
        self._converters = [converter_of(name, declared, detects) for name, declared in columns] if detects else None

    def _step(self):
        """Goes on to the next row, if there is one."""
        database = self.connection._database
        code = self._statement.step()
        raised = database.callback_error()
        self._is_row_due = code == _ROW
        if code == _DONE:
            if self._counts_changes:
                self.rowcount += database.changes
        elif code != _ROW:
            error = error_of(database)
            self._end()
            if raised is not None and not isinstance(raised, Exception):
                raise raised
            raise error

    def _row(self):
        """The row that is due."""
        text_factory = self.connection.text_factory
        is_raw = text_factory is not str or self._converters is not None
        try:
            values = self._statement.row(is_raw)
        except UnicodeDecodeError:
            raise self._undecodable() from None
        if is_raw:
            values = tuple(self._converted(values, text_factory))
        factory = self.row_factory
        return values if factory is None else factory(self, values)

    def _undecodable(self):
        """The error for a text that isn't UTF-8."""
        for name, value in zip(self._column_names, self._statement.row(True)):
            if isinstance(value, tuple):
                try:
                    value[0].decode()
                except UnicodeDecodeError:
                    return OperationalError(f"Could not decode to UTF-8 column '{name}' with text '{value[0].decode(errors='replace')}'")
        return OperationalError("Could not decode to UTF-8")

    def _converted(self, values, text_factory):
        converters = self._converters or (None,) * len(values)
        for value, converter in zip(values, converters):
            is_text = isinstance(value, tuple)
            if is_text:
                value = value[0]
            if converter is not None:
                yield None if value is None else converter(value if isinstance(value, bytes) else str(value).encode())
            elif is_text:
                yield value.decode() if text_factory is str else text_factory(value)
            else:
                yield value

    def __iter__(self):
        return self

    def __next__(self):
        self._check()
        if not self._is_row_due:
            raise StopIteration
        row = self._row()
        self._step()
        if not self._is_row_due:
            self._end()
        return row

    def fetchone(self):
        """The next row; None after the last one."""
        self._check()
        return next(self, None)

    def fetchmany(self, size=None):
        """A list of the next rows."""
        self._check()
        rows = []
        wanted = self.arraysize if size is None else size
        for row in self:
            rows.append(row)
            if len(rows) == wanted:
                break
        return rows

    def fetchall(self):
        """A list of all rows that are left."""
        self._check()
        return list(self)

    def executescript(self, sql_script, /):
        """Runs all statements of a text."""
        self._check()
        if not isinstance(sql_script, str):
            raise TypeError(f"executescript() argument must be str, not {type(sql_script).__name__}")
        if "\0" in sql_script:
            raise ValueError("embedded null character")
        connection = self.connection
        connection._commit_before_script()
        rest = sql_script
        while rest.strip():
            statement = connection._database.prepare(rest)
            if isinstance(statement, int):
                raise error_of(connection._database)
            if statement is None:
                break
            try:
                while (code := statement.step()) == _ROW:
                    pass
                if code != _DONE:
                    raise error_of(connection._database)
                rest = statement.rest
            finally:
                statement.finalize()
        return self

    def setinputsizes(self, sizes, /):
        """Does nothing."""

    def setoutputsize(self, size, column=None, /):
        """Does nothing."""


name_with_module(Cursor)
