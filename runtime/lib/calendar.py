"""Calendars as text and as lists of days."""

import datetime
from enum import IntEnum, global_enum
from itertools import zip_longest

__all__ = [
    "IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday",
    "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr",
    "day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar", "Day", "Month", "JANUARY", "FEBRUARY", "MARCH",
    "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", "MONDAY", "TUESDAY",
    "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "weekheader",
]

error = ValueError


class IllegalMonthError(ValueError, IndexError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


day_name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
day_abbr = [name[:3] for name in day_name]
# Months are counted from 1.
month_name = ["", *"January February March April May June July August September October November December".split()]
month_abbr = [name[:3] for name in month_name]

Month = global_enum(IntEnum("Month", [name.upper() for name in month_name[1:]], module=__name__))
Day = global_enum(IntEnum("Day", [name.upper() for name in day_name], module=__name__, start=0))
JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE = [Month(number) for number in range(1, 7)]
JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = [Month(number) for number in range(7, 13)]
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = [Day(number) for number in range(7)]

# The days of each month of a year without a 29th of February.
mdays = [0] + [(datetime.date(2001, number % 12 + 1, 1) - datetime.timedelta(1)).day for number in range(1, 13)]


def isleap(year):
    """Whether the year has a 29th of February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """How many leap years from y1 up to, not including, y2."""
    return _leap_years_before(y2) - _leap_years_before(y1)


def _leap_years_before(year):
    last = year - 1
    return last // 4 - last // 100 + last // 400


def weekday(year, month, day):
    """The day of the week; Monday is 0."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        year = 2000 + year % 400
    return Day(datetime.date(year, month, day).weekday())


def _validate_month(month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)


def monthrange(year, month):
    """The weekday of the month's first day, and its number of days."""
    _validate_month(month)
    return weekday(year, month, 1), _monthlen(year, month)


def _monthlen(year, month):
    return mdays[month] + (month == 2 and isleap(year))


def _prevmonth(year, month):
    return (year - 1, 12) if month == 1 else (year, month - 1)


def _nextmonth(year, month):
    return (year + 1, 1) if month == 12 else (year, month + 1)


class Calendar:
    """Lists of days."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def setfirstweekday(self, firstweekday):
        self._first = firstweekday

    def getfirstweekday(self):
        return self._first % 7

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """The numbers of the weekdays, the first one first."""
        first = self.firstweekday
        yield from range(first, 7)
        yield from range(first)

    def _shape(self, year, month):
        """How many days of the month before stand in its first week, how many days it has, and how many of the next fill its last week."""
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        return before, count, -(before + count) % 7

    def itermonthdays(self, year, month):
        """The days' numbers; 0 outside of the month."""
        before, count, after = self._shape(year, month)
        for filling, days in ((before, count), (after, 0)):
            yield from [0] * filling
            yield from range(1, days + 1)

    def itermonthdays2(self, year, month):
        """(day, weekday)."""
        for place, day in enumerate(self.itermonthdays(year, month)):
            yield day, (self.firstweekday + place) % 7

    def itermonthdays3(self, year, month):
        """(year, month, day), those outside of the month too."""
        before, count, after = self._shape(year, month)
        earlier, later = _prevmonth(year, month), _nextmonth(year, month)
        last = _monthlen(*earlier)
        for (y, m), days in (
            (earlier, range(last - before + 1, last + 1)), ((year, month), range(1, count + 1)), (later, range(1, after + 1))
        ):
            for day in days:
                yield y, m, day

    def itermonthdays4(self, year, month):
        """(year, month, day, weekday)."""
        for place, date in enumerate(self.itermonthdays3(year, month)):
            yield *date, (self.firstweekday + place) % 7

    def itermonthdates(self, year, month):
        """The dates of a month, filled up to whole weeks."""
        for date in self.itermonthdays3(year, month):
            yield datetime.date(*date)

    # Months as lists of weeks, and years as lists of rows of `width` months.

    def monthdatescalendar(self, year, month):
        return _in_rows(self.itermonthdates(year, month), 7)

    def monthdays2calendar(self, year, month):
        return _in_rows(self.itermonthdays2(year, month), 7)

    def monthdayscalendar(self, year, month):
        return _in_rows(self.itermonthdays(year, month), 7)

    def yeardatescalendar(self, year, width=3):
        return _in_rows([self.monthdatescalendar(year, month) for month in Month], width)

    def yeardays2calendar(self, year, width=3):
        return _in_rows([self.monthdays2calendar(year, month) for month in Month], width)

    def yeardayscalendar(self, year, width=3):
        return _in_rows([self.monthdayscalendar(year, month) for month in Month], width)


def _in_rows(items, length):
    items = list(items)
    return [items[start:start + length] for start in range(0, len(items), length)]


class TextCalendar(Calendar):
    """Calendars as text."""

    def formatday(self, day, weekday, width):
        return (f"{day:2}" if day else "").center(width)

    def formatweek(self, theweek, width):
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        name = (day_abbr if width < 9 else day_name)[day]
        return name[:width].center(width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        _validate_month(themonth)
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month; `w` is the width of a day, `l` the lines of a week."""
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, _month_width(w)), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return _ended_by(l, lines)

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year; `c` is the space between months, `m` the months in a row."""
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = _month_width(w)
        lines = [repr(theyear).center(width * m + c * (m - 1))]
        numbers = _in_rows(range(1, 13), m)
        for row, months in zip(numbers, self.yeardays2calendar(theyear, m)):
            columns = [self._column(theyear, number, weeks, w) for number, weeks in zip(row, months)]
            lines.append("")
            lines += [formatstring(line, width, c) for line in zip_longest(*columns, fillvalue="")]
        return _ended_by(l, lines)

    def _column(self, year, month, weeks, w):
        """A month's lines in a year's calendar."""
        name = self.formatmonthname(year, month, _month_width(w), False)
        return [name, self.formatweekheader(w)] + [self.formatweek(week, w) for week in weeks]

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


def _month_width(day_width):
    """Seven days with a space between two."""
    return 7 * day_width + 6


def _ended_by(count, lines):
    """The lines without spaces at the end, `count` newlines behind each."""
    return "".join([line.rstrip() + "\n" * count for line in lines])


class HTMLCalendar(Calendar):
    """Calendars as HTML."""

    # The classes of CSS, for derived classes to change.
    cssclass_noday = "noday"
    cssclasses = cssclasses_weekday_head = [name.lower() for name in day_abbr]
    cssclass_month = cssclass_month_head = "month"
    cssclass_year = cssclass_year_head = "year"

    def formatday(self, day, weekday):
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        return f"<tr>{''.join([self.formatday(d, wd) for d, wd in theweek])}</tr>"

    def formatweekday(self, day):
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        return f"<tr>{''.join([self.formatweekday(i) for i in self.iterweekdays()])}</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        _validate_month(themonth)
        text = f"{month_name[themonth]} {theyear}" if withyear else month_name[themonth]
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{text}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        parts = [f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_month}">',
                 self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader()]
        for week in self.monthdays2calendar(theyear, themonth):
            parts.append(self.formatweek(week))
        parts.append("</table>")
        return "".join([part + "\n" for part in parts])

    def formatyear(self, theyear, width=3):
        width = max(width, 1)
        parts = [f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_year}">', "\n",
                 f'<tr><th colspan="{width}" class="{self.cssclass_year_head}">{theyear}</th></tr>']
        for i in range(1, 13, width):
            parts.append("<tr>")
            for m in range(i, min(i + width, 13)):
                parts += ["<td>", self.formatmonth(theyear, m, withyear=False), "</td>"]
            parts.append("</tr>")
        parts.append("</table>")
        return "".join(parts)

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        """A year as a whole page, encoded."""
        if encoding is None:
            encoding = "utf-8"
        lines = [
            f'<?xml version="1.0" encoding="{encoding}"?>',
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
            "<html>", "<head>", f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />',
        ]
        if css is not None:
            lines.append(f'<link rel="stylesheet" type="text/css" href="{css}" />')
        lines += [f"<title>Calendar for {theyear}</title>", "</head>", "<body>", self.formatyear(theyear, width) + "</body>", "</html>"]
        return "".join([line + "\n" for line in lines]).encode(encoding, "xmlcharrefreplace")


c = TextCalendar()

firstweekday = c.getfirstweekday


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


prweek, prmonth, prcal = c.prweek, c.prmonth, c.pryear
week, month, calendar = c.formatweek, c.formatmonth, c.formatyear
monthcalendar, weekheader = c.monthdayscalendar, c.formatweekheader

_colwidth = 7 * 3 - 1
_spacing = 6


def format(cols, colwidth=_colwidth, spacing=_spacing):
    print(formatstring(cols, colwidth, spacing))


def formatstring(cols, colwidth=_colwidth, spacing=_spacing):
    return (" " * spacing).join([text.center(colwidth) for text in cols])


EPOCH = 1970
_EPOCH_ORD = datetime.date(EPOCH, 1, 1).toordinal()


def timegm(tuple):
    """The POSIX timestamp of a time tuple in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - _EPOCH_ORD + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
