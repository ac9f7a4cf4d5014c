"""Calendar times as objects, time zones, and what's known of clocks; the clocks themselves are the native half."""

from time import _gmtime, _localtime, _time_zone, clock_getres, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_REALTIME, CLOCK_THREAD_CPUTIME_ID

_defers_imports = True

_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
# Of these and the zone's two.
_STRUCT_TM_ITEMS = len(_FIELDS) + 2


class struct_time(tuple):
    """A calendar time: nine items, and the zone's name and its offset in seconds where they're known."""

    n_fields = _STRUCT_TM_ITEMS
    n_sequence_fields = len(_FIELDS)
    n_unnamed_fields = 0
    __match_args__ = _FIELDS

    def __new__(cls, sequence, dict={}):
        try:
            items = tuple(sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if len(items) < len(_FIELDS):
            raise TypeError(f"time.struct_time() takes an at least {len(_FIELDS)}-sequence ({len(items)}-sequence given)")
        if len(items) > _STRUCT_TM_ITEMS:
            raise TypeError(f"time.struct_time() takes an at most {_STRUCT_TM_ITEMS}-sequence ({len(items)}-sequence given)")
        self = tuple.__new__(cls, items[:len(_FIELDS)])
        rest = items[len(_FIELDS):]
        self._zone = rest[0] if rest else dict.get("tm_zone")
        self._offset = rest[1] if len(rest) > 1 else dict.get("tm_gmtoff")
        return self

    def __repr__(self):
        fields = [f"{name}={value!r}" for name, value in zip(_FIELDS, self)]
        return f"time.struct_time({', '.join(fields)})"

    def __reduce__(self):
        return struct_time, (tuple(self), {"tm_zone": self._zone, "tm_gmtoff": self._offset})

    @property
    def tm_year(self):
        return self[0]

    @property
    def tm_mon(self):
        return self[1]

    @property
    def tm_mday(self):
        return self[2]

    @property
    def tm_hour(self):
        return self[3]

    @property
    def tm_min(self):
        return self[4]

    @property
    def tm_sec(self):
        return self[5]

    @property
    def tm_wday(self):
        return self[6]

    @property
    def tm_yday(self):
        return self[7]

    @property
    def tm_isdst(self):
        return self[8]

    @property
    def tm_zone(self):
        return self._zone

    @property
    def tm_gmtoff(self):
        return self._offset


def localtime(seconds=None, /):
    """The calendar time here at that many seconds since the epoch, or now."""
    return struct_time(_localtime(seconds))


def gmtime(seconds=None, /):
    """The calendar time in UTC at that many seconds since the epoch, or now."""
    return struct_time(_gmtime(seconds))


def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
    """The calendar time that a text says. ValueError where it isn't as `format` says."""
    from _strptime import _strptime_time
    return _strptime_time(data_string, format)


timezone, altzone, daylight, tzname = _time_zone()


def tzset():
    """Reads the environment's TZ again."""
    global timezone, altzone, daylight, tzname
    timezone, altzone, daylight, tzname = _time_zone()


_CLOCKS = {
    "time": (CLOCK_REALTIME, "CLOCK_REALTIME"),
    "monotonic": (CLOCK_MONOTONIC, "CLOCK_MONOTONIC"),
    "perf_counter": (CLOCK_MONOTONIC, "CLOCK_MONOTONIC"),
    "process_time": (CLOCK_PROCESS_CPUTIME_ID, "CLOCK_PROCESS_CPUTIME_ID"),
    "thread_time": (CLOCK_THREAD_CPUTIME_ID, "CLOCK_THREAD_CPUTIME_ID"),
}


def get_clock_info(name, /):
    """What's known of the clock behind the function `name`."""
    from types import SimpleNamespace
    if name not in _CLOCKS:
        raise ValueError("unknown clock")
    clock, system_name = _CLOCKS[name]
    is_adjustable = name == "time"
    return SimpleNamespace(implementation=f"clock_gettime({system_name})", monotonic=not is_adjustable, adjustable=is_adjustable,
                           resolution=clock_getres(clock))
