"""From objects to bytes. The opcodes are those of PEP 3154 and before; memo and frames are laid out as CPython does it."""

import struct
import sys
import types

# What `object.__reduce_ex__` calls.
import _reduction
import copyreg
from pickle._errors import PicklingError
from pickle._names import to_old, to_raw_escapes

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4

_FRAME_TARGET = 64 * 1024
_FRAME_MINIMUM = 4
_BATCH = 1000


def encode_long(number):
    """An int's bytes in two's complement, the lowest first, as few as possible."""
    if number == 0:
        return b""
    count = (number.bit_length() >> 3) + 1
    encoded = number.to_bytes(count, "little", signed=True)
    if number < 0 and count > 1 and encoded[-1] == 0xFF and encoded[-2] & 0x80:
        encoded = encoded[:-1]
    return encoded


def _reduction_of(obj, cls, protocol):
    method = getattr(obj, "__reduce_ex__", NotImplemented)
    if method is not NotImplemented:
        return method(protocol)
    method = getattr(obj, "__reduce__", NotImplemented)
    if method is NotImplemented:
        raise PicklingError(f"can't pickle {cls.__name__!r} object: {obj!r}")
    return method()


class _Frames:
    """Collects opcodes into frames, which protocol 4 writes with their lengths."""

    def __init__(self, write):
        self._write = write
        self._parts = None
        self._size = 0

    def start(self):
        self._parts = []
        self._size = 0

    def write(self, data):
        if self._parts is None:
            self._write(data)
        else:
            self._parts.append(data)
            self._size += len(data)

    def commit(self, force=False):
        """Writes the frame once it's long enough."""
        if self._parts is None or (self._size < _FRAME_TARGET and not force):
            return
        if self._size >= _FRAME_MINIMUM:
            self._write(b"\x95" + struct.pack("<Q", self._size))
        if self._size:
            self._write(b"".join(self._parts))
        self._parts = []
        self._size = 0

    def end(self):
        self.commit(force=True)
        self._parts = None

    def write_apart(self, head, payload):
        """What's too long for a frame."""
        if self._parts is not None:
            self.commit(force=True)
        self._write(head)
        self._write(payload)


def name_of(obj):
    """The name under which an object is found in its module."""
    name = getattr(obj, "__qualname__", None)
    return obj.__name__ if name is None else name


def find_attribute(module, dotted):
    """The object, and what holds it."""
    found = module
    parent = None
    for name in dotted.split("."):
        if name == "<locals>":
            raise AttributeError(f"Can't get local attribute {dotted!r} on {module!r}")
        parent = found
        found = getattr(parent, name)
    return found, parent


def module_name_of(obj, dotted):
    """The name of the module that has an object."""
    name = getattr(obj, "__module__", None)
    if name is not None:
        return name
    if obj is ... or obj is NotImplemented:
        return "builtins"
    for name, module in list(sys.modules.items()):
        if name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if find_attribute(module, dotted)[0] is obj:
                return name
        except AttributeError:
            pass
    return "__main__"


class Pickler:
    """Writes pickles to a file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._frames = _Frames(write)
        self._write = self._frames.write
        # Ids to (number, object): the object lives as long as its id is remembered.
        self.memo = {}
        self.proto = int(protocol)
        self.bin = int(protocol >= 1)
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self._has_persistent_ids = False

    def clear_memo(self):
        """Forgets the objects that were written."""
        self.memo.clear()

    def dump(self, obj):
        """Writes a pickle of an object."""
        self._has_persistent_ids = type(self).persistent_id is not Pickler.persistent_id or "persistent_id" in self.__dict__
        if self.proto >= 2:
            self._write(b"\x80" + bytes([self.proto]))
        if self.proto >= 4:
            self._frames.start()
        self._save(obj)
        self._write(b".")
        self._frames.end()

    def persistent_id(self, obj):
        """What stands for an object that isn't written; None for all others."""
        return None

    # The memo.

    def _memoize(self, obj):
        if self.fast:
            return
        number = len(self.memo)
        self.memo[id(obj)] = number, obj
        if self.proto >= 4:
            self._write(b"\x94")
        elif not self.bin:
            self._write(b"p%d\n" % number)
        elif number < 256:
            self._write(b"q" + bytes([number]))
        else:
            self._write(b"r" + struct.pack("<I", number))

    def _get(self, number):
        if not self.bin:
            self._write(b"g%d\n" % number)
        elif number < 256:
            self._write(b"h" + bytes([number]))
        else:
            self._write(b"j" + struct.pack("<I", number))

    # Objects.

    def _save(self, obj):
        frames = self._frames
        if frames._size >= _FRAME_TARGET:
            frames.commit()
        if self._has_persistent_ids:
            identity = self.persistent_id(obj)
            if identity is not None:
                self._save_persistent(identity)
                return
        cls = type(obj)
        save = _ATOMS.get(cls)
        if save is not None:
            save(self, obj)
            return
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        save = _CONTAINERS.get(cls)
        if save is not None:
            save(self, obj)
            return
        self._save_by_reduction(obj, cls)

    def _save_by_reduction(self, obj, cls):
        reduction = NotImplemented
        override = getattr(self, "reducer_override", None)
        if override is not None:
            reduction = override(obj)
        if reduction is NotImplemented:
            if cls is type:
                self._save_type(obj)
                return
            if cls is types.FunctionType:
                self._save_global(obj)
                return
            reduce = getattr(self, "dispatch_table", copyreg.dispatch_table).get(cls)
            if reduce is not None:
                reduction = reduce(obj)
            elif issubclass(cls, type):
                self._save_global(obj)
                return
            else:
                reduction = _reduction_of(obj, cls, self.proto)
        if isinstance(reduction, str):
            self._save_global(obj, reduction)
            return
        if not isinstance(reduction, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduction) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self._save_reduction(obj, *reduction)

    def _save_persistent(self, identity):
        if self.bin:
            self._save(identity)
            self._write(b"Q")
            return
        try:
            self._write(b"P" + str(identity).encode("ascii") + b"\n")
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def _save_reduction(self, obj, func, args, state=None, items=None, pairs=None, state_setter=None):
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if self.proto >= 2 and getattr(func, "__name__", "") == "__newobj_ex__":
            self._save_new_with_keywords(obj, args)
        elif self.proto >= 2 and getattr(func, "__name__", "") == "__newobj__":
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self._save(cls)
            self._save(args[1:])
            self._write(b"\x81")
        else:
            self._save(func)
            self._save(args)
            self._write(b"R")
        known = self.memo.get(id(obj))
        if known is not None:
            # It contains itself, and was made meanwhile.
            self._write(b"0")
            self._get(known[0])
        else:
            self._memoize(obj)
        if items is not None:
            self._save_appends(items)
        if pairs is not None:
            self._save_items(pairs)
        if state is None:
            return
        if state_setter is None:
            self._save(state)
            self._write(b"b")
            return
        self._save(state_setter)
        self._save(obj)
        self._save(state)
        self._write(b"\x86R0")

    def _save_new_with_keywords(self, obj, args):
        cls, new_args, keywords = args
        if obj is not None and cls is not obj.__class__:
            raise PicklingError("args[0] from __newobj_ex__ args has the wrong class")
        if self.proto >= 4:
            self._save(cls)
            self._save(new_args)
            self._save(keywords)
            self._write(b"\x92")
            return
        from functools import partial
        self._save(partial(cls.__new__, cls, *new_args, **keywords))
        self._save(())
        self._write(b"R")

    # Atoms.

    def _save_none(self, obj):
        self._write(b"N")

    def _save_bool(self, obj):
        if self.proto >= 2:
            self._write(b"\x88" if obj else b"\x89")
        else:
            self._write(b"I01\n" if obj else b"I00\n")

    def _save_int(self, obj):
        if self.bin and -0x80000000 <= obj <= 0x7FFFFFFF:
            if 0 <= obj <= 0xFF:
                self._write(b"K" + bytes([obj]))
            elif 0 <= obj <= 0xFFFF:
                self._write(b"M" + struct.pack("<H", obj))
            else:
                self._write(b"J" + struct.pack("<i", obj))
            return
        if self.proto >= 2:
            encoded = encode_long(obj)
            if len(encoded) < 256:
                self._write(b"\x8a" + bytes([len(encoded)]) + encoded)
            else:
                self._write(b"\x8b" + struct.pack("<i", len(encoded)) + encoded)
            return
        if -0x80000000 <= obj <= 0x7FFFFFFF:
            self._write(b"I" + repr(obj).encode("ascii") + b"\n")
        else:
            self._write(b"L" + repr(obj).encode("ascii") + b"L\n")

    def _save_float(self, obj):
        if self.bin:
            self._write(b"G" + struct.pack(">d", obj))
        else:
            self._write(b"F" + repr(obj).encode("ascii") + b"\n")

    # Texts and bytes.

    def _save_str(self, obj):
        if not self.bin:
            self._write(b"V" + to_raw_escapes(obj) + b"\n")
            self._memoize(obj)
            return
        encoded = obj.encode("utf-8", "surrogatepass")
        size = len(encoded)
        if size <= 0xFF and self.proto >= 4:
            self._write(b"\x8c" + bytes([size]) + encoded)
        elif size > 0xFFFFFFFF and self.proto >= 4:
            self._frames.write_apart(b"\x8d" + struct.pack("<Q", size), encoded)
        elif size >= _FRAME_TARGET:
            self._frames.write_apart(b"X" + struct.pack("<I", size), encoded)
        else:
            self._write(b"X" + struct.pack("<I", size) + encoded)
        self._memoize(obj)

    def _save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self._save_reduction(obj, bytes, ())
            else:
                from codecs import encode
                self._save_reduction(obj, encode, (str(obj, "latin1"), "latin1"))
            return
        size = len(obj)
        if size <= 0xFF:
            self._write(b"C" + bytes([size]) + obj)
        elif size > 0xFFFFFFFF and self.proto >= 4:
            self._frames.write_apart(b"\x8e" + struct.pack("<Q", size), obj)
        elif size >= _FRAME_TARGET:
            self._frames.write_apart(b"B" + struct.pack("<I", size), obj)
        else:
            self._write(b"B" + struct.pack("<I", size) + obj)
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduction(obj, bytearray, (bytes(obj),) if obj else ())
            return
        size = len(obj)
        if size >= _FRAME_TARGET:
            self._frames.write_apart(b"\x96" + struct.pack("<Q", size), bytes(obj))
        else:
            self._write(b"\x96" + struct.pack("<Q", size) + bytes(obj))
        self._memoize(obj)

    # Containers.

    def _save_tuple(self, obj):
        size = len(obj)
        if size == 0:
            self._write(b")" if self.bin else b"(t")
            return
        if size <= 3 and self.proto >= 2:
            for item in obj:
                self._save(item)
            known = self.memo.get(id(obj))
            if known is not None:
                self._write(b"0" * size)
                self._get(known[0])
                return
            self._write((b"\x85", b"\x86", b"\x87")[size - 1])
            self._memoize(obj)
            return
        self._write(b"(")
        for item in obj:
            self._save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(b"1" if self.bin else b"0" * (size + 1))
            self._get(known[0])
            return
        self._write(b"t")
        self._memoize(obj)

    def _save_list(self, obj):
        self._write(b"]" if self.bin else b"(l")
        self._memoize(obj)
        if not self.bin or len(obj) <= 1:
            self._save_appends(iter(obj))
            return
        for begin in range(0, len(obj), _BATCH):
            self._write(b"(")
            for item in obj[begin:begin + _BATCH]:
                self._save(item)
            self._write(b"e")

    def _save_appends(self, items):
        """Items behind one another, in batches."""
        if not self.bin:
            for item in items:
                self._save(item)
                self._write(b"a")
            return
        batch = _batch_of(items)
        while batch:
            if len(batch) == 1:
                self._save(batch[0])
                self._write(b"a")
            else:
                self._write(b"(")
                for item in batch:
                    self._save(item)
                self._write(b"e")
            if len(batch) < _BATCH:
                return
            batch = _batch_of(items)

    def _save_dict(self, obj):
        self._write(b"}" if self.bin else b"(d")
        self._memoize(obj)
        pairs = iter(obj.items())
        if not self.bin or len(obj) <= 1:
            self._save_items(pairs)
            return
        # Behind a full batch comes another one, if need be an empty one.
        count = _BATCH
        while count == _BATCH:
            self._write(b"(")
            batch = _batch_of(pairs)
            for key, value in batch:
                self._save(key)
                self._save(value)
            self._write(b"u")
            count = len(batch)

    def _save_items(self, pairs):
        """Keys and values behind one another, in batches."""
        if not self.bin:
            for key, value in pairs:
                self._save(key)
                self._save(value)
                self._write(b"s")
            return
        batch = _batch_of(pairs)
        while batch:
            if len(batch) > 1:
                self._write(b"(")
            for key, value in batch:
                self._save(key)
                self._save(value)
            self._write(b"u" if len(batch) > 1 else b"s")
            if len(batch) < _BATCH:
                return
            batch = _batch_of(pairs)

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduction(obj, set, (list(obj),))
            return
        self._write(b"\x8f")
        self._memoize(obj)
        if not obj:
            return
        items = iter(obj)
        count = _BATCH
        while count == _BATCH:
            self._write(b"(")
            batch = _batch_of(items)
            for item in batch:
                self._save(item)
            self._write(b"\x90")
            count = len(batch)

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduction(obj, frozenset, (list(obj),))
            return
        self._write(b"(")
        for item in obj:
            self._save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(b"1")
            self._get(known[0])
            return
        self._write(b"\x91")
        self._memoize(obj)

    # What's found by its name.

    def _save_type(self, obj):
        for value in (None, NotImplemented, ...):
            if obj is type(value):
                self._save_reduction(obj, type, (value,))
                return
        self._save_global(obj)

    def _save_global(self, obj, name=None):
        if name is None:
            name = name_of(obj)
        if "<locals>" in name.split("."):
            raise AttributeError(f"Can't get local object {name!r}")
        module_name = module_name_of(obj, name)
        parent = self._check_global(obj, module_name, name)
        if self.proto >= 4:
            self._save(module_name)
            self._save(name)
            self._write(b"\x93")
        elif parent is not None and "." in name:
            self._save_reduction(obj, getattr, (parent, name.rpartition(".")[2]))
            return
        else:
            if self.fix_imports:
                module_name, name = to_old(module_name, name)
            encoding = "utf-8" if self.proto >= 3 else "ascii"
            try:
                self._write(b"c" + module_name.encode(encoding) + b"\n" + name.encode(encoding) + b"\n")
            except UnicodeEncodeError:
                raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using pickle protocol {self.proto}") from None
        self._memoize(obj)

    def _check_global(self, obj, module_name, name):
        """What holds the object under its name; PicklingError where the name leads elsewhere."""
        if obj is ... or obj is NotImplemented:
            return None
        # Parts that CPython has in C are in the module that shows them.
        module = sys.modules.get(module_name) or sys.modules.get(module_name.lstrip("_"))
        if module is None:
            if isinstance(obj, (types.BuiltinFunctionType, type)):
                return None
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed")
        try:
            found, parent = find_attribute(module, name)
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        return parent


def _batch_of(items):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            break
    return batch


_ATOMS = {type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float}
_CONTAINERS = {
    str: Pickler._save_str, bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray, tuple: Pickler._save_tuple,
    list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set, frozenset: Pickler._save_frozenset,
}
Pickler.__module__ = "_pickle"
