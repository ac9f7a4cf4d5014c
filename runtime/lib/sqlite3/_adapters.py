"""Values on their way into a database, and texts on their way out."""

import datetime
import warnings

from sqlite3._errors import ProgrammingError

PARSE_DECLTYPES = 1
PARSE_COLNAMES = 2

adapters = {}
converters = {}


class PrepareProtocol:
    """What an object's `__conform__` is asked for."""

    __module__ = "sqlite3"


def register_adapter(type, adapter, /):
    """How values of a type are stored."""
    adapters[(type, PrepareProtocol)] = adapter


def register_converter(typename, converter, /):
    """How values of a declared type are read."""
    converters[typename.upper()] = converter


def adapt(obj, proto=PrepareProtocol, /, *alt):
    """The object as a type that SQLite has."""
    adapter = adapters.get((type(obj), proto))
    if adapter is not None:
        return adapter(obj)
    method = getattr(obj, "__conform__", None)
    if method is not None:
        found = method(proto)
        if found is not None:
            return found
    if alt:
        return alt[0]
    raise ProgrammingError("can't adapt")


def adapted(value):
    """A parameter, adapted where it's none of SQLite's own types."""
    kind = type(value)
    if kind is int or kind is float or kind is str or kind is bytearray:
        return value
    return adapt(value, PrepareProtocol, value)


def converter_of(name, declared, detect_types):
    """The converter of a column, None for none."""
    if detect_types & PARSE_COLNAMES and "[" in name:
        start = name.index("[") + 1
        end = name.find("]", start)
        found = converters.get(name[start:end].upper()) if end >= 0 else None
        if found is not None:
            return found
    if detect_types & PARSE_DECLTYPES and declared is not None:
        return converters.get(declared.split("(")[0].split(" ")[0].upper())
    return None


_ADVICE = "is deprecated as of Python 3.12; see the sqlite3 documentation for suggested replacement recipes"


def _adapt_date(value):
    warnings.warn(f"The default date adapter {_ADVICE}", DeprecationWarning, stacklevel=2)
    return value.isoformat()


def _adapt_datetime(value):
    warnings.warn(f"The default datetime adapter {_ADVICE}", DeprecationWarning, stacklevel=2)
    return value.isoformat(" ")


def _convert_date(text):
    warnings.warn(f"The default date converter {_ADVICE}", DeprecationWarning, stacklevel=2)
    return datetime.date(*map(int, text.split(b"-")))


def _convert_timestamp(text):
    warnings.warn(f"The default timestamp converter {_ADVICE}", DeprecationWarning, stacklevel=2)
    day, time = text.split(b" ")
    year, month, day = map(int, day.split(b"-"))
    parts = time.split(b".")
    hours, minutes, seconds = map(int, parts[0].split(b":"))
    microseconds = int(f"{parts[1].decode():0<6.6}") if len(parts) == 2 else 0
    return datetime.datetime(year, month, day, hours, minutes, seconds, microseconds)


register_adapter(datetime.date, _adapt_date)
register_adapter(datetime.datetime, _adapt_datetime)
register_converter("date", _convert_date)
register_converter("timestamp", _convert_timestamp)
