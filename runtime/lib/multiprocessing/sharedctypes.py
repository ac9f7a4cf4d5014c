"""Numbers and arrays of numbers that several processes see.

Left out: types of the module ctypes; a value's type is one of array's type codes. Values can't be taken as buffers.
"""

import struct

from multiprocessing import context
from multiprocessing._tokens import SharedBytes

__all__ = ["RawValue", "RawArray", "Value", "Array", "copy", "synchronized"]

_CODES = "cbBhHiIlLqQfdu"


def _checked_code(typecode_or_type):
    if not isinstance(typecode_or_type, str):
        raise NotImplementedError("aiocc has no types of ctypes: give one of the type codes " + " ".join(_CODES))
    if typecode_or_type not in _CODES or len(typecode_or_type) != 1:
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
            value = ord(value)
        elif self._code in "fd":
            return self._packed_float(value)
        elif self._code != "c":
            return self._packed_int(value)
        return self._struct.pack(value)

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

    @property
    def value(self):
        return self._get(0)

    @value.setter
    def value(self, value):
        self._set(0, value)


class _RawArray(_Cells):
    """Numbers."""

    def __len__(self):
        return self._length

    def _index(self, index):
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

    @property
    def raw(self):
        if self._code != "c":
            raise AttributeError(f"'c_{self._code}_Array_{self._length}' object has no attribute 'raw'")
        return self._bytes.read(0, self._length)

    @property
    def value(self):
        """Of characters: those before the first that is zero."""
        if self._code not in "cu":
            raise AttributeError(f"'c_{self._code}_Array_{self._length}' object has no attribute 'value'")
        if self._code == "c":
            return self.raw.partition(b"\0")[0]
        return "".join(self).partition("\0")[0]

    @value.setter
    def value(self, value):
        if len(value) > self._length:
            raise ValueError("byte string too long" if self._code == "c" else "string too long")
        end = b"\0" if self._code == "c" else "\0"
        padded = value + end if len(value) < self._length else value
        self[:len(padded)] = padded


def RawValue(typecode_or_type, *args):
    """A number that several processes see, without a lock."""
    value = _RawValue(_checked_code(typecode_or_type), 1)
    if args:
        value.value = args[0]
    return value


def RawArray(typecode_or_type, size_or_initializer):
    """Numbers that several processes see, without a lock."""
    code = _checked_code(typecode_or_type)
    if isinstance(size_or_initializer, int):
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
        self._obj = obj
        self._lock = lock or _lock_for(None, ctx)
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        context.assert_spawning(self)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


class Synchronized(SynchronizedBase):
    """A number with a lock."""

    @property
    def value(self):
        with self:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self:
            self._obj.value = value


class SynchronizedArray(SynchronizedBase):
    """Numbers with a lock."""

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        with self:
            return self._obj[start:stop]


class SynchronizedString(SynchronizedArray):
    """Characters with a lock."""

    @property
    def value(self):
        with self:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self:
            self._obj.value = value

    @property
    def raw(self):
        with self:
            return self._obj.raw
