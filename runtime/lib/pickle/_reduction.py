"""What an object is made of: the parts that `__reduce_ex__` gives, for objects of the runtime's types as well."""

import sys
import types
from collections import OrderedDict, defaultdict, deque

import copyreg
from copy import _built_in_value, _is_known_by_name, _refuse_what_cannot_be_remade, _slot_names, _state_of, alias_reduction

_IMMUTABLE = (int, str, bytes, tuple, float)


def _of_container(obj, cls):
    """What collections' classes give."""
    state = dict(getattr(obj, "__dict__", ())) or None
    if isinstance(obj, deque):
        return cls, () if obj.maxlen is None else ((), obj.maxlen), state, iter(obj)
    if isinstance(obj, defaultdict):
        return cls, () if obj.default_factory is None else (obj.default_factory,), None, None, iter(obj.items())
    return cls, (), state, None, iter(obj.items())


def _of_built_in(obj, cls):
    """What the runtime's types give that aren't made by `__new__`; None for all others."""
    if _is_known_by_name(cls):
        return obj.__name__
    if obj is ... or obj is NotImplemented:
        return "Ellipsis" if obj is ... else "NotImplemented"
    if isinstance(obj, range):
        return cls, (obj.start, obj.stop, obj.step)
    if isinstance(obj, slice):
        return cls, (obj.start, obj.stop, obj.step)
    if isinstance(obj, (set, frozenset)):
        return cls, (list(obj),), _state_of(obj, cls)
    if isinstance(obj, bytearray):
        return cls, (bytes(obj),) if obj else (), _state_of(obj, cls)
    if isinstance(obj, (OrderedDict, deque, defaultdict)):
        return _of_container(obj, cls)
    if isinstance(obj, types.MethodType):
        return getattr, (obj.__self__, obj.__func__.__name__)
    if isinstance(obj, types.MethodDescriptorType):
        return getattr, (obj.__objclass__, obj.__name__)
    if isinstance(obj, types.BuiltinFunctionType):
        owner = getattr(obj, "__self__", None)
        if owner is None or isinstance(owner, types.ModuleType):
            return obj.__qualname__
        return getattr, (owner, obj.__name__)
    if cls.__module__ == "re" and cls.__name__ == "Pattern":
        return sys.modules["re"]._compile, (obj.pattern, obj.flags)
    if cls.__module__ == "functools" and cls.__name__ == "partial":
        return cls, (obj.func,), (obj.func, obj.args, obj.keywords or {}, None)
    return None


def _new_arguments(obj, cls):
    """The arguments that `__new__` gets, by position and by keyword."""
    if hasattr(cls, "__getnewargs_ex__"):
        found = obj.__getnewargs_ex__()
        if not isinstance(found, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(found).__name__}'")
        if len(found) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(found)}")
        return found
    if hasattr(cls, "__getnewargs__"):
        found = obj.__getnewargs__()
        if not isinstance(found, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(found).__name__}'")
        return found, {}
    return (_built_in_value(obj) if isinstance(obj, _IMMUTABLE) else ()), {}


def _by_new(obj, cls):
    args, keywords = _new_arguments(obj, cls)
    state = _state_of(obj, cls)
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
    state = None if base is object else base(obj)
    args = (cls, base, state)
    method = getattr(cls, "__getstate__", None)
    if method is not None and method is not getattr(object, "__getstate__", None):
        attributes = obj.__getstate__()
    else:
        if _slot_names(cls):
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
        attributes = dict(getattr(obj, "__dict__", ()))
    if attributes:
        return copyreg._reconstructor, args, attributes
    return copyreg._reconstructor, args


def reduction_of(obj, protocol):
    """A str that names a global, or a tuple: function, arguments, state, items, pairs, setter of the state."""
    cls = type(obj)
    method = getattr(cls, "__reduce_ex__", None)
    if method is not None and method is not getattr(object, "__reduce_ex__", None):
        return obj.__reduce_ex__(protocol)
    method = getattr(cls, "__reduce__", None)
    if method is not None and method is not getattr(object, "__reduce__", None):
        return obj.__reduce__()
    found = _of_built_in(obj, cls) or alias_reduction(obj, cls)
    if found is not None:
        return found
    _refuse_what_cannot_be_remade(obj, cls)
    if cls.__module__ not in ("builtins", "__main__") and not hasattr(obj, "__dict__") and not hasattr(cls, "__slots__"):
        name = cls.__name__ if "." in cls.__name__ else f"{cls.__module__}.{cls.__name__}"
        raise TypeError(f"cannot pickle {name!r} object")
    return _by_new(obj, cls) if protocol >= 2 else _by_reconstructor(obj, cls)
