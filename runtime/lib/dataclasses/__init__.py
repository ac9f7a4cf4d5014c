"""Classes that are mostly data: their methods are made from annotated fields."""

from dataclasses._fields import FACTORY_MARK as _HAS_DEFAULT_FACTORY
from dataclasses._fields import KW_ONLY, MISSING, Field, FrozenInstanceError, InitVar, _KW_ONLY_TYPE, _MISSING_TYPE, field
from dataclasses._initializer import compiled as _compiled
from dataclasses._instances import asdict, astuple, fields, is_dataclass, replace
from dataclasses._slots import get_state as _dataclass_getstate, set_state as _dataclass_setstate
from dataclasses._decorator import dataclass, make_dataclass

__all__ = [
    "dataclass", "make_dataclass", "field", "Field", "fields", "is_dataclass", "asdict", "astuple", "replace", "InitVar",
    "KW_ONLY", "MISSING", "FrozenInstanceError",
]

# Tracebacks and pickles name the classes by the package.
for _class in [Field, FrozenInstanceError, InitVar, _KW_ONLY_TYPE, _MISSING_TYPE]:
    _class.__module__ = "dataclasses"
