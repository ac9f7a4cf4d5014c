"""Copies of objects, shallow and deep."""

import copyreg
import types

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """An object can't be copied."""


error = Error

# Nothing can change in values of these types, so that they are their own copies.
_ATOMIC_TYPES = frozenset({
    types.NoneType, types.EllipsisType, types.NotImplementedType, int, float, bool, complex, bytes, str, type, range,
    types.FunctionType, types.BuiltinFunctionType, types.CodeType, property,
})

# What values of the runtime's types are made of again; those of other types can't be.
_REMADE = (int, float, complex, str, bytes, bytearray, tuple, list, dict, set, frozenset, slice, range, BaseException)
# Modules whose types CPython has in Python, or which can be made again.
_MODULES_OF_REMADE = ("asyncio.", "collections", "random", "array", "functools", "weakref", "datetime", "decimal", "struct")


def copy(x):
    """A shallow copy: a new object with the same contents."""
    cls = type(x)
    if cls in _ATOMIC_TYPES or cls is tuple or cls is frozenset or cls is slice:
        return x
    if cls is list or cls is dict or cls is set:
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    if cls is types.MethodType:
        return cls(x.__func__, x.__self__)
    return _copy_by_state(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):
    """A deep copy: what the object contains is copied too; `memo` holds the copies made so far, by `id`."""
    cls = type(x)
    if cls in _ATOMIC_TYPES:
        return x
    if memo is None:
        memo = {}
    else:
        found = memo.get(id(x), _nil)
        if found is not _nil:
            return found
    if cls is list:
        made = _deepcopy_list(x, memo)
    elif cls is dict:
        made = _deepcopy_dict(x, memo)
    elif cls is tuple:
        made = _deepcopy_tuple(x, memo)
    elif issubclass(cls, type):
        made = x
    else:
        method = getattr(x, "__deepcopy__", None)
        if method is not None:
            made = method(memo)
        elif cls is types.MethodType:
            made = cls(x.__func__, deepcopy(x.__self__, memo))
        elif cls is set or cls is frozenset:
            made = cls([deepcopy(item, memo) for item in x])
        else:
            made = _copy_by_state(x, cls, memo)
    if made is not x:
        memo[id(x)] = made
        _keep_alive(x, memo)
    return made


def _keep_alive(x, memo):
    """Keeps the original as long as the memo, which knows it by its id only."""
    kept = memo.get(id(memo))
    if kept is None:
        memo[id(memo)] = [x]
    else:
        kept.append(x)


def _deepcopy_list(x, memo):
    memo[id(x)] = made = []
    made.extend([deepcopy(item, memo) for item in x])
    return made


def _deepcopy_dict(x, memo):
    made = {}
    memo[id(x)] = made
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deepcopy_tuple(x, memo):
    """The tuple itself where none of its items has a copy."""
    items = [deepcopy(item, memo) for item in x]
    # A tuple that contains itself was copied meanwhile.
    found = memo.get(id(x))
    if found is not None:
        return found
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


# Objects of classes: by what `__reduce_ex__` says where a class defines it, else by class and state.


_PARTS_OF_TYPES = frozenset({"TypeVar", "ParamSpec", "TypeVarTuple", "TypeAliasType", "NewType"})


def _is_known_by_name(cls):
    """Whether objects of the class are taken apart into their name only: they belong to the module that has them."""
    return cls.__module__ == "typing" and cls.__name__ in _PARTS_OF_TYPES


def _defined_reduction(x, cls):
    """What copyreg or the class's own `__reduce_ex__` or `__reduce__` gives; a str for what is its own copy; or None."""
    if _is_known_by_name(cls):
        return x.__name__
    registered = copyreg.dispatch_table.get(cls)
    if registered is not None:
        return registered(x)
    if cls.__module__ == "weakref" and cls.__name__ == "ReferenceType":
        return cls.__name__
    method = getattr(cls, "__reduce_ex__", None)
    if method is not None and method is not getattr(object, "__reduce_ex__", None):
        return method(x, 4)
    method = getattr(cls, "__reduce__", None)
    if method is not None and method is not getattr(object, "__reduce__", None):
        return method(x)
    return alias_reduction(x, cls)


def alias_reduction(x, cls):
    """What `list[int]` is made of; None for all others."""
    return (cls, (x.__origin__, x.__args__)) if cls is types.GenericAlias else None


def _copy_by_state(x, cls, memo):
    reduction = _defined_reduction(x, cls)
    if reduction is not None:
        if isinstance(reduction, str):
            return x
        return _reconstruct(x, memo, *reduction)
    _refuse_what_cannot_be_remade(x, cls)
    made = _new_like(x, cls, memo)
    if memo is not None:
        memo[id(x)] = made
    _set_state(made, _state_of(x, cls), memo)
    _copy_items(made, x, memo)
    return made


def _refuse_what_cannot_be_remade(x, cls):
    """TypeError for objects of the runtime's types: locks, generators, files, ..."""
    # Classes in Python know their module themselves.
    is_of_runtime = "__module__" not in cls.__dict__ and cls is not object
    if not is_of_runtime or isinstance(x, _REMADE) or cls.__module__.startswith(_MODULES_OF_REMADE):
        return
    if cls is memoryview or cls is types.CodeType:
        raise TypeError(f"cannot pickle {cls.__name__} objects")
    if cls.__module__ == "_io":
        raise TypeError(f"cannot pickle '{cls.__name__}' instances")
    is_builtin = cls.__module__ in ("builtins", "types")
    raise TypeError(f"cannot pickle '{cls.__name__ if is_builtin else f'{cls.__module__}.{cls.__name__}'}' object")


def _new_like(x, cls, memo):
    """A new object of the class, made by `__new__` alone."""
    keywords = {}
    if hasattr(cls, "__getnewargs_ex__"):
        args, keywords = x.__getnewargs_ex__()
    elif hasattr(cls, "__getnewargs__"):
        args = x.__getnewargs__()
    else:
        args = _built_in_value(x)
    if memo is not None:
        args = [deepcopy(item, memo) for item in args]
        keywords = {key: deepcopy(value, memo) for key, value in keywords.items()}
    return cls.__new__(cls, *args, **keywords)


def _built_in_value(x):
    """The arguments of `__new__` for subclasses of built-in types that can't be changed later."""
    for kind in (int, float, complex, str, bytes, tuple, frozenset):
        if isinstance(x, kind):
            return (kind(x),)
    return (x.start, x.stop, x.step) if isinstance(x, slice) else ()


def _slot_names(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = base.__name__.lstrip("_")
                if stripped:
                    name = f"_{stripped}{name}"
            names.append(name)
    return names


def _state_of(x, cls):
    """What `__getstate__` gives: the dict, with the slots where there are any."""
    method = getattr(cls, "__getstate__", None)
    if method is not None and method is not getattr(object, "__getstate__", None):
        return method(x)
    # A dict of its own: an instance's is a view of the instance.
    state = dict(getattr(x, "__dict__", ()))
    slots = {}
    for name in _slot_names(cls):
        try:
            slots[name] = getattr(x, name)
        except AttributeError:
            pass
    if slots:
        return state or None, slots
    return state or None


def _set_state(made, state, memo):
    if state is None:
        return
    if memo is not None:
        state = deepcopy(state, memo)
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        made.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(made, name, value)


def _copy_items(made, x, memo):
    """The items of bytearrays, and of subclasses of list, dict and set."""
    if isinstance(x, bytearray):
        made.extend(x)
    elif isinstance(x, list):
        for item in x:
            made.append(item if memo is None else deepcopy(item, memo))
    elif isinstance(x, dict):
        for key, value in x.items():
            if memo is not None:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            made[key] = value
    elif isinstance(x, set):
        for item in x:
            made.add(item if memo is None else deepcopy(item, memo))


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
    """Makes an object as a reduction says."""
    if memo is not None and args:
        args = [deepcopy(item, memo) for item in args]
    made = func(*args)
    if memo is not None:
        memo[id(x)] = made
    _set_state(made, state, memo)
    if listiter is not None:
        for item in listiter:
            made.append(item if memo is None else deepcopy(item, memo))
    if dictiter is not None:
        for key, value in dictiter:
            if memo is not None:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            made[key] = value
    return made


def replace(obj, /, **changes):
    """A copy with some fields changed, by the class's `__replace__`."""
    cls = obj.__class__
    func = getattr(cls, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)
