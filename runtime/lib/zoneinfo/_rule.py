"""The rule for summer time of years to come, as POSIX writes it: `EST5EDT,M3.2.0,M11.1.0`."""

import calendar
import re
from datetime import date

_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86400

_NAME = r"<[a-zA-Z0-9+\-]+>|[a-zA-Z]{3,}"
_OFFSET = r"[+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?"
_DATE = rf"(?:M\d{{1,2}}\.\d\.\d|J?\d{{1,3}})(?:/{_OFFSET})?"
_syntax = re.compile(rf"({_NAME})({_OFFSET})(?:({_NAME})({_OFFSET})?(?:,({_DATE}),({_DATE}))?)?", re.ASCII)
_date_syntax = re.compile(rf"(?:M(\d{{1,2}})\.(\d)\.(\d)|(J?)(\d{{1,3}}))(?:/({_OFFSET}))?", re.ASCII)


def _seconds_of(text):
    sign = -1 if text[0] == "-" else 1
    parts = [int(each) for each in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


class _Change:
    """A day of each year and the time of a change on it."""

    def __init__(self, text):
        month, week, weekday, counts_no_leap_days, day, time = _date_syntax.fullmatch(text).groups()
        self._time = 7200 if time is None else _seconds_of(time)
        self._month = int(month) if month else None
        if month:
            self._week, self._weekday = int(week), int(weekday)
        else:
            self._day, self._is_julian = int(day), bool(counts_no_leap_days)

    def seconds(self, year):
        """Since 1970, as clocks show it."""
        day = self._ordinal(year) if self._month is None else self._ordinal_of_week(year)
        return (day - _EPOCH) * _DAY + self._time

    def _ordinal(self, year):
        first = date(year, 1, 1).toordinal()
        if not self._is_julian:
            return first + self._day
        # Julian days begin with 1 and leave out the leap day.
        return first + self._day - 1 + (self._day >= 60 and calendar.isleap(year))

    def _ordinal_of_week(self, year):
        first_weekday, days = calendar.monthrange(year, self._month)
        # Here the week begins with Sunday.
        day = 1 + (self._weekday - (first_weekday + 1)) % 7 + (self._week - 1) * 7
        if day > days:
            day -= 7
        return date(year, self._month, day).toordinal()


class Rule:
    """Standard time and summer time, by turns."""

    def __init__(self, standard, summer, begin, end):
        self.standard = standard
        self.summer = summer
        self._begin = begin
        self._end = end
        self._gain = summer.seconds - standard.seconds

    @classmethod
    def parse(cls, text, period):
        """A rule; or a period, where there's no summer time."""
        match = _syntax.fullmatch(text)
        if not match:
            raise ValueError(f"{text} is not a valid TZ string")
        name, offset, summer_name, summer_offset, begin, end = match.groups()
        standard_seconds = -_seconds_of(offset)
        standard = period(standard_seconds, 0, name.strip("<>"))
        if summer_name is None:
            return standard
        if begin is None:
            raise ValueError(f"{text} is not a valid TZ string")
        summer_seconds = standard_seconds + 3600 if summer_offset is None else -_seconds_of(summer_offset)
        summer = period(summer_seconds, summer_seconds - standard_seconds, summer_name.strip("<>"))
        return cls(standard, summer, _Change(begin), _Change(end))

    def _changes(self, year):
        return self._begin.seconds(year), self._end.seconds(year)

    def at_local(self, seconds, fold, year):
        """The period at a local time."""
        begin, end = self._changes(year)
        # With fold 1 the clocks are taken for those behind the change.
        if fold == (self._gain >= 0):
            end -= self._gain
        else:
            begin += self._gain
        return self.summer if _is_between(seconds, begin, end) else self.standard

    def at_utc(self, seconds, year):
        """The period at a time of UTC's, and whether its local time comes for the second time."""
        begin, end = self._changes(year)
        begin -= self.standard.seconds
        end -= self.summer.seconds
        is_summer = _is_between(seconds, begin, end)
        # The hour that comes twice follows the change back.
        first = end if self._gain > 0 else begin
        fold = first <= seconds < first + abs(self._gain)
        return (self.summer if is_summer else self.standard), fold


def _is_between(seconds, begin, end):
    if begin < end:
        return begin <= seconds < end
    return not end <= seconds < begin
