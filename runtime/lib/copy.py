"""Copies of objects, shallow and deep."""

import copyreg
import types

# What `object.__reduce_ex__` calls.
import _reduction

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """An object can't be copied."""


error = Error

# Nothing can change in values of these types, so that they are their own copies.
_ATOMIC_TYPES = frozenset({
    types.NoneType, types.EllipsisType, types.NotImplementedType, int, float, bool, complex, bytes, str, type, range,
    types.FunctionType, types.BuiltinFunctionType, types.CodeType, property,
})

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
    return _copy_by_parts(x, cls, None)


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
            made = _copy_by_parts(x, cls, memo)
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


# All other objects, by what `__reduce_ex__` says.


def _copy_by_parts(x, cls, memo):
    function = copyreg.dispatch_table.get(cls)
    if function is not None:
        parts = function(x)
    elif cls.__module__ == "weakref" and cls.__name__ == "ReferenceType":
        return x
    else:
        parts = _parts_of(x, cls, "shallow" if memo is None else "deep")
    return x if isinstance(parts, str) else _reconstruct(x, memo, *parts)


def _parts_of(x, cls, kind):
    method = getattr(x, "__reduce_ex__", None)
    if method is not None:
        return method(4)
    method = getattr(x, "__reduce__", None)
    if method is None:
        raise Error(f"un({kind})copyable object of type {cls}")
    return method()


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
