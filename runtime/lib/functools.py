"""Tools for functions: wrappers, dispatch by type, cached properties; partial, reduce and lru_cache are the runtime's own."""

from functools import partial
from abc import get_cache_token
from types import GenericAlias, MappingProxyType, UnionType

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

# What reads annotations comes with `singledispatch` only.
_defers_imports = True


_NOT_FOUND = object()

# Wrappers.

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like `wrapped`."""
    for name in assigned:
        value = getattr(wrapped, name, _NOT_FOUND)
        if value is not _NOT_FOUND:
            setattr(wrapper, name, value)
    for name in updated:
        mine, theirs = getattr(wrapper, name), getattr(wrapped, name, {})
        mine.update(theirs)
    # After the update, which would bring the wrapped function's own `__wrapped__`.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """The same as a decorator of the wrapper."""

    def decorator(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorator


# Orderings. Each missing comparison is made from the one that the class has; `type(self).__op__` so that a subclass's is found.


def _gt_from_lt(self, other):
    """Return a > b.  Computed by @total_ordering from (not a < b) and (a != b)."""
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _le_from_lt(self, other):
    """Return a <= b.  Computed by @total_ordering from (a < b) or (a == b)."""
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else result or self == other


def _ge_from_lt(self, other):
    """Return a >= b.  Computed by @total_ordering from (not a < b)."""
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else not result


def _ge_from_le(self, other):
    """Return a >= b.  Computed by @total_ordering from (not a <= b) or (a == b)."""
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else not result or self == other


def _lt_from_le(self, other):
    """Return a < b.  Computed by @total_ordering from (a <= b) and (a != b)."""
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else result and self != other


def _gt_from_le(self, other):
    """Return a > b.  Computed by @total_ordering from (not a <= b)."""
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else not result


def _lt_from_gt(self, other):
    """Return a < b.  Computed by @total_ordering from (not a > b) and (a != b)."""
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _ge_from_gt(self, other):
    """Return a >= b.  Computed by @total_ordering from (a > b) or (a == b)."""
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else result or self == other


def _le_from_gt(self, other):
    """Return a <= b.  Computed by @total_ordering from (not a > b)."""
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else not result


def _le_from_ge(self, other):
    """Return a <= b.  Computed by @total_ordering from (not a >= b) or (a == b)."""
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else not result or self == other


def _gt_from_ge(self, other):
    """Return a > b.  Computed by @total_ordering from (a >= b) and (a != b)."""
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else result and self != other


def _lt_from_ge(self, other):
    """Return a < b.  Computed by @total_ordering from (not a >= b)."""
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else not result


_DERIVED = {
    "__lt__": (("__gt__", _gt_from_lt), ("__le__", _le_from_lt), ("__ge__", _ge_from_lt)),
    "__le__": (("__ge__", _ge_from_le), ("__lt__", _lt_from_le), ("__gt__", _gt_from_le)),
    "__gt__": (("__lt__", _lt_from_gt), ("__ge__", _ge_from_gt), ("__le__", _le_from_gt)),
    "__ge__": (("__le__", _le_from_ge), ("__gt__", _gt_from_ge), ("__lt__", _lt_from_ge)),
}


def total_ordering(cls):
    """A class decorator: adds the comparisons that are missing."""
    missing = {name for name in _DERIVED if getattr(cls, name, None) is getattr(object, name)}
    # `<` is the best one to start from, then `<=`, `>`, `>=`.
    for start, others in _DERIVED.items():
        if start not in missing:
            break
    else:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, function in others:
        if name in missing:
            function.__name__ = name
            setattr(cls, name, function)
    return cls


# Partial methods.


class partialmethod:
    """A method with some of the arguments given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and getattr(func, "__get__", None) is None:
            raise TypeError(f"{func!r} is not callable or a descriptor")
        inner_args, inner_keywords = (), {}
        if isinstance(func, partialmethod):
            func, inner_args, inner_keywords = func.func, func.args, func.keywords
        self.func = func
        self.args = inner_args + args
        self.keywords = {**inner_keywords, **keywords}

    def __repr__(self):
        parts = [repr(part) for part in (self.func, *self.args)]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts)})"

    def _as_function(self):
        """What becomes a method as functions do."""
        inner = self

        def _method(receiver, /, *args, **keywords):
            return inner.func(receiver, *inner.args, *args, **{**inner.keywords, **keywords})

        _method.__partialmethod__ = inner
        _method.__isabstractmethod__ = inner.__isabstractmethod__
        return _method

    def __get__(self, obj, cls=None):
        func = self.func
        bound = func.__get__(obj, cls) if hasattr(func, "__get__") else func
        if bound is func:
            return self._as_function().__get__(obj, cls)
        # The function knows its receiver already: a class method, a static method.
        made = partial(bound, *self.args, **self.keywords)
        if hasattr(bound, "__self__"):
            made.__self__ = bound.__self__
        return made

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


# Dispatch by the type of the first argument.


def _merge(sequences):
    """The linearisation of several ones (C3), or RuntimeError."""
    result = []
    sequences = [list(sequence) for sequence in sequences]
    while True:
        sequences = [sequence for sequence in sequences if sequence]
        if not sequences:
            return result
        for sequence in sequences:
            candidate = sequence[0]
            if not any([candidate in other[1:] for other in sequences]):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(candidate)
        for sequence in sequences:
            if sequence[0] is candidate:
                del sequence[0]


def _linearise(cls, abstract):
    """The class's bases in order, with the abstract classes that it's registered with put where they belong."""
    boundary = 0
    for place in range(len(cls.__bases__) - 1, -1, -1):
        if hasattr(cls.__bases__[place], "__abstractmethods__"):
            boundary = place + 1
            break
    explicit = list(cls.__bases__[:boundary])
    other = list(cls.__bases__[boundary:])
    implied = []
    for base in abstract:
        if issubclass(cls, base) and not any([issubclass(parent, base) for parent in cls.__bases__]):
            implied.append(base)
    abstract = [base for base in abstract if base not in implied]
    chains = [[cls]]
    for group in (explicit, implied, other):
        for base in group:
            chains.append(_linearise(base, abstract))
    chains += [explicit, implied, other]
    return _merge(chains)


def _linearise_with(cls, types):
    """The class's order of bases, the registered abstract classes among `types` included."""
    bases = set(cls.__mro__)

    def is_related(typ):
        return (typ not in bases and hasattr(typ, "__mro__") and not isinstance(typ, GenericAlias)
                and issubclass(cls, typ))

    related = [typ for typ in types if is_related(typ)]
    # A base of another one follows from it.
    related = [typ for typ in related
               if not any([typ is not other and typ in other.__mro__ for other in related])]
    known = set(types)
    found = []
    for typ in related:
        below = []
        for sub in typ.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                below.append([base for base in sub.__mro__ if base in known])
        if not below:
            found.append(typ)
            continue
        below.sort(key=len, reverse=True)
        for chain in below:
            for base in chain:
                if base not in found:
                    found.append(base)
    return _linearise(cls, found)


def _find_implementation(cls, registry):
    """The function registered for the nearest type; RuntimeError where two abstract classes are equally near."""
    order = _linearise_with(cls, registry.keys())
    match = None
    for typ in order:
        if match is not None:
            if (typ in registry and typ not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, typ)):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {typ}")
            break
        if typ in registry:
            match = typ
    return registry.get(match)


def _is_union(cls):
    from typing import Union
    return isinstance(cls, UnionType) or getattr(cls, "__origin__", None) is Union


def _is_valid_dispatch_type(cls):
    if isinstance(cls, type) and not isinstance(cls, GenericAlias):
        return True
    return _is_union(cls) and all([isinstance(arg, type) and not isinstance(arg, GenericAlias) for arg in cls.__args__])


def _first_hint(func):
    """Name and annotation of a function's first parameter, text turned into types."""
    from typing import get_type_hints
    for name, annotation in get_type_hints(func).items():
        return name, annotation


def _type_by_annotation(function, other):
    """The type that an implementation is for; `other` is what was given besides the function."""
    if other is not None:
        raise TypeError(f"Invalid first argument to `register()`. {function!r} is not a class or union type.")
    if not getattr(function, "__annotations__", {}):
        raise TypeError(
            f"Invalid first argument to `register()`: {function!r}. Use either `@register(some_class)` "
            "or plain `@register` on an annotated function.")
    argument, hint = _first_hint(function)
    if _is_valid_dispatch_type(hint):
        return hint
    reason = "not all arguments are classes" if _is_union(hint) else "is not a class"
    raise TypeError(f"Invalid annotation for {argument!r}. {hint!r} {reason}.")


def singledispatch(func):
    """A function with implementations by its first argument's type, added with `register`."""
    registry = {}
    dispatch_cache = {}
    cache_token = None

    def dispatch(cls):
        """The implementation for a type."""
        nonlocal cache_token
        if cache_token is not None and cache_token != get_cache_token():
            # Some class was registered with an abstract one.
            cache_token = get_cache_token()
            dispatch_cache.clear()
        found = dispatch_cache.get(cls)
        if found is None:
            found = registry.get(cls)
            if found is None:
                found = _find_implementation(cls, registry)
            dispatch_cache[cls] = found
        return found

    def register(cls, func=None):
        """Adds an implementation: `register(int, f)`, `@register(int)`, or `@register` with an annotation."""
        nonlocal cache_token
        if not _is_valid_dispatch_type(cls):
            cls, func = _type_by_annotation(cls, func), cls
        elif func is None:
            return lambda f: register(cls, f)
        for part in cls.__args__ if _is_union(cls) else (cls,):
            registry[part] = func
        if cache_token is None and hasattr(cls, "__abstractmethods__"):
            cache_token = get_cache_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = dispatch_cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """The same for methods: by the first argument after `self`."""

    def __init__(self, func):
        if not (callable(func) or hasattr(func, "__get__")):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.dispatcher = singledispatch(func)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        implementation_for = self.dispatcher.dispatch
        func = self.func

        def _method(*args, **kwargs):
            if args:
                return implementation_for(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
            name = getattr(func, "__name__", "singledispatchmethod method")
            raise TypeError(f"{name} requires at least 1 positional argument")

        _method.register = self.register
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return update_wrapper(_method, func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


# Cached properties.


class cached_property:
    """A property that's computed once and then kept in the instance's dict."""

    def __init__(self, func):
        self.attrname = None
        self.func = func
        self.__module__, self.__doc__ = func.__module__, func.__doc__

    def __set_name__(self, owner, name):
        known = self.attrname
        self.attrname = name if known is None else known
        if self.attrname != name:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        kept = getattr(instance, "__dict__", None)
        if kept is None:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} property.")
        value = kept.get(name, _NOT_FOUND)
        return self._keep(instance, kept) if value is _NOT_FOUND else value

    def _keep(self, instance, kept):
        """Computes the value."""
        value = self.func(instance)
        try:
            kept[self.attrname] = value
        except TypeError:
            raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                            f"item assignment for caching {self.attrname!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)
