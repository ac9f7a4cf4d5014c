"""Objects of the built-in types as bytes, in CPython's internal format.

Left out: code objects, and references: an object that occurs twice is written twice.
"""

import struct

version = 4

_SINGLETONS = {None: b"N", True: b"T", False: b"F", Ellipsis: b".", StopIteration: b"S"}
_OF_SINGLETONS = {mark: value for value, mark in _SINGLETONS.items()}
_SINGLE = {id(value): mark for value, mark in _SINGLETONS.items()}
_REFERENCE = 0x80
_NAMES = {b"s": "bytes object", b"(": "tuple", b"[": "list", b"<": "set", b">": "set"}
_MOST_NESTED = 2000


def dump(value, file, version=version, /):
    """Writes an object to a binary file."""
    file.write(dumps(value, version))


def dumps(value, version=version, /):
    """An object as bytes."""
    parts = []
    _write(value, parts, version, 0)
    return b"".join(parts)


def _long(number):
    return struct.pack("<i", number)


def _write(value, parts, version, depth):
    if depth > _MOST_NESTED:
        raise ValueError("object too deeply nested to marshal")
    if id(value) in _SINGLE:
        parts.append(_SINGLE[id(value)])
    elif type(value) is int:
        parts.append(_of_int(value))
    elif type(value) is float:
        parts.append(b"g" + struct.pack("<d", value) if version > 1 else _of_float_text(b"f", value))
    elif type(value) is complex:
        _write_complex(value, parts, version)
    elif type(value) is str:
        parts.append(_of_str(value, version))
    elif isinstance(value, (bytes, bytearray, memoryview)):
        data = bytes(value)
        parts.append(b"s" + _long(len(data)) + data)
    elif type(value) in (tuple, list, set, frozenset):
        _write_items(value, parts, version, depth)
    elif type(value) is dict:
        parts.append(b"{")
        for key, each in value.items():
            _write(key, parts, version, depth + 1)
            _write(each, parts, version, depth + 1)
        parts.append(b"0")
    else:
        raise ValueError("unmarshallable object")


def _of_int(value):
    if -0x80000000 <= value <= 0x7FFFFFFF:
        return b"i" + _long(value)
    digits = []
    rest = abs(value)
    while rest:
        digits.append(rest & 0x7FFF)
        rest >>= 15
    count = -len(digits) if value < 0 else len(digits)
    return b"l" + _long(count) + struct.pack(f"<{len(digits)}H", *digits)


def _of_float_text(mark, value):
    text = repr(value).encode()
    return mark + bytes([len(text)]) + text


def _write_complex(value, parts, version):
    if version > 1:
        parts.append(b"y" + struct.pack("<dd", value.real, value.imag))
        return
    parts.append(b"x" + _of_float_text(b"", value.real) + _of_float_text(b"", value.imag))


def _of_str(value, version):
    if version >= 4 and value.isascii():
        data = value.encode("ascii")
        return b"z" + bytes([len(data)]) + data if len(data) < 256 else b"a" + _long(len(data)) + data
    data = value.encode("utf-8", "surrogatepass")
    return b"u" + _long(len(data)) + data


def _write_items(value, parts, version, depth):
    mark = {tuple: b"(", list: b"[", set: b"<", frozenset: b">"}[type(value)]
    if mark == b"(" and version >= 4 and len(value) < 256:
        parts.append(b")" + bytes([len(value)]))
    else:
        parts.append(mark + _long(len(value)))
    for each in value:
        _write(each, parts, version, depth + 1)


def load(file, /):
    """Reads one object from a binary file."""
    return _Reader(file.read).object()


def loads(bytes, /):
    """The object of bytes; what follows it is ignored."""
    data = memoryview(bytes).tobytes()
    place = 0

    def read(count):
        nonlocal place
        place += count
        return data[place - count:place]

    return _Reader(read).object()


_END = object()


class _Reader:
    """Reads objects, and keeps those that are referred to."""

    def __init__(self, read):
        self._read_some = read
        self._references = []

    def _read(self, count):
        data = self._read_some(count)
        if len(data) < count:
            raise EOFError("marshal data too short")
        return data

    def _number(self):
        return struct.unpack("<i", self._read(4))[0]

    def _size(self, mark):
        size = self._number()
        if size < 0:
            raise ValueError(f"bad marshal data ({_NAMES.get(mark, 'string')} size out of range)")
        return size

    def object(self):
        value = self._any()
        if value is _END:
            raise TypeError("NULL object in marshal data for object")
        return value

    def _any(self):
        byte = self._read_some(1)
        if not byte:
            raise EOFError("EOF read where object expected")
        is_kept = bool(byte[0] & _REFERENCE)
        mark = bytes([byte[0] & ~_REFERENCE])
        if mark in _OF_SINGLETONS:
            return _OF_SINGLETONS[mark]
        if mark == b"0":
            return _END
        if mark == b"r":
            return self._reference()
        place = len(self._references)
        if is_kept:
            self._references.append(_END)
        value = self._value(mark, place if is_kept else None)
        if is_kept:
            self._references[place] = value
        return value

    def _reference(self):
        index = self._number()
        if not 0 <= index < len(self._references):
            raise ValueError("bad marshal data (invalid reference)")
        value = self._references[index]
        if value is _END:
            raise ValueError("bad marshal data (invalid reference)")
        return value

    def _value(self, mark, place):
        if mark == b"i":
            return self._number()
        if mark == b"l":
            return self._big_number()
        if mark == b"g":
            return struct.unpack("<d", self._read(8))[0]
        if mark == b"f":
            return self._float_text()
        if mark == b"y":
            return complex(*struct.unpack("<dd", self._read(16)))
        if mark == b"x":
            return complex(self._float_text(), self._float_text())
        if mark in b"sutaAzZ":
            return self._text(mark)
        if mark in b"()[<>{":
            return self._container(mark, place)
        if mark == b"c":
            raise NotImplementedError("aiocc doesn't run code objects")
        raise ValueError("bad marshal data (unknown type code)")

    def _big_number(self):
        count = self._number()
        digits = struct.unpack(f"<{abs(count)}H", self._read(2 * abs(count)))
        number = 0
        for digit in reversed(digits):
            if digit > 0x7FFF:
                raise ValueError("bad marshal data (digit out of range in long)")
            number = number << 15 | digit
        return -number if count < 0 else number

    def _float_text(self):
        return float(self._read(self._read(1)[0]))

    def _text(self, mark):
        size = self._read(1)[0] if mark in b"zZ" else self._size(mark)
        data = self._read(size)
        if mark == b"s":
            return data
        return data.decode("utf-8", "surrogatepass") if mark in b"ut" else data.decode("latin-1")

    def _container(self, mark, place):
        if mark == b"{":
            return self._dict(place)
        count = self._read(1)[0] if mark == b")" else self._size(mark)
        if mark == b"[":
            items = []
            if place is not None:
                self._references[place] = items
            for _ in range(count):
                items.append(self.object())
            return items
        items = [self.object() for _ in range(count)]
        if mark == b"<":
            return set(items)
        return frozenset(items) if mark == b">" else tuple(items)

    def _dict(self, place):
        found = {}
        if place is not None:
            self._references[place] = found
        while (key := self._any()) is not _END:
            found[key] = self.object()
        return found
