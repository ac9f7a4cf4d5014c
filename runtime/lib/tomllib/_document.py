"""Documents: tables, arrays of tables and pairs."""

from tomllib._source import KEY_LETTERS, Source
from tomllib._values import Reader


class _Table:
    """What may still be said of a table. `items` is what the document's reader gets."""

    def __init__(self, items, kind):
        self.items = items
        # "implied" by a longer header, "header" of its own, "dotted" by a key, "array" of tables, "inline": all there.
        self.kind = kind
        self.tables = {}


class _Document:
    def __init__(self, text, parse_float):
        self.source = Source(text)
        self.reader = Reader(self.source, parse_float)
        self.root = _Table({}, "header")
        self.current = self.root
        self.header = ()

    def read(self):
        source = self.source
        while True:
            source.skip_blanks()
            letter = source.next
            if not letter:
                return self.root.items
            if letter == "\n":
                source.place += 1
                continue
            if letter == "[":
                self._read_header()
            elif letter in KEY_LETTERS or letter in "\"'":
                self._read_pair()
            elif letter != "#":
                raise source.error("Invalid statement")
            source.skip_blanks()
            source.skip_comment()
            if not source.next:
                return self.root.items
            if source.next != "\n":
                raise source.error("Expected newline or end of document after a statement")
            source.place += 1

    def _read_header(self):
        source = self.source
        start = source.place
        is_array = source.starts("[[")
        source.place += 2 if is_array else 1
        source.skip_blanks()
        key = self.reader.read_key()
        place = source.place
        table = self.root
        for part in key[:-1]:
            table = self._descend(table, part, key, is_array, place)
        self.current = self._array_table(table, key, place) if is_array else self._table(table, key, place)
        self.header = key
        end = "]]" if is_array else "]"
        if not source.starts(end):
            what = "an array declaration" if is_array else "a table declaration"
            raise source.error(f"Expected {end!r} at the end of {what}")
        source.place += len(end)

    def _descend(self, table, part, key, is_array, place):
        """The table that a header's part names, made if need be; the last one of an array."""
        found = table.tables.get(part)
        if found is None:
            if part in table.items:
                raise self.source.error("Cannot overwrite a value", place)
            items = table.items[part] = {}
            found = table.tables[part] = _Table(items, "implied")
        if found.kind == "inline":
            raise self.source.error(f"Cannot mutate immutable namespace {key}" if is_array else f"Cannot declare {key} twice", place)
        return found

    def _table(self, table, key, place):
        name = key[-1]
        found = table.tables.get(name)
        if found is None:
            if name in table.items:
                raise self.source.error("Cannot overwrite a value", place)
            items = table.items[name] = {}
            found = table.tables[name] = _Table(items, "header")
        elif found.kind == "implied":
            found.kind = "header"
        else:
            raise self.source.error(f"Cannot declare {key} twice", place)
        return found

    def _array_table(self, table, key, place):
        name = key[-1]
        found = table.tables.get(name)
        if found is None:
            if name in table.items:
                raise self.source.error("Cannot overwrite a value", place)
            table.items[name] = []
        elif found.kind == "inline":
            raise self.source.error(f"Cannot mutate immutable namespace {key}", place)
        elif found.kind != "array":
            raise self.source.error("Cannot overwrite a value", place)
        items = {}
        table.items[name].append(items)
        made = table.tables[name] = _Table(items, "array")
        return made

    def _read_pair(self):
        source = self.source
        key, value = self.reader.read_pair()
        place = source.place
        table = self.current
        whole = self.header + key
        for depth, part in enumerate(key[:-1], len(self.header) + 1):
            table = self._descend_dotted(table, part, whole, depth, place)
        name = key[-1]
        if name in table.items:
            raise source.error("Cannot overwrite a value", place)
        table.items[name] = value
        if isinstance(value, (dict, list)):
            table.tables[name] = _Table(value, "inline")

    def _descend_dotted(self, table, part, key, depth, place):
        """As _descend, for keys: those don't go into tables that have headers."""
        found = table.tables.get(part)
        if found is None:
            if part in table.items:
                raise self.source.error("Cannot overwrite a value", place)
            items = table.items[part] = {}
            found = table.tables[part] = _Table(items, "dotted")
        elif found.kind == "inline":
            raise self.source.error(f"Cannot mutate immutable namespace {key[:-1]}", place)
        elif found.kind == "implied":
            found.kind = "dotted"
        elif found.kind != "dotted":
            raise self.source.error(f"Cannot redefine namespace {key[:depth]}", place)
        return found


def loads(s, /, *, parse_float=float):
    """The dict that a document is."""
    try:
        text = s.replace("\r\n", "\n")
    except AttributeError:
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    if parse_float is not float:
        parse_float = _checked(parse_float)
    return _Document(text, parse_float).read()


def _checked(parse_float):
    def parse(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value

    return parse


def load(fp, /, *, parse_float=float):
    """The document in a file that's open for bytes."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)
