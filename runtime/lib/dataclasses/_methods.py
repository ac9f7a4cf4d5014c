"""The other methods that fields imply."""

from reprlib import recursive_repr
import operator

from _dataclasses import equal_fields, field_values, have_same_class
from dataclasses._fields import FrozenInstanceError

_COMPARISONS = (
    ("__lt__", operator.lt),
    ("__le__", operator.le),
    ("__gt__", operator.gt),
    ("__ge__", operator.ge),
)


def make_repr(cls, names):
    def __repr__(self):
        shown = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{self.__class__.__qualname__}({shown})"

    # As CPython's: pprint tells a made one by its name.
    __repr__.__qualname__ = "__create_fn__.<locals>.__repr__"
    __repr__.__module__ = cls.__module__
    return recursive_repr()(__repr__)


def make_equality(names):
    """Field by field, up to the first that differs."""

    def __eq__(self, other):
        return equal_fields(self, other, names)

    return __eq__


def _make_comparison(names, compare):
    def method(self, other):
        if not have_same_class(self, other):
            return NotImplemented
        return compare(field_values(self, names), field_values(other, names))

    return method


def make_comparisons(names):
    """The four, by the tuples of the fields, with their names."""
    return [(name, _make_comparison(names, compare)) for name, compare in _COMPARISONS]


def make_hash(names):
    def __hash__(self):
        return hash(field_values(self, names))

    return __hash__


def make_refusals(cls, names):
    """`__setattr__` and `__delattr__` of a frozen class, with their names; subclasses may have more attributes."""

    def refuse(self, verb, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot {verb} field {name!r}")

    def __setattr__(self, name, value):
        refuse(self, "assign to", name)
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        refuse(self, "delete", name)
        super(cls, self).__delattr__(name)

    return [("__setattr__", __setattr__), ("__delattr__", __delattr__)]
