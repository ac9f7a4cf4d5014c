"""How dates, times of day and offsets are written."""

import time

from datetime._arguments import checked_text

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

# How much of HH:MM:SS.ffffff `isoformat` shows.
_SHOWN = {"hours": 2, "minutes": 5, "seconds": 8, "milliseconds": 12, "microseconds": 15}


def offset_text(offset, separator=":"):
    """`+HH:MM[:SS[.ffffff]]`; nothing for None."""
    if offset is None:
        return ""
    total = offset._total
    seconds, microsecond = divmod(abs(total), 1000000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    text = f"{'-' if total < 0 else '+'}{hour:02d}{separator}{minute:02d}"
    if second or microsecond:
        text += f"{separator}{second:02d}"
    return f"{text}.{microsecond:06d}" if microsecond else text


def clock_text(microseconds, timespec, place):
    """A time of day; `place` is where the caller has its argument `timespec`."""
    seconds = microseconds // 1000000
    minutes = seconds // 60
    microsecond = microseconds % 1000000
    text = f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds % 60:02d}"
    if timespec == "auto":
        return f"{text}.{microsecond:06d}" if microsecond else text
    shown = _SHOWN.get(checked_text(timespec, "isoformat", place))
    if shown is None:
        raise ValueError("Unknown timespec value")
    return f"{text}.{microsecond:06d}"[:shown]


def ctime_text(timetuple):
    """`Wed Jun  9 04:26:40 1993`."""
    year, month, day, hour, minute, second, weekday = timetuple[:7]
    return f"{WEEKDAYS[weekday]} {MONTHS[month - 1]} {day:2d} {hour:02d}:{minute:02d}:{second:02d} {year:04d}"


def _ask(value, method):
    """What a method says that dates don't have."""
    return getattr(value, method)() if hasattr(value, method) else None


def formatted(value, format, timetuple):
    """What `time.strftime` makes of the format, once what it doesn't know is filled in: microseconds and time zones."""
    first, *rest = checked_text(format, "strftime").split("%")
    parts = [first]
    pieces = iter(rest)
    for piece in pieces:
        code = piece[:1]
        if code == "f":
            parts += f"{getattr(value, 'microsecond', 0):06d}", piece[1:]
        elif code == "z":
            parts += offset_text(_ask(value, "utcoffset"), ""), piece[1:]
        elif piece.startswith(":z"):
            parts += offset_text(_ask(value, "utcoffset")), piece[2:]
        elif code == "Z":
            parts += (_ask(value, "tzname") or "").replace("%", "%%"), piece[1:]
        elif piece:
            parts += "%", piece
        else:
            # Two of them in a row, and text behind; or one at the end.
            text = next(pieces, None)
            parts += ("%",) if text is None else ("%%", text)
    return time.strftime("".join(parts), timetuple)
