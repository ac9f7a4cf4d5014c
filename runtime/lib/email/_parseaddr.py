"""Dates and addresses as headers have them (RFC 5322), read generously."""

import calendar
import time

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
           "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500,
          "MST": -700, "MDT": -600, "PST": -800, "PDT": -700}


def parsedate_tz(data):
    """Nine numbers as `time.struct_time` has them, and the seconds from UTC, 0 where nothing tells; None for what is no date."""
    found = date_and_offset(data)
    return found and found[:9] + (found[9] or 0,)


def date_and_offset(data):
    """The same, where the offset may be None."""
    found = _parts_of_date(data) if data else None
    if found is None:
        return None
    year, month, day, hours, zone = found
    return (year, month, day, *hours, 0, 1, -1, _offset(zone))


def _words_of_date(data):
    """Day, month, year, time and zone, as words."""
    words = data.split()
    if not words:
        return None
    if words[0].endswith(",") or words[0].lower() in _DAYS:
        del words[0]
    else:
        comma = words[0].rfind(",")
        if comma >= 0:
            words[0] = words[0][comma + 1:]
    if len(words) == 3:
        parts = words[0].split("-")
        if len(parts) == 3:
            words = parts + words[1:]
    if len(words) == 4:
        last = words[3]
        sign = last.find("+")
        if sign == -1:
            sign = last.find("-")
        if sign > 0:
            words[3:] = [last[:sign], last[sign:]]
        else:
            words.append("")
    return words[:5] if len(words) >= 5 else None


def _parts_of_date(data):
    words = _words_of_date(data)
    if words is None:
        return None
    day, month, year, clock, zone = words
    if not (day and month and year):
        return None
    month = month.lower()
    if month not in _MONTHS:
        day, month = month, day.lower()
        if month not in _MONTHS:
            return None
    number = _MONTHS.index(month) % 12 + 1
    day = day.removesuffix(",")
    if ":" in year:
        year, clock = clock, year
        if not year:
            return None
    year = year.removesuffix(",")
    if not year:
        return None
    if not year[0].isdigit():
        year, zone = zone, year
    hours = _hours(clock.removesuffix(","))
    try:
        year, day, hours = int(year), int(day), [int(each) for each in hours or ()]
    except ValueError:
        return None
    if len(hours) != 3:
        return None
    if year < 100:
        # Years of two digits are from 1969 to 2068.
        year += 1900 if year > 68 else 2000
    return year, number, day, hours, zone


def _hours(clock):
    parts = clock.split(":")
    if len(parts) == 1 and "." in parts[0]:
        parts = parts[0].split(".")
        return [*parts, "0"] if len(parts) == 2 else parts if len(parts) == 3 else None
    if len(parts) == 2:
        return [*parts, "0"]
    return parts if len(parts) == 3 else None


def _offset(zone):
    """In seconds; None for "-0000" and what isn't known."""
    zone = zone.upper()
    if zone in _ZONES:
        number = _ZONES[zone]
    else:
        try:
            number = int(zone)
        except ValueError:
            return None
        if number == 0 and zone.startswith("-"):
            return None
    sign = -1 if number < 0 else 1
    number = abs(number)
    return sign * (number // 100 * 3600 + number % 100 * 60)


def parsedate(data):
    """The nine numbers alone."""
    found = parsedate_tz(data)
    return found[:9] if isinstance(found, tuple) else found


def mktime_tz(data):
    """Seconds since 1970."""
    if data[9] is None:
        # Local time.
        return time.mktime(data[:8] + (-1,))
    return calendar.timegm(data) - data[9]


def quote(str):
    """Backslashes before what ends a quoted text."""
    return str.replace("\\", "\\\\").replace('"', '\\"')


class AddressList:
    """The addresses of a header: names and addresses."""

    _SPECIALS = '()<>@,:;."[]'
    _SPACE = " \t\r\n"

    def __init__(self, field):
        self._text = field or ""
        self._place = 0
        self._comments = []
        self.addresslist = self._list()

    def _at(self):
        return self._text[self._place:self._place + 1]

    def _skip(self):
        """White space and comments."""
        while self._place < len(self._text):
            if self._at() in self._SPACE:
                self._place += 1
            elif self._at() == "(":
                self._comments.append(self._delimited("(", ")", True))
            else:
                return

    def _list(self):
        found = []
        while self._place < len(self._text):
            found += self._address() or [("", "")]
        return found

    def _address(self):
        self._comments = []
        self._skip()
        start, start_comments = self._place, self._comments
        words = self._phrase()
        self._skip()
        found = []
        following = self._at()
        if not following:
            if words:
                found = [(" ".join(self._comments), words[0])]
        elif following in ".@":
            # An address alone.
            self._place, self._comments = start, start_comments
            address = self._spec()
            found = [(" ".join(self._comments), address)]
        elif following == ":":
            self._place += 1
            while self._place < len(self._text):
                self._skip()
                if self._at() == ";":
                    self._place += 1
                    break
                found += self._address() or [("", "")] if self._place < len(self._text) else []
        elif following == "<":
            address = self._route()
            name = " ".join(words)
            found = [(f"{name} ({' '.join(self._comments)})" if self._comments else name, address)]
        elif words:
            found = [(" ".join(self._comments), words[0])]
        elif following in self._SPECIALS:
            self._place += 1
        self._skip()
        if self._at() == ",":
            self._place += 1
        return found

    def _route(self):
        """`<...>`; routes are left out."""
        self._place += 1
        self._skip()
        address = ""
        is_route = False
        while self._place < len(self._text):
            if is_route:
                self._domain()
                is_route = False
            elif self._at() == ">":
                self._place += 1
                break
            elif self._at() == "@":
                self._place += 1
                is_route = True
            elif self._at() == ":":
                self._place += 1
            else:
                address = self._spec()
                self._place += 1
                break
            self._skip()
        return address

    def _spec(self):
        """NAME@DOMAIN."""
        parts = []
        self._skip()
        while self._place < len(self._text):
            keeps_space = True
            if self._at() == ".":
                if parts and not parts[-1].strip():
                    parts.pop()
                parts.append(".")
                self._place += 1
                keeps_space = False
            elif self._at() == '"':
                parts.append(f'"{quote(self._quoted())}"')
            elif self._at() in self._SPECIALS:
                if parts and not parts[-1].strip():
                    parts.pop()
                break
            else:
                parts.append(self._atom())
            begin = self._place
            self._skip()
            if keeps_space and self._place > begin:
                parts.append(" ")
        self._skip()
        if self._at() != "@":
            return "".join(parts).rstrip() if parts and not parts[-1].strip() else "".join(parts)
        self._place += 1
        self._skip()
        domain = self._domain()
        return "".join(parts) + "@" + domain if domain else ""

    def _domain(self):
        parts = []
        while self._place < len(self._text):
            if self._at() in self._SPACE:
                self._place += 1
            elif self._at() == "(":
                self._comments.append(self._delimited("(", ")", True))
            elif self._at() == "[":
                parts.append(f"[{self._delimited('[', ']', False)}]")
            elif self._at() == ".":
                self._place += 1
                parts.append(".")
            elif self._at() == "@":
                # Two of them: no address.
                return ""
            elif self._at() in self._SPECIALS:
                break
            else:
                parts.append(self._atom())
        return "".join(parts)

    def _delimited(self, begin, end, has_comments):
        if self._at() != begin:
            return ""
        parts = []
        self._place += 1
        is_quoted = False
        while self._place < len(self._text):
            letter = self._at()
            if is_quoted:
                parts.append(letter)
                is_quoted = False
            elif letter == end:
                self._place += 1
                break
            elif has_comments and letter == "(":
                parts.append("(" + self._delimited("(", ")", True) + ")")
                continue
            elif letter == "\\":
                is_quoted = True
            elif letter != "\r":
                parts.append(letter)
            self._place += 1
        return "".join(parts)

    def _quoted(self):
        return self._delimited('"', '"', False)

    def _atom(self, ends=None):
        ends = self._SPECIALS + self._SPACE if ends is None else ends
        start = self._place
        while self._place < len(self._text) and self._at() not in ends:
            self._place += 1
        return self._text[start:self._place]

    def _phrase(self):
        words = []
        while self._place < len(self._text):
            if self._at() in self._SPACE:
                self._place += 1
            elif self._at() == '"':
                words.append(self._quoted())
            elif self._at() == "(":
                self._comments.append(self._delimited("(", ")", True))
            elif self._at() in self._SPECIALS.replace(".", ""):
                break
            else:
                words.append(self._atom(self._SPECIALS.replace(".", "") + self._SPACE))
        return words
