"""Moments: dates with a time of day."""

import math
import time as _time

from _support import name_with_module
from datetime._arguments import NOT_GIVEN, checked_fold, checked_text, checked_timestamp, microseconds_of_day, packed_date
from datetime._calendar import MAX_ORDINAL, MAXYEAR, MINYEAR, from_ordinal
from datetime._clock import (
    changed_copy, clock_from_state, clock_time, constructor_text, fold_part, hour_part, microsecond_part, minute_part, parts_of_clock, reduced, second_part,
    state_of_clock, time, zone_from_parts, zone_of_state, zone_part,
)
from datetime._date import date, packed_from_state, plain_date, state_of_date, timetuple_of, unpack
from datetime._iso import date_length, date_parts, time_parts
from datetime._span import span, timedelta
from datetime._text import clock_text, offset_text
from datetime._zones import UTC, ask_zone, checked_zone, name_in_zone, timezone

_A_SECOND = 1000000
_A_DAY = 86400 * _A_SECOND
_EPOCH_ORDINAL = 719163
# As timestamps.
_SECOND_DAY = (2 - _EPOCH_ORDINAL) * 86400
_LAST_DAY = (MAX_ORDINAL - _EPOCH_ORDINAL) * 86400


def _local_offset(timestamp):
    """Of local time from UTC, in seconds."""
    moment = _time.localtime(timestamp)
    if not MINYEAR <= moment[0] <= MAXYEAR:
        raise ValueError(f"year {moment[0]} is out of range")
    return moment.tm_gmtoff


def _local_timestamp(reading, fold):
    """The timestamp at which local clocks show `reading`, which is the timestamp at which UTC's do.

    A day before (for fold=1, after) they surely have the offset that counts, where they show it twice or never. Where that
    offset doesn't lead to the reading, there's the one on the other side of a change; unless that doesn't either.
    """
    if not _SECOND_DAY <= reading < _LAST_DAY:
        # UTC's reading must be one of local clocks as well.
        _local_offset(reading)
    first = reading - _local_offset(reading + (86400 if fold else -86400))
    offset = _local_offset(first)
    if first + offset == reading:
        return first
    second = reading - offset
    return second if second + _local_offset(second) == reading else first


def _is_repeated(timestamp, offset):
    """Whether local clocks, which have this offset, showed the same some time earlier."""
    change = offset - _local_offset(timestamp - 86400)
    return change < 0 and _local_offset(timestamp + change) == offset - change


def _split_timestamp(timestamp):
    """Whole seconds, and microseconds."""
    if not isinstance(timestamp, float):
        return timestamp, 0
    fraction, whole = math.modf(timestamp)
    return divmod(int(whole) * _A_SECOND + round(fraction * 1e6), _A_SECOND)


def _local_zone(timestamp):
    moment = _time.localtime(timestamp)
    return timezone(span(moment.tm_gmtoff * _A_SECOND), moment.tm_zone)


def _make(packed, clock, zone, fold=0):
    """A moment from its parts, which are known to be right."""
    made = object.__new__(datetime)
    made._packed = packed
    made._clock = clock
    made._zone = zone
    made._fold = fold
    made._hash = None
    return made


def _make_for(cls, packed, clock, zone, fold=0):
    """One of the class. Constructors of derived classes needn't know of folds."""
    if cls is datetime:
        return _make(packed, clock, zone, fold)
    parts = (*unpack(packed), *parts_of_clock(clock), zone)
    return cls(*parts, fold=fold) if fold else cls(*parts)


def _check_combined(day, clock):
    for place, argument, kind in ((1, day, date), (2, clock, time)):
        if not isinstance(argument, kind):
            raise TypeError(f"combine() argument {place} must be datetime.{kind.__name__}, not {type(argument).__name__}")


def _warn_of_naive(name, instead, level):
    import warnings
    warnings.warn(f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. "
                  f"Use timezone-aware objects to represent datetimes in UTC: {instead}.", DeprecationWarning, stacklevel=level)


class datetime(date):
    """A moment: a date and a time of day, with or without a time zone."""

    __module__ = "datetime"
    __slots__ = ("_clock", "_zone", "_fold", "_hash")

    _is_moment = True

    def __new__(cls, year=NOT_GIVEN, month=NOT_GIVEN, day=NOT_GIVEN, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        made = object.__new__(cls)
        made._hash = None
        if day is NOT_GIVEN and type(year) is bytes and made._restore(year, None if month is NOT_GIVEN else month):
            return made
        made._packed = packed_date(year, month, day)
        made._clock = microseconds_of_day(hour, minute, second, microsecond)
        made._fold = checked_fold(fold)
        made._zone = checked_zone(tzinfo)
        return made

    def _restore(self, state, zone):
        """From ten bytes, as pickles have them; whether they're such."""
        if len(state) != 10:
            return False
        packed = packed_from_state(bytes((state[0], state[1], state[2] & 0x7F, state[3])))
        if packed is None:
            return False
        self._packed = packed
        self._clock = clock_from_state(state[4:])
        self._fold = state[2] >> 7
        self._zone = zone_of_state(zone)
        return True

    hour = hour_part
    minute = minute_part
    second = second_part
    microsecond = microsecond_part
    tzinfo = zone_part
    fold = fold_part

    # From other forms.

    @classmethod
    def _at(cls, seconds, microseconds, zone, is_utc):
        moment = (_time.gmtime if is_utc else _time.localtime)(seconds)
        packed = packed_date(moment[0], moment[1], moment[2])
        # Without leap seconds of the platform.
        clock = ((moment[3] * 60 + moment[4]) * 60 + min(moment[5], 59)) * _A_SECOND + microseconds
        if is_utc:
            made = _make_for(cls, packed, clock, zone)
            return made if zone is None else zone.fromutc(made)
        return _make_for(cls, packed, clock, None, int(_is_repeated(seconds, moment.tm_gmtoff)))

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The moment of a POSIX timestamp, local or in a time zone."""
        checked_zone(tz)
        return cls._at(*_split_timestamp(checked_timestamp(timestamp)), tz, tz is not None)

    @classmethod
    def utcfromtimestamp(cls, t, /):
        """The moment in UTC, without a time zone. Deprecated."""
        _warn_of_naive("utcfromtimestamp", "datetime.datetime.fromtimestamp(timestamp, datetime.UTC)", 3)
        return cls._at(*_split_timestamp(checked_timestamp(t)), None, True)

    @classmethod
    def now(cls, tz=None):
        """The moment now."""
        checked_zone(tz)
        return cls._at(*divmod(_time.time_ns() // 1000, _A_SECOND), tz, tz is not None)

    @classmethod
    def utcnow(cls):
        """The moment now in UTC, without a time zone. Deprecated."""
        _warn_of_naive("utcnow", "datetime.datetime.now(datetime.UTC)", 3)
        return cls._at(*divmod(_time.time_ns() // 1000, _A_SECOND), None, True)

    @classmethod
    def combine(cls, date, time, tzinfo=NOT_GIVEN):
        """The moment of a date and a time of day."""
        _check_combined(date, time)
        zone = time._zone if tzinfo is NOT_GIVEN else checked_zone(tzinfo)
        return _make_for(cls, date._packed, time._clock, zone, time._fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The moment that a text in ISO 8601's form names."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        length = date_length(date_string) if len(date_string) >= 7 else 0
        day = date_parts(date_string[:length])
        rest = date_string[length + 1:]
        clock = time_parts(rest) if len(date_string) > length else ([0, 0, 0, 0], None)
        if day is None or clock is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*day, *clock[0], zone_from_parts(clock[1]))

    @classmethod
    def strptime(cls, date_string, format, /):
        """The moment that a text names, read as the format says."""
        checked_text(date_string, "strptime", 1)
        checked_text(format, "strptime", 2)
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, date_string, format)

    # To other forms.

    def date(self):
        """The day."""
        return plain_date(self._packed)

    def time(self):
        """The time of day, without the time zone."""
        return clock_time(self._clock, None, self._fold)

    def timetz(self):
        """The time of day, with the time zone."""
        return clock_time(self._clock, self._zone, self._fold)

    def replace(self, year=NOT_GIVEN, month=NOT_GIVEN, day=NOT_GIVEN, hour=NOT_GIVEN, minute=NOT_GIVEN, second=NOT_GIVEN,
                microsecond=NOT_GIVEN, tzinfo=NOT_GIVEN, *, fold=NOT_GIVEN):
        """The moment with some parts changed."""
        changed = (year, month, day, hour, minute, second, microsecond, tzinfo)
        return changed_copy(self, (*unpack(self._packed), *parts_of_clock(self._clock), self._zone), changed, fold)

    __replace__ = replace

    def _timetuple(self, is_dst):
        return timetuple_of(self.toordinal(), unpack(self._packed), self._clock // _A_SECOND, is_dst)

    def timetuple(self):
        dst = self.dst()
        return self._timetuple(-1 if dst is None else 1 if dst else 0)

    def utctimetuple(self):
        offset = self.utcoffset()
        return (self - offset if offset else self)._timetuple(0)

    def _reading(self):
        """The timestamp at which clocks of UTC show this."""
        return (self.toordinal() - _EPOCH_ORDINAL) * 86400 + self._clock // _A_SECOND

    def timestamp(self):
        """The POSIX timestamp, a float."""
        if self._zone is not None:
            return (self - _EPOCH).total_seconds()
        return _local_timestamp(self._reading(), self._fold) + self._clock % _A_SECOND / 1e6

    def astimezone(self, tz=None):
        """The same moment in another time zone, the local one without `tz`."""
        checked_zone(tz)
        if tz is self._zone is not None:
            return self
        offset = ask_zone(self._zone, "utcoffset", self)
        if offset is None:
            reading = self._reading()
            offset = span((reading - _local_timestamp(reading, self._fold)) * _A_SECOND)
        moment = self - offset
        moment._zone = _local_zone(moment._reading()) if tz is None else tz
        return moment._zone.fromutc(moment)

    # The time zone.

    def utcoffset(self):
        zone = self._zone
        return zone._offset if type(zone) is timezone else ask_zone(zone, "utcoffset", self)

    def dst(self):
        return ask_zone(self._zone, "dst", self)

    def tzname(self):
        return name_in_zone(self._zone, self)

    # As text.

    def isoformat(self, sep="T", timespec="auto"):
        """`YYYY-MM-DDTHH:MM:SS[.ffffff][+HH:MM]`."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {type(sep).__name__}")
        packed = self._packed
        clock = clock_text(self._clock, timespec, 2)
        return f"{packed >> 9:04d}-{packed >> 5 & 15:02d}-{packed & 31:02d}{sep}{clock}{offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(sep=" ")

    def __repr__(self):
        return constructor_text(self, unpack(self._packed))

    # Arithmetic.

    def _microseconds(self):
        """Since the day before the first of the calendar."""
        return self.toordinal() * _A_DAY + self._clock

    def _moved(self, microseconds):
        packed = self._packed
        clock = self._clock + microseconds
        if not 0 <= clock < _A_DAY:
            days, clock = divmod(clock, _A_DAY)
            ordinal = self.toordinal() + days
            if not 1 <= ordinal <= MAX_ORDINAL:
                raise OverflowError("date value out of range")
            year, month, day = from_ordinal(ordinal)
            packed = year << 9 | month << 5 | day
        return _make_for(type(self), packed, clock, self._zone)

    def __add__(self, other):
        return self._moved(other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._total)
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._difference(other, True)
        if difference is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return span(difference)

    # Comparisons.

    def _difference(self, other, is_exact=False):
        """In microseconds, or just of the same sign; None where one of them has an offset from UTC, and the other hasn't."""
        change = 0
        if self._zone is not other._zone:
            mine, theirs = self.utcoffset(), other.utcoffset()
            if mine is None or theirs is None:
                if mine is not theirs:
                    return None
            else:
                change = theirs._total - mine._total
        if self._packed == other._packed:
            return self._clock - other._clock + change
        if is_exact or change:
            return self._microseconds() - other._microseconds() + change
        return self._packed - other._packed

    def _depends_on_fold(self):
        """Whether its offset would be another one with the other fold."""
        if self._zone is None or type(self._zone) is timezone:
            return False
        return _make(self._packed, self._clock, self._zone, 1 - self._fold).utcoffset() != self.utcoffset()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._difference(other) != 0:
            return False
        # What depends on the fold equals nothing of another time zone.
        return self._zone is other._zone or not (self._depends_on_fold() or other._depends_on_fold())

    def _order(self, other):
        difference = self._difference(other)
        if difference is None:
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return difference

    def __lt__(self, other):
        return self._order(other) < 0 if isinstance(other, datetime) else NotImplemented

    def __le__(self, other):
        return self._order(other) <= 0 if isinstance(other, datetime) else NotImplemented

    def __gt__(self, other):
        return self._order(other) > 0 if isinstance(other, datetime) else NotImplemented

    def __ge__(self, other):
        return self._order(other) >= 0 if isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        if self._hash is None:
            # A time zone may ask for the fold, which doesn't count.
            offset = (self.replace(fold=0) if self._fold else self).utcoffset()
            if offset is None:
                self._hash = hash((self._packed, self._clock))
            else:
                self._hash = hash(span(self._microseconds() - offset._total))
        return self._hash

    def __reduce_ex__(self, protocol, /):
        return reduced(self, bytearray(state_of_date(self._packed) + state_of_clock(self._clock)), 2, protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)


datetime.min = datetime(MINYEAR, 1, 1)
datetime.max = datetime(MAXYEAR, 12, 31, 23, 59, 59, 999999)
datetime.resolution = span(1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


name_with_module(datetime)
