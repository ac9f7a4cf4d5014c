"""Names for the types of built-in things, and ways to make classes."""

import sys
from _support import name_with_module
from types import CodeType, FrameType, TracebackType, _is_awaitable_generator, _make_awaitable

__all__ = [
    "FunctionType", "LambdaType", "MappingProxyType", "SimpleNamespace", "GeneratorType",
    "CoroutineType", "AsyncGeneratorType", "MethodType", "BuiltinFunctionType", "BuiltinMethodType",
    "MethodDescriptorType", "WrapperDescriptorType", "MethodWrapperType", "ModuleType", "CodeType", "FrameType", "CellType",
    "TracebackType", "GetSetDescriptorType", "MemberDescriptorType", "GenericAlias", "UnionType",
    "EllipsisType", "NoneType", "NotImplementedType", "new_class", "resolve_bases", "prepare_class",
    "get_original_bases", "DynamicClassAttribute", "coroutine",
]

# Namespaces keep all they have in their dicts anyway.
_static_layouts = True


def _function():
    pass


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


def _closure():
    variable = 1

    def inner():
        return variable

    return inner


class _Class:
    __slots__ = ("slot",)

    def method(self):
        pass


FunctionType = type(_function)
LambdaType = FunctionType
CellType = type(_closure().__closure__[0])
MappingProxyType = type(type.__dict__)
GeneratorType = type(_generator())
_unawaited = _coroutine()
CoroutineType = type(_unawaited)
_unawaited.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
ModuleType = type(sys)
GetSetDescriptorType = type(FunctionType.__dict__["__doc__"])
MemberDescriptorType = type(_Class.slot)
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(...)
NoneType = type(None)
NotImplementedType = type(NotImplemented)


# Making classes.


def new_class(name, bases=(), kwds=None, exec_body=None):
    """A new class, by the right metaclass; `exec_body` fills the namespace."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if isinstance(meta, type):
        namespace.setdefault("__module__", __name__)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """The bases, with what `__mro_entries__` gives in place of objects that are no types."""
    resolved = []
    is_changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        is_changed = True
        resolved.extend(entries)
    return tuple(resolved) if is_changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace that it prepares, and the other keywords of a class."""
    kwds = {} if kwds is None else dict(kwds)
    if "metaclass" in kwds:
        meta = kwds.pop("metaclass")
    elif bases:
        meta = type(bases[0])
    else:
        meta = type
    if isinstance(meta, type):
        meta = _most_derived(meta, bases)
    if hasattr(meta, "__prepare__"):
        namespace = meta.__prepare__(name, bases, **kwds)
    else:
        namespace = {}
    return meta, namespace, kwds


def _most_derived(meta, bases):
    winner = meta
    for base in bases:
        candidate = type(base)
        if issubclass(winner, candidate):
            continue
        if issubclass(candidate, winner):
            winner = candidate
            continue
        raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                        "metaclasses of all its bases")
    return winner


def get_original_bases(cls, /):
    """The bases as they were written: `Base[int]`."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """A property of instances; on the class, `__getattr__` of the metaclass is asked."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or (fget.__doc__ if fget is not None else None)
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            return _accessor(self.fget, "unreadable attribute")(instance)
        # Abstract ones are looked for on classes.
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def __set__(self, instance, value):
        _accessor(self.fset, "can't set attribute")(instance, value)

    def __delete__(self, instance):
        _accessor(self.fdel, "can't delete attribute")(instance)

    def _with(self, fget, fset, fdel, doc):
        made = type(self)(fget, fset, fdel, doc)
        made.overwrite_doc = self.overwrite_doc
        return made

    def getter(self, fget):
        doc = self.overwrite_doc and fget.__doc__
        return self._with(fget, self.fset, self.fdel, doc or self.__doc__)

    def setter(self, fset):
        return self._with(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return self._with(self.fget, self.fset, fdel, self.__doc__)


def _accessor(function, complaint):
    if function is None:
        raise AttributeError(complaint)
    return function


class SimpleNamespace:
    """An object whose attributes are given by name, with a repr that shows them."""

    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        attributes = self.__dict__
        for name, value in dict(mapping_or_iterable).items():
            if not isinstance(name, str):
                raise TypeError("keywords must be strings")
            attributes[name] = value
        attributes.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        key = id(self)
        if key in _namespaces_in_repr:
            return f"{name}(...)"
        _namespaces_in_repr.add(key)
        try:
            return f"{name}({', '.join([f'{key}={value!r}' for key, value in self.__dict__.items()])})"
        finally:
            _namespaces_in_repr.discard(key)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if _are_namespaces(self, other) else NotImplemented

    # The order is that of dicts, which have none.
    def __lt__(self, other):
        return self.__dict__ < other.__dict__ if _are_namespaces(self, other) else NotImplemented

    def __le__(self, other):
        return self.__dict__ <= other.__dict__ if _are_namespaces(self, other) else NotImplemented

    def __gt__(self, other):
        return self.__dict__ > other.__dict__ if _are_namespaces(self, other) else NotImplemented

    def __ge__(self, other):
        return self.__dict__ >= other.__dict__ if _are_namespaces(self, other) else NotImplemented

    __hash__ = None

    def __replace__(self, /, **changes):
        made = type(self)(**self.__dict__)
        made.__dict__.update(changes)
        return made

    def __reduce__(self):
        return type(self), (), self.__dict__


def _are_namespaces(*objects):
    """By their types, whatever their `__class__` says."""
    return all([issubclass(type(each), SimpleNamespace) for each in objects])


_namespaces_in_repr = set()


# Coroutines from generators.

# Of a code object's `co_flags`.
_GENERATOR_FLAG = 0x20
_COROUTINE_FLAG = 0x80


class _GeneratorWrapper:
    """Makes a generator awaitable."""

    def __init__(self, gen):
        self.__wrapped__ = gen
        self._is_generator = isinstance(gen, GeneratorType)
        self.__name__ = getattr(gen, "__name__", None)
        self.__qualname__ = getattr(gen, "__qualname__", None)

    def send(self, val):
        return self.__wrapped__.send(val)

    def throw(self, tp, *rest):
        return self.__wrapped__.throw(tp, *rest)

    def close(self):
        return self.__wrapped__.close()

    def __next__(self):
        return next(self.__wrapped__)

    def __iter__(self):
        return self.__wrapped__ if self._is_generator else self

    __await__ = __iter__

    @property
    def gi_frame(self):
        return self.__wrapped__.gi_frame

    @property
    def gi_running(self):
        return self.__wrapped__.gi_running

    @property
    def gi_code(self):
        return self.__wrapped__.gi_code

    @property
    def gi_yieldfrom(self):
        return self.__wrapped__.gi_yieldfrom

    cr_frame = gi_frame
    cr_running = gi_running
    cr_code = gi_code
    cr_await = gi_yieldfrom


def coroutine(func):
    """A decorator: what a generator function returns can be awaited."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    flags = func.__code__.co_flags if isinstance(func, FunctionType) else 0
    if flags & _COROUTINE_FLAG:
        return func
    makes_generators = flags & _GENERATOR_FLAG

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if makes_generators:
            return _make_awaitable(made)
        if _is_awaitable_generator(made):
            return made
        if isinstance(made, GeneratorType) or (hasattr(made, "__next__") and hasattr(made, "send")
                                               and not isinstance(made, CoroutineType)
                                               and not hasattr(made, "__await__")):
            return _GeneratorWrapper(made)
        return made

    for name in ("__name__", "__qualname__", "__doc__", "__module__", "__wrapped__"):
        setattr(wrapped, name, func if name == "__wrapped__" else getattr(func, name, None))
    return wrapped


name_with_module(SimpleNamespace)
