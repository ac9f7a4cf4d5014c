"""Numbers and arrays of numbers that several processes see.

Left out: types of the module ctypes; a value's type is one of array's type codes. Values can't be taken as buffers.
"""

import struct

from multiprocessing import context
from multiprocessing._tokens import SharedBytes

__all__ = ["RawValue", "RawArray", "Value", "Array", "copy", "synchronized"]

# The codes of types, with ctypes' names for them.
_NAMES = {
    "c": "c_char", "b": "c_byte", "B": "c_ubyte", "h": "c_short", "H": "c_ushort", "i": "c_int", "I": "c_uint", "l": "c_long",
    "L": "c_ulong", "q": "c_long", "Q": "c_ulong", "f": "c_float", "d": "c_double", "u": "c_wchar",
}


def _checked_code(typecode_or_type):
    if not isinstance(typecode_or_type, str):
        raise NotImplementedError("aiocc has no types of ctypes: give one of the type codes " + " ".join(_NAMES))
    if typecode_or_type not in _NAMES:
        raise TypeError("this type has no size")
    return typecode_or_type


class _Cells:
    """Items of one type in shared bytes."""

    def __init__(self, code, count):
        self._code = code
        self._struct = struct.Struct("I" if code == "u" else code)
        self._bytes = SharedBytes(max(count, 1) * self._struct.size)
        self._length = count

    def __getstate__(self):
        context.assert_spawning(self)

    def _get(self, index):
        size = self._struct.size
        (value,) = self._struct.unpack(self._bytes.read(index * size, size))
        return chr(value) if self._code == "u" else value

    def _set(self, index, value):
        self._bytes.write(index * self._struct.size, self._packed(value))

    def _packed(self, value):
        if self._code == "u":
            return self._packed_character(value)
        if self._code == "c":
            return self._packed_byte(value)
        return self._packed_float(value) if self._code in "fd" else self._packed_int(value)

    def _packed_character(self, value):
        if not isinstance(value, str):
            raise TypeError(f"unicode string expected instead of {type(value).__name__} instance")
        if len(value) != 1:
            raise TypeError("one character unicode string expected")
        return self._struct.pack(ord(value))

    def _packed_byte(self, value):
        if isinstance(value, int) and 0 <= value < 256:
            return bytes([value])
        if isinstance(value, (bytes, bytearray)) and len(value) == 1:
            return bytes(value)
        raise TypeError("one character bytes, bytearray or integer expected")

    def _packed_float(self, value):
        if not hasattr(value, "__float__") and not hasattr(value, "__index__"):
            raise TypeError("must be real number, not " + type(value).__name__)
        return self._struct.pack(value)

    def _packed_int(self, value):
        """What doesn't fit is cut off, as C does."""
        if not hasattr(value, "__index__"):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        bits = 8 * self._struct.size
        number = value.__index__() & ((1 << bits) - 1)
        if self._code.islower() and number >> (bits - 1):
            number -= 1 << bits
        return self._struct.pack(number)


class _RawValue(_Cells):
    """One number."""

    def __repr__(self):
        return f"{_NAMES[self._code]}({self.value!r})"

    @property
    def value(self):
        return self._get(0)

    @value.setter
    def value(self, value):
        self._set(0, value)


class _RawArray(_Cells):
    """Numbers."""

    def __repr__(self):
        return f"<multiprocessing.sharedctypes.{self._kind()} object at {id(self):#x}>"

    def _kind(self):
        return f"{_NAMES[self._code]}_Array_{self._length}"

    def __len__(self):
        return self._length

    def _index(self, index):
        if not hasattr(index, "__index__"):
            raise TypeError("indices must be integer")
        index = index.__index__()
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError("invalid index")
        return index

    def __getitem__(self, index):
        if isinstance(index, slice):
            items = [self._get(each) for each in range(*index.indices(self._length))]
            return self._joined(items)
        return self._get(self._index(index))

    def _joined(self, items):
        if self._code == "c":
            return b"".join(items)
        return "".join(items) if self._code == "u" else items

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            self._set(self._index(index), value)
            return
        places = range(*index.indices(self._length))
        if isinstance(value, (bytes, bytearray)) and self._code == "c":
            value = [value[each:each + 1] for each in range(len(value))]
        if len(places) != len(value):
            raise ValueError("Can only assign sequence of same size")
        for place, item in zip(places, value):
            self._set(place, item)

    def __iter__(self):
        for index in range(self._length):
            yield self._get(index)

    def _check_code(self, codes, attribute):
        if self._code not in codes:
            raise AttributeError(f"'{self._kind()}' object has no attribute '{attribute}'")

    @property
    def raw(self):
        """Of bytes: all of them."""
        self._check_code("c", "raw")
        return self._bytes.read(0, self._length)

    @raw.setter
    def raw(self, data):
        self._check_code("c", "raw")
        data = bytes(memoryview(data))
        if len(data) > self._length:
            raise ValueError("byte string too long")
        self._bytes.write(0, data)

    @property
    def value(self):
        """Of characters: those before the first that is zero."""
        self._check_code("cu", "value")
        if self._code == "c":
            return self.raw.partition(b"\0")[0]
        return "".join(self).partition("\0")[0]

    @value.setter
    def value(self, value):
        self._check_code("cu", "value")
        kind, name, end = (bytes, "bytes", b"\0") if self._code == "c" else (str, "unicode string", "\0")
        if not isinstance(value, kind):
            raise TypeError(f"{name} expected instead of {type(value).__name__} instance")
        if len(value) > self._length:
            raise ValueError("byte string too long" if kind is bytes else "string too long")
        padded = value + end if len(value) < self._length else value
        self[:len(padded)] = padded


def RawValue(typecode_or_type, *args):
    """A number that several processes see, without a lock."""
    value = _RawValue(_checked_code(typecode_or_type), 1)
    if len(args) > 1:
        raise TypeError(f"__init__ expected at most 1 argument, got {len(args)}")
    for each in args:
        value.value = each
    return value


def RawArray(typecode_or_type, size_or_initializer):
    """Numbers that several processes see, without a lock."""
    code = _checked_code(typecode_or_type)
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError(f"Array length must be >= 0, not {size_or_initializer}")
        return _RawArray(code, size_or_initializer)
    initial = size_or_initializer
    if isinstance(initial, (bytes, bytearray)) and code == "c":
        initial = [initial[each:each + 1] for each in range(len(initial))]
    array = _RawArray(code, len(initial))
    for index, item in enumerate(initial):
        array[index] = item
    return array


def _lock_for(lock, ctx):
    if lock in (True, None):
        return (ctx or context.get_context()).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return lock


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A number that several processes see, with a lock."""
    value = RawValue(typecode_or_type, *args)
    return value if lock is False else Synchronized(value, _lock_for(lock, ctx))


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Numbers that several processes see, with a lock."""
    array = RawArray(typecode_or_type, size_or_initializer)
    return array if lock is False else synchronized(array, _lock_for(lock, ctx))


def copy(obj):
    """Another one with the same values."""
    if isinstance(obj, SynchronizedBase):
        obj = obj.get_obj()
    return RawArray(obj._code, list(obj)) if isinstance(obj, _RawArray) else RawValue(obj._code, obj.value)


def synchronized(obj, lock=None, ctx=None):
    """The object with a lock around it."""
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    lock = lock or _lock_for(None, ctx)
    if isinstance(obj, _RawValue):
        return Synchronized(obj, lock)
    return SynchronizedString(obj, lock) if obj._code == "c" else SynchronizedArray(obj, lock)


class SynchronizedBase:
    """An object and its lock."""

    def __init__(self, obj, lock=None, ctx=None):
        self._lock = lock or _lock_for(None, ctx)
        self.acquire, self.release = self._lock.acquire, self._lock.release
        self._obj = obj

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"

    def __reduce__(self):
        context.assert_spawning(self)

    def get_lock(self):
        return self._lock

    def get_obj(self):
        """The object itself, for those who hold the lock."""
        return self._obj

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        self._lock.__exit__(*error)


def _locked(name):
    """A property that is the object's, read and set while the lock is held."""

    def get(self):
        with self:
            return getattr(self._obj, name)

    def set(self, value):
        with self:
            setattr(self._obj, name, value)

    return property(get, set)


class Synchronized(SynchronizedBase):
    """A number with a lock."""

    value = _locked("value")


class SynchronizedArray(SynchronizedBase):
    """Numbers with a lock."""

    def __setitem__(self, index, item):
        with self:
            self._obj[index] = item

    def __getitem__(self, index):
        with self:
            return self._obj[index]

    def __len__(self):
        return self._obj.__len__()


class SynchronizedString(SynchronizedArray):
    """Characters with a lock."""

    value = _locked("value")
    raw = _locked("raw")
