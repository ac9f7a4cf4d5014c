"""Enumerations whose members are names of their modules, and other ways to make and pickle them."""

import sys

from enum._flags import KEEP
from enum._kinds import Enum, ReprEnum
from enum._members import is_flag
from enum._metaclass import EnumType, add_to_module
from enum._naming import is_single_bit


def _module_of(member):
    return member.__class__.__module__.rpartition(".")[2]


def global_enum_repr(self):
    """`module.NAME`."""
    return f"{_module_of(self)}.{self._name_}"


def global_flag_repr(self):
    """`module.NAME|module.OTHER`; `module.Class(number)` where no bit has a name."""
    module = _module_of(self)
    if self._name_ is None:
        return f"{module}.{global_str(self)}"
    names = [self._name_] if is_single_bit(self._value_) else self._name_.split("|")
    # Bits that have no name stand as a number.
    is_kept = self._boundary_ is KEEP and len(names) > 1
    return "|".join([name if is_kept and name[0].isdigit() else f"{module}.{name}" for name in names])


def global_str(self):
    return f"{self.__class__.__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """A decorator: members are the module's names too, and their reprs say so."""
    cls.__repr__ = global_flag_repr if is_flag(cls) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    add_to_module(cls)
    return cls


def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
    """A new enumeration of the module's constants that `filter` accepts."""
    names = sys.modules[module].__dict__
    constants = names if source is None else source.__dict__
    members = [(key, constants[key]) for key in constants.keys() if filter(key)]
    try:
        members.sort(key=lambda item: item[::-1])
    except TypeError:
        members.sort(key=lambda item: item[0])
    made = cls(name, members, module=module, boundary=boundary or KEEP)
    (global_enum if as_global else add_to_module)(made)
    names[name] = made
    return made


EnumType._convert_ = _convert_


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """A decorator that makes an enumeration of a plain class."""

    def convert_class(cls):
        metacls = etype.__class__
        body = metacls.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                body[name] = value
        return metacls(cls.__name__, (etype,), body, boundary=boundary)

    return convert_class
