"""Tools for functions: wraps, total_ordering, cached_property, singledispatch.

partial, reduce, cmp_to_key and the caches are the runtime's own.
"""

from functools import partial

MappingProxyType = type(type.__dict__)

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make `wrapper` look like `wrapped`."""
    for attribute in assigned:
        try:
            value = getattr(wrapped, attribute)
        except AttributeError:
            continue
        setattr(wrapper, attribute, value)
    for attribute in updated:
        getattr(wrapper, attribute).update(getattr(wrapped, attribute, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that makes a function look like `wrapped`."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Each comparison out of one that the class has: the name, and what becomes of the result.


def _negated(name, but_equal=None):
    """`not self.name(other)`, and, with `but_equal` True or False, also (not) equal."""

    def comparison(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        if but_equal is None:
            return not result
        return not result and self != other

    return comparison


def _or_equal(name):
    def comparison(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return result or self == other

    return comparison


def _but_not_equal(name):
    def comparison(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return result and self != other

    return comparison


def _not_or_equal(name):
    def comparison(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return not result or self == other

    return comparison


_COMPARISONS = {
    "__lt__": (("__gt__", _negated("__lt__", True)), ("__le__", _or_equal("__lt__")), ("__ge__", _negated("__lt__"))),
    "__le__": (("__ge__", _not_or_equal("__le__")), ("__lt__", _but_not_equal("__le__")), ("__gt__", _negated("__le__"))),
    "__gt__": (("__lt__", _negated("__gt__", True)), ("__ge__", _or_equal("__gt__")), ("__le__", _negated("__gt__"))),
    "__ge__": (("__le__", _not_or_equal("__ge__")), ("__gt__", _but_not_equal("__ge__")), ("__lt__", _negated("__ge__"))),
}


def total_ordering(cls):
    """Fill in the ordering methods that the class doesn't have."""
    defined = [name for name in _COMPARISONS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    # __lt__ is preferred to __le__, to __gt__, to __ge__.
    root = max(defined)
    for name, function in _COMPARISONS[root]:
        if name not in defined:
            function.__name__ = name
            setattr(cls, name, function)
    return cls


_NOT_FOUND = object()


class cached_property:
    """A property that is worked out once for each instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property."
            ) from None
        value = cache.get(self.attrname, _NOT_FOUND)
        if value is _NOT_FOUND:
            value = self.func(instance)
            cache[self.attrname] = value
        return value


class partialmethod:
    """A method with some arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(each) for each in self.args)
        parts.extend(f"{key}={value!r}" for key, value in self.keywords.items())
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            merged = {**self.keywords, **keywords}
            return self.func(cls_or_self, *self.args, *args, **merged)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(type(self.func), "__get__", None)
        result = None
        if get is not None and not isinstance(self.func, partial):
            bound = get(self.func, obj, cls)
            if bound is not self.func:
                # What the descriptor gives knows its instance already.
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
        if result is None:
            result = self._make_unbound_method().__get__(obj, cls)
        return result

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


def _implementation_of(cls, registry):
    """The function registered for the class nearest to `cls`; abstract base classes count where the MRO first fulfils them."""
    mro = cls.__mro__
    for position, each in enumerate(mro):
        if each in registry:
            return registry[each]
        behind = mro[position + 1 :]
        found = [
            base
            for base in registry
            if base not in mro and issubclass(each, base) and not any(issubclass(other, base) for other in behind if other is not object)
        ]
        best = [base for base in found if not any(other is not base and issubclass(other, base) for other in found)]
        if len(best) > 1:
            raise RuntimeError(f"Ambiguous dispatch: {best[0]} or {best[1]}")
        if best:
            return registry[best[0]]
    return None


def _classes_of(annotation):
    """The classes that a `register` argument or annotation names; None if it's neither a class nor a union of them."""
    if isinstance(annotation, type):
        return (annotation,)
    args = getattr(annotation, "__args__", None)
    is_union = args is not None and type(annotation).__name__ in ("UnionType", "_UnionGenericAlias")
    if is_union and all(isinstance(each, type) for each in args):
        return args
    return None


def singledispatch(func):
    """A function that is chosen by the class of its first argument."""
    registry = {}
    cache = {}

    def dispatch(cls):
        try:
            return cache[cls]
        except KeyError:
            pass
        implementation = registry.get(cls) or _implementation_of(cls, registry)
        cache[cls] = implementation
        return implementation

    def register(cls, func=None):
        classes = _classes_of(cls)
        if classes is not None:
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(
                    f"Invalid first argument to `register()`. {cls!r} is not a class or union type."
                )
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    f"Use either `@register(some_class)` or plain `@register` "
                    f"on an annotated function."
                )
            func = cls
            argument, annotation = next(iter(annotations.items()))
            classes = _classes_of(annotation)
            if classes is None:
                raise TypeError(f"Invalid annotation for {argument!r}. {annotation!r} is not a class.")
        for each in classes:
            registry[each] = func
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """A method that is chosen by the class of its first argument behind `self`."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        name = getattr(self.func, "__name__", "singledispatchmethod method")
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
