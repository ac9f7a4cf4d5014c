"""Functions on dataclasses and their instances."""

from copy import deepcopy
import types

from dataclasses._fields import FIELDS, MISSING, ON_CLASS, ON_INSTANCE, PARAMETER

# Values of these types are their own copies.
_UNCHANGING = frozenset([
    bool, int, float, complex, str, bytes, range, type, property, types.NoneType, types.EllipsisType, types.NotImplementedType,
    types.FunctionType, types.BuiltinFunctionType,
])


def is_dataclass(obj):
    """True for dataclasses and for their instances."""
    return hasattr(obj if isinstance(obj, type) else type(obj), FIELDS)


def fields(class_or_instance):
    """The fields, a tuple; TypeError for what is no dataclass."""
    found = getattr(class_or_instance, FIELDS, None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([fld for fld in found.values() if fld._field_type is ON_INSTANCE])


def _check_instance(obj, function):
    if not hasattr(type(obj), FIELDS):
        raise TypeError(f"{function}() should be called on dataclass instances")


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, dataclasses within included; everything else is copied deeply."""
    _check_instance(obj, "asdict")
    return _record(obj, dict_factory, True)


def astuple(obj, *, tuple_factory=tuple):
    """The fields' values as a tuple, dataclasses within included; everything else is copied deeply."""
    _check_instance(obj, "astuple")
    return _record(obj, tuple_factory, False)


def _record(obj, factory, is_named):
    """What stands for a dataclass's instance: of pairs of names and values, or of values alone."""
    known = getattr(obj, FIELDS).values()
    if is_named and factory is dict:
        return {fld.name: _copied(getattr(obj, fld.name), factory, is_named) for fld in known
                if fld._field_type is ON_INSTANCE}
    copies = []
    for fld in known:
        if fld._field_type is ON_INSTANCE:
            value = _copied(getattr(obj, fld.name), factory, is_named)
            copies.append((fld.name, value) if is_named else value)
    return factory(copies)


def _copied(value, factory, is_named):
    kind = type(value)
    if kind in _UNCHANGING:
        return value
    if hasattr(kind, FIELDS):
        return _record(value, factory, is_named)
    if issubclass(kind, dict):
        return _copied_dict(kind, value, factory, is_named)
    if not issubclass(kind, (list, tuple)):
        return deepcopy(value)
    items = [_copied(item, factory, is_named) for item in value]
    if kind is list:
        return items
    is_named_tuple = issubclass(kind, tuple) and hasattr(kind, "_fields")
    return kind(*items) if is_named_tuple else kind(items)


def _copied_dict(kind, value, factory, is_named):
    pairs = [(_copied(key, factory, is_named), _copied(item, factory, is_named)) for key, item in value.items()]
    if not hasattr(kind, "default_factory"):
        return kind(pairs)
    made = kind(value.default_factory)
    for key, item in pairs:
        made[key] = item
    return made


def replace(obj, /, **changes):
    """A new object of the same class with some fields changed."""
    _check_instance(obj, "replace")
    return changed(obj, changes)


def changed(obj, changes):
    """The object that `__init__` makes of the fields and of the changes, which gets all of them."""
    for name, fld in getattr(obj, FIELDS).items():
        if fld._field_type is ON_CLASS:
            continue
        is_given = name in changes
        if is_given and not fld.init:
            raise TypeError(f"field {name} is declared with init=False, it cannot be specified with replace()")
        if is_given or not fld.init:
            continue
        if fld._field_type is PARAMETER and fld.default is MISSING:
            raise TypeError(f"InitVar {name!r} must be specified with replace()")
        changes[name] = getattr(obj, name)
    return obj.__class__(**changes)
