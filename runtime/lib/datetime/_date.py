"""Dates."""

import math
import time

from _support import name_with_module
from datetime._arguments import NOT_GIVEN, as_int, checked_text, checked_timestamp, packed_date, type_name
from datetime._calendar import MAX_ORDINAL, MAXYEAR, MINYEAR, from_iso_day, from_ordinal, iso_day_of, to_ordinal
from datetime._iso import date_parts
from datetime._span import span, timedelta
from datetime._text import ctime_text, formatted

_A_DAY = 86400000000


class IsoCalendarDate(tuple):
    """What `isocalendar` gives."""

    __module__ = "datetime"
    __slots__ = ()

    def __new__(cls, year, week, weekday, /):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return "{}(year={}, week={}, weekday={})".format(type_name(self), *self)


def timetuple_of(ordinal, date, clock, is_dst):
    """As `time.localtime` gives it. The time of day is in seconds."""
    year, month, day = date
    minutes, second = divmod(clock, 60)
    weekday = (ordinal - 1) % 7
    day_of_year = ordinal - to_ordinal(year, 1, 1) + 1
    return time.struct_time((year, month, day, minutes // 60, minutes % 60, second, weekday, day_of_year, is_dst))


def unpack(packed):
    """Year, month and day of a packed date."""
    return packed >> 9, packed >> 5 & 15, packed & 31


def packed_from_state(state):
    """Of four bytes, as pickles have them; None for others."""
    if len(state) != 4 or not 1 <= state[2] <= 12:
        return None
    return (state[0] << 8 | state[1]) << 9 | state[2] << 5 | state[3]


def state_of_date(packed):
    year, month, day = unpack(packed)
    return bytes((year >> 8, year & 255, month, day))


class date:
    """A day of the calendar."""

    __module__ = "datetime"
    # Year, month and day in one number; see `packed_date`.
    __slots__ = ("_packed",)

    # Whether there's a time of day as well.
    _is_moment = False

    def __new__(cls, year=NOT_GIVEN, month=NOT_GIVEN, day=NOT_GIVEN):
        made = object.__new__(cls)
        if month is NOT_GIVEN and type(year) is bytes and (packed := packed_from_state(year)) is not None:
            made._packed = packed
        else:
            made._packed = packed_date(year, month, day)
        return made

    @classmethod
    def fromtimestamp(cls, t, /):
        """The local day of a POSIX timestamp."""
        return cls(*time.localtime(math.floor(checked_timestamp(t)))[:3])

    @classmethod
    def today(cls):
        """The local day now."""
        return cls.fromtimestamp(time.time())

    @classmethod
    def fromordinal(cls, n, /):
        """The day by its number; 1 is the first of January of the year 1."""
        n = as_int(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n >> 63:
            raise OverflowError("Python int too large to convert to C long")
        return cls(*from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The day that a text in ISO 8601's form names."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = date_parts(date_string) if len(date_string) in (7, 8, 10) else None
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO week."""
        return cls(*from_ordinal(from_iso_day(as_int(year), as_int(week), as_int(day))))

    year = property(lambda self: self._packed >> 9)
    month = property(lambda self: self._packed >> 5 & 15)
    day = property(lambda self: self._packed & 31)

    def replace(self, year=NOT_GIVEN, month=NOT_GIVEN, day=NOT_GIVEN):
        """The day with some parts changed."""
        packed = self._packed
        return type(self)(
            packed >> 9 if year is NOT_GIVEN else year,
            packed >> 5 & 15 if month is NOT_GIVEN else month,
            packed & 31 if day is NOT_GIVEN else day,
        )

    __replace__ = replace

    # Counting.

    def toordinal(self):
        """The day's number; 1 is the first of January of the year 1."""
        packed = self._packed
        return to_ordinal(packed >> 9, packed >> 5 & 15, packed & 31)

    def weekday(self):
        """Monday is 0."""
        return (self.toordinal() - 1) % 7

    def isoweekday(self):
        """Monday is 1."""
        return (self.toordinal() - 1) % 7 + 1

    def isocalendar(self):
        """ISO year, week and weekday."""
        return IsoCalendarDate(*iso_day_of(self._packed >> 9, self.toordinal()))

    def timetuple(self):
        """The day as `time.localtime` would give it, at midnight."""
        return self._timetuple(-1)

    def _timetuple(self, is_dst):
        return timetuple_of(self.toordinal(), unpack(self._packed), 0, is_dst)

    # As text.

    def isoformat(self):
        """`YYYY-MM-DD`."""
        packed = self._packed
        return f"{packed >> 9:04d}-{packed >> 5 & 15:02d}-{packed & 31:02d}"

    def ctime(self):
        """`Wed Jun  9 00:00:00 1993`."""
        return ctime_text(self._timetuple(-1))

    def strftime(self, format):
        """The day as the format says."""
        return formatted(self, format, self.timetuple())

    def __format__(self, fmt):
        return self.strftime(fmt) if checked_text(fmt, "__format__") else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return "{}({}, {}, {})".format(type_name(self), *unpack(self._packed))

    # Arithmetic; only whole days of a time span count.

    def _moved(self, days):
        ordinal = self.toordinal() + days
        if not 1 <= ordinal <= MAX_ORDINAL:
            raise OverflowError("date value out of range")
        year, month, day = from_ordinal(ordinal)
        # A class of the program's may have a constructor of its own.
        return plain_date(year << 9 | month << 5 | day) if type(self) is date else type(self)(year, month, day)

    def __add__(self, other):
        return self._moved(other._total // _A_DAY) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-(other._total // _A_DAY))
        if _is_date(other):
            return span((self.toordinal() - other.toordinal()) * _A_DAY)
        return NotImplemented

    # Comparisons.

    def __eq__(self, other):
        return self._packed == other._packed if _is_date(other) else NotImplemented

    def __lt__(self, other):
        return self._packed < other._packed if _is_date(other) else NotImplemented

    def __le__(self, other):
        return self._packed <= other._packed if _is_date(other) else NotImplemented

    def __gt__(self, other):
        return self._packed > other._packed if _is_date(other) else NotImplemented

    def __ge__(self, other):
        return self._packed >= other._packed if _is_date(other) else NotImplemented

    def __hash__(self):
        return hash(self._packed)

    def __reduce__(self):
        return self.__class__, (state_of_date(self._packed),)


def plain_date(packed):
    made = object.__new__(date)
    made._packed = packed
    return made


def _is_date(value):
    """Whether it is one without a time of day."""
    return isinstance(value, date) and not value._is_moment


date.min = date(MINYEAR, 1, 1)
date.max = date(MAXYEAR, 12, 31)
date.resolution = timedelta(1)


name_with_module(date)
