"""Rows whose values have names."""

from _support import name_with_module


class Row:
    """A row: values by place, or by the name of a column in any case."""

    __module__ = "sqlite3"
    __slots__ = ("_cursor_columns", "_values")

    def __new__(cls, *args):
        if len(args) != 2:
            raise TypeError(f"Row expected 2 arguments, got {len(args)}")
        cursor, values = args
        if not hasattr(cursor, "_column_names"):
            raise TypeError(f"Row() argument 1 must be sqlite3.Cursor, not {type(cursor).__name__}")
        if not isinstance(values, tuple):
            raise TypeError(f"Row() argument 2 must be tuple, not {type(values).__name__}")
        self = object.__new__(cls)
        self._cursor_columns = cursor._column_names
        self._values = values
        return self

    def keys(self):
        """The columns' names."""
        return list(self._cursor_columns)

    def __getitem__(self, key):
        if isinstance(key, str):
            folded = key.lower() if key.isascii() else key
            for place, name in enumerate(self._cursor_columns):
                if name == key or name.lower() == folded:
                    return self._values[place]
            raise IndexError("No item with that key")
        if isinstance(key, slice):
            return self._values[key]
        if not isinstance(key, int):
            raise IndexError("Index must be int or string")
        return self._values[key]

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __eq__(self, other):
        if not isinstance(other, Row):
            return NotImplemented
        return self._cursor_columns == other._cursor_columns and self._values == other._values

    def __hash__(self):
        return hash(self._cursor_columns) ^ hash(self._values)

    def __repr__(self):
        return f"<sqlite3.Row object at {id(self):#x}>"


name_with_module(Row)
