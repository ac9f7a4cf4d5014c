"""Reading dates and times as a format says, for `datetime.strptime` and `time.strptime`; names are English."""

import time
from datetime import date as _date, timedelta as _timedelta, timezone as _timezone

__all__ = []

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")
_SHORT_MONTHS = tuple([name[:3] for name in _MONTHS])
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_DAYS = tuple([name[:3] for name in _DAYS])

# Directives that stand for several others.
_COMPOUND = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}

# For numbers: fewest and most digits, least and greatest value, and whether a space may stand for the first digit.
_NUMBERS = {
    "d": (1, 2, 1, 31, True),
    "f": (1, 6, 0, 999999, False),
    "G": (4, 4, 0, 9999, False),
    "H": (1, 2, 0, 23, True),
    "I": (1, 2, 1, 12, True),
    "j": (1, 3, 1, 366, False),
    "m": (1, 2, 1, 12, False),
    "M": (1, 2, 0, 59, False),
    "S": (1, 2, 0, 61, False),
    "u": (1, 1, 1, 7, False),
    "U": (1, 2, 0, 53, False),
    "V": (1, 2, 1, 53, False),
    "w": (1, 1, 0, 6, False),
    "W": (1, 2, 0, 53, False),
    "y": (2, 2, 0, 99, False),
    "Y": (4, 4, 0, 9999, False),
}
_ZERO_PADDED_ALLOWED = frozenset("HMSUWjdImVf")

_NAMES = {
    "a": _SHORT_DAYS,
    "A": _DAYS,
    "b": _SHORT_MONTHS,
    "B": _MONTHS,
    "p": ("am", "pm"),
}


def _time_zone_names():
    return getattr(time, "tzname", ("UTC", "UTC"))


def _has_daylight_time():
    return getattr(time, "daylight", 0)


def _tokens(format):
    """The format as a list of (kind, text): "directive", "text", "space"."""
    found = []
    place = 0
    size = len(format)
    while place < size:
        char = format[place]
        place += 1
        if char.isspace():
            while place < size and format[place].isspace():
                place += 1
            found.append(("space", " "))
        elif char != "%":
            found.append(("text", char))
        else:
            if place == size:
                raise ValueError(f"stray % in format '{format}'") from None
            code = format[place]
            place += 1
            if code == "%":
                found.append(("text", "%"))
            elif code in _COMPOUND:
                found += _tokens(_COMPOUND[code])
            elif code in _NUMBERS or code in _NAMES or code in "zZ":
                found.append(("directive", code))
            else:
                if code.isspace() or code == "\\":
                    code = "\\" + code if code.isspace() else code
                raise ValueError(f"'{code}' is a bad directive in format '{format}'") from None
    return found


def _check_repeated(tokens):
    seen = set()
    for kind, text in tokens:
        if kind != "directive":
            continue
        if text in seen:
            raise ValueError(f"redefinition of group name {text!r}")
        seen.add(text)


def _number_ends(data, place, code):
    """Where a number may end, the longest first."""
    least, most, low, high, may_be_padded = _NUMBERS[code]
    ends = []
    size = len(data)
    count = 0
    while place + count < size and count < most and data[place + count].isdecimal():
        count += 1
    while count >= least:
        text = data[place:place + count]
        if low <= int(text) <= high and (code in _ZERO_PADDED_ALLOWED or count == most):
            ends.append(place + count)
        count -= 1
    if may_be_padded and place + 1 < size and data[place] == " " and data[place + 1].isdecimal():
        if low <= int(data[place + 1]):
            ends.append(place + 2)
    return ends


def _name_ends(data, place, names):
    """Where the longest name that's there ends."""
    lowered = data[place:place + 12].lower()
    found = [name for name in names if lowered.startswith(name)]
    found.sort(key=len, reverse=True)
    return [place + len(name) for name in found]


def _zone_names():
    names = {"utc", "gmt"}
    for name in _time_zone_names():
        names.add(name.lower())
    return names


def _offset_ends(data, place):
    """`Z`, or `+HH[:]MM[[:]SS[.ffffff]]`."""
    if data[place:place + 1] == "Z":
        return [place + 1]
    if data[place:place + 1] not in ("+", "-"):
        return []

    def two(at):
        text = data[at:at + 2]
        return len(text) == 2 and text.isdecimal()

    at = place + 1
    if not two(at):
        return []
    at += 2
    if data[at:at + 1] == ":":
        at += 1
    if not two(at) or data[at] > "5":
        return []
    at += 2
    ends = [at]
    seconds = at + 1 if data[at:at + 1] == ":" else at
    if two(seconds) and data[seconds] <= "5":
        at = seconds + 2
        ends.insert(0, at)
        if data[at:at + 1] == ".":
            end = at + 1
            while end < len(data) and end < at + 7 and data[end].isdecimal():
                end += 1
            if end > at + 1:
                ends.insert(0, end)
    return ends


def _directive_ends(data, place, code):
    if code in _NUMBERS:
        return _number_ends(data, place, code)
    if code == "z":
        return _offset_ends(data, place)
    if code == "Z":
        return _name_ends(data, place, _zone_names())
    return _name_ends(data, place, _NAMES[code])


def _match(data, place, tokens, index, found):
    """Matches the rest of the tokens, going back where a shorter match helps; the end, or -1."""
    while index < len(tokens):
        kind, text = tokens[index]
        if kind == "space":
            start = place
            while place < len(data) and data[place].isspace():
                place += 1
            if place == start:
                return -1
        elif kind == "text":
            if place >= len(data) or data[place].lower() != text.lower():
                return -1
            place += 1
        else:
            for end in _directive_ends(data, place, text):
                last = _match(data, end, tokens, index + 1, found)
                if last >= 0:
                    found[text] = data[place:end]
                    return last
            return -1
        index += 1
    return place


def _parse_offset(text):
    """Seconds and microseconds east of UTC."""
    if text == "Z":
        return 0, 0
    digits = text.replace(":", "")
    if len(digits) > 5:
        # Both separators, or none.
        has_separator = text[3] == ":"
        if (text[6 if has_separator else 5] == ":") != has_separator:
            raise ValueError(f"Inconsistent use of : in {text}") from None
    seconds = int(digits[1:3]) * 3600 + int(digits[3:5]) * 60 + int(digits[5:7] or 0)
    fraction = digits[8:]
    microseconds = int(fraction + "0" * (6 - len(fraction))) if fraction else 0
    if digits[0] == "-":
        return -seconds, -microseconds
    return seconds, microseconds


def _week_to_julian(year, week, weekday, starts_on_monday):
    """The day of the year from the week number of `%U` or `%W`."""
    first = _date(year, 1, 1).weekday()
    if not starts_on_monday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    week0 = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + week0 + 7 * (week - 1) + weekday


class _Parts:
    """What was read."""

    def __init__(self, found):
        self.year = None
        self.month = 1
        self.day = 1
        self.hour = 0
        self.minute = int(found.get("M", 0))
        self.second = int(found.get("S", 0))
        self.fraction = 0
        self.weekday = None
        self.julian = None
        self.tz = -1
        self.zone_name = found.get("Z")
        self.offset = None
        self.offset_fraction = 0
        self.read_day(found)
        self.read_clock(found)
        self.read_zone(found)

    def read_day(self, found):
        if "y" in found:
            year = int(found["y"])
            self.year = year + (2000 if year <= 68 else 1900)
        if "Y" in found:
            self.year = int(found["Y"])
        if "m" in found:
            self.month = int(found["m"])
        if "B" in found:
            self.month = _MONTHS.index(found["B"].lower()) + 1
        if "b" in found:
            self.month = _SHORT_MONTHS.index(found["b"].lower()) + 1
        if "d" in found:
            self.day = int(found["d"])
        if "A" in found:
            self.weekday = _DAYS.index(found["A"].lower())
        if "a" in found:
            self.weekday = _SHORT_DAYS.index(found["a"].lower())
        if "w" in found:
            self.weekday = (int(found["w"]) - 1) % 7
        if "u" in found:
            self.weekday = int(found["u"]) - 1
        if "j" in found:
            self.julian = int(found["j"])

    def read_clock(self, found):
        if "H" in found:
            self.hour = int(found["H"])
        if "I" in found:
            hour = int(found["I"])
            half = found.get("p", "").lower()
            if half in ("", "am"):
                hour = 0 if hour == 12 else hour
            else:
                hour = 12 if hour == 12 else hour + 12
            self.hour = hour
        if "f" in found:
            text = found["f"]
            self.fraction = int(text + "0" * (6 - len(text)))

    def read_zone(self, found):
        if "z" in found:
            self.offset, self.offset_fraction = _parse_offset(found["z"])
        if self.zone_name is not None:
            name = self.zone_name.lower()
            names = [known.lower() for known in _time_zone_names()]
            if name in ("utc", "gmt") and not (names[0] == names[1] and _has_daylight_time()):
                self.tz = 0
            elif name in names and not (names[0] == names[1] and _has_daylight_time()):
                self.tz = names.index(name) if names[0] != names[1] else 0


def _complete_day(parts, found, format):
    """Year, month, day, weekday and day of the year from what was read."""
    iso_year = int(found["G"]) if "G" in found else None
    iso_week = int(found["V"]) if "V" in found else None
    week = None
    starts_on_monday = False
    if "U" in found or "W" in found:
        starts_on_monday = "W" in found
        week = int(found["W" if starts_on_monday else "U"])
    if iso_year is not None:
        if parts.julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if iso_week is None or parts.weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if parts.year is None or parts.weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' "
                         "instead.")
    leap_fix = False
    year = parts.year
    if year is None:
        if parts.month == 2 and parts.day == 29:
            year = 1904
            leap_fix = True
        else:
            year = 1900
    julian = parts.julian
    month, day = parts.month, parts.day
    if julian is None and parts.weekday is not None:
        if week is not None:
            julian = _week_to_julian(year, week, parts.weekday, starts_on_monday)
        elif iso_year is not None:
            found_day = _date.fromisocalendar(iso_year, iso_week, parts.weekday + 1)
            year, month, day = found_day.year, found_day.month, found_day.day
            julian = found_day.toordinal() - _date(year, 1, 1).toordinal() + 1
        if julian is not None and julian <= 0:
            year -= 1
            julian += _date(year, 12, 31).toordinal() - _date(year, 1, 1).toordinal() + 1
    if julian is None:
        julian = _date(year, month, day).toordinal() - _date(year, 1, 1).toordinal() + 1
    else:
        found_day = _date.fromordinal(julian - 1 + _date(year, 1, 1).toordinal())
        year, month, day = found_day.year, found_day.month, found_day.day
    weekday = parts.weekday
    if weekday is None:
        weekday = _date(year, month, day).weekday()
    if leap_fix:
        year = 1900
    return year, month, day, weekday, julian


# What was made of the formats used last.
_formats = {}
_MOST_FORMATS = 5


def _lacks_year(tokens):
    directives = {text for kind, text in tokens if kind == "directive"}
    return "d" in directives and directives.isdisjoint("YyG")


def _keep_format(format, tokens):
    if len(_formats) > _MOST_FORMATS:
        _formats.clear()
    _formats[format] = tokens


def _warn_of_missing_year():
    import warnings
    warnings.warn("Parsing dates involving a day of month without a year specified is ambiguious\n"
                  "and fails to parse leap day. The default behavior will change in Python 3.15\n"
                  "to either always raise an exception or to use a different default year (TBD).\n"
                  "To avoid trouble, add a specific year to the input & format.\n"
                  "See https://github.com/python/cpython/issues/70647.", DeprecationWarning, stacklevel=5)


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """(time tuple, fraction of a second, fraction of the offset)."""
    for index, argument in enumerate((data_string, format)):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(argument)}")
    tokens = _formats.get(format)
    if tokens is None:
        tokens = _tokens(format)
        _check_repeated(tokens)
        if _lacks_year(tokens):
            _warn_of_missing_year()
        _keep_format(format, tokens)
    found = {}
    end = _match(data_string, 0, tokens, 0, found)
    if end < 0:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}") from None
    if end != len(data_string):
        raise ValueError(f"unconverted data remains: {data_string[end:]}") from None
    parts = _Parts(found)
    year, month, day, weekday, julian = _complete_day(parts, found, format)
    return ((year, month, day, parts.hour, parts.minute, parts.second, weekday, julian, parts.tz, parts.zone_name,
             parts.offset), parts.fraction, parts.offset_fraction)


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """What `time.strptime` gives."""
    return time.struct_time(_strptime(data_string, format)[0])


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    """What `datetime.strptime` gives."""
    values, fraction, offset_fraction = _strptime(data_string, format)
    zone_name, offset = values[-2:]
    args = values[:6] + (fraction,)
    if offset is not None:
        delta = _timedelta(seconds=offset, microseconds=offset_fraction)
        args += (_timezone(delta, zone_name) if zone_name else _timezone(delta),)
    return cls(*args)
