"""Checks of what constructors are given."""

from datetime._calendar import MAXYEAR, MINYEAR, days_in_month

# Stands for an argument that isn't there.
NOT_GIVEN = object()


def as_int(value):
    """An int by `__index__`."""
    if type(value) is int:
        return value
    convert = getattr(type(value), "__index__", None)
    if convert is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return convert(value)


def _complain_of_missing(*parts):
    for place, (name, part) in enumerate(zip(("year", "month", "day"), parts), 1):
        if part is NOT_GIVEN:
            raise TypeError(f"function missing required argument '{name}' (pos {place})")
        as_int(part)


def packed_date(year, month, day):
    """A date as one number: the day in 5 bits, the month in 4 above them, the year above those."""
    if day is NOT_GIVEN:
        _complain_of_missing(year, month, day)
    year = as_int(year)
    month = as_int(month)
    day = as_int(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= 28 and not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year << 9 | month << 5 | day


def microseconds_of_day(hour, minute, second, microsecond):
    hour = as_int(hour)
    minute = as_int(minute)
    second = as_int(second)
    microsecond = as_int(microsecond)
    if 0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60 and 0 <= microsecond < 1000000:
        return ((hour * 60 + minute) * 60 + second) * 1000000 + microsecond
    for name, value, greatest in (("hour", hour, 23), ("minute", minute, 59), ("second", second, 59)):
        if not 0 <= value <= greatest:
            raise ValueError(f"{name} must be in 0..{greatest}")
    raise ValueError("microsecond must be in 0..999999")


def checked_fold(fold):
    fold = as_int(fold)
    if fold != 0 and fold != 1:
        raise ValueError("fold must be either 0 or 1")
    return fold


def checked_timestamp(timestamp):
    """A float or an int."""
    if not isinstance(timestamp, float):
        return as_int(timestamp)
    if timestamp != timestamp:
        raise ValueError("Invalid value NaN (not a number)")
    if not -1e19 < timestamp < 1e19:
        raise OverflowError("timestamp out of range for platform time_t")
    return timestamp


def checked_text(text, function, place=1):
    if not isinstance(text, str):
        raise TypeError(f"{function}() argument {place} must be str, not {type(text).__name__}")
    return text


def type_name(obj):
    """`datetime.date`; a derived class is named without its module, as C's types do."""
    cls = type(obj)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__
