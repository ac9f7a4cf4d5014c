"""Collections that don't keep their contents alive, weak methods and finalisers; the references themselves are the native half."""

from weakref import ref, _call_at_exit

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType",
           "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

_missing = object()


class KeyedRef(ref):
    """A reference to a value that remembers the value's key."""

    def __new__(cls, value, callback, key):
        self = super().__new__(cls, value, callback)
        self.key = key
        return self

    def __init__(self, value, callback, key):
        super().__init__(value, callback)


def _pairs(other):
    """The (key, value) pairs of a mapping or an iterable of pairs."""
    if hasattr(other, "items"):
        return list(other.items())
    if hasattr(other, "keys"):
        return [(key, other[key]) for key in other.keys()]
    return list(other)


class _WeakDictionary:
    """What both kinds of dictionaries make of __getitem__, __setitem__, __delitem__ and items()."""

    def __contains__(self, key):
        return self.get(key, _missing) is not _missing

    def __iter__(self):
        return self.keys()

    def __bool__(self):
        return len(self) > 0

    def __eq__(self, other):
        if not isinstance(other, (dict, _WeakDictionary)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        for key, value in self.items():
            yield key

    def values(self):
        for key, value in self.items():
            yield value

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in _pairs(other):
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        fresh = type(self)()
        for key, value in self.items():
            fresh[key] = value
        return fresh

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, (dict, _WeakDictionary)):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def __ror__(self, other):
        if not isinstance(other, (dict, _WeakDictionary)):
            return NotImplemented
        result = type(self)()
        result.update(other)
        result.update(self)
        return result

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"


class WeakValueDictionary(_WeakDictionary):
    """Mapping class that references values weakly: entries vanish with the last strong reference to their value."""

    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        # The callback must not keep the dictionary alive.
        of_self = ref(self)

        def remove(reference):
            dictionary = of_self()
            if dictionary is not None and dictionary.data.get(reference.key) is reference:
                del dictionary.data[reference.key]

        self._remove = remove
        self.update(other, **kwargs)

    def __deepcopy__(self, memo):
        from copy import deepcopy

        fresh = type(self)()
        for key, value in self.items():
            fresh[deepcopy(key, memo)] = value
        return fresh

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def itervaluerefs(self):
        """The references themselves: they may be dead by the time they're used."""
        yield from list(self.data.values())

    def valuerefs(self):
        return list(self.data.values())

    def clear(self):
        self.data.clear()

    def pop(self, key, *args):
        try:
            value = self.data.pop(key)()
        except KeyError:
            value = None
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = default
            return default
        return value


class WeakKeyDictionary(_WeakDictionary):
    """Mapping class that references keys weakly: entries vanish with the last strong reference to their key."""

    def __init__(self, dict=None):
        self.data = {}
        of_self = ref(self)

        def remove(reference):
            dictionary = of_self()
            if dictionary is not None:
                dictionary.data.pop(reference, None)

        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __deepcopy__(self, memo):
        from copy import deepcopy

        fresh = type(self)()
        for key, value in self.items():
            fresh[key] = deepcopy(value, memo)
        return fresh

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        """The references themselves: they may be dead by the time they're used."""
        return list(self.data)

    def clear(self):
        self.data.clear()

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)


class WeakSet:
    """A set whose items vanish with the last strong reference to them."""

    def __init__(self, data=None):
        self.data = set()
        of_self = ref(self)

        def remove(reference):
            items = of_self()
            if items is not None:
                items.data.discard(reference)

        self._remove = remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = reference()
            if item is not None:
                return item

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def update(self, other):
        for item in list(other):
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        fresh = self.copy()
        fresh.difference_update(other)
        return fresh

    __sub__ = difference

    def difference_update(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update({ref(item) for item in other})

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return self.__class__([item for item in other if item in self])

    __and__ = intersection

    def intersection_update(self, other):
        self.data.intersection_update({ref(item) for item in other})

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def issubset(self, other):
        return self.data.issubset({ref(item) for item in other})

    __le__ = issubset

    def __lt__(self, other):
        return self.data < {ref(item) for item in other}

    def issuperset(self, other):
        return self.data.issuperset({ref(item) for item in other})

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > {ref(item) for item in other}

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == {ref(item) for item in other}

    __hash__ = None

    def symmetric_difference(self, other):
        fresh = self.copy()
        fresh.symmetric_difference_update(other)
        return fresh

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update({ref(item, self._remove) for item in other})

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def union(self, other):
        fresh = self.copy()
        fresh.update(other)
        return fresh

    __or__ = union

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0


class WeakMethod(ref):
    """A reference to a bound method, which lives as long as its object does."""

    def __new__(cls, meth, callback=None):
        try:
            owner = meth.__self__
            function = meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def dead(reference):
            # Either the object or the function has died: it's told once.
            method = of_method()
            if method is not None and method._alive:
                method._alive = False
                if callback is not None:
                    callback(method)

        self = super().__new__(cls, owner, dead)
        self._function = ref(function, dead)
        self._method_type = type(meth)
        self._alive = True
        of_method = ref(self)
        return self

    def __init__(self, meth, callback=None):
        super().__init__(meth)

    def __call__(self):
        owner = super().__call__()
        function = self._function()
        if owner is None or function is None:
            return None
        return function.__get__(owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class finalize:
    """Calls a function when an object dies, or when the program ends."""

    _registry = {}
    _shut_down = False
    _count = 0
    _registered = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered:
            finalize._registered = True
            _call_at_exit(finalize._run_all)
        finalize._count += 1
        # [reference, function, args, kwargs, at exit, number]
        finalize._registry[self] = [ref(obj, self), func, args, kwargs or None, True, finalize._count]

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info is None or finalize._shut_down:
            return None
        return info[1](*info[2], **(info[3] or {}))

    def detach(self):
        """If alive then mark as dead and return (obj, func, args, kwargs); otherwise return None."""
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is not None and finalize._registry.pop(self, None):
            return (obj, info[1], info[2], info[3] or {})
        return None

    def peek(self):
        """If alive then return (obj, func, args, kwargs); otherwise return None."""
        info = finalize._registry.get(self)
        obj = info and info[0]()
        return None if obj is None else (obj, info[1], info[2], info[3] or {})

    @property
    def alive(self):
        """Whether finalizer is alive."""
        return self in finalize._registry

    @property
    def atexit(self):
        """Whether finalizer should be called at exit."""
        info = finalize._registry.get(self)
        return bool(info) and info[4]

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info[4] = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(obj).__qualname__!r} at {id(obj):#x}>"

    @staticmethod
    def _run_all():
        """At exit: the newest first, also those that others create meanwhile."""
        while True:
            pending = [(info[5], each) for each, info in finalize._registry.items() if info[4]]
            if not pending:
                break
            number, newest = max(pending, key=lambda pair: pair[0])
            newest()
        finalize._shut_down = True
