"""Small things around messages: addresses, dates, parameters."""

import datetime
import os
import random
import re
import socket
import time
import urllib.parse

from email._parseaddr import AddressList, date_and_offset, mktime_tz, parsedate, parsedate_tz, quote

__all__ = [
    "collapse_rfc2231_value", "decode_params", "decode_rfc2231", "encode_rfc2231", "formataddr", "formatdate", "format_datetime",
    "getaddresses", "make_msgid", "mktime_tz", "parseaddr", "parsedate", "parsedate_tz", "parsedate_to_datetime", "unquote",
    "localtime",
]

COMMASPACE = ", "
EMPTYSTRING = ""
CRLF = "\r\n"
TICK = "'"

_needs_quotes = re.compile(r'[][\\()<>@,:;".]')
_needs_backslash = re.compile(r'[\\"]')
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def formataddr(pair, charset="utf-8"):
    """`NAME <ADDRESS>`, with quotes where they're needed."""
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    try:
        name.encode("ascii")
    except UnicodeEncodeError:
        if isinstance(charset, str):
            from email.charset import Charset

            charset = Charset(charset)
        return f"{charset.header_encode(name)} <{address}>"
    quotes = '"' if _needs_quotes.search(name) else ""
    return f"{quotes}{_needs_backslash.sub(lambda match: chr(92) + match.group(), name)}{quotes} <{address}>"


def _without_quoted(text):
    """The text without what's in quotes."""
    parts = []
    place = 0
    for start, end in _quoted_parts(text):
        parts.append(text[place:start])
        place = end
    return "".join(parts) + text[place:] if parts else text


def _quoted_parts(text):
    start = None
    escaped = False
    for place, letter in enumerate(text):
        if escaped:
            escaped = False
        elif letter == "\\":
            escaped = True
        elif letter == '"':
            if start is None:
                start = place
            else:
                yield start, place + 1
                start = None


def _has_balanced_parentheses(text):
    depth = 0
    escaped = False
    for letter in _without_quoted(text):
        if escaped:
            escaped = False
        elif letter == "\\":
            escaped = True
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0



def _pairs(field):
    return AddressList(field).addresslist


def getaddresses(fieldvalues, *, strict=True):
    """Names and addresses of headers' values; one ('', '') for what can't be read."""
    fields = [str(each) for each in fieldvalues]
    if not strict:
        return _pairs(COMMASPACE.join(fields))
    fields = [each if _has_balanced_parentheses(each) else "('', '')" for each in fields]
    expected = sum(1 + _without_quoted(each).count(",") for each in fields)
    found = [pair if "[" not in pair[1] else ("", "") for pair in _pairs(COMMASPACE.join(fields))]
    return found if len(found) == expected else [("", "")]


def parseaddr(addr, *, strict=True):
    """The name and address that a text is; ('', '') for none."""
    if not strict:
        found = _pairs(addr)
        return found[0] if found else ("", "")
    if isinstance(addr, list):
        addr = addr[0]
    if not isinstance(addr, str) or not _has_balanced_parentheses(addr):
        return "", ""
    found = [pair if "[" not in pair[1] else ("", "") for pair in _pairs(addr)]
    return found[0] if len(found) == 1 else ("", "")


def unquote(str):
    """Without the quotes or angle brackets around it."""
    around = str[:1] + str[-1:] if len(str) > 1 else ""
    if around not in ('""', "<>"):
        return str
    inner = str[1:-1]
    return inner if around == "<>" else inner.replace("\\\\", "\\").replace('\\"', '"')


def _format_time(numbers, zone):
    year, month, day, hour, minute, second, weekday = numbers[:7]
    return f"{_DAYS[weekday]}, {day:02d} {_MONTHS[month - 1]} {year:04d} {hour:02d}:{minute:02d}:{second:02d} {zone}"


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A time as headers have it."""
    timeval = time.time() if timeval is None else timeval
    utc = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        return format_datetime(utc.astimezone(), False)
    return format_datetime(utc if usegmt else utc.replace(tzinfo=None), usegmt)


def format_datetime(dt, usegmt=False):
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        return _format_time(dt.timetuple(), "GMT")
    return _format_time(dt.timetuple(), "-0000" if dt.tzinfo is None else dt.strftime("%z"))


def make_msgid(idstring=None, domain=None):
    """`<TIME.PID.RANDOM.IDSTRING@DOMAIN>`."""
    number = f"{int(time.time() * 100)}.{os.getpid()}.{random.getrandbits(64)}"
    idstring = "" if idstring is None else "." + idstring
    return f"<{number}{idstring}@{socket.getfqdn() if domain is None else domain}>"


def parsedate_to_datetime(data):
    found = date_and_offset(data)
    if found is None:
        raise ValueError(f'Invalid date value or format "{data}"')
    *numbers, offset = found
    if offset is None:
        return datetime.datetime(*numbers[:6])
    return datetime.datetime(*numbers[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=offset)))


def localtime(dt=None, isdst=None):
    """A time in the local zone."""
    if dt is None:
        dt = datetime.datetime.now()
    return dt.astimezone()


def decode_rfc2231(s):
    """Character set, language and text of `SET'LANGUAGE'TEXT`."""
    parts = s.split(TICK, 2)
    return (None, None, s) if len(parts) <= 2 else parts


def encode_rfc2231(s, charset=None, language=None):
    """`SET'LANGUAGE'TEXT`, the text with per cent signs."""
    s = urllib.parse.quote(s, safe="", encoding=charset or "ascii")
    if charset is None and language is None:
        return s
    return f"{charset}'{language or ''}'{s}"


_continued = re.compile(r"(\w+)\*([0-9]+)\*?", re.ASCII)


def decode_params(params):
    """Parameters whose values were cut into several are put together."""
    found = [params[0]]
    parts = {}
    for name, value in params[1:]:
        is_encoded = name.endswith("*")
        value = unquote(value)
        match = _continued.fullmatch(name)
        if match:
            parts.setdefault(match.group(1), []).append((int(match.group(2)), value, is_encoded))
        elif is_encoded:
            parts.setdefault(name[:-1], []).append((0, value, True))
        else:
            found.append((name, f'"{quote(value)}"'))
    for name, pieces in parts.items():
        pieces.sort()
        texts = [urllib.parse.unquote(text, encoding="latin-1") if encoded else text for _, text, encoded in pieces]
        value = quote("".join(texts))
        if any(encoded for _, _, encoded in pieces):
            charset, language, value = decode_rfc2231(value)
            found.append((name, (charset, language, f'"{value}"')))
        else:
            found.append((name, f'"{value}"'))
    return found


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    """A parameter's value as a text."""
    is_encoded = isinstance(value, tuple) and len(value) == 3
    charset, _, text = value if is_encoded else (None, None, value)
    if is_encoded:
        try:
            return text.encode("raw-unicode-escape").decode(fallback_charset if charset is None else charset, errors)
        except LookupError:
            # No such set: the text as it is.
            pass
    return unquote(text)
