"""Enumerations: classes whose instances are a fixed set of named values."""

from types import DynamicClassAttribute

from enum._naming import bin
from enum._body import EnumDict, auto, member, nonmember
from enum._members import property
from enum._metaclass import EnumType
from enum._kinds import Enum, IntEnum, ReprEnum, StrEnum
from enum._flags import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag
from enum._checking import CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, show_flag_values, unique, verify
from enum._globals import (
    _simple_enum, global_enum, global_enum_repr, global_flag_repr, global_str, pickle_by_enum_name, pickle_by_global_name,
)

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS",
    "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name",
]

EnumMeta = EnumType
_EnumDict = EnumDict

# What prints and pickles these looks at the module that they're in.
for _function in (unique, global_enum, global_enum_repr, global_flag_repr, global_str, pickle_by_enum_name, pickle_by_global_name):
    _function.__module__ = "enum"
