"""Reprs over several lines."""

import collections as _collections
import types as _types
import sys as _sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Prints the object over as many lines as it needs."""
    options = {"compact": compact, "sort_dicts": sort_dicts, "underscore_numbers": underscore_numbers}
    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The same as a str."""
    options = {"compact": compact, "sort_dicts": sort_dicts, "underscore_numbers": underscore_numbers}
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """The same as `pprint`, dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """A repr that marks recursion."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether the repr is Python."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether the object contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Sortable:
    """Orders what can't be ordered by the type's text, then by id."""

    __slots__ = ("wrapped",)

    def __init__(self, wrapped):
        self.wrapped = wrapped

    def _apart(self):
        return str(type(self.wrapped)), id(self.wrapped)

    def __lt__(self, other):
        try:
            return self.wrapped < other.wrapped
        except TypeError:
            return self._apart() < other._apart()


def _safe_item_key(item):
    return tuple(map(_Sortable, item))


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


_BUILTIN_SCALARS = frozenset({str, bytes, float, complex, bool, type(None)})


# Texts too long for a line.


def _words(line):
    """Pieces of a line: each is non-spaces with the spaces after them."""
    pieces = []
    start = 0
    size = len(line)
    while start < size:
        end = start
        while end < size and not line[end].isspace():
            end += 1
        while end < size and line[end].isspace():
            end += 1
        pieces.append(line[start:end])
        start = end
    return pieces


def _packed(pieces, room, after):
    """Reprs of as many pieces at a time as fit in the room; `after` characters follow the last one."""
    held = pieces[0][:0]
    for place, piece in enumerate(pieces, 1):
        most = room - after if place == len(pieces) else room
        if held and len(repr(held + piece)) > most:
            yield repr(held)
            held = piece
        else:
            held += piece
    yield repr(held)


def _split_text(text, room, after):
    """A text's lines; of those that are too long, the words."""
    lines = text.splitlines(True)
    for place, line in enumerate(lines, 1):
        follows = after if place == len(lines) else 0
        if len(repr(line)) > room - follows:
            yield from _packed(_words(line), room, follows)
        else:
            yield repr(line)


def _split_bytes(data, room, after):
    """Four at a time. As in CPython, what follows only counts where the last ones are fewer."""
    pieces = [data[place:place + 4] for place in range(0, len(data), 4)]
    return _packed(pieces, room, after if len(data) % 4 else 0)


class _Layout:
    """One object being written. Columns are where its text begins; `after` is how much will follow its last line on that line."""

    def __init__(self, printer, write):
        self.printer = printer
        self.write = write
        self.width = printer._width
        self.step = printer._indent_per_level
        # The ids of the objects around.
        self.around = {}

    def text_of(self, object, level):
        """On one line."""
        return self.printer.format(object, self.around.copy(), self.printer._depth, level)[0]

    def put(self, object, column, after, level):
        """Writes an object: on one line where it fits, else as its type says."""
        if id(object) in self.around:
            self.write(_recursion(object))
            return
        text = self.text_of(object, level)
        lay_out = _layout_of(object) if len(text) > self.width - column - after else None
        if lay_out is None:
            self.write(text)
            return
        self.around[id(object)] = 1
        lay_out(self, object, column, after, level + 1)
        del self.around[id(object)]

    def open(self, bracket):
        """A bracket whose contents are indented."""
        self.write(bracket + " " * (self.step - 1))

    def put_rows(self, rows, column, after, level, is_namespace=False):
        """Values with labels before them, each on a line of its own."""
        for place, (label, value) in enumerate(rows, 1):
            self.write(label)
            if is_namespace and id(value) in self.around:
                # As in a dataclass's own repr.
                self.write("...")
            else:
                self.put(value, column + len(label), after if place == len(rows) else 1, level)
            if place < len(rows):
                self.break_line(column)

    def break_line(self, column):
        self.write(",\n" + " " * column)

    def put_items(self, items, column, after, level):
        """What stands in brackets."""
        column += self.step
        if self.printer._compact:
            self.fill([*items], column, after, level)
        else:
            self.put_rows([("", item) for item in items], column, after, level)

    def fill(self, items, column, after, level):
        """As many items on each line as fit; those that don't fit on any stand alone."""
        line = room = self.width - column + 1
        joint = ""
        for place, item in enumerate(items, 1):
            is_last = place == len(items)
            if is_last:
                line -= after
                room -= after
            text = self.text_of(item, level)
            size = len(text) + 2
            line_break = joint and ",\n" + " " * column
            if size > room:
                room, joint = line, line_break
            self.write(joint)
            if size > room:
                self.put(item, column, after if is_last else 1, level)
                joint = ",\n" + " " * column
            else:
                self.write(text)
                room -= size
                joint = ", "

    def put_pairs(self, pairs, column, after, level):
        rows = [(f"{self.text_of(key, level)}: ", value) for key, value in pairs]
        self.put_rows(rows, column + self.step, after, level)

    def put_call(self, name, rows, column, after, level, is_namespace=False):
        """`name(...)`, with a row a line."""
        self.write(name + "(")
        self.put_rows(rows, column + len(name) + 1, after + (not is_namespace), level, is_namespace)
        self.write(")")

    def put_pieces(self, pieces, column):
        for place, piece in enumerate(pieces):
            self.write("\n" + " " * column + piece if place else piece)


# How each type is written over several lines.


def _lay_out_dict(layout, object, column, after, level):
    layout.open("{")
    pairs = sorted(object.items(), key=_safe_item_key) if layout.printer._sort_dicts else object.items()
    layout.put_pairs(pairs, column, after + 1, level)
    layout.write("}")


def _lay_out_list(layout, object, column, after, level):
    layout.open("[")
    layout.put_items(object, column, after + 1, level)
    layout.write("]")


def _lay_out_tuple(layout, object, column, after, level):
    end = ",)" if len(object) == 1 else ")"
    layout.open("(")
    layout.put_items(object, column, after + len(end), level)
    layout.write(end)


def _lay_out_set(layout, object, column, after, level):
    name = object.__class__.__name__
    begin, end = ("{", "}") if object.__class__ is set else (name + "({", "})")
    layout.open(begin)
    layout.put_items(sorted(object, key=_Sortable), column + len(begin) - 1, after + len(end), level)
    layout.write(end)


def _lay_out_str(layout, object, column, after, level):
    # In parentheses where nothing else brackets it.
    left, right = ("(", ")") if level == 1 else ("", "")
    column += len(left)
    pieces = list(_split_text(object, layout.width - column, after + len(right)))
    if len(pieces) > 1:
        layout.write(left)
        layout.put_pieces(pieces, column)
        layout.write(right)
    else:
        layout.write(repr(object))


def _lay_out_bytes(layout, object, column, after, level):
    if len(object) <= 4:
        layout.write(repr(object))
        return
    left, right = ("(", ")") if level == 1 else ("", "")
    column += len(left)
    layout.write(left)
    layout.put_pieces(_split_bytes(object, layout.width - column, after + len(right)), column)
    layout.write(right)


def _lay_out_bytearray(layout, object, column, after, level):
    layout.write("bytearray(")
    _lay_out_bytes(layout, bytes(object), column + len("bytearray("), after + 1, level + 1)
    layout.write(")")


def _lay_out_ordered_dict(layout, object, column, after, level):
    layout.put_call(object.__class__.__name__, [("", list(object.items()))], column, after, level)


def _lay_out_mapping_proxy(layout, object, column, after, level):
    layout.put_call("mappingproxy", [("", object.copy())], column, after, level)


def _lay_out_chain_map(layout, object, column, after, level):
    layout.put_call(object.__class__.__name__, [("", mapping) for mapping in object.maps], column, after, level)


def _lay_out_default_dict(layout, object, column, after, level):
    name = object.__class__.__name__
    column += len(name) + 1
    layout.write(f"{name}({layout.text_of(object.default_factory, level)}")
    layout.break_line(column)
    _lay_out_dict(layout, object, column, after + 1, level)
    layout.write(")")


def _lay_out_counter(layout, object, column, after, level):
    begin = object.__class__.__name__ + "({"
    layout.open(begin)
    layout.put_pairs(object.most_common(), column + len(begin) - 1, after + 2, level)
    layout.write("})")


def _lay_out_deque(layout, object, column, after, level):
    begin = object.__class__.__name__ + "(["
    inner = column + len(begin) - 1
    layout.open(begin)
    layout.put_items(object, inner, after + 2 if object.maxlen is None else 2, level)
    layout.write("]")
    if object.maxlen is not None:
        layout.break_line(inner)
        layout.write(f"maxlen={layout.text_of(object.maxlen, level)}")
    layout.write(")")


def _lay_out_wrapper(layout, object, column, after, level):
    layout.put(object.data, column, after, level - 1)


def _lay_out_namespace(layout, object, column, after, level):
    cls = object.__class__
    rows = [(f"{name}=", value) for name, value in object.__dict__.items()]
    layout.put_call("namespace" if cls is _types.SimpleNamespace else cls.__name__, rows, column, after, level, True)


def _lay_out_dataclass(layout, object, column, after, level):
    import dataclasses

    rows = [(f"{field.name}=", getattr(object, field.name)) for field in dataclasses.fields(object) if field.repr]
    layout.put_call(object.__class__.__name__, rows, column, after, level, True)


# By the method that writes them on one line. Classes derived from these that have none of their own are written like them.
_LAYOUTS = {
    dict.__repr__: _lay_out_dict,
    list.__repr__: _lay_out_list,
    tuple.__repr__: _lay_out_tuple,
    set.__repr__: _lay_out_set,
    frozenset.__repr__: _lay_out_set,
    str.__repr__: _lay_out_str,
    bytes.__repr__: _lay_out_bytes,
    bytearray.__repr__: _lay_out_bytearray,
    _collections.OrderedDict.__repr__: _lay_out_ordered_dict,
    _collections.defaultdict.__repr__: _lay_out_default_dict,
    _collections.Counter.__repr__: _lay_out_counter,
    _collections.ChainMap.__repr__: _lay_out_chain_map,
    _collections.deque.__repr__: _lay_out_deque,
    _collections.UserDict.__repr__: _lay_out_wrapper,
    _collections.UserList.__repr__: _lay_out_wrapper,
    _collections.UserString.__repr__: _lay_out_wrapper,
    _types.MappingProxyType.__repr__: _lay_out_mapping_proxy,
    _types.SimpleNamespace.__repr__: _lay_out_namespace,
}
# Those whose empty ones are written on one line, however narrow that is.
_NEVER_EMPTY = (
    _lay_out_set, _lay_out_str, _lay_out_ordered_dict, _lay_out_default_dict, _lay_out_counter, _lay_out_deque,
)


def _layout_of(object):
    """What writes objects with that repr over several lines, or None."""
    method = type(object).__repr__
    found = _LAYOUTS.get(method)
    if found is not None:
        is_empty = found in _NEVER_EMPTY and not len(object) or found is _lay_out_chain_map and not object.maps
        return None if is_empty else found
    params = getattr(object, "__dataclass_params__", None)
    is_made_by_dataclass = "__create_fn__" in getattr(getattr(method, "__wrapped__", None), "__qualname__", "")
    if params is not None and params.repr and is_made_by_dataclass and not isinstance(object, type):
        return _lay_out_dataclass
    return None


class PrettyPrinter:
    """Prints with options: `indent` per level, `width` of a line, `depth` of levels."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self._indent_per_level, self._width, self._depth = int(indent), int(width), depth
        is_right = (
            (self._indent_per_level >= 0, "indent must be >= 0"),
            (depth is None or depth > 0, "depth must be > 0"),
            (self._width, "width must be != 0"),
        )
        for holds, rule in is_right:
            if not holds:
                raise ValueError(rule)
        self._stream = _sys.stdout if stream is None else stream
        self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            _Layout(self, self._stream.write).put(object, 0, 0, 0)
            self._stream.write("\n")

    def pformat(self, object):
        parts = []
        _Layout(self, parts.append).put(object, 0, 0, 0)
        return "".join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, is_readable, is_recursive = self.format(object, {}, 0, 0)
        return is_readable and not is_recursive

    def format(self, object, context, maxlevels, level):
        """(repr, is it Python, is it recursive); subclasses may change it."""
        return self._safe_repr(object, context, maxlevels, level)

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if cls in _BUILTIN_SCALARS:
            return repr(object), True, False
        method = getattr(cls, "__repr__", None)
        if issubclass(cls, int) and method is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        if issubclass(cls, dict) and method is dict.__repr__:
            return self._safe_dict(object, context, maxlevels, level)
        if (issubclass(cls, list) and method is list.__repr__) or (issubclass(cls, tuple) and method is tuple.__repr__):
            return self._safe_sequence(object, context, maxlevels, level)
        text = repr(object)
        return text, bool(text) and not text.startswith("<"), False

    def _safe_dict(self, object, context, maxlevels, level):
        if not object:
            return "{}", True, False

        def rows():
            return sorted(object.items(), key=_safe_item_key) if self._sort_dicts else object.items()

        return self._safe_container(object, "{", "}", rows, context, maxlevels, level)

    def _safe_sequence(self, object, context, maxlevels, level):
        if isinstance(object, list):
            if not object:
                return "[]", True, False
            left, right = "[", "]"
        elif not object:
            return "()", True, False
        else:
            left, right = "(", ",)" if len(object) == 1 else ")"
        return self._safe_container(object, left, right, lambda: ((item,) for item in object), context, maxlevels, level)

    def _safe_container(self, object, left, right, rows, context, maxlevels, level):
        """As `format`. `rows()` gives what stands between two commas: an item, or a key and its value."""
        key = id(object)
        if maxlevels and level >= maxlevels:
            return f"{left}...{right}", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable = True
        recursive = False
        parts = []
        level += 1
        for row in rows():
            texts = []
            for each in row:
                text, each_readable, each_recursive = self.format(each, context, maxlevels, level)
                texts.append(text)
                readable = readable and each_readable
                recursive = recursive or each_recursive
            parts.append(": ".join(texts))
        del context[key]
        return left + ", ".join(parts) + right, readable, recursive
