"""Dates, times of day, moments, time spans and time zones of the proleptic Gregorian calendar."""

import math
import time as _time
# Deprecated functions warn at the place that calls them: importing this says so.
from _support import caller_place

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059

_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTH_NAMES = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_NAMES = (None, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


# The calendar.


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    if month == 2 and _is_leap(year):
        return 29
    return _DAYS_IN_MONTH[month]


def _days_before_year(year):
    past = year - 1
    return past * 365 + past // 4 - past // 100 + past // 400


def _days_before_month(year, month):
    return _DAYS_BEFORE_MONTH[month] + (month > 2 and _is_leap(year))


def _ymd_to_ordinal(year, month, day):
    """Days since the year 1 began; the first day is 1."""
    return _days_before_year(year) + _days_before_month(year, month) + day


def _ordinal_to_ymd(ordinal):
    day = ordinal - 1
    n400, day = divmod(day, 146097)
    n100, day = divmod(day, 36524)
    n4, day = divmod(day, 1461)
    n1, day = divmod(day, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        # The last day of a leap year.
        return year - 1, 12, 31
    month = (day + 50) >> 5
    before = _days_before_month(year, month)
    if before > day:
        month -= 1
        before = _days_before_month(year, month)
    return year, month, day - before + 1


def _iso_week1_monday(year):
    """The ordinal of the Monday that the ISO year begins with."""
    first = _ymd_to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    if weekday > 3:
        monday += 7
    return monday


def _iso_to_ordinal(year, week, day):
    """The ordinal of a day of an ISO week; ValueError where there is none such."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        is_valid = False
        if week == 53:
            first_weekday = _ymd_to_ordinal(year, 1, 1) % 7
            is_valid = first_weekday == 4 or (first_weekday == 3 and _is_leap(year))
        if not is_valid:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return _iso_week1_monday(year) + (week - 1) * 7 + day - 1


# Checks of arguments.


def _index(value):
    """An int by `__index__`, in the words of C's argument parser otherwise."""
    if type(value) is int:
        return value
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return method(value)


_NOT_GIVEN = object()


def _check_date(year, month, day):
    if day is _NOT_GIVEN:
        name, place = ("year", 1) if year is _NOT_GIVEN else ("month", 2) if month is _NOT_GIVEN else ("day", 3)
        raise TypeError(f"function missing required argument '{name}' (pos {place})")
    year = _index(year)
    month = _index(month)
    day = _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour = _index(hour)
    minute = _index(minute)
    second = _index(second)
    microsecond = _index(microsecond)
    fold = _index(fold)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _check_offset(offset, name):
    """What a tzinfo's `utcoffset` or `dst` gave must be None or less than a day."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'")
    if not -_ONE_DAY < offset < _ONE_DAY:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _check_tzname(name):
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
    return name


# Formatting.


def _format_offset(offset, separator=":"):
    """`+HH:MM[:SS[.ffffff]]`; nothing for None."""
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign = "-"
        offset = -offset
    minutes, seconds = divmod(offset.days * 86400 + offset.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if seconds or offset.microseconds:
        text += f"{separator}{seconds:02d}"
        if offset.microseconds:
            text += f".{offset.microseconds:06d}"
    return text


def _format_time(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "hours":
        return f"{hour:02d}"
    if not isinstance(timespec, str):
        raise TypeError(f"isoformat() argument 'timespec' must be str, not {type(timespec).__name__}")
    raise ValueError("Unknown timespec value")


def _wrap_strftime(obj, format, timetuple):
    """Replaces what depends on microseconds and time zones, and leaves the rest to `time.strftime`."""
    parts = []
    place = 0
    size = len(format)
    while place < size:
        char = format[place]
        place += 1
        if char != "%" or place == size:
            parts.append(char)
            continue
        code = format[place]
        place += 1
        if code == "f":
            parts.append(f"{getattr(obj, 'microsecond', 0):06d}")
        elif code == "z":
            parts.append(_format_offset(_offset_of(obj), ""))
        elif code == ":" and place < size and format[place] == "z":
            place += 1
            parts.append(_format_offset(_offset_of(obj)))
        elif code == "Z":
            name = obj.tzname() if hasattr(obj, "tzname") else None
            parts.append("" if name is None else name.replace("%", "%%"))
        elif code in "YG" and timetuple[0] < 1000:
            year = timetuple[0] if code == "Y" else date(*timetuple[:3]).isocalendar()[0]
            parts.append(f"{year:04d}")
        elif code == "F" and timetuple[0] < 1000:
            parts.append(f"{timetuple[0]:04d}-%m-%d")
        else:
            parts.append("%" + code)
    return _time.strftime("".join(parts), timetuple)


def _offset_of(obj):
    return obj.utcoffset() if hasattr(obj, "utcoffset") else None


# Parsing of ISO 8601.


def _digits(text, start, end):
    """The number that the characters from `start` to `end` are."""
    part = text[start:end]
    if len(part) != end - start or not part.isascii() or not part.isdigit():
        raise ValueError
    return int(part)


def _parse_iso_date(text):
    """YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D], YYYYWww[D]."""
    size = len(text)
    year = _digits(text, 0, 4)
    has_separator = text[4] == "-"
    place = 5 if has_separator else 4
    if text[place:place + 1] == "W":
        week = _digits(text, place + 1, place + 3)
        place += 3
        day = 1
        if size > place:
            if (text[place] == "-") != has_separator:
                raise ValueError
            place += has_separator
            day = _digits(text, place, place + 1)
            place += 1
        if place != size:
            raise ValueError
        return _ordinal_to_ymd_checked(_iso_to_ordinal(year, week, day))
    month = _digits(text, place, place + 2)
    place += 2
    if (text[place:place + 1] == "-") != has_separator:
        raise ValueError
    place += has_separator
    day = _digits(text, place, place + 2)
    if place + 2 != size:
        raise ValueError
    return year, month, day


def _ordinal_to_ymd_checked(ordinal):
    if not 1 <= ordinal <= _MAXORDINAL:
        raise ValueError
    return _ordinal_to_ymd(ordinal)


def _parse_clock(text):
    """HH[:MM[:SS[.fff[fff]]]], with or without colons: hour, minute, second, microsecond."""
    size = len(text)
    values = [0, 0, 0, 0]
    place = 0
    has_separator = text[2:3] == ":"
    for index in range(3):
        values[index] = _digits(text, place, place + 2)
        place += 2
        if place == size:
            return values
        char = text[place]
        if index == 2:
            break
        if has_separator:
            if char != ":":
                raise ValueError
            place += 1
        elif char in ".,":
            raise ValueError
    if text[place] not in ".,":
        raise ValueError
    place += 1
    fraction = text[place:]
    if not fraction or not fraction.isascii() or not fraction.isdigit():
        raise ValueError
    fraction = fraction[:6]
    values[3] = int(fraction) * 10 ** (6 - len(fraction))
    return values


def _parse_iso_time(text):
    """The clock, and the offset from UTC or None."""
    place = -1
    for index, char in enumerate(text):
        if char in "+-Z":
            place = index
            break
    clock = text if place < 0 else text[:place]
    if len(clock) < 2:
        raise ValueError
    values = _parse_clock(clock)
    offset = None
    if place >= 0:
        zone = text[place + 1:]
        if text[place] == "Z":
            if zone:
                raise ValueError
            offset = timedelta(0)
        else:
            if len(zone) in (0, 1, 3):
                raise ValueError
            hours, minutes, seconds, microseconds = _parse_clock(zone)
            offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds)
            if text[place] == "-":
                offset = -offset
    return values, offset


def _zone_of(offset):
    if offset is None:
        return None
    return timezone(offset) if offset else timezone.utc


# Time spans.


def _div_round_half_even(a, b):
    quotient, remainder = divmod(a, b)
    remainder *= 2
    greater = remainder > b if b > 0 else remainder < b
    if greater or (remainder == b and quotient % 2 == 1):
        quotient += 1
    return quotient


_FACTORS = (
    ("days", 86400000000), ("seconds", 1000000), ("microseconds", 1), ("milliseconds", 1000), ("minutes", 60000000),
    ("hours", 3600000000), ("weeks", 604800000000),
)


class timedelta:
    """A time span, in days, seconds and microseconds."""

    __slots__ = ("_days", "_seconds", "_microseconds", "_hashcode")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        # What floats leave over whole microseconds; rounded once, at the end.
        rest = 0.0
        place = 0
        for value in (days, seconds, microseconds, milliseconds, minutes, hours, weeks):
            factor = _FACTORS[place][1]
            if isinstance(value, int):
                if value:
                    total += value * factor
            elif isinstance(value, float):
                fraction, whole = math.modf(value)
                total += int(whole) * factor
                if fraction:
                    fraction, whole = math.modf(fraction * factor)
                    total += int(whole)
                    rest += fraction
            else:
                raise TypeError(f"unsupported type for timedelta {_FACTORS[place][0]} component: {type(value).__name__}")
            place += 1
        if rest:
            whole = round(rest)
            if abs(whole - rest) == 0.5:
                # To the even microsecond of the whole sum.
                is_odd = total & 1
                whole = 2 * round((rest + is_odd) * 0.5) - is_odd
            total += whole
        return cls._from_microseconds(total)

    @classmethod
    def _from_microseconds(cls, total):
        seconds, microseconds = divmod(total, 1000000)
        days, seconds = divmod(seconds, 86400)
        if not -0x80000000 <= days <= 0x7FFFFFFF:
            raise OverflowError("Python int too large to convert to C int")
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days = days
        self._seconds = seconds
        self._microseconds = microseconds
        self._hashcode = -1
        return self

    def _to_microseconds(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def __repr__(self):
        parts = []
        if self._days:
            parts.append(f"days={self._days}")
        if self._seconds:
            parts.append(f"seconds={self._seconds}")
        if self._microseconds:
            parts.append(f"microseconds={self._microseconds}")
        if not parts:
            parts.append("0")
        return f"{_type_name(self)}({', '.join(parts)})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            plural = "" if abs(self._days) == 1 else "s"
            text = f"{self._days} day{plural}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def total_seconds(self):
        """The span in seconds, a float."""
        return self._to_microseconds() / 10 ** 6

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._from_microseconds(self._to_microseconds() + other._to_microseconds())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._from_microseconds(self._to_microseconds() - other._to_microseconds())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return -self + other
        return NotImplemented

    def __neg__(self):
        return timedelta._from_microseconds(-self._to_microseconds())

    def __pos__(self):
        return timedelta._from_microseconds(self._to_microseconds())

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._from_microseconds(self._to_microseconds() * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._from_microseconds(_div_round_half_even(self._to_microseconds() * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() // _non_zero(other._to_microseconds())
        if isinstance(other, int):
            return timedelta._from_microseconds(self._to_microseconds() // _non_zero(other))
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() / other._to_microseconds()
        if isinstance(other, int):
            return timedelta._from_microseconds(_div_round_half_even(self._to_microseconds(), _non_zero(other)))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._from_microseconds(
                _div_round_half_even(self._to_microseconds() * denominator, _non_zero(numerator)))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._from_microseconds(self._to_microseconds() % _non_zero(other._to_microseconds()))
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._to_microseconds(), _non_zero(other._to_microseconds()))
            return quotient, timedelta._from_microseconds(rest)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return (self._days == other._days and self._seconds == other._seconds
                    and self._microseconds == other._microseconds)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() <= other._to_microseconds()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() < other._to_microseconds()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() >= other._to_microseconds()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._to_microseconds() > other._to_microseconds()
        return NotImplemented

    def __hash__(self):
        if self._hashcode == -1:
            self._hashcode = hash((self._days, self._seconds, self._microseconds))
        return self._hashcode

    def __bool__(self):
        return self._days != 0 or self._seconds != 0 or self._microseconds != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _non_zero(number):
    if number == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    return number


def _type_name(obj):
    """`datetime.date`; a subclass is named without its module, as C's types do."""
    cls = type(obj)
    if cls.__module__ == "datetime":
        return f"datetime.{cls.__qualname__}"
    return cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__name__}"


# Dates.


def _compare(a, b):
    return 0 if a == b else 1 if a > b else -1


class date:
    """A day of the calendar."""

    __slots__ = ("_year", "_month", "_day", "_hashcode")

    def __new__(cls, year=_NOT_GIVEN, month=_NOT_GIVEN, day=_NOT_GIVEN):
        year, month, day = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hashcode = -1
        return self

    @classmethod
    def fromtimestamp(cls, t, /):
        """The local day of a POSIX timestamp."""
        if t is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        moment = _time.localtime(t)
        return cls(moment[0], moment[1], moment[2])

    @classmethod
    def today(cls):
        """The local day now."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n, /):
        """The day by its number; 1 is the first of January of the year 1."""
        n = _index(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAXORDINAL:
            raise ValueError(f"year {_ordinal_to_ymd(n)[0]} is out of range")
        year, month, day = _ordinal_to_ymd(n)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The day that a text in ISO 8601's form names."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(date_string) not in (7, 8, 10):
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        try:
            year, month, day = _parse_iso_date(date_string)
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO week."""
        return cls(*_ordinal_to_ymd(_iso_to_ordinal(year, week, day)))

    def __repr__(self):
        return f"{_type_name(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        """`Wed Jun  9 04:26:40 1993`."""
        weekday = self.toordinal() % 7 or 7
        return f"{_DAY_NAMES[weekday]} {_MONTH_NAMES[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        """The day as the format says."""
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
        return _wrap_strftime(self, format, self.timetuple())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(fmt).__name__}")
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        """`YYYY-MM-DD`."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def timetuple(self):
        """The day as `time.localtime` would give it, at midnight."""
        return _make_timetuple(self._year, self._month, self._day, 0, 0, 0, -1)

    def toordinal(self):
        """The day's number; 1 is the first of January of the year 1."""
        return _ymd_to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """The day with some parts changed."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    __replace__ = replace

    def _parts(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._parts() == other._parts()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._parts() <= other._parts()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._parts() < other._parts()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._parts() >= other._parts()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._parts() > other._parts()
        return NotImplemented

    def __hash__(self):
        if self._hashcode == -1:
            self._hashcode = hash((self._year, self._month, self._day))
        return self._hashcode

    def __add__(self, other):
        if isinstance(other, timedelta):
            ordinal = self.toordinal() + other._days
            if 0 < ordinal <= _MAXORDINAL:
                return type(self).fromordinal(ordinal)
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def weekday(self):
        """Monday is 0."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """Monday is 1."""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """ISO year, week and weekday."""
        year = self._year
        monday = _iso_week1_monday(year)
        today = self.toordinal()
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            monday = _iso_week1_monday(year)
            week, day = divmod(today - monday, 7)
        elif week >= 52 and today >= _iso_week1_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def __reduce__(self):
        return self.__class__, self._parts()


class IsoCalendarDate(tuple):
    """What `isocalendar` gives."""

    __slots__ = ()

    def __new__(cls, year, week, weekday, /):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return f"datetime.{self.__class__.__name__}(year={self[0]}, week={self[1]}, weekday={self[2]})"


def _make_timetuple(year, month, day, hour, minute, second, dst):
    weekday = (_ymd_to_ordinal(year, month, day) + 6) % 7
    day_of_year = _days_before_month(year, month) + day
    return _time.struct_time((year, month, day, hour, minute, second, weekday, day_of_year, dst))


# Time zones.


class tzinfo:
    """The base of time zones."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """The local moment of one in UTC that has this time zone."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst


_NO_NAME = object()


class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_NO_NAME):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is _NO_NAME:
            if not offset and _UTC_READY:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -_ONE_DAY < offset < _ONE_DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        return cls._create(offset, name)

    @classmethod
    def _create(cls, offset, name=None):
        self = tzinfo.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __init_subclass__(cls, /, *args, **kwargs):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"{_type_name(self)}({self._offset!r})"
        return f"{_type_name(self)}({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt):
        _check_moment(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        _check_moment(dt, "tzname")
        if self._name is None:
            if not self._offset:
                return "UTC"
            return f"UTC{_format_offset(self._offset)}"
        return self._name

    def dst(self, dt):
        _check_moment(dt, "dst")
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        if self._name is None:
            return self.__class__, (self._offset,)
        return self.__class__, (self._offset, self._name)


def _repr_with_time(moment, date_parts):
    """The call that makes it: its date, if it has one, and what its time of day needs."""
    parts = [*map(str, date_parts), str(moment._hour), str(moment._minute)]
    if moment._second or moment._microsecond:
        parts.append(str(moment._second))
    if moment._microsecond:
        parts.append(str(moment._microsecond))
    if moment._tzinfo is not None:
        parts.append(f"tzinfo={moment._tzinfo!r}")
    if moment._fold:
        parts.append("fold=1")
    return f"{_type_name(moment)}({', '.join(parts)})"


def _check_moment(dt, method):
    if dt is not None and not isinstance(dt, datetime):
        raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")


# Times of day.


class time:
    """A time of day, with or without a time zone."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold", "_hashcode")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        self._hashcode = -1
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def _parts(self):
        return self._hour, self._minute, self._second, self._microsecond

    def _utc_microseconds(self, offset):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return seconds * 1000000 + self._microsecond - (offset._to_microseconds() if offset is not None else 0)

    def _compare(self, other, is_equality):
        """-1, 0 or 1; 2 where one has a time zone and the other hasn't."""
        if self._tzinfo is other._tzinfo:
            return _compare(self._parts(), other._parts())
        mine = self.utcoffset()
        theirs = other.utcoffset()
        if mine == theirs:
            return _compare(self._parts(), other._parts())
        if mine is None or theirs is None:
            if is_equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware times")
        return _compare(self._utc_microseconds(mine), other._utc_microseconds(theirs))

    def __eq__(self, other):
        if isinstance(other, time):
            return self._compare(other, True) == 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, time):
            return self._compare(other, False) <= 0
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, time):
            return self._compare(other, False) < 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, time):
            return self._compare(other, False) >= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, time):
            return self._compare(other, False) > 0
        return NotImplemented

    def __hash__(self):
        if self._hashcode == -1:
            moment = self.replace(fold=0) if self._fold else self
            offset = moment.utcoffset()
            if not offset:
                self._hashcode = hash(self._parts())
            else:
                self._hashcode = hash(self._utc_microseconds(offset))
        return self._hashcode

    def __repr__(self):
        return _repr_with_time(self, ())

    def isoformat(self, timespec="auto"):
        """`HH:MM:SS[.ffffff][+HH:MM]`."""
        text = _format_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _format_offset(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time of day that a text in ISO 8601's form names."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = time_string.removeprefix("T")
        try:
            (hour, minute, second, microsecond), offset = _parse_iso_time(text)
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
        return cls(hour, minute, second, microsecond, _zone_of(offset))

    def strftime(self, format):
        """The time as the format says; the date is the first of January 1900."""
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
        return _wrap_strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(fmt).__name__}")
        return self.strftime(fmt) if fmt else str(self)

    def utcoffset(self):
        if self._tzinfo is None:
            return None
        return _check_offset(self._tzinfo.utcoffset(None), "utcoffset")

    def tzname(self):
        if self._tzinfo is None:
            return None
        return _check_tzname(self._tzinfo.tzname(None))

    def dst(self):
        if self._tzinfo is None:
            return None
        return _check_offset(self._tzinfo.dst(None), "dst")

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """The time with some parts changed."""
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def __reduce__(self):
        return self.__class__, self._parts() + (self._tzinfo,)


_time_class = time
_tzinfo_class = tzinfo


# Moments.


class datetime(date):
    """A moment: a date and a time of day, with or without a time zone."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_NOT_GIVEN, month=_NOT_GIVEN, day=_NOT_GIVEN, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        self._hashcode = -1
        return self

    hour = _time_class.hour
    minute = _time_class.minute
    second = _time_class.second
    microsecond = _time_class.microsecond
    tzinfo = _time_class.tzinfo
    fold = _time_class.fold

    @classmethod
    def _fromtimestamp(cls, t, utc, tz):
        fraction, whole = math.modf(t)
        microseconds = round(fraction * 1e6)
        whole = int(whole)
        if microseconds >= 1000000:
            whole += 1
            microseconds -= 1000000
        elif microseconds < 0:
            whole -= 1
            microseconds += 1000000
        convert = _time.gmtime if utc else _time.localtime
        moment = convert(whole)
        # Leap seconds of the platform.
        second = min(moment[5], 59)
        result = cls(moment[0], moment[1], moment[2], moment[3], moment[4], second, microseconds, tz)
        if tz is None and not utc:
            # In a fold where the same local time was a day's part earlier.
            if whole < 86400:
                return result
            before = convert(whole - 86400)
            probe1 = cls(before[0], before[1], before[2], before[3], before[4], min(before[5], 59), microseconds, tz)
            trans = result - probe1 - timedelta(0, 86400)
            if trans.days < 0:
                again = convert(whole + (trans.days * 86400 + trans.seconds))
                probe2 = cls(again[0], again[1], again[2], again[3], again[4], min(again[5], 59), microseconds, tz)
                if probe2 == result:
                    result._fold = 1
        elif tz is not None:
            result = tz.fromutc(result)
        return result

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The moment of a POSIX timestamp, local or in a time zone."""
        _check_tzinfo(tz)
        return cls._fromtimestamp(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, t, /):
        """The moment in UTC, without a time zone. Deprecated."""
        import warnings
        warnings.warn("datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future "
                      "version. Use timezone-aware objects to represent datetimes in UTC: "
                      "datetime.datetime.fromtimestamp(timestamp, datetime.UTC).", DeprecationWarning, stacklevel=2)
        return cls._fromtimestamp(t, True, None)

    @classmethod
    def now(cls, tz=None):
        """The moment now."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        """The moment now in UTC, without a time zone. Deprecated."""
        import warnings
        warnings.warn("datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. "
                      "Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
                      DeprecationWarning, stacklevel=2)
        return cls._fromtimestamp(_time.time(), True, None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """The moment of a date and a time of day."""
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        if tzinfo is True:
            tzinfo = time.tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, tzinfo,
                   fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The moment that a text in ISO 8601's form names."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(date_string) < 7:
                raise ValueError
            separator = _find_iso_separator(date_string)
            date_text = date_string[:separator]
            time_text = date_string[separator + 1:]
            year, month, day = _parse_iso_date(date_text)
            if len(date_string) > separator:
                (hour, minute, second, microsecond), offset = _parse_iso_time(time_text)
            else:
                hour = minute = second = microsecond = 0
                offset = None
        except (ValueError, IndexError):
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(year, month, day, hour, minute, second, microsecond, _zone_of(offset))

    def timetuple(self):
        dst = self.dst()
        is_dst = -1 if dst is None else int(bool(dst))
        return _make_timetuple(self._year, self._month, self._day, self._hour, self._minute, self._second, is_dst)

    def _seconds_since_epoch(self):
        """Of the moment as if it were in UTC."""
        days = self.toordinal() - 719163
        return ((days * 24 + self._hour) * 60 + self._minute) * 60 + self._second

    def _mktime(self):
        """The timestamp of a local time, in whole seconds (PEP 495's way through folds and gaps)."""
        wanted = self._seconds_since_epoch()

        def local(u):
            moment = _time.localtime(u)
            return datetime(*moment[:6])._seconds_since_epoch()

        first = local(wanted) - wanted
        u1 = wanted - first
        if local(u1) == wanted:
            # Is there another solution?
            u2 = u1 + (-86400, 86400)[self._fold]
            second = local(u2) - u2
            if first == second:
                return u1
        else:
            second = local(u1) - u1
        u2 = wanted - second
        if local(u2) == wanted:
            return u2
        if local(u1) == wanted:
            return u1
        # In a gap.
        return (max, min)[self._fold](u1, u2)

    def timestamp(self):
        """The POSIX timestamp, a float."""
        if self._tzinfo is None:
            return self._mktime() + self._microsecond / 1e6
        return (self - _EPOCH).total_seconds()

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _make_timetuple(moment._year, moment._month, moment._day, moment._hour, moment._minute,
                               moment._second, 0)

    def date(self):
        """The day."""
        return _date_class(self._year, self._month, self._day)

    def time(self):
        """The time of day, without the time zone."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time of day, with the time zone."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        """The moment with some parts changed."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def _local_timezone(self):
        if self._tzinfo is None:
            timestamp = self._mktime()
        else:
            timestamp = (self - _EPOCH) // timedelta(seconds=1)
        moment = _time.localtime(timestamp)
        return timezone(timedelta(seconds=moment.tm_gmtoff), moment.tm_zone)

    def astimezone(self, tz=None):
        """The same moment in another time zone, the local one without `tz`."""
        if tz is None:
            tz = self._local_timezone()
        elif not isinstance(tz, _tzinfo_class):
            raise TypeError(f"astimezone() argument 1 must be datetime.tzinfo, not {type(tz).__name__}")
        mine = self._tzinfo
        if mine is None:
            mine = self._local_timezone()
            offset = mine.utcoffset(self)
        elif tz is mine:
            return self
        else:
            offset = self.utcoffset()
            if offset is None:
                mine = self.replace(tzinfo=None)._local_timezone()
                offset = mine.utcoffset(self)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        weekday = self.toordinal() % 7 or 7
        return (f"{_DAY_NAMES[weekday]} {_MONTH_NAMES[self._month]} {self._day:2d} "
                f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}")

    def isoformat(self, sep="T", timespec="auto"):
        """`YYYY-MM-DDTHH:MM:SS[.ffffff][+HH:MM]`."""
        if not isinstance(sep, str):
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {type(sep).__name__}")
        if len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not str")
        clock = _format_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{clock}{_format_offset(self.utcoffset())}"

    def __repr__(self):
        return _repr_with_time(self, (self._year, self._month, self._day))

    def __str__(self):
        return self.isoformat(sep=" ")

    @classmethod
    def strptime(cls, date_string, format, /):
        """The moment that a text names, read as the format says."""
        if not isinstance(date_string, str):
            raise TypeError(f"strptime() argument 1 must be str, not {type(date_string).__name__}")
        if not isinstance(format, str):
            raise TypeError(f"strptime() argument 2 must be str, not {type(format).__name__}")
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, date_string, format)

    def utcoffset(self):
        if self._tzinfo is None:
            return None
        return _check_offset(self._tzinfo.utcoffset(self), "utcoffset")

    def tzname(self):
        if self._tzinfo is None:
            return None
        return _check_tzname(self._tzinfo.tzname(self))

    def dst(self):
        if self._tzinfo is None:
            return None
        return _check_offset(self._tzinfo.dst(self), "dst")

    def _moment_parts(self):
        return (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)

    def _compare(self, other, is_equality):
        """-1, 0 or 1; 2 where one has a time zone and the other hasn't."""
        if self._tzinfo is other._tzinfo:
            return _compare(self._moment_parts(), other._moment_parts())
        mine = self.utcoffset()
        theirs = other.utcoffset()
        if is_equality:
            # A moment in a fold or gap equals none of another time zone.
            if mine != self.replace(fold=not self._fold).utcoffset():
                return 2
            if theirs != other.replace(fold=not other._fold).utcoffset():
                return 2
        if mine == theirs:
            return _compare(self._moment_parts(), other._moment_parts())
        if mine is None or theirs is None:
            if is_equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return _compare((self - other)._to_microseconds(), 0)

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, True) == 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, False) <= 0
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, False) < 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, False) >= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, False) > 0
        return NotImplemented

    def _microseconds_since_year_1(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() * 86400 + seconds) * 1000000 + self._microsecond

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        total = self._microseconds_since_year_1() + other._to_microseconds()
        seconds, microsecond = divmod(total, 1000000)
        ordinal, seconds = divmod(seconds, 86400)
        if not 0 < ordinal <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        year, month, day = _ordinal_to_ymd(ordinal)
        return type(self)(year, month, day, hour, minute, second, microsecond, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        base = timedelta._from_microseconds(self._microseconds_since_year_1() - other._microseconds_since_year_1())
        if self._tzinfo is other._tzinfo:
            return base
        mine = self.utcoffset()
        theirs = other.utcoffset()
        if mine == theirs:
            return base
        if mine is None or theirs is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return base + theirs - mine

    def __hash__(self):
        if self._hashcode == -1:
            moment = self.replace(fold=0) if self._fold else self
            offset = moment.utcoffset()
            if offset is None:
                self._hashcode = hash(self._moment_parts())
            else:
                self._hashcode = hash(self._microseconds_since_year_1() - offset._to_microseconds())
        return self._hashcode

    def __reduce__(self):
        parts = self._moment_parts()
        return self.__class__, parts if self._tzinfo is None else parts + (self._tzinfo,)


_date_class = date


def _find_iso_separator(text):
    """Where the date ends: at the separator, or at the text's end."""
    size = len(text)
    if size == 7:
        return 7
    if text[4] == "-":
        if text[5] == "W":
            if size < 8:
                raise ValueError
            if size > 8 and text[8] == "-":
                if size == 9:
                    raise ValueError
                if size > 10 and text[10].isdigit():
                    # YYYY-Www-HH, the separator being a hyphen.
                    return 8
                return 10
            return 8
        return 10
    if text[4] == "W":
        place = 7
        while place < size and text[place].isdigit():
            place += 1
        if place < 9:
            return place
        return 7 if place % 2 == 0 else 8
    return 8


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

_ONE_DAY = timedelta(days=1)
_UTC_READY = False
timezone.utc = timezone._create(timedelta(0))
_UTC_READY = True
timezone.min = timezone._create(-timedelta(hours=23, minutes=59))
timezone.max = timezone._create(timedelta(hours=23, minutes=59))
UTC = timezone.utc
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
