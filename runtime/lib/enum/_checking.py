"""Decorators that check enumerations."""

from enum._kinds import Enum, StrEnum
from enum._members import is_flag
from enum._naming import bits_of, is_single_bit


def _check_aliases(enumeration, problem):
    aliases = [f"{name} -> {found.name}" for name, found in enumeration.__members__.items() if name != found.name]
    if aliases:
        raise ValueError(f"{problem} found in {enumeration!r}: {', '.join(aliases)}")


def unique(enumeration):
    """A decorator: ValueError where a member has an alias."""
    _check_aliases(enumeration, "duplicate values")
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` can check."""

    __module__ = "enum"

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def _check_continuous(enumeration):
    if not issubclass(enumeration, Enum):
        raise TypeError("the 'verify' decorator only works with Enum and Flag")
    kind = "flag" if is_flag(enumeration) else "enum"
    values = {found.value for found in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if kind == "flag":
        wanted = [1 << place for place in range(low.bit_length(), high.bit_length() - 1)]
    else:
        wanted = range(low + 1, high)
    missing = [str(value) for value in wanted if value not in values]
    if missing:
        raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {', '.join(missing)}"[:256])


def _check_named_flags(enumeration):
    known = [found.value for found in enumeration]
    incomplete, missing = [], 0
    for name, alias in enumeration._member_map_.items():
        if name not in enumeration._member_names_ and alias.value >= 0:
            unnamed = [bit for bit in bits_of(alias.value) if bit not in known]
            if unnamed:
                incomplete.append(name)
            for bit in unnamed:
                missing |= bit
    if not incomplete:
        return
    if len(incomplete) == 1:
        aliases = f"alias {incomplete[0]} is"
    else:
        aliases = f"aliases {', '.join(incomplete[:-1])} and {incomplete[-1]} are"
    values = "value" if is_single_bit(missing) else "combined values of"
    raise ValueError(f"invalid Flag {enumeration.__name__!r}: {aliases} missing {values} 0x{missing:x} "
                     "[use enum.show_flag_values(value) for details]")


_CHECKS = {
    UNIQUE: lambda enumeration: _check_aliases(enumeration, "aliases"),
    CONTINUOUS: _check_continuous,
    NAMED_FLAGS: _check_named_flags,
}


class verify:
    """A decorator that checks an enumeration."""

    __module__ = "enum"

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check in _CHECKS:
                _CHECKS[check](enumeration)
        return enumeration


def show_flag_values(value):
    return list(bits_of(value))
