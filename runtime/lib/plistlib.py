"""Apple's property lists: as XML, and binary."""

import binascii
import codecs
import datetime
import enum
import itertools
import os
import re
import struct
from io import BytesIO

__all__ = ["InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID"]

PlistFormat = enum.Enum("PlistFormat", "FMT_XML FMT_BINARY", module=__name__)
FMT_XML = PlistFormat.FMT_XML
FMT_BINARY = PlistFormat.FMT_BINARY

_HEADER = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
"""
_control = re.compile(
    "[\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f]")
_date = re.compile(
    r"(?P<year>\d\d\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)?)?)?Z",
    re.ASCII)


class UID:
    """A number that archives of objects refer to others by."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if not 0 <= data < 1 << 64:
            raise ValueError("UIDs must be positive" if data < 0 else "UIDs cannot be >= 2**64")
        self.data = data

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)

    def __index__(self):
        return self.data

    def __reduce__(self):
        return type(self), (self.data,)

    def __repr__(self):
        return f"UID({self.data!r})"


class InvalidFileException(ValueError):
    """A binary list is wrong."""

    def __init__(self, message="Invalid file"):
        ValueError.__init__(self, message)


# XML.


def _date_of(text, aware):
    match = _date.fullmatch(text)
    numbers = []
    for name in ("year", "month", "day", "hour", "minute", "second"):
        value = match.group(name)
        if value is None:
            break
        numbers.append(int(value))
    return datetime.datetime(*numbers, tzinfo=datetime.UTC) if aware else datetime.datetime(*numbers)


def _text_of_date(date, aware):
    if aware:
        date = date.astimezone(datetime.UTC)
    return f"{date.year:04d}-{date.month:02d}-{date.day:02d}T{date.hour:02d}:{date.minute:02d}:{date.second:02d}Z"


class _XMLReader:
    """Makes objects of what a parser tells."""

    def __init__(self, dict_type, aware_datetime):
        self._stack = []
        self._key = None
        self._root = None
        self._dict_type = dict_type
        self._aware = aware_datetime
        self._data = []

    def parse(self, file):
        from xml.parsers.expat import ParserCreate

        self._parser = parser = ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data_comes
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ParseFile(file)
        return self._root

    def _doctype(self, name, system, public, has_subset):
        # Entities that are declared could be anything.
        if has_subset:
            raise InvalidFileException("XML entity declarations are not supported in plist files")

    def _data_comes(self, data):
        self._data.append(data)

    def _taken(self):
        data = "".join(self._data)
        self._data = []
        return data

    def _start(self, element, attributes):
        self._data = []
        if element == "dict":
            found = self._dict_type()
            self._add(found)
            self._stack.append(found)
        elif element == "array":
            found = []
            self._add(found)
            self._stack.append(found)

    def _add(self, value):
        if self._key is not None:
            if not isinstance(self._stack[-1], dict):
                raise ValueError(f"unexpected element at line {self._parser.CurrentLineNumber}")
            self._stack[-1][self._key] = value
            self._key = None
        elif not self._stack:
            self._root = value
        elif not isinstance(self._stack[-1], list):
            raise ValueError(f"unexpected element at line {self._parser.CurrentLineNumber}")
        else:
            self._stack[-1].append(value)

    def _end(self, element):
        if element == "key":
            if self._key or not isinstance(self._stack[-1], dict):
                raise ValueError(f"unexpected key at line {self._parser.CurrentLineNumber}")
            self._key = self._taken()
        elif element == "dict":
            if self._key:
                raise ValueError(f"missing value for key '{self._key}' at line {self._parser.CurrentLineNumber}")
            self._stack.pop()
        elif element == "array":
            self._stack.pop()
        elif element in ("true", "false"):
            self._add(element == "true")
        elif element == "integer":
            text = self._taken()
            self._add(int(text, 16) if text.lower().startswith(("0x", "-0x")) else int(text))
        elif element == "real":
            self._add(float(self._taken()))
        elif element == "string":
            self._add(self._taken())
        elif element == "data":
            self._add(binascii.a2b_base64(self._taken().encode("utf-8")))
        elif element == "date":
            self._add(_date_of(self._taken(), self._aware))


def _escaped(text):
    match = _control.search(text)
    if match is not None:
        raise ValueError("strings can't contain control characters; use bytes instead")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _XMLWriter:
    """Writes objects, a tab a level."""

    def __init__(self, file, sort_keys, skipkeys, aware_datetime):
        self._file = file
        self._level = 0
        self._sort_keys = sort_keys
        self._skipkeys = skipkeys
        self._aware = aware_datetime

    def write(self, value):
        self._file.write(_HEADER)
        self._line('<plist version="1.0">')
        self._value(value)
        self._line("</plist>")

    def _line(self, text):
        self._file.write(b"\t" * self._level + text.encode("utf-8") + b"\n")

    def _simple(self, element, text):
        self._line(f"<{element}>{_escaped(text)}</{element}>")

    def _value(self, value):
        if isinstance(value, str):
            self._simple("string", value)
        elif value is True or value is False:
            self._line(f"<{str(value).lower()}/>")
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            self._simple("integer", f"{value:d}")
        elif isinstance(value, float):
            self._simple("real", repr(value))
        elif isinstance(value, dict):
            self._dict(value)
        elif isinstance(value, (bytes, bytearray)):
            self._bytes(value)
        elif isinstance(value, datetime.datetime):
            self._simple("date", _text_of_date(value, self._aware))
        elif isinstance(value, (tuple, list)):
            self._array(value)
        else:
            raise TypeError(f"unsupported type: {type(value)}")

    def _bytes(self, data):
        self._line("<data>")
        width = max(16, 76 - len((b"\t" * self._level).replace(b"\t", b" " * 8)))
        size = width // 4 * 3
        for place in range(0, len(data), size):
            self._line(binascii.b2a_base64(data[place:place + size], newline=False).decode("ascii"))
        self._line("</data>")

    def _dict(self, value):
        self._collection("dict", sorted(value.items()) if self._sort_keys else value.items(), self._item)

    def _item(self, item):
        key, value = item
        if not isinstance(key, str):
            if self._skipkeys:
                return
            raise TypeError("keys must be strings")
        self._simple("key", key)
        self._value(value)

    def _array(self, value):
        self._collection("array", value, self._value)

    def _collection(self, tag, items, write):
        if not items:
            self._line(f"<{tag}/>")
            return
        self._line(f"<{tag}>")
        self._level += 1
        for item in items:
            write(item)
        self._level -= 1
        self._line(f"</{tag}>")


# Binary.

_CODES = {1: "B", 2: "H", 4: "L", 8: "Q"}
# At the end of the file: sizes of offsets and references, how many objects, which one is outermost, where the table of offsets is.
_TRAILER = ">6xBBQQQ"
_undefined = object()


class _BinaryReader:
    """Reads objects by their numbers: a table tells where each stands."""

    def __init__(self, dict_type, aware_datetime):
        self._dict_type = dict_type
        self._aware = aware_datetime

    def parse(self, file):
        self._file = file
        try:
            return self._object(self._read_table())
        except InvalidFileException:
            raise
        except (OSError, IndexError, struct.error, OverflowError, ValueError) as error:
            raise InvalidFileException() from error

    def _read_table(self):
        """Reads where all objects stand; the number of the outermost."""
        size = struct.calcsize(_TRAILER)
        self._file.seek(-size, os.SEEK_END)
        offset_size, self._ref_size, count, top, table = struct.unpack(_TRAILER, self._bytes(size))
        self._file.seek(table)
        self._offsets = self._numbers(count, offset_size)
        self._objects = [_undefined] * count
        return top

    def _bytes(self, size):
        data = self._file.read(size)
        if len(data) != size:
            raise InvalidFileException()
        return data

    def _numbers(self, count, size):
        data = self._file.read(size * count)
        if size in _CODES:
            return struct.unpack(f">{count}{_CODES[size]}", data)
        if not size or len(data) != size * count:
            raise InvalidFileException()
        return tuple(int.from_bytes(data[place:place + size], "big") for place in range(0, size * count, size))

    def _size(self, low):
        if low != 0xF:
            return low
        marker = self._file.read(1)[0] & 0x3
        return int.from_bytes(self._bytes(1 << marker), "big")

    def _object(self, number):
        found = self._objects[number]
        if found is _undefined:
            self._file.seek(self._offsets[number])
            token = self._file.read(1)[0]
            found = self._container(number, token) if token >> 4 in (0xA, 0xD) else self._simple(token)
            self._objects[number] = found
        return found

    def _simple(self, token):
        kind, low = token >> 4, token & 0xF
        if token in (0x00, 0x08, 0x09):
            return {0x00: None, 0x08: False, 0x09: True}[token]
        if token == 0x0F:
            return b""
        if kind == 0x1:
            return int.from_bytes(self._bytes(1 << low), "big", signed=low >= 3)
        if token == 0x22:
            return struct.unpack(">f", self._bytes(4))[0]
        if token == 0x23:
            return struct.unpack(">d", self._bytes(8))[0]
        if token == 0x33:
            seconds = datetime.timedelta(seconds=struct.unpack(">d", self._bytes(8))[0])
            return datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC if self._aware else None) + seconds
        if kind == 0x4:
            return self._bytes(self._size(low))
        if kind == 0x5:
            return self._bytes(self._size(low)).decode("ascii")
        if kind == 0x6:
            return self._bytes(self._size(low) * 2).decode("utf-16be")
        if kind == 0x8:
            return UID(int.from_bytes(self._bytes(1 + low), "big"))
        raise InvalidFileException()

    def _container(self, number, token):
        size = self._size(token & 0xF)
        if token >> 4 == 0xA:
            references = self._numbers(size, self._ref_size)
            found = self._objects[number] = []
            found.extend(self._object(each) for each in references)
            return found
        keys = self._numbers(size, self._ref_size)
        values = self._numbers(size, self._ref_size)
        found = self._objects[number] = self._dict_type()
        try:
            for key, value in zip(keys, values):
                found[self._object(key)] = self._object(value)
        except TypeError:
            raise InvalidFileException() from None
        return found


def _least_size(count):
    if count < 1 << 8:
        return 1
    if count < 1 << 16:
        return 2
    return 4 if count < 1 << 32 else 8


def _packed_size(number):
    """A number with a marker of its size before it."""
    size = _least_size(number)
    return bytes((0x10 | size.bit_length() - 1,)) + number.to_bytes(size, "big")


_SCALARS = (str, int, float, datetime.datetime, bytes)


class _BinaryWriter:
    """Writes each object once, and the table of their places."""

    def __init__(self, file, sort_keys, skipkeys, aware_datetime):
        self._file = file
        self._sort_keys = sort_keys
        self._skipkeys = skipkeys
        self._aware = aware_datetime

    def write(self, value):
        # The objects in their order; their numbers, by type and value or by identity.
        self._objects = []
        self._numbers = {}
        self._flatten(value)
        count = len(self._objects)
        self._offsets = [0] * count
        self._ref_size = _least_size(count)
        self._ref_code = _CODES[self._ref_size]
        self._file.write(b"bplist00")
        for each in self._objects:
            self._write(each)
        top = self._number(value)
        table = self._file.tell()
        offset_size = _least_size(table)
        self._file.write(struct.pack(f">{count}{_CODES[offset_size]}", *self._offsets))
        self._file.write(struct.pack(">5xBBBQQQ", 0, offset_size, self._ref_size, count, top, table))

    def _flatten(self, value):
        """Numbers an object, and what's in it: of dicts all keys come before all values."""
        identity = self._identity(value)
        if identity in self._numbers:
            return
        self._numbers[identity] = len(self._objects)
        self._objects.append(value)
        if isinstance(value, dict):
            parts = itertools.chain(*self._keys_and_values(value))
        else:
            parts = value if isinstance(value, (list, tuple)) else ()
        for part in parts:
            self._flatten(part)

    def _keys_and_values(self, mapping):
        pairs = sorted(mapping.items()) if self._sort_keys else mapping.items()
        kept = [(key, item) for key, item in pairs if isinstance(key, str)]
        if len(kept) < len(mapping) and not self._skipkeys:
            raise TypeError("keys must be strings")
        return [key for key, _ in kept], [item for _, item in kept]

    @staticmethod
    def _identity(value):
        return (type(value), value) if isinstance(value, _SCALARS) else id(value)

    def _number(self, value):
        return self._numbers[self._identity(value)]

    def _write_size(self, token, size):
        if size < 15:
            self._file.write(bytes((token | size,)))
        else:
            self._file.write(bytes((token | 0xF,)) + _packed_size(size))

    def _write(self, value):
        number = self._number(value)
        self._offsets[number] = self._file.tell()
        write = self._file.write
        if value is None:
            write(b"\x00")
        elif value is False or value is True:
            write(b"\x09" if value else b"\x08")
        elif isinstance(value, int):
            self._write_int(value)
        elif isinstance(value, float):
            write(struct.pack(">Bd", 0x23, value))
        elif isinstance(value, datetime.datetime):
            if self._aware:
                seconds = (value.astimezone(datetime.UTC) - datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC)).total_seconds()
            else:
                seconds = (value - datetime.datetime(2001, 1, 1)).total_seconds()
            write(struct.pack(">Bd", 0x33, seconds))
        elif isinstance(value, (bytes, bytearray)):
            self._write_size(0x40, len(value))
            write(value)
        elif isinstance(value, str):
            try:
                data = value.encode("ascii")
                self._write_size(0x50, len(data))
            except UnicodeEncodeError:
                data = value.encode("utf-16be")
                self._write_size(0x60, len(data) // 2)
            write(data)
        elif isinstance(value, UID):
            self._write_uid(value)
        elif isinstance(value, (list, tuple)):
            references = [self._number(each) for each in value]
            self._write_size(0xA0, len(references))
            write(struct.pack(f">{len(references)}{self._ref_code}", *references))
        elif isinstance(value, dict):
            self._write_dict(value)
        else:
            raise TypeError(value)

    def _write_int(self, value):
        if value < 0:
            try:
                self._file.write(struct.pack(">Bq", 0x13, value))
            except struct.error:
                raise OverflowError(value) from None
        elif value < 1 << 63:
            self._file.write(_packed_size(value))
        elif value < 1 << 64:
            self._file.write(b"\x14" + value.to_bytes(16, "big", signed=True))
        else:
            raise OverflowError(value)

    def _write_uid(self, value):
        for token, code, bits in ((0x80, "B", 8), (0x81, "H", 16), (0x83, "L", 32), (0x87, "Q", 64)):
            if value.data < 1 << bits:
                self._file.write(struct.pack(f">B{code}", token, value.data))
                return

    def _write_dict(self, value):
        keys, values = self._keys_and_values(value)
        self._write_size(0xD0, len(keys))
        numbers = [self._number(each) for each in keys + values]
        self._file.write(struct.pack(f">{len(numbers)}{self._ref_code}", *numbers))


def _is_xml(header):
    if header.startswith((b"<?xml", b"<plist")):
        return True
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le")):
        if header.startswith(mark) and any(header.startswith(mark + begin.encode(encoding)) for begin in ("<?xml", "<plist")):
            return True
    return False


def load(fp, *, fmt=None, dict_type=dict, aware_datetime=False):
    """The objects of a binary file."""
    if fmt is None:
        header = fp.read(32)
        fp.seek(0)
        if _is_xml(header):
            fmt = FMT_XML
        elif header[:8] == b"bplist00":
            fmt = FMT_BINARY
        else:
            raise InvalidFileException()
    reader = _XMLReader if fmt == FMT_XML else _BinaryReader
    return reader(dict_type, aware_datetime).parse(fp)


def loads(value, *, fmt=None, dict_type=dict, aware_datetime=False):
    """The objects of bytes, or of a text of XML."""
    is_text = isinstance(value, str)
    if is_text and fmt == FMT_BINARY:
        raise TypeError("value must be bytes-like object when fmt is FMT_BINARY")
    file = BytesIO(value.encode() if is_text else value)
    return load(file, fmt=fmt, dict_type=dict_type, aware_datetime=aware_datetime)


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False, aware_datetime=False):
    """Writes objects to a binary file."""
    if fmt not in (FMT_XML, FMT_BINARY):
        raise ValueError(f"Unsupported format: {fmt!r}")
    writer = _XMLWriter if fmt == FMT_XML else _BinaryWriter
    writer(fp, sort_keys, skipkeys, aware_datetime).write(value)


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True, aware_datetime=False):
    """Objects as bytes."""
    fp = BytesIO()
    dump(value, fp, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys, aware_datetime=aware_datetime)
    return fp.getvalue()
