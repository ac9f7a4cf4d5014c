"""Statistics of profiles: not there, each use says so."""

from enum import StrEnum

from _profile_refusal import Refusing

__all__ = ["Stats", "SortKey"]


class SortKey(StrEnum):
    """What statistics can be sorted by."""

    CALLS = "calls", "ncalls"
    CUMULATIVE = "cumulative", "cumtime"
    FILENAME = "filename", "module"
    LINE = "line"
    NAME = "name"
    NFL = "nfl"
    PCALLS = "pcalls"
    STDNAME = "stdname"
    TIME = "time", "tottime"

    def __new__(cls, *values):
        member = str.__new__(cls, values[0])
        member._value_ = values[0]
        for each in values[1:]:
            cls._value2member_map_[each] = member
        member._all_values = values
        return member


class Stats(Refusing):
    pass
