"""Values: numbers, times, arrays and inline tables."""

import datetime
import re

from tomllib._strings import read_string

_NUMBER = re.compile(
    r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)"
    r"|[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)"
)
_CLOCK = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_TIME = re.compile(_CLOCK)
_DATE = re.compile(rf"([0-9]{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]{_CLOCK}(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")
_SPECIAL = {"inf": "inf", "nan": "nan", "+inf": "inf", "-inf": "-inf", "+nan": "nan", "-nan": "-nan"}


class Reader:
    """Reads values; floats by `parse_float`."""

    def __init__(self, source, parse_float):
        self.source = source
        self.parse_float = parse_float

    def read(self):
        """The value at the place."""
        source = self.source
        letter = source.next
        if letter and letter in "\"'":
            return read_string(source)
        if source.starts("true"):
            source.place += 4
            return True
        if source.starts("false"):
            source.place += 5
            return False
        if letter == "[":
            return self._read_array()
        if letter == "{":
            return self._read_table()
        return self._read_time_or_number()

    def _read_time_or_number(self):
        source = self.source
        for pattern, make in ((_DATE, self._date), (_TIME, self._time), (_NUMBER, self._number)):
            match = pattern.match(source.text, source.place)
            if match:
                value = make(match)
                source.place = match.end()
                return value
        for count in (3, 4):
            word = source.text[source.place:source.place + count]
            if word in _SPECIAL:
                source.place += count
                return self._float(_SPECIAL[word] if word[0] != "+" else word)
        raise source.error("Invalid value")

    def _float(self, text):
        value = self.parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value

    def _number(self, match):
        if match["float"]:
            return self._float(match[0])
        return int(match[0], 0) if match[0][1:2] in ("x", "o", "b") else int(match[0])

    def _time(self, match):
        hour, minute, second, fraction = match.groups()
        return datetime.time(int(hour), int(minute), int(second), int(fraction.ljust(6, "0")) if fraction else 0)

    def _date(self, match):
        year, month, day, hour, minute, second, fraction, zulu, sign, zone_hours, zone_minutes = match.groups()
        try:
            if hour is None:
                return datetime.date(int(year), int(month), int(day))
            zone = datetime.timezone.utc if zulu else None
            if sign:
                offset = datetime.timedelta(hours=int(zone_hours), minutes=int(zone_minutes))
                zone = datetime.timezone(offset if sign == "+" else -offset)
            return datetime.datetime(int(year), int(month), int(day), int(hour), int(minute), int(second),
                                     int(fraction.ljust(6, "0")) if fraction else 0, zone)
        except ValueError as error:
            raise self.source.error("Invalid date or datetime") from error

    def _read_array(self):
        source = self.source
        source.place += 1
        values = []
        source.skip_lines()
        while source.next != "]":
            values.append(self.read())
            source.skip_lines()
            if source.next == "]":
                break
            if source.next != ",":
                raise source.error("Unclosed array")
            source.place += 1
            source.skip_lines()
        source.place += 1
        return values

    def _read_table(self):
        source = self.source
        source.place += 1
        table = {}
        closed = set()
        source.skip_blanks()
        if source.next == "}":
            source.place += 1
            return table
        while True:
            key, value = self.read_pair()
            inner = table
            for place, part in enumerate(key[:-1], 1):
                if key[:place] in closed:
                    raise source.error(f"Cannot mutate immutable namespace {key}")
                inner = inner.setdefault(part, {})
                if not isinstance(inner, dict):
                    raise source.error("Cannot overwrite a value")
            if key[-1] in inner:
                raise source.error(f"Duplicate inline table key {key[-1]!r}")
            inner[key[-1]] = value
            if isinstance(value, (dict, list)):
                closed.add(key)
            source.skip_blanks()
            if source.next == "}":
                source.place += 1
                return table
            if source.next != ",":
                raise source.error("Unclosed inline table")
            source.place += 1
            source.skip_blanks()

    def read_key(self):
        """A dotted key as a tuple."""
        source = self.source
        parts = [self._read_key_part()]
        source.skip_blanks()
        while source.next == ".":
            source.place += 1
            source.skip_blanks()
            parts.append(self._read_key_part())
            source.skip_blanks()
        return tuple(parts)

    def _read_key_part(self):
        source = self.source
        if source.next and source.next in "\"'":
            if source.starts(source.next * 3):
                # An empty key, and something behind it.
                source.place += 2
                return ""
            return read_string(source)
        part = source.bare_key()
        if not part:
            raise source.error("Invalid initial character for a key part")
        return part

    def read_pair(self):
        """A key and its value."""
        source = self.source
        key = self.read_key()
        if source.next != "=":
            raise source.error("Expected '=' after a key in a key/value pair")
        source.place += 1
        source.skip_blanks()
        return key, self.read()
