"""What an object is made of: the parts that `__reduce_ex__` gives, from which copy and pickle make it again."""

import copyreg
import operator
import sys
import types

_IMMUTABLE = (int, str, bytes, tuple, float)

# What values of the runtime's types are made of again; those of other types can't be.
_REMADE = (types.NoneType, int, float, complex, str, bytes, bytearray, tuple, list, dict, set, frozenset, slice, range, BaseException)
# Modules whose types CPython has in Python, or which can be made again.
_MODULES_OF_REMADE = ("asyncio.", "collections", "random", "array", "functools", "weakref", "datetime", "decimal", "struct")

_PARTS_OF_TYPES = frozenset({"TypeVar", "ParamSpec", "TypeVarTuple", "TypeAliasType", "NewType", "_SpecialForm"})


def reduce_ex(obj, protocol):
    """`object.__reduce_ex__`: by the class's own `__reduce__` where it has one."""
    method = getattr(type(obj), "__reduce__", None)
    if method is not None and method is not object.__reduce__:
        return obj.__reduce__()
    return reduce(obj, protocol)


def reduce(obj, protocol):
    """`object.__reduce__`: a str that names a global, or a tuple: function, arguments, state, items, pairs."""
    cls = type(obj)
    found = _of_built_in(obj, cls)
    if found is not None:
        return found
    if protocol < 2:
        return _by_reconstructor(obj, cls)
    _refuse_what_cannot_be_remade(obj, cls)
    return _by_new(obj, cls)


def state_of(obj):
    """`object.__getstate__`: the dict, with the slots where there are any."""
    # A dict of its own: an instance's is a view of the instance.
    state = dict(getattr(obj, "__dict__", ()))
    slots = {}
    for name in _slot_names(type(obj)):
        try:
            slots[name] = getattr(obj, name)
        except AttributeError:
            pass
    if slots:
        return state or None, slots
    return state or None


def _of_built_in(obj, cls):
    """What the runtime's types give that aren't made by `__new__`; None for all others."""
    if cls.__module__ == "typing" and cls.__name__ in _PARTS_OF_TYPES:
        # They belong to the module that has them.
        return getattr(obj, "__qualname__", None) or obj.__name__
    if obj is ... or obj is NotImplemented:
        return "Ellipsis" if obj is ... else "NotImplemented"
    if isinstance(obj, (range, slice)):
        return cls, (obj.start, obj.stop, obj.step)
    if isinstance(obj, (set, frozenset)):
        return cls, (list(obj),), obj.__getstate__()
    if isinstance(obj, bytearray):
        return cls, (bytes(obj),) if obj else (), obj.__getstate__()
    if isinstance(obj, types.MethodType):
        return getattr, (obj.__self__, obj.__func__.__name__)
    if isinstance(obj, types.MethodDescriptorType):
        return getattr, (obj.__objclass__, obj.__name__)
    if isinstance(obj, types.BuiltinFunctionType):
        owner = getattr(obj, "__self__", None)
        if owner is None or isinstance(owner, types.ModuleType):
            return obj.__qualname__
        return getattr, (owner, obj.__name__)
    if cls is types.GenericAlias and obj.__origin__.__name__ != "Callable":
        return cls, (obj.__origin__, obj.__args__)
    if cls is types.GenericAlias or (cls.__module__ == "typing" and cls.__name__ == "_GenericAlias"):
        return operator.getitem, _subscription(obj)
    return _of_library(obj, cls)


def _subscription(alias):
    """What is subscripted to have the alias again, and the subscript."""
    form, args = alias.__origin__, alias.__args__
    metadata = getattr(alias, "__metadata__", ())
    if metadata:
        return sys.modules["typing"].Annotated, (form, *metadata)
    name, _, rest = repr(alias).partition("[")
    if isinstance(form, type) and name.startswith("typing."):
        # `typing.List[...]` is made of the form, not of its class.
        form = getattr(sys.modules["typing"], name.removeprefix("typing."), form)
    if name in ("typing.Callable", "collections.abc.Callable") and rest.startswith("["):
        return form, (list(args[:-1]), args[-1])
    return form, args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args


def _of_library(obj, cls):
    """The same of types of modules that the program may not have."""
    if cls.__module__ == "re" and cls.__name__ == "Pattern":
        return sys.modules["re"]._compile, (obj.pattern, obj.flags)
    if cls.__module__ == "functools" and cls.__name__ == "partial":
        return cls, (obj.func,), (obj.func, obj.args, obj.keywords or {}, None)
    return None


def _refuse_what_cannot_be_remade(obj, cls):
    """TypeError for objects of the runtime's types: locks, generators, files, ..."""
    # Classes in Python know their module themselves.
    is_of_runtime = "__module__" not in cls.__dict__ and cls is not object
    is_remade = cls.__module__.startswith(_MODULES_OF_REMADE) and (hasattr(obj, "__dict__") or hasattr(cls, "__slots__"))
    if not is_of_runtime or isinstance(obj, _REMADE) or is_remade:
        return
    if cls is memoryview or cls is types.CodeType:
        raise TypeError(f"cannot pickle {cls.__name__} objects")
    if cls.__module__ == "_io":
        raise TypeError(f"cannot pickle '{cls.__name__}' instances")
    is_builtin = cls.__module__ in ("builtins", "types")
    raise TypeError(f"cannot pickle '{cls.__name__ if is_builtin else f'{cls.__module__}.{cls.__name__}'}' object")


def _new_arguments(obj, cls):
    """The arguments that `__new__` gets, by position and by keyword."""
    if hasattr(cls, "__getnewargs_ex__"):
        found = obj.__getnewargs_ex__()
        if not isinstance(found, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(found).__name__}'")
        if len(found) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(found)}")
        args, keywords = found
        if not isinstance(args, tuple):
            raise TypeError(f"first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{type(args).__name__}'")
        if not isinstance(keywords, dict):
            raise TypeError(f"second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{type(keywords).__name__}'")
        return found
    if hasattr(cls, "__getnewargs__"):
        found = obj.__getnewargs__()
        if not isinstance(found, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(found).__name__}'")
        return found, {}
    if isinstance(obj, complex):
        return (obj.real, obj.imag), {}
    for kind in _IMMUTABLE:
        if isinstance(obj, kind):
            return (kind(obj),), {}
    return (), {}


def _by_new(obj, cls):
    args, keywords = _new_arguments(obj, cls)
    state = obj.__getstate__()
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    if keywords:
        return copyreg.__newobj_ex__, (cls, args, keywords), state, items, pairs
    return copyreg.__newobj__, (cls, *args), state, items, pairs


def _by_reconstructor(obj, cls):
    """What protocols 0 and 1 can express."""
    base = object
    for each in cls.__mro__:
        if each.__module__ == "builtins" and each is not object:
            base = each
            break
    if base is cls and cls is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    _refuse_what_cannot_be_remade(obj, cls)
    args = cls, base, None if base is object else base(obj)
    if _has_own_state(cls):
        attributes = obj.__getstate__()
    else:
        if _slot_names(cls):
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
        attributes = dict(getattr(obj, "__dict__", ()))
    return (copyreg._reconstructor, args, attributes) if attributes else (copyreg._reconstructor, args)


def _has_own_state(cls):
    return getattr(cls, "__getstate__", None) is not object.__getstate__


def _slot_names(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            stripped = base.__name__.lstrip("_")
            is_private = name.startswith("__") and not name.endswith("__")
            names.append(f"_{stripped}{name}" if is_private and stripped else name)
    return names
