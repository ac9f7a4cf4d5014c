"""From bytes to objects."""

import builtins
import struct
import sys

import copyreg
from pickle._errors import UnpicklingError
from pickle._names import from_old, from_raw_escapes
from pickle._pickler import HIGHEST_PROTOCOL, find_attribute


class _Stop(Exception):
    """The pickle is complete; its value."""


class _Mark:
    """Stands in the stack where items begin."""


_MARK = _Mark()

# What the module builtins has no variables for.
_CONSTANTS = {("builtins", "Ellipsis"): ..., ("builtins", "NotImplemented"): NotImplemented}


def _package_with(module, name):
    """The package that shows what belongs to one of its modules, where the program hasn't that module itself."""
    package = sys.modules.get(module.rpartition(".")[0])
    shown = getattr(package, name, None)
    return package if getattr(shown, "__module__", None) == module else None


class Unpickler:
    """Reads pickles from a file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        try:
            self._read = file.read
            self._readline = file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports
        self._leave_frame()

    def load(self):
        """Reads one object."""
        self._stack = []
        self._leave_frame()
        self.proto = 0
        try:
            while True:
                place = self._place
                if place < self._size:
                    code = self._frame[place]
                    self._place = place + 1
                else:
                    code = self._take(1, is_opcode=True)[0]
                load = _OPCODES.get(code)
                if load is None:
                    shown = chr(code) if 32 <= code < 127 and code not in (39, 92) else f"\\x{code:02x}"
                    raise UnpicklingError(f"invalid load key, '{shown}'.")
                load(self)
        except _Stop as stop:
            return stop.args[0]

    def persistent_load(self, pid):
        """The object that a persistent id stands for."""
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    def find_class(self, module, name):
        """The object of that name in a module."""
        if self.proto < 3 and self.fix_imports:
            module, name = from_old(module, name)
        if (module, name) in _CONSTANTS:
            return _CONSTANTS[module, name]
        # Parts that CPython has in C are in the module that shows them.
        found = sys.modules.get(module) or sys.modules.get(module.lstrip("_")) or _package_with(module, name)
        if found is None:
            raise ModuleNotFoundError(f"No module named {module!r}", name=module)
        try:
            return find_attribute(found, name)[0] if self.proto >= 4 else getattr(found, name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {found!r}") from None

    # The bytes.

    def _leave_frame(self):
        self._frame = None
        # What's next in the frame, and where that ends.
        self._place = self._size = 0

    def _take(self, count, is_opcode=False):
        if self._frame is not None:
            place = self._place
            end = place + count
            if end <= self._size:
                self._place = end
                return self._frame[place:end]
            if place < self._size:
                raise UnpicklingError("pickle exhausted before end of frame")
            self._leave_frame()
        data = self._read(count)
        if len(data) < count:
            if is_opcode:
                raise EOFError("Ran out of input")
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        if self._place < self._size:
            end = self._frame.find(b"\n", self._place)
            if end < 0:
                raise UnpicklingError("pickle exhausted before end of frame")
            return self._take(end + 1 - self._place)[:-1]
        line = self._readline()
        if not line.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _number(self, layout):
        return struct.unpack(layout, self._take(struct.calcsize(layout)))[0]

    # The stack.

    def _pop(self):
        if not self._stack or self._stack[-1] is _MARK:
            raise UnpicklingError("unpickling stack underflow" if not self._stack else "unexpected MARK found")
        return self._stack.pop()

    def _top(self):
        if not self._stack:
            raise UnpicklingError("unpickling stack underflow")
        return self._stack[-1]

    def _pop_mark(self):
        """What stands above the last mark."""
        place = len(self._stack) - 1
        while place >= 0 and self._stack[place] is not _MARK:
            place -= 1
        if place < 0:
            raise UnpicklingError("could not find MARK")
        items = self._stack[place + 1:]
        del self._stack[place:]
        return items

    def _push(self, value):
        self._stack.append(value)

    # Opcodes.

    def _proto(self):
        proto = self._take(1)[0]
        if proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {proto}")
        self.proto = proto

    def _begin_frame(self):
        size = self._number("<Q")
        if size > sys.maxsize:
            raise ValueError(f"frame size > sys.maxsize: {size}")
        if self._place < self._size:
            raise UnpicklingError("beginning of a new frame before end of current frame")
        data = self._read(size)
        if len(data) < size:
            raise UnpicklingError("pickle data was truncated")
        self._frame = bytes(data)
        self._place = 0
        self._size = len(data)

    def _stop(self):
        raise _Stop(self._pop())

    def _int(self):
        line = self._line()
        self._push({b"00": False, b"01": True}.get(line) if line in (b"00", b"01") else int(line, 0))

    def _long(self):
        line = self._line()
        self._push(int(line[:-1] if line.endswith(b"L") else line, 0))

    def _sized_long(self):
        self._push(int.from_bytes(self._take(self._take(1)[0]), "little", signed=True))

    def _long_long(self):
        size = self._number("<i")
        if size < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self._push(int.from_bytes(self._take(size), "little", signed=True))

    def _decoded(self, data):
        if self.encoding == "bytes":
            return data
        return data.decode(self.encoding, self.errors)

    def _string(self):
        data = self._line()
        if len(data) < 2 or data[:1] != data[-1:] or data[:1] not in (b"'", b'"'):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        from ast._strings import _unescaped
        self._push(self._decoded(_unescaped(data[1:-1].decode("latin-1"), True).encode("latin-1")))

    def _bin_string(self):
        size = self._number("<i")
        if size < 0:
            raise UnpicklingError("BINSTRING pickle has negative byte count")
        self._push(self._decoded(bytes(self._take(size))))

    def _text(self, size):
        self._push(str(self._take(size), "utf-8", "surrogatepass"))

    def _bytes(self, size):
        if size > sys.maxsize:
            raise UnpicklingError(f"BINBYTES exceeds system's maximum size of {sys.maxsize} bytes")
        self._push(bytes(self._take(size)))

    def _pair_items(self):
        items = self._pop_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for DICT")
        return [(items[place], items[place + 1]) for place in range(0, len(items), 2)]

    def _tuple_of(self, count):
        items = [self._pop() for _ in range(count)]
        items.reverse()
        self._push(tuple(items))

    def _find(self, module, name):
        self._push(self.find_class(module, name))

    def _global(self):
        module = self._line().decode("utf-8")
        self._find(module, self._line().decode("utf-8"))

    def _stack_global(self):
        name = self._pop()
        module = self._pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._find(module, name)

    def _extension(self, code):
        if code <= 0:
            raise UnpicklingError("EXT specifies code <= 0")
        key = copyreg._inverted_registry.get(code)
        if key is None:
            raise ValueError(f"unregistered extension code {code}")
        self._find(*key)

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            self._push(cls(*args))
        else:
            self._push(cls.__new__(cls))

    def _inst(self):
        module = self._line().decode("ascii")
        name = self._line().decode("ascii")
        args = self._pop_mark()
        self._instantiate(self.find_class(module, name), args)

    def _obj(self):
        cls, *args = self._pop_mark()
        self._instantiate(cls, args)

    def _new_obj(self):
        args = self._pop()
        cls = self._pop()
        self._push(cls.__new__(cls, *args))

    def _new_obj_ex(self):
        keywords = self._pop()
        args = self._pop()
        cls = self._pop()
        self._push(cls.__new__(cls, *args, **keywords))

    def _reduce(self):
        args = self._pop()
        func = self._pop()
        self._push(func(*args))

    def _append(self):
        value = self._pop()
        self._top().append(value)

    def _appends(self):
        items = self._pop_mark()
        target = self._top()
        if type(target) is list:
            target.extend(items)
            return
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
            return
        for item in items:
            target.append(item)

    def _set_item(self):
        value = self._pop()
        key = self._pop()
        self._top()[key] = value

    def _set_items(self):
        pairs = self._pair_items()
        target = self._top()
        for key, value in pairs:
            target[key] = value

    def _add_items(self):
        items = self._pop_mark()
        target = self._top()
        if isinstance(target, set):
            target.update(items)
            return
        for item in items:
            target.add(item)

    def _build(self):
        state = self._pop()
        made = self._top()
        set_state = getattr(made, "__setstate__", None)
        if set_state is not None:
            set_state(state)
            return
        if type(made).__module__ == "functools" and type(made).__name__ == "partial":
            func, args, keywords, _ = state
            self._stack[-1] = type(made)(func, *args, **keywords)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            attributes = made.__dict__
            for key, value in state.items():
                attributes[sys.intern(key) if type(key) is str else key] = value
        if slots:
            for key, value in slots.items():
                setattr(made, key, value)

    def _pop_one(self):
        if not self._stack:
            raise UnpicklingError("unpickling stack underflow")
        self._stack.pop()

    def _recall(self, key):
        try:
            self._push(self.memo[key])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {key}") from None

    def _remember(self, key):
        if key < 0:
            raise ValueError("negative PUT argument")
        self.memo[key] = self._top()

    def _next_buffer(self):
        raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")


_OPCODES = {
    ord("("): lambda self: self._push(_MARK),
    ord("."): Unpickler._stop,
    ord("0"): Unpickler._pop_one,
    ord("1"): Unpickler._pop_mark,
    ord("2"): lambda self: self._push(self._top()),
    ord("F"): lambda self: self._push(float(self._line())),
    ord("I"): Unpickler._int,
    ord("J"): lambda self: self._push(self._number("<i")),
    ord("K"): lambda self: self._push(self._take(1)[0]),
    ord("L"): Unpickler._long,
    ord("M"): lambda self: self._push(self._number("<H")),
    ord("N"): lambda self: self._push(None),
    ord("P"): lambda self: self._push(self.persistent_load(self._line().decode("ascii"))),
    ord("Q"): lambda self: self._push(self.persistent_load(self._pop())),
    ord("R"): Unpickler._reduce,
    ord("S"): Unpickler._string,
    ord("T"): Unpickler._bin_string,
    ord("U"): lambda self: self._push(self._decoded(bytes(self._take(self._take(1)[0])))),
    ord("V"): lambda self: self._push(from_raw_escapes(self._line())),
    ord("X"): lambda self: self._text(self._number("<I")),
    ord("a"): Unpickler._append,
    ord("b"): Unpickler._build,
    ord("c"): Unpickler._global,
    ord("d"): lambda self: self._push(dict(self._pair_items())),
    ord("e"): Unpickler._appends,
    ord("g"): lambda self: self._recall(int(self._line())),
    ord("h"): lambda self: self._recall(self._take(1)[0]),
    ord("i"): Unpickler._inst,
    ord("j"): lambda self: self._recall(self._number("<I")),
    ord("l"): lambda self: self._push(self._pop_mark()),
    ord("o"): Unpickler._obj,
    ord("p"): lambda self: self._remember(int(self._line())),
    ord("q"): lambda self: self._remember(self._take(1)[0]),
    ord("r"): lambda self: self._remember(self._number("<I")),
    ord("s"): Unpickler._set_item,
    ord("t"): lambda self: self._push(tuple(self._pop_mark())),
    ord("u"): Unpickler._set_items,
    ord("}"): lambda self: self._push({}),
    ord("]"): lambda self: self._push([]),
    ord(")"): lambda self: self._push(()),
    ord("B"): lambda self: self._bytes(self._number("<I")),
    ord("C"): lambda self: self._bytes(self._take(1)[0]),
    ord("G"): lambda self: self._push(self._number(">d")),
    0x80: Unpickler._proto,
    0x81: Unpickler._new_obj,
    0x82: lambda self: self._extension(self._take(1)[0]),
    0x83: lambda self: self._extension(self._number("<H")),
    0x84: lambda self: self._extension(self._number("<i")),
    0x85: lambda self: self._tuple_of(1),
    0x86: lambda self: self._tuple_of(2),
    0x87: lambda self: self._tuple_of(3),
    0x88: lambda self: self._push(True),
    0x89: lambda self: self._push(False),
    0x8A: Unpickler._sized_long,
    0x8B: Unpickler._long_long,
    0x8C: lambda self: self._text(self._take(1)[0]),
    0x8D: lambda self: self._text(self._number("<Q")),
    0x8E: lambda self: self._bytes(self._number("<Q")),
    0x8F: lambda self: self._push(set()),
    0x90: Unpickler._add_items,
    0x91: lambda self: self._push(frozenset(self._pop_mark())),
    0x92: Unpickler._new_obj_ex,
    0x93: Unpickler._stack_global,
    0x94: lambda self: self._remember(len(self.memo)),
    0x95: Unpickler._begin_frame,
    0x96: lambda self: self._push(bytearray(self._take(self._number("<Q")))),
    0x97: Unpickler._next_buffer,
    0x98: Unpickler._next_buffer,
}
Unpickler.__module__ = "_pickle"
