"""Containers: Counter, ChainMap, namedtuple, UserDict, UserList, UserString.

deque, defaultdict and OrderedDict are the runtime's own.
"""

# All with an underscore: old programs look for some of these names here, and find that CPython's module has them no more.
from _support import make_function as _make_function
from collections import _count_elements, _tuple_of, _tuplegetter
from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping, MutableSequence as _MutableSequence, Sequence as _Sequence
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from keyword import iskeyword as _iskeyword
from operator import eq as _eq, ge as _ge, itemgetter as _itemgetter, le as _le


def _check_names(typename, field_names):
    for name in [typename] + field_names:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if _iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")


def _check_fields(field_names, rename):
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def _renamed(field_names):
    """Bad names become `_0`, `_1`, ... by position."""
    seen = set()
    result = []
    for index, name in enumerate(field_names):
        if not name.isidentifier() or _iskeyword(name) or name.startswith("_") or name in seen:
            name = f"_{index}"
        seen.add(name)
        result.append(name)
    return result


def _named_make(cls, iterable):
    result = tuple.__new__(cls, iterable)
    if len(result) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(result)}")
    return result


def _named_replace(self, /, **kwds):
    result = self._make(map(kwds.pop, self._fields, self))
    if kwds:
        raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
    return result


def _named_repr(self):
    parts = [f"{name}={value!r}" for name, value in zip(self._fields, self)]
    return f"{self.__class__.__name__}({', '.join(parts)})"


def _named_asdict(self):
    return dict(zip(self._fields, self))


def _named_getnewargs(self):
    return tuple(self)


def _make_named_tuple(typename, fields, field_defaults, defaults, bases, more):
    """The class for checked names; `more` goes into its namespace."""
    arguments = ", ".join(fields)
    new = _make_function(
        _tuple_of, f"{typename}.__new__", ("_cls",) + fields, 0, len(fields) + 1, 0, False, False, defaults or None, None
    )
    new.__doc__ = f"Create new instance of {typename}({arguments})"
    namespace = {
        "__doc__": f"{typename}({arguments})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": new,
        "_make": classmethod(_named_make),
        "__replace__": _named_replace,
        "_replace": _named_replace,
        "__repr__": _named_repr,
        "_asdict": _named_asdict,
        "__getnewargs__": _named_getnewargs,
        "__match_args__": fields,
    }
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, f"Alias for field number {index}")
    namespace.update(more)
    return type(typename, bases, namespace)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new subclass of tuple whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        field_names = _renamed(field_names)
    _check_names(typename, field_names)
    _check_fields(field_names, rename)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(reversed(list(zip(reversed(field_names), reversed(defaults)))))
    made = _make_named_tuple(typename, tuple(field_names), field_defaults, defaults, (tuple,), {})
    made.__module__ = module if module is not None else "__main__"
    return made


def _compare_counts(mine, theirs, compare, strict=False):
    """Whether all counts of two counters compare so, and, where it's `strict`, aren't all the same."""
    if not isinstance(theirs, Counter):
        return NotImplemented
    holds = all(compare(mine[element], theirs[element]) for element in _chain(mine, theirs))
    return holds and not (strict and mine == theirs)


class Counter(dict):
    """Counts of items: a dict whose missing keys count zero."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def total(self):
        return sum(self.values())

    def elements(self):
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    def most_common(self, n=None):
        by_count = _itemgetter(1)
        if n is None:
            return sorted(self.items(), key=by_count, reverse=True)
        from heapq import nlargest

        return nlargest(n, self.items(), key=by_count)

    def update(self, iterable=None, /, **kwds):
        if isinstance(iterable, _Mapping):
            self._add_counts(iterable)
        elif iterable is not None:
            _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def _add_counts(self, counts):
        if not self:
            # Counts may be anything as long as there's nothing to add them to.
            super().update(counts)
            return
        for element, count in counts.items():
            self[element] = count + self.get(element, 0)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is None:
            counts = ()
        elif isinstance(iterable, _Mapping):
            counts = iterable.items()
        else:
            counts = zip(iterable, _repeat(1))
        for element, count in counts:
            self[element] = self.get(element, 0) - count
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return (self.__class__, (dict(self),))

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        try:
            ordered = self.most_common()
        except TypeError:
            # Counts that can't be compared stand as they came.
            ordered = self.items()
        shown = repr(dict(ordered)) if self else ""
        return f"{self.__class__.__name__}({shown})"

    def __eq__(self, other):
        return _compare_counts(self, other, _eq)

    def __ne__(self, other):
        equal = _compare_counts(self, other, _eq)
        return equal if equal is NotImplemented else not equal

    def __le__(self, other):
        return _compare_counts(self, other, _le)

    def __lt__(self, other):
        return _compare_counts(self, other, _le, strict=True)

    def __ge__(self, other):
        return _compare_counts(self, other, _ge)

    def __gt__(self, other):
        return _compare_counts(self, other, _ge, strict=True)

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda mine, theirs: mine + theirs)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda mine, theirs: mine - theirs)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda mine, theirs: theirs if mine < theirs else mine)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive([(elem, count if count < other[elem] else other[elem]) for elem, count in self.items()])

    def _combined(self, other, combine):
        """The positive counts that `combine` makes of both."""
        of_mine = [(elem, combine(count, other[elem])) for elem, count in self.items()]
        return _positive(of_mine + [(elem, combine(0, count)) for elem, count in other.items() if elem not in self])

    def __pos__(self):
        return _positive(self.items())

    def __neg__(self):
        return _positive([(elem, 0 - count) for elem, count in self.items()])

    def _keep_positive(self):
        for elem in [elem for elem, count in self.items() if not count > 0]:
            del self[elem]
        return self

    def __iadd__(self, other):
        for elem, count in other.items():
            self[elem] += count
        return self._keep_positive()

    def __isub__(self, other):
        for elem, count in other.items():
            self[elem] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for elem in [elem for elem, count in other.items() if count > self[elem]]:
            self[elem] = other[elem]
        return self._keep_positive()

    def __iand__(self, other):
        for elem in [elem for elem, count in self.items() if other[elem] < count]:
            self[elem] = other[elem]
        return self._keep_positive()


def _positive(counts):
    """A Counter of pairs, without those whose counts aren't positive."""
    result = Counter()
    for elem, count in counts:
        if count > 0:
            result[elem] = count
    return result


class ChainMap(_MutableMapping):
    """Several mappings as one: look-ups go through all of them, changes to the first."""

    def __init__(self, *maps):
        self.maps = list(maps) if maps else [{}]

    # Look-ups.

    def __getitem__(self, key):
        for mapping in self.maps:
            # `in` would pass by the mappings that make what's missing.
            try:
                found = mapping[key]
            except KeyError:
                continue
            return found
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __iter__(self):
        return iter({key: None for mapping in reversed(self.maps) for key in mapping})

    def __len__(self):
        return len(set(_chain.from_iterable(self.maps)))

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        shown = ", ".join([repr(mapping) for mapping in self.maps])
        return f"{self.__class__.__name__}({shown})"

    # Changes.

    def _change(self, operation, complaint):
        """Changes the first mapping; `complaint` says what's wrong where it hasn't got the key."""
        try:
            return operation(self.maps[0])
        except KeyError:
            raise KeyError(complaint)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        self._change(lambda first: first.__delitem__(key), f"Key not found in the first mapping: {key!r}")

    def pop(self, key, *args):
        return self._change(lambda first: first.pop(key, *args), f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        return self._change(lambda first: first.popitem(), "No keys found in the first mapping.")

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    # Other chains.

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        first, *others = self.maps
        return self.__class__(first.copy(), *others)

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        child = {} if m is None else m
        if kwargs:
            child.update(kwargs)
        return self.__class__(child, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __or__(self, other):
        if isinstance(other, _Mapping):
            merged = self.copy()
            merged.maps[0].update(other)
            return merged
        return NotImplemented

    def __ror__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        merged = {}
        for mapping in (other, *reversed(self.maps)):
            merged.update(mapping)
        return self.__class__(merged)


# Containers to derive from: each has the built-in one in its attribute `data`.


def _twin(wrapper):
    """A shallow copy: the attributes are the same objects, `data` is a copy of its own."""
    cls = wrapper.__class__
    made = cls.__new__(cls)
    made.__dict__.update(wrapper.__dict__)
    made.__dict__["data"] = wrapper.data.copy()
    return made


_REQUIRED = object()


def _delegate(cls, unwrapping, wrapping, methods):
    """Gives the class methods that call the ones of `data` with the same names.

    `methods` has the parameters of each, with their defaults or _REQUIRED. With `unwrapping`, arguments of the class stand for their
    data; with `wrapping`, results become objects of the class.
    """
    for name, parameters in methods.items():
        setattr(cls, name, _delegating(cls, name, parameters, unwrapping, wrapping))


def _delegating(cls, name, parameters, unwrapping, wrapping):
    def call(self, *args):
        if unwrapping:
            args = [arg.data if isinstance(arg, cls) else arg for arg in args]
        result = getattr(self.data, name)(*args)
        return self.__class__(result) if wrapping else result

    defaults = tuple(default for default in parameters.values() if default is not _REQUIRED)
    count = len(parameters) + 1
    method = _make_function(
        call, f"{cls.__name__}.{name}", ("self", *parameters), 0, count, 0, False, False, defaults or None, None
    )
    method.__name__ = name
    return method


class UserDict(_MutableMapping):
    """A dict to derive from, with its contents in `data`."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for contents in (dict, kwargs or None):
            if contents is not None:
                self.update(contents)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(self.__class__, "__missing__", None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(self.data)

    @staticmethod
    def _dict_of(other):
        """What there is to merge: a dict, or None."""
        if isinstance(other, UserDict):
            return other.data
        return other if isinstance(other, dict) else None

    def __or__(self, other):
        theirs = self._dict_of(other)
        return NotImplemented if theirs is None else self.__class__(self.data | theirs)

    def __ror__(self, other):
        theirs = self._dict_of(other)
        return NotImplemented if theirs is None else self.__class__(theirs | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        return _twin(self)

    def copy(self):
        return UserDict(self.data) if self.__class__ is UserDict else self.__copy__()


class UserList(_MutableSequence):
    """A list to derive from, with its contents in `data`."""

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(self._plain(initlist))

    @staticmethod
    def _plain(other):
        return other.data if isinstance(other, UserList) else other

    def _as_list(self, other):
        """What there is to add."""
        other = self._plain(other)
        return other if isinstance(other, type(self.data)) else list(other)

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        return self.data == self._plain(other)

    def __lt__(self, other):
        return self.data < self._plain(other)

    def __le__(self, other):
        return self.data <= self._plain(other)

    def __gt__(self, other):
        return self.data > self._plain(other)

    def __ge__(self, other):
        return self.data >= self._plain(other)

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def insert(self, i, item):
        self.data.insert(i, item)

    def extend(self, other):
        self.data.extend(self._plain(other))

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def __add__(self, other):
        return self.__class__(self.data + self._as_list(other))

    def __radd__(self, other):
        return self.__class__(self._as_list(other) + self.data)

    def __iadd__(self, other):
        self.data += self._as_list(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        return _twin(self)

    def copy(self):
        return self.__class__(self)

    def index(self, item, *args):
        return self.data.index(item, *args)


_ONE_ITEM = {"item": _REQUIRED}
_delegate(UserList, unwrapping=False, wrapping=False, methods={
    "append": _ONE_ITEM, "remove": _ONE_ITEM, "count": _ONE_ITEM, "pop": {"i": -1}, "clear": {}, "reverse": {},
})


class UserString(_Sequence):
    """A str to derive from, with its contents in `data`."""

    def __init__(self, seq):
        text = self._plain(seq)
        self.data = text if isinstance(text, str) else str(text)

    @staticmethod
    def _plain(other):
        return other.data if isinstance(other, UserString) else other

    def _as_str(self, other):
        """What there is to add."""
        return other if isinstance(other, str) else str(other)

    def __repr__(self):
        return repr(self.data)

    def __str__(self):
        return str(self.data)

    def __hash__(self):
        return hash(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __getnewargs__(self):
        return (self.data,)

    def __eq__(self, string):
        return self.data == self._plain(string)

    def __lt__(self, string):
        return self.data < self._plain(string)

    def __le__(self, string):
        return self.data <= self._plain(string)

    def __gt__(self, string):
        return self.data > self._plain(string)

    def __ge__(self, string):
        return self.data >= self._plain(string)

    def __len__(self):
        return len(self.data)

    def __contains__(self, char):
        return self._plain(char) in self.data

    maketrans = str.maketrans

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + self._as_str(self._plain(other)))

    def __radd__(self, other):
        return self.__class__(self._as_str(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(self._as_str(template) % self)

    def encode(self, encoding="utf-8", errors="strict"):
        return self.data.encode(encoding or "utf-8", errors or "strict")

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def translate(self, *args):
        return self.__class__(self.data.translate(*args))

    def removeprefix(self, prefix, /):
        return self.__class__(self.data.removeprefix(self._plain(prefix)))

    def removesuffix(self, suffix, /):
        return self.__class__(self.data.removesuffix(self._plain(suffix)))

    def center(self, width, *args):
        return self.__class__(self.data.center(width, *args))

    def ljust(self, width, *args):
        return self.__class__(self.data.ljust(width, *args))

    def rjust(self, width, *args):
        return self.__class__(self.data.rjust(width, *args))


_RANGE = {"start": 0, "end": 9223372036854775807}
_SEARCH = {"sub": _REQUIRED, **_RANGE}
_SPLIT = {"sep": None, "maxsplit": -1}
_SEPARATOR = {"sep": _REQUIRED}
_delegate(UserString, unwrapping=True, wrapping=False, methods={"count": _SEARCH, "find": _SEARCH, "rfind": _SEARCH})
_delegate(UserString, unwrapping=False, wrapping=False, methods={
    "index": _SEARCH, "rindex": _SEARCH, "startswith": {"prefix": _REQUIRED, **_RANGE}, "endswith": {"suffix": _REQUIRED, **_RANGE},
    "split": _SPLIT, "rsplit": _SPLIT, "splitlines": {"keepends": False}, "partition": _SEPARATOR, "rpartition": _SEPARATOR,
    "join": {"seq": _REQUIRED}, "format_map": {"mapping": _REQUIRED},
    **dict.fromkeys([
        "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace",
        "istitle", "isupper",
    ], {}),
})
_delegate(UserString, unwrapping=True, wrapping=True, methods={
    "replace": {"old": _REQUIRED, "new": _REQUIRED, "maxsplit": -1},
})
_delegate(UserString, unwrapping=False, wrapping=True, methods={
    "expandtabs": {"tabsize": 8}, "zfill": {"width": _REQUIRED},
    **dict.fromkeys(["strip", "lstrip", "rstrip"], {"chars": None}),
    **dict.fromkeys(["capitalize", "casefold", "lower", "swapcase", "title", "upper"], {}),
})
