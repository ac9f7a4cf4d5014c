"""Reprs of limited size, and reprs of what contains itself."""

from builtins import repr as builtin_repr
from itertools import islice

__all__ = ["Repr", "repr", "recursive_repr"]


_COPIED = ("__module__", "__doc__", "__name__", "__qualname__")


def recursive_repr(fillvalue="..."):
    """A decorator: a repr that is asked for within itself gives `fillvalue`."""

    def decorate(method):
        # The ids of the objects whose reprs are being made.
        running = set()

        def guarded(self):
            if id(self) in running:
                return fillvalue
            running.add(id(self))
            try:
                return method(self)
            finally:
                running.discard(id(self))

        for name in _COPIED:
            setattr(guarded, name, getattr(method, name))
        guarded.__annotations__ = getattr(method, "__annotations__", {})
        guarded.__type_params__ = getattr(method, "__type_params__", ())
        guarded.__wrapped__ = method
        return guarded

    return decorate


class Repr:
    """Makes reprs that stop at limits, which are attributes."""

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6,
                 maxdeque=6, maxstring=30, maxlong=40, maxother=30, fillvalue="...", indent=None):
        self.maxlevel = maxlevel
        self.maxtuple, self.maxlist, self.maxarray, self.maxdict = maxtuple, maxlist, maxarray, maxdict
        self.maxset, self.maxfrozenset, self.maxdeque = maxset, maxfrozenset, maxdeque
        self.maxstring, self.maxlong, self.maxother = maxstring, maxlong, maxother
        self.fillvalue, self.indent = fillvalue, indent

    def repr(self, x):
        return self.repr1(x, level=self.maxlevel)

    def repr1(self, x, level):
        """By the type's name: `repr_TYPE(x, level)` of this object, where there is one."""
        method = getattr(self, "repr_" + "_".join(type(x).__name__.split()), None)
        if method is not None:
            return method(x, level)
        return self.repr_instance(x, level)

    def _join(self, pieces, level):
        """The parts of something with commas between, or each on a line of its own."""
        unit = self.indent
        if unit is None or not pieces:
            return ", ".join(pieces)
        if isinstance(unit, int):
            if unit < 0:
                raise ValueError(f"Repr.indent cannot be negative int (was {unit!r})")
            unit = " " * unit
        elif not isinstance(unit, str):
            raise TypeError(f"Repr.indent must be a str, int or None, not {type(unit)}")
        depth = self.maxlevel - level
        lines = [f"\n{unit * (depth + 1)}{piece}," for piece in pieces]
        return "".join(lines) + "\n" + unit * depth

    def _parts(self, x, most, describe):
        """The first ones' reprs, and the sign that there are more."""
        pieces = [describe(item) for item in islice(x, most)]
        return [*pieces, self.fillvalue] if len(x) > most else pieces

    def _repr_iterable(self, x, level, left, right, maxiter, trail=""):
        if len(x) and level <= 0:
            return left + self.fillvalue + right
        text = self._join(self._parts(x, maxiter, lambda item: self.repr1(item, level - 1)), level)
        if len(x) == 1 and self.indent is None:
            text += trail
        return left + text + right

    def repr_tuple(self, x, level):
        return self._repr_iterable(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._repr_iterable(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        if not x:
            return f"array('{x.typecode}')"
        return self._repr_iterable(x, level, f"array('{x.typecode}', [", "])", self.maxarray)

    def repr_set(self, x, level):
        if not x:
            return "set()"
        return self._repr_iterable(_sorted_if_possible(x), level, "{", "}", self.maxset)

    def repr_frozenset(self, x, level):
        if not x:
            return "frozenset()"
        return self._repr_iterable(_sorted_if_possible(x), level, "frozenset({", "})", self.maxfrozenset)

    def repr_deque(self, x, level):
        return self._repr_iterable(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if x and level <= 0:
            return "{" + self.fillvalue + "}"

        def describe(key):
            return f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}"

        return "{" + self._join(self._parts(_sorted_if_possible(x), self.maxdict, describe), level) + "}"

    def _ends(self, text, limit):
        """What is kept at both ends of a text that's too long."""
        head = max(0, (limit - 3) // 2)
        tail = max(0, limit - 3 - head)
        return text[:head], text[len(text) - tail:]

    def _shorten(self, text, limit):
        """The text with its middle left out, where it's longer than `limit`."""
        return self.fillvalue.join(self._ends(text, limit)) if len(text) > limit else text

    def repr_str(self, x, level):
        text = builtin_repr(x[:self.maxstring])
        if len(text) > self.maxstring:
            text = builtin_repr("".join(self._ends(x, self.maxstring)))
            text = self.fillvalue.join(self._ends(text, self.maxstring))
        return text

    def repr_int(self, x, level):
        return self._shorten(builtin_repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtin_repr(x)
        except Exception:
            return f"<{x.__class__.__name__} instance at {id(x):#x}>"
        return self._shorten(text, self.maxother)


def _sorted_if_possible(x):
    items = list(x)
    try:
        items.sort()
    except Exception:
        # As they came, without what sorting has done so far.
        return list(x)
    return items


aRepr = Repr()
repr = aRepr.repr
