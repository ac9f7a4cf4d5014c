"""Days of the proleptic Gregorian calendar as numbers: 1 is the first of January of the year 1, a Monday."""

MINYEAR = 1
MAXYEAR = 9999
MAX_ORDINAL = 3652059

# Years are counted from March here, so that a leap day ends its year. This is how many days lie before the first of January of the year 1.
_DAYS_BEFORE_YEAR_1 = 306

_DAYS_IN_4_CENTURIES = 146097


def days_in_month(year, month):
    if month != 2:
        # Odd months up to July are long, from August on the even ones.
        return 30 + ((month ^ month >> 3) & 1)
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if is_leap else 28


def to_ordinal(year, month, day):
    if month > 2:
        month -= 3
    else:
        month += 9
        year -= 1
    return (year * 365 + year // 4 - year // 100 + year // 400 + (month * 153 + 2) // 5 + day) - _DAYS_BEFORE_YEAR_1


def from_ordinal(ordinal):
    """(year, month, day)."""
    since_march = ordinal + _DAYS_BEFORE_YEAR_1 - 1
    cycle = since_march // _DAYS_IN_4_CENTURIES
    rest = since_march - cycle * _DAYS_IN_4_CENTURIES
    # Without the leap days that have been, each year has 365.
    year = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    rest -= year * 365 + year // 4 - year // 100
    month = (rest * 5 + 2) // 153
    day = rest - (month * 153 + 2) // 5 + 1
    year += cycle * 400
    if month < 10:
        return year, month + 3, day
    return year + 1, month - 9, day


def iso_year_begin(year):
    """The Monday of the week that has the fourth of January."""
    fourth = to_ordinal(year, 1, 4)
    return fourth - (fourth - 1) % 7


def iso_day_of(year, ordinal):
    """(ISO year, week, weekday) of a day of that calendar year. A week belongs to the year that its Thursday is in."""
    days_since_monday = (ordinal - 1) % 7
    thursday = ordinal - days_since_monday + 3
    january = to_ordinal(year, 1, 1)
    if thursday < january:
        year -= 1
        january = to_ordinal(year, 1, 1)
    elif thursday >= january + 365:
        following = to_ordinal(year + 1, 1, 1)
        if thursday >= following:
            year, january = year + 1, following
    return year, (thursday - january) // 7 + 1, days_since_monday + 1


def from_iso_day(year, week, weekday):
    """The ordinal; ValueError where there's no such day."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    begin = iso_year_begin(year)
    if not 1 <= week <= 52 and not (week == 53 and iso_year_begin(year + 1) - begin > 364):
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= weekday <= 7:
        raise ValueError(f"Invalid day: {weekday} (range is [1, 7])")
    return begin + (week - 1) * 7 + weekday - 1
