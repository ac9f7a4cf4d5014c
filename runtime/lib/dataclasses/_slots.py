"""Slots for fields, which need the class to be made again."""

from _dataclasses import make_again
from dataclasses._fields import FIELDS, ON_INSTANCE


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__", ())
    if isinstance(slots, str):
        return (slots,)
    if slots is not None and hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return tuple(slots or ())


def _names(obj):
    return [fld.name for fld in getattr(obj, FIELDS).values() if fld._field_type is ON_INSTANCE]


# The state of a frozen instance: pickling and copying would go through the `__setattr__` that refuses.


def get_state(self):
    return [getattr(self, name) for name in _names(self)]


def set_state(self, state):
    for name, value in zip(_names(self), state):
        object.__setattr__(self, name, value)


def with_slots(cls, is_frozen, wants_weakref):
    """The same class again, with slots for the fields that no base has one for."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    own = _names(cls)
    bases = cls.__mro__[1:-1]
    taken = {name for base in bases for name in _slots_of(base)}
    if any(["__weakref__" in base.__dict__ for base in bases]):
        taken.add("__weakref__")
    wanted = own + ["__weakref__"] if wants_weakref else own
    left_out = {*own, "__dict__", "__weakref__"}
    namespace = {name: value for name, value in cls.__dict__.items() if name not in left_out}
    namespace["__slots__"] = tuple([name for name in wanted if name not in taken])
    made = make_again(cls, namespace)
    made.__qualname__ = cls.__qualname__
    if is_frozen:
        for name, method in (("__getstate__", get_state), ("__setstate__", set_state)):
            if name not in namespace:
                setattr(made, name, method)
    return made
