"""Reading of ISO 8601's forms. What isn't in one of them gives None."""

from datetime._calendar import MAX_ORDINAL, from_iso_day, from_ordinal


def _number(text, start, end):
    """That of the digits from `start` to `end`."""
    digits = text[start:end]
    if len(digits) != end - start or not (digits.isascii() and digits.isdigit()):
        raise ValueError
    return int(digits)


def _week_parts(text, year, place, hyphen):
    """Of what follows the year and W: ww, ww-D or wwD."""
    week = _number(text, place, place + 2)
    weekday = 1
    if len(text) > place + 2:
        if (text[place + 2] == "-") != bool(hyphen):
            raise ValueError
        place += 2 + hyphen
        weekday = _number(text, place, place + 1)
    ordinal = from_iso_day(year, week, weekday)
    if not 1 <= ordinal <= MAX_ORDINAL:
        raise ValueError
    return from_ordinal(ordinal)


def date_parts(text):
    """Year, month and day of YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D]."""
    try:
        year = _number(text, 0, 4)
        hyphen = int(text[4] == "-")
        place = 4 + hyphen
        if text[place] == "W":
            return _week_parts(text, year, place + 1, hyphen)
        month = _number(text, place, place + 2)
        if text[place + 2:place + 2 + hyphen] != "-" * hyphen:
            return None
        place += 2 + hyphen
        day = _number(text, place, place + 2)
    except (ValueError, IndexError):
        return None
    return (year, month, day) if len(text) == place + 2 else None


def _clock(text):
    """[hour, minute, second, microsecond] of HH[:MM[:SS[.f...]]], with or without colons. They may be too great."""
    colon = int(text[2:3] == ":")
    numbers = []
    place = 0
    while len(numbers) < 3:
        numbers.append(_number(text, place, place + 2))
        place += 2
        if place == len(text):
            return numbers + [0] * (4 - len(numbers))
        if len(numbers) < 3:
            if text[place] in ".," or (colon and text[place] != ":"):
                raise ValueError
            place += colon
    fraction = text[place + 1:]
    if text[place] not in ".,":
        raise ValueError
    # What's beyond the sixth doesn't count, but must be digits.
    _number(fraction, 0, len(fraction) or 1)
    return [*numbers, int(fraction[:6].ljust(6, "0"))]


def time_parts(text):
    """([hour, minute, second, microsecond], offset from UTC in (seconds, microseconds) or None)."""
    end = next((place for place, char in enumerate(text) if char in "+-Z"), len(text))
    try:
        clock = _clock(text[:end])
        if end == len(text):
            return clock, None
        sign, zone = text[end], text[end + 1:]
        if sign == "Z":
            return None if zone else (clock, (0, 0))
        hours, minutes, seconds, microseconds = _clock(zone)
    except (ValueError, IndexError):
        return None
    seconds += (hours * 60 + minutes) * 60
    return clock, (-seconds, -microseconds) if sign == "-" else (seconds, microseconds)


def date_length(text):
    """Where the date at the beginning of a moment's text ends; the separator, if any, stands there."""
    if len(text) == 7:
        return 7
    if text[4] == "-":
        if text[5] != "W":
            return 10
        # In YYYY-Www-HH the second hyphen is the separator.
        return 8 if text[8:9] != "-" or text[10:11].isdigit() else 10
    if text[4] != "W":
        return 8
    digits = len(text) - len(text[7:].lstrip("0123456789")) - 7
    if digits < 2:
        return 7 + digits
    # All digits of the time of day come in pairs.
    return 7 if digits % 2 else 8
