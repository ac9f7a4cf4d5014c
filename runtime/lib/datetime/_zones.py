"""Time zones."""

from _support import name_with_module
from datetime._arguments import NOT_GIVEN, type_name
from datetime._span import span, timedelta
from datetime._text import offset_text

_A_DAY = 86400000000


def checked_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")
    return zone


def ask_zone(zone, method, moment):
    """What a time zone says of a moment: its `utcoffset` or `dst`, None or less than a day."""
    if zone is None:
        return None
    answer = getattr(zone, method)(moment)
    if answer is None:
        return None
    if not isinstance(answer, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, not '{type(answer).__name__}'")
    if not -_A_DAY < answer._total < _A_DAY:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return answer


def name_in_zone(zone, moment):
    if zone is None:
        return None
    name = zone.tzname(moment)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
    return name


class tzinfo:
    """The base of time zones."""

    __module__ = "datetime"
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def _check_own(self, dt):
        """A moment to be converted must name this zone."""
        if not is_moment(dt):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")

    def fromutc(self, dt):
        """The local moment of one in UTC that has this time zone."""
        self._check_own(dt)
        whole = _answer_of(dt, "utcoffset")
        standard = dt + (whole - _answer_of(dt, "dst"))
        # What the zone adds in summer depends on its time without.
        summer = standard.dst()
        if summer is None:
            raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return standard + summer if summer else standard

    def __reduce__(self):
        arguments = getattr(self, "__getinitargs__", tuple)()
        state = getattr(self, "__getstate__", None)
        return self.__class__, arguments, state() if state else getattr(self, "__dict__", None) or None


def _answer_of(moment, method):
    answer = getattr(moment, method)()
    if answer is None:
        raise ValueError(f"fromutc: non-None {method}() result required")
    return answer


def is_moment(value):
    """Whether it is a `datetime`."""
    return getattr(type(value), "_is_moment", False)


def _check_asked(moment, method):
    if moment is not None and not is_moment(moment):
        raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {type(moment).__name__}")


class timezone(tzinfo):
    """A fixed offset from UTC."""

    __module__ = "datetime"
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=NOT_GIVEN):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        is_named = name is not NOT_GIVEN
        if is_named and not isinstance(name, str):
            given = "None" if name is None else type(name).__name__
            raise TypeError(f"timezone() argument 2 must be str, not {given}")
        if not -_A_DAY < offset._total < _A_DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}.")
        if is_named:
            return _fixed_zone(offset, name)
        return _fixed_zone(offset) if offset._total else UTC

    def __init_subclass__(cls, /, *args, **kwargs):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def utcoffset(self, dt):
        _check_asked(dt, "utcoffset")
        return self._offset

    def dst(self, dt):
        _check_asked(dt, "dst")

    def tzname(self, dt):
        _check_asked(dt, "tzname")
        if self._name is not None:
            return self._name
        return f"UTC{offset_text(self._offset)}" if self._offset else "UTC"

    def fromutc(self, dt):
        self._check_own(dt)
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return timezone, self.__getinitargs__(), None

    def __repr__(self):
        if self is UTC:
            return "datetime.timezone.utc"
        return f"{type_name(self)}({', '.join(map(repr, self.__getinitargs__()))})"

    def __str__(self):
        return self.tzname(None)


def _fixed_zone(offset, name=None):
    zone = object.__new__(timezone)
    zone._offset = offset
    zone._name = name
    return zone


UTC = timezone.utc = _fixed_zone(span(0))
# Whole minutes, as the offsets of ISO 8601.
_FARTHEST = timedelta(hours=23, minutes=59)
timezone.min = _fixed_zone(-_FARTHEST)
timezone.max = _fixed_zone(_FARTHEST)


for _named in (tzinfo, timezone):
    name_with_module(_named)
