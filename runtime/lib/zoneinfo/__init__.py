"""Time zones of the system's database."""

import weakref
from _support import name_with_module
from datetime import datetime, timedelta, tzinfo

from zoneinfo import _common
from zoneinfo._common import ZoneInfoNotFoundError
from zoneinfo._tzpath import InvalidTZPathWarning, available_timezones, find_tzfile, reset_tzpath

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

_EPOCH = datetime(1970, 1, 1)
_MOST_KEPT = 8


def __getattr__(name):
    if name == "TZPATH":
        from zoneinfo import _tzpath

        return _tzpath.TZPATH
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted([*globals(), "TZPATH"])


class ZoneInfo(tzinfo):
    """A time zone by its name in the database."""

    _weak_cache = weakref.WeakValueDictionary()
    # Those used last are kept alive.
    _strong_cache = {}

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._weak_cache = weakref.WeakValueDictionary()
        cls._strong_cache = {}

    def __new__(cls, key):
        zone = cls._weak_cache.get(key)
        if zone is None:
            zone = cls._weak_cache.setdefault(key, cls._load(key))
            zone._from_cache = True
        cls._strong_cache.pop(key, None)
        cls._strong_cache[key] = zone
        if len(cls._strong_cache) > _MOST_KEPT:
            del cls._strong_cache[next(iter(cls._strong_cache))]
        return zone

    @classmethod
    def no_cache(cls, key):
        """A new object for the zone."""
        zone = cls._load(key)
        zone._from_cache = False
        return zone

    @classmethod
    def from_file(cls, file, /, key=None):
        """The zone that a file of the database tells of."""
        zone = super().__new__(cls)
        zone._key = key
        zone._file_repr = repr(file)
        zone._from_cache = False
        zone._rules = _common.load(file)
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """The next call for a zone makes a new object."""
        if only_keys is None:
            cls._weak_cache.clear()
            cls._strong_cache.clear()
            return
        for key in only_keys:
            cls._weak_cache.pop(key, None)
            cls._strong_cache.pop(key, None)

    @classmethod
    def _load(cls, key):
        zone = super().__new__(cls)
        path = find_tzfile(key)
        zone._key = key
        zone._file_repr = None
        with open(path, "rb") if path else _common.open_packaged(key) as file:
            zone._rules = _common.load(file)
        return zone

    @property
    def key(self):
        return self._key

    def utcoffset(self, dt):
        return self._at(dt).offset

    def dst(self, dt):
        return self._at(dt).dst

    def tzname(self, dt):
        return self._at(dt).name

    def _at(self, dt):
        if dt is None:
            return self._rules.fixed or _common.NOWHERE
        return self._rules.at_local(_seconds(dt), dt.fold, dt.year)

    def fromutc(self, dt):
        """A time of UTC's in this zone."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        period, fold = self._rules.at_utc(_seconds(dt), dt.year)
        dt += period.offset
        return dt.replace(fold=1) if fold else dt

    def __str__(self):
        return self._key if self._key is not None else repr(self)

    def __repr__(self):
        name = "zoneinfo.ZoneInfo" if type(self) is ZoneInfo else type(self).__name__
        return f"{name}(key={self._key!r})" if self._key is not None else f"{name}.from_file({self._file_repr})"

    def __reduce__(self):
        if self._file_repr is not None:
            self._refuse_pickling()
        return type(self)._unpickle, (self._key, self._from_cache)

    def _refuse_pickling(self):
        import pickle

        raise pickle.PicklingError("Cannot pickle a ZoneInfo file from a file stream.")

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        return cls(key) if from_cache else cls.no_cache(key)


def _seconds(dt):
    """Seconds since 1970, as if it was UTC."""
    since = dt.replace(tzinfo=None, fold=0) - _EPOCH
    return since // timedelta(seconds=1)


name_with_module(ZoneInfo)
