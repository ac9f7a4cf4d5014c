"""Reading and writing of tables with separators."""

import types
from _csv_rows import join, split
from _support import name_with_module

__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error",
    "Dialect", "excel", "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect",
    "list_dialects", "unregister_dialect", "DictReader", "DictWriter", "unix_dialect", "Sniffer",
]

# What guesses dialects is linked into programs that name it.
_defers_imports = True
_deferred_names = {"_csv_sniffer": ("Sniffer",)}


def __getattr__(name):
    if name not in _deferred_names["_csv_sniffer"]:
        raise AttributeError(f"module 'csv' has no attribute {name!r}")
    from _csv_sniffer import Sniffer

    return Sniffer


QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3
QUOTE_STRINGS = 4
QUOTE_NOTNULL = 5


class Error(Exception):
    """What's wrong with a table or a dialect."""


# As its repr and tracebacks say.
Error.__module__ = "_csv"


_field_limit = 131072
_NOT_GIVEN = object()


def field_size_limit(new_limit=_NOT_GIVEN, /):
    """The greatest length of a field; sets another one."""
    global _field_limit
    old = _field_limit
    if new_limit is not _NOT_GIVEN:
        if type(new_limit) is not int:
            raise TypeError("limit must be an integer")
        _field_limit = new_limit
    return old


# Dialects.


class Dialect:
    """The separators and quotes of a table; subclasses say what they are."""

    _name = ""
    _valid = False
    # What each of them must be is checked when an object is made.
    delimiter = lineterminator = quoting = None
    quotechar = doublequote = escapechar = None
    skipinitialspace = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Format(self, {})
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    """As Excel writes it."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """The same with tabs."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """Everything in quotes, lines ended as on Unix."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {}
_OPTIONS = ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace",
            "strict")
_DEFAULTS = {
    "delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
    "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False,
}


class _Format:
    """The options of a reader or writer, from a dialect and keywords."""

    def __init__(self, dialect, options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in options:
            if name not in _OPTIONS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        values = {}
        for name in _OPTIONS:
            value = options.get(name, _NOT_GIVEN)
            if value is _NOT_GIVEN and dialect is not None:
                value = getattr(dialect, name, _NOT_GIVEN)
            if value is _NOT_GIVEN:
                is_unquoted = name == "quoting" and values["quotechar"] is None
                value = QUOTE_NONE if is_unquoted else _DEFAULTS[name]
            values[name] = value
        keep = object.__setattr__
        keep(self, "delimiter", _one_char("delimiter", values["delimiter"], False))
        keep(self, "doublequote", bool(values["doublequote"]))
        keep(self, "escapechar", _one_char("escapechar", values["escapechar"], True))
        keep(self, "lineterminator", values["lineterminator"])
        keep(self, "quotechar", _one_char("quotechar", values["quotechar"], True))
        keep(self, "quoting", values["quoting"])
        keep(self, "skipinitialspace", bool(values["skipinitialspace"]))
        keep(self, "strict", bool(values["strict"]))
        self._check()

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __delattr__(self, name):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")

    def _check(self):
        quoting = self.quoting
        if not isinstance(quoting, int) or isinstance(quoting, bool):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= quoting <= 5:
            raise TypeError('bad "quoting" value')
        if quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        _check_char("delimiter", self.delimiter, self, True)
        _check_char("escapechar", self.escapechar, self, not self.skipinitialspace)
        _check_char("quotechar", self.quotechar, self, not self.skipinitialspace)
        _check_distinct("delimiter", "escapechar", self.delimiter, self.escapechar)
        _check_distinct("delimiter", "quotechar", self.delimiter, self.quotechar)
        _check_distinct("escapechar", "quotechar", self.escapechar, self.quotechar)


# As its repr says.
_Format.__name__ = _Format.__qualname__ = "Dialect"
_Format.__module__ = "_csv"


def _one_char(name, value, may_be_none):
    if value is None and may_be_none:
        return None
    if not isinstance(value, str):
        kind = "string or None" if may_be_none else "string"
        raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


def _check_char(name, char, options, space_is_allowed):
    if char is None:
        return
    if char in "\r\n" or (char == " " and not space_is_allowed):
        raise ValueError(f"bad {name} value")
    if char in options.lineterminator:
        raise ValueError(f"bad {name} or lineterminator value")


def _check_distinct(first_name, second_name, first, second):
    if first is not None and first == second:
        raise ValueError(f"bad {first_name} or {second_name} value")


def register_dialect(name, dialect=None, **fmtparams):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Format(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    found = _dialects.get(name)
    if found is None:
        raise Error("unknown dialect")
    return found


def list_dialects():
    return list(_dialects)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


# Reading.

_START_RECORD = 0
_START_FIELD = 1
_ESCAPED = 2
_IN_FIELD = 3
_IN_QUOTES = 4
_ESCAPED_IN_QUOTES = 5
_QUOTE_IN_QUOTES = 6
_END_OF_LINE = 7
_AFTER_ESCAPED_LINE_END = 8


class _ReadOnly:
    """An attribute that a program can't set."""

    def __init__(self, name):
        self._name = name

    def __get__(self, owner, kind=None):
        return self if owner is None else getattr(owner, self._name)

    def __set__(self, owner, value):
        raise AttributeError("readonly attribute")

    def __delete__(self, owner):
        raise AttributeError("readonly attribute")


class _Reader:
    """Iterates over the rows of a table; `csv.reader` makes it."""

    def __init__(self, csvfile, dialect, fmtparams):
        self._lines = iter(csvfile)
        self._dialect = form = _Format(dialect, fmtparams)
        # No fields become numbers or None, and nothing but quotes, which are doubled, and delimiters has a meaning.
        self._is_simple = (form.quoting in (QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONE) and form.doublequote
                           and not form.skipinitialspace and form.escapechar is None)
        self._delimiter = form.delimiter
        self._quote = None if form.quoting == QUOTE_NONE else form.quotechar
        self._line_num = 0
        self._reset()

    dialect = _ReadOnly("_dialect")
    line_num = _ReadOnly("_line_num")

    def _reset(self):
        self._fields = []
        self._chars = []
        self._state = _START_RECORD
        self._is_unquoted = False

    def __iter__(self):
        return self

    def __next__(self):
        line = self._next_line()
        # Most lines are rows of their own.
        if self._is_simple:
            fields = split(line, self._delimiter, self._quote, _field_limit)
            if fields is not None:
                return fields
        self._reset()
        self._parse_line(line)
        while self._state != _START_RECORD:
            try:
                line = self._next_line()
            except StopIteration:
                if self._chars or self._state == _IN_QUOTES:
                    if self._dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save_field()
                    return self._fields
                raise StopIteration from None
            self._parse_line(line)
        return self._fields

    def _next_line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(f"iterator should return strings, not {type(line).__name__} "
                        "(the file should be opened in text mode)")
        self._line_num += 1
        return line

    def _parse_line(self, line):
        for char in line:
            self._process(char)
        self._process(None)

    def _process(self, char):
        """One character; None is the end of the line."""
        dialect = self._dialect
        state = self._state
        if state == _START_RECORD or state == _START_FIELD:
            if state == _START_RECORD:
                if char is None:
                    return
                if char == "\n" or char == "\r":
                    self._state = _END_OF_LINE
                    return
            self._start_field(char)
        elif state == _ESCAPED:
            if char == "\n" or char == "\r":
                self._add(char)
                self._state = _AFTER_ESCAPED_LINE_END
            else:
                self._add("\n" if char is None else char)
                self._state = _IN_FIELD
        elif state == _AFTER_ESCAPED_LINE_END or state == _IN_FIELD:
            if state == _AFTER_ESCAPED_LINE_END and char is None:
                return
            if char is None or char == "\n" or char == "\r":
                self._save_field()
                self._state = _START_RECORD if char is None else _END_OF_LINE
            elif char == dialect.escapechar:
                self._state = _ESCAPED
            elif char == dialect.delimiter:
                self._save_field()
                self._state = _START_FIELD
            else:
                # Behind an escaped end of a line, the row goes on past the next one too.
                self._add(char)
        elif state == _IN_QUOTES:
            if char is None:
                return
            if char == dialect.escapechar:
                self._state = _ESCAPED_IN_QUOTES
            elif char == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                self._state = _QUOTE_IN_QUOTES if dialect.doublequote else _IN_FIELD
            else:
                self._add(char)
        elif state == _ESCAPED_IN_QUOTES:
            self._add("\n" if char is None else char)
            self._state = _IN_QUOTES
        elif state == _QUOTE_IN_QUOTES:
            self._after_quote(char)
        elif char is None:
            self._state = _START_RECORD
        elif char != "\n" and char != "\r":
            raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")

    def _start_field(self, char):
        dialect = self._dialect
        if char is None or char == "\n" or char == "\r":
            self._save_field()
            self._state = _START_RECORD if char is None else _END_OF_LINE
        elif char == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self._state = _IN_QUOTES
        elif char == dialect.escapechar:
            self._is_unquoted = True
            self._state = _ESCAPED
        elif char == " " and dialect.skipinitialspace:
            self._state = _START_FIELD
        elif char == dialect.delimiter:
            self._is_unquoted = True
            self._save_field()
            self._state = _START_FIELD
        else:
            self._is_unquoted = True
            self._add(char)
            self._state = _IN_FIELD

    def _after_quote(self, char):
        dialect = self._dialect
        if dialect.quoting != QUOTE_NONE and char == dialect.quotechar:
            self._add(char)
            self._state = _IN_QUOTES
        elif char == dialect.delimiter:
            self._save_field()
            self._state = _START_FIELD
        elif char is None or char == "\n" or char == "\r":
            self._save_field()
            self._state = _START_RECORD if char is None else _END_OF_LINE
        elif not dialect.strict:
            self._add(char)
            self._state = _IN_FIELD
        else:
            raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")

    def _add(self, char):
        if len(self._chars) >= _field_limit:
            raise Error(f"field larger than field limit ({_field_limit})")
        self._chars.append(char)

    def _save_field(self):
        text = "".join(self._chars)
        self._chars = []
        quoting = self._dialect.quoting
        value = text
        if self._is_unquoted or (not text and self._state == _START_FIELD):
            if quoting == QUOTE_NOTNULL and not text:
                value = None
            elif quoting == QUOTE_STRINGS:
                value = float(text) if text else None
            elif quoting == QUOTE_NONNUMERIC and text:
                value = float(text)
        elif quoting == QUOTE_NONNUMERIC and self._is_unquoted:
            value = float(text)
        self._is_unquoted = False
        self._fields.append(value)


_Reader.__name__ = _Reader.__qualname__ = "reader"
_Reader.__module__ = "_csv"
name_with_module(_Reader)


def reader(iterable, /, dialect=None, **fmtparams):
    """An iterator over the rows of a table, each a list of strs."""
    return _Reader(iterable, dialect, fmtparams)


# Writing.


class _Writer:
    """Writes rows to a file; `csv.writer` makes it."""

    def __init__(self, csvfile, dialect, fmtparams):
        write = getattr(csvfile, "write", None)
        if write is None or not callable(write):
            raise TypeError("argument 1 must have a \"write\" method")
        self._write = write
        self._dialect = form = _Format(dialect, fmtparams)
        self._special = {form.delimiter, "\r", "\n", *form.lineterminator}
        self._special.update([char for char in (form.quotechar, form.escapechar) if char is not None])
        # Quotes are doubled, and that's all that may become of a character.
        self._only_doubles = form.doublequote and form.escapechar is None and form.quoting != QUOTE_NONE
        # Nothing but what's special stands in quotes.
        self._is_simple = self._only_doubles and form.quoting == QUOTE_MINIMAL and not form.skipinitialspace
        self._delimiter, self._quote, self._end = form.delimiter, form.quotechar, form.lineterminator
        self._special_text = "".join(self._special)

    dialect = _ReadOnly("_dialect")

    def writerow(self, row, /):
        """Writes a row; the result is what the file's `write` gave."""
        if self._is_simple:
            line = join(row, self._delimiter, self._quote, self._end, self._special_text)
            if line is not None:
                return self._write(line)
        try:
            fields = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        dialect = self._dialect
        texts = []
        is_single_null = False
        for field in fields:
            texts.append(self._field_text(field))
            is_single_null = field is None or field == ""
        if len(texts) == 1 and texts[0] == "" and is_single_null:
            if dialect.quoting == QUOTE_NONE or (field is None and dialect.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error("single empty field record must be quoted")
            texts[0] = dialect.quotechar * 2
        return self._write(dialect.delimiter.join(texts) + dialect.lineterminator)

    def _field_text(self, field):
        dialect = self._dialect
        quoting = dialect.quoting
        if field is None:
            text = ""
            is_quoted = quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC
        elif isinstance(field, str):
            text = field
            is_quoted = quoting in (QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_STRINGS, QUOTE_NOTNULL)
        else:
            text = str(field)
            is_quoted = quoting in (QUOTE_ALL, QUOTE_NOTNULL) or (
                quoting == QUOTE_NONNUMERIC and not _is_number(field))
        return self._quoted(text, is_quoted, field is None)

    def _quoted(self, text, is_quoted, is_null):
        dialect = self._dialect
        quote = dialect.quotechar
        if self._special.isdisjoint(text):
            body = text
        elif self._only_doubles:
            body = text.replace(quote, quote + quote)
            is_quoted = True
        else:
            body, is_quoted = self._escaped(text, is_quoted)
        if not text and dialect.delimiter == " " and dialect.skipinitialspace:
            if dialect.quoting == QUOTE_NONE or (is_null and dialect.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
            is_quoted = True
        return quote + body + quote if is_quoted else body

    def _escaped(self, text, is_quoted):
        """The text with escapes, and whether it's to stand in quotes."""
        dialect = self._dialect
        quote = dialect.quotechar
        escape = dialect.escapechar
        parts = []
        for char in text:
            if char in self._special:
                wants_escape = False
                if dialect.quoting == QUOTE_NONE:
                    wants_escape = True
                elif char == quote:
                    if dialect.doublequote:
                        parts.append(quote)
                        is_quoted = True
                    else:
                        wants_escape = True
                elif char == escape:
                    wants_escape = True
                if not wants_escape:
                    is_quoted = True
                else:
                    if escape is None:
                        raise Error("need to escape, but no escapechar set")
                    parts.append(escape)
            parts.append(char)
        return "".join(parts), is_quoted

    def writerows(self, rows, /):
        """Writes several rows."""
        for row in rows:
            self.writerow(row)


def _is_number(field):
    if isinstance(field, (int, float, complex)):
        return True
    return hasattr(field, "__float__") or hasattr(field, "__index__")


_Writer.__name__ = _Writer.__qualname__ = "writer"
_Writer.__module__ = "_csv"
name_with_module(_Writer)


def writer(fileobj, /, dialect=None, **fmtparams):
    """An object that writes rows to a file."""
    return _Writer(fileobj, dialect, fmtparams)


# Rows as dicts.


class DictReader:
    """Rows as dicts, with the first row's values as keys unless `fieldnames` says them."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.reader = reader(f, dialect, *args, **kwds)
        self.line_num = 0
        self.dialect = dialect
        self.restkey, self.restval = restkey, restval
        self._fieldnames = fieldnames

    @property
    def fieldnames(self):
        """The keys; the first row where they weren't given, None where there's none."""
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __iter__(self):
        return self

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        # What `fieldnames` sets again: that of an empty line shows only where no row follows.
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        found = dict(zip(names, row))
        if len(row) > len(names):
            found[self.restkey] = row[len(names):]
        elif len(row) < len(names):
            found.update(dict.fromkeys(names[len(row):], self.restval))
        return found

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        is_iterator = fieldnames is not None and iter(fieldnames) is fieldnames
        self.fieldnames, self.restval = list(fieldnames) if is_iterator else fieldnames, restval
        self.extrasaction = extrasaction.lower()
        if self.extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({self.extrasaction}) must be 'raise' or 'ignore'")
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Writes the names."""
        return self.writerow({name: name for name in self.fieldnames})

    def _dict_to_list(self, rowdict):
        surplus = rowdict.keys() - self.fieldnames if self.extrasaction == "raise" else ()
        if surplus:
            raise ValueError(f"dict contains fields not in fieldnames: {', '.join(map(repr, surplus))}")
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))

    __class_getitem__ = classmethod(types.GenericAlias)
