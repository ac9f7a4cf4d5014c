"""Times of day."""

from _support import name_with_module
from datetime._arguments import NOT_GIVEN, checked_fold, checked_text, microseconds_of_day, type_name
from datetime._iso import time_parts
from datetime._span import span
from datetime._text import clock_text, formatted, offset_text
from datetime._zones import UTC, ask_zone, checked_zone, name_in_zone, timezone

# The parts of `_clock`, microseconds since midnight. `datetime` has them as well.
hour_part = property(lambda self: self._clock // 3600000000)
minute_part = property(lambda self: self._clock // 60000000 % 60)
second_part = property(lambda self: self._clock // 1000000 % 60)
microsecond_part = property(lambda self: self._clock % 1000000)
zone_part = property(lambda self: self._zone)
fold_part = property(lambda self: self._fold)


def parts_of_clock(clock):
    """Hour, minute, second, microsecond."""
    seconds = clock // 1000000
    minutes = seconds // 60
    return minutes // 60, minutes % 60, seconds % 60, clock % 1000000


def clock_from_state(state):
    """Of the six bytes that pickles have."""
    hour, minute, second, *microsecond = state
    return ((hour * 60 + minute) * 60 + second) * 1000000 + int.from_bytes(microsecond, "big")


def state_of_clock(clock):
    hour, minute, second, microsecond = parts_of_clock(clock)
    return bytes((hour, minute, second)) + microsecond.to_bytes(3, "big")


def zone_of_state(zone):
    try:
        return checked_zone(zone)
    except TypeError:
        raise TypeError("bad tzinfo state arg") from None


def reduced(value, state, folded_byte, protocol):
    """What `__reduce_ex__` gives. The fold is a bit that older protocols don't have."""
    if value._fold and protocol > 3:
        state[folded_byte] |= 0x80
    return value.__class__, (bytes(state),) if value._zone is None else (bytes(state), value._zone)


def constructor_text(value, date_parts):
    """The call that makes it: its date, if it has one, and what its time of day needs."""
    hour, minute, second, microsecond = parts_of_clock(value._clock)
    seconds = (second, microsecond) if microsecond else (second,) if second else ()
    arguments = [str(part) for part in (*date_parts, hour, minute, *seconds)]
    fold = ["fold=1"] if value._fold else []
    zone = [] if value._zone is None else [f"tzinfo={value._zone!r}"]
    arguments += fold + zone if date_parts else zone + fold
    return f"{type_name(value)}({', '.join(arguments)})"


def changed_copy(value, old, new, fold):
    """What `replace` gives. Constructors of derived classes needn't know of folds."""
    parts = [before if after is NOT_GIVEN else after for before, after in zip(old, new)]
    fold = value._fold if fold is NOT_GIVEN else checked_fold(fold)
    return type(value)(*parts, fold=fold) if fold else type(value)(*parts)


def zone_from_parts(offset):
    """Of an offset that a text had."""
    if offset is None:
        return None
    seconds, microseconds = offset
    return timezone(span(seconds * 1000000 + microseconds)) if seconds else UTC


class time:
    """A time of day, with or without a time zone."""

    __module__ = "datetime"
    # Microseconds since midnight, the time zone, and which of two equal readings of the clock it is.
    __slots__ = ("_clock", "_zone", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        made = object.__new__(cls)
        if type(hour) is bytes and len(hour) == 6 and hour[0] & 0x7F < 24:
            made._fold = hour[0] >> 7
            made._clock = clock_from_state(bytes((hour[0] & 0x7F,)) + hour[1:])
            made._zone = zone_of_state(None if minute == 0 else minute)
            return made
        made._clock = microseconds_of_day(hour, minute, second, microsecond)
        made._fold = checked_fold(fold)
        made._zone = checked_zone(tzinfo)
        return made

    hour = hour_part
    minute = minute_part
    second = second_part
    microsecond = microsecond_part
    tzinfo = zone_part
    fold = fold_part

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time of day that a text in ISO 8601's form names."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = time_parts(time_string.removeprefix("T"))
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        clock, offset = parts
        return cls(*clock, zone_from_parts(offset))

    def replace(self, hour=NOT_GIVEN, minute=NOT_GIVEN, second=NOT_GIVEN, microsecond=NOT_GIVEN, tzinfo=NOT_GIVEN, *, fold=NOT_GIVEN):
        """The time with some parts changed."""
        changed = (hour, minute, second, microsecond, tzinfo)
        old = (*parts_of_clock(self._clock), self._zone)
        return changed_copy(self, old, changed, fold)

    __replace__ = replace

    # The time zone.

    def utcoffset(self):
        return ask_zone(self._zone, "utcoffset", None)

    def dst(self):
        return ask_zone(self._zone, "dst", None)

    def tzname(self):
        return name_in_zone(self._zone, None)

    # As text.

    def isoformat(self, timespec="auto"):
        """`HH:MM:SS[.ffffff][+HH:MM]`."""
        return clock_text(self._clock, timespec, 1) + offset_text(self.utcoffset())

    def strftime(self, format):
        """The time as the format says; the date is the first of January 1900."""
        return formatted(self, format, (1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1))

    def __format__(self, fmt):
        return self.strftime(fmt) if checked_text(fmt, "__format__") else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return constructor_text(self, ())

    # Comparisons: of the readings of the clock, less their offsets from UTC where these differ.

    def _difference(self, other):
        """In microseconds; None where just one of them has an offset."""
        difference = self._clock - other._clock
        if self._zone is other._zone:
            return difference
        mine, theirs = self.utcoffset(), other.utcoffset()
        if mine is None or theirs is None:
            return difference if mine is theirs else None
        return difference - mine._total + theirs._total

    def _order(self, other):
        difference = self._difference(other)
        if difference is None:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return difference

    def __eq__(self, other):
        return self._difference(other) == 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._order(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._order(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._order(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._order(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        # Which of two equal readings it is doesn't count, but a time zone may ask.
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._clock) if offset is None else hash(span(self._clock) - offset)

    def __reduce_ex__(self, protocol, /):
        return reduced(self, bytearray(state_of_clock(self._clock)), 0, protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def clock_time(clock, zone, fold):
    """A time of day from its parts, which are known to be right."""
    made = object.__new__(time)
    made._clock = clock
    made._zone = zone
    made._fold = fold
    return made


time.min = time()
time.max = time(23, 59, 59, 999999)
time.resolution = span(1)


name_with_module(time)
