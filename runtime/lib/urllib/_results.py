"""The parts of URLs: tuples with names, of str and of bytes."""

import unicodedata
from collections import namedtuple

_HEX_DIGITS = "0123456789abcdefABCDEF"


def _same(result):
    return result


def _encoded(result):
    return result.encode("ascii", "strict")


def as_texts(*parts):
    """The parts as strs, and what brings the result into the form that the arguments had."""
    is_text = isinstance(parts[0], str)
    for part in parts[1:]:
        if part and isinstance(part, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return parts, _same
    return tuple([part.decode("ascii", "strict") if part else "" for part in parts]), _encoded


def check_brackets(netloc):
    """ValueError for a network location that can't be one."""
    if ("[" in netloc) != ("]" in netloc):
        raise ValueError("Invalid IPv6 URL")
    if "[" in netloc:
        _check_bracketed(netloc)
    if netloc and not netloc.isascii():
        _check_normal_form(netloc)


def _is_ipv4(text):
    parts = text.split(".")
    return len(parts) == 4 and all([
        part.isascii() and part.isdigit() and len(part) <= 3 and int(part) <= 255 and (part == "0" or part[0] != "0") for part in parts
    ])


def _is_ipv6(text):
    address, percent, zone = text.partition("%")
    if percent and (not zone or "%" in zone):
        return False
    before, is_short, after = address.partition("::")
    groups = [group for side in (before, after) if side for group in side.split(":")]
    count = len(groups)
    if groups and "." in groups[-1] and address.endswith(groups[-1]):
        if not _is_ipv4(groups.pop()):
            return False
        count += 1
    if not all([1 <= len(group) <= 4 and all([letter in _HEX_DIGITS for letter in group]) for group in groups]):
        return False
    return count <= 7 if is_short else count == 8


def _check_bracketed(netloc):
    """What's in brackets is an IPv6 address, or one of a kind to come: `v1.x`."""
    host = netloc.partition("[")[2].partition("]")[0]
    if host.startswith("v"):
        version, dot, address = host[1:].partition(".")
        is_hex = version and all([letter in _HEX_DIGITS for letter in version])
        if not (is_hex and dot and address):
            raise ValueError("IPvFuture address is invalid")
        return
    if _is_ipv4(host):
        raise ValueError("An IPv4 address cannot be in brackets")
    if not _is_ipv6(host):
        raise ValueError(f"{host!r} does not appear to be an IPv4 or IPv6 address")


def _check_normal_form(netloc):
    """No letter may hide one that separates parts."""
    shown = netloc
    for letter in "@:#?":
        shown = shown.replace(letter, "")
    normal = unicodedata.normalize("NFKC", shown)
    if shown == normal:
        return
    for letter in "/?#@:":
        if letter in normal:
            raise ValueError(f"netloc {netloc!r} contains invalid characters under NFKC normalization")


class _NetlocText:
    """What the network location tells, in strs."""

    __slots__ = ()

    def _user_info(self):
        info, has_info, _ = self.netloc.rpartition("@")
        if not has_info:
            return None, None
        username, has_password, password = info.partition(":")
        return username, password if has_password else None

    def _host_info(self):
        _, _, host = self.netloc.rpartition("@")
        _, is_bracketed, bracketed = host.partition("[")
        if is_bracketed:
            hostname, _, port = bracketed.partition("]")
            port = port.partition(":")[2]
        else:
            hostname, _, port = host.partition(":")
        return hostname, port or None

    @property
    def username(self):
        return self._user_info()[0]

    @property
    def password(self):
        return self._user_info()[1]

    @property
    def hostname(self):
        hostname = self._host_info()[0]
        if not hostname:
            return None
        name, percent, zone = hostname.partition("%")
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._host_info()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        number = int(port)
        if not 0 <= number <= 65535:
            raise ValueError("Port out of range 0-65535")
        return number


class _NetlocBytes:
    """The same in bytes: what the text of the location tells."""

    __slots__ = ()

    def _of_text(self, name):
        value = getattr(self.decode(), name)
        return value.encode("ascii") if isinstance(value, str) else value

    @property
    def username(self):
        return self._of_text("username")

    @property
    def password(self):
        return self._of_text("password")

    @property
    def hostname(self):
        return self._of_text("hostname")

    @property
    def port(self):
        return self._of_text("port")


_DefragResultBase = namedtuple("DefragResult", "url fragment", module="urllib.parse")
_SplitResultBase = namedtuple("SplitResult", "scheme netloc path query fragment", module="urllib.parse")
_ParseResultBase = namedtuple("ParseResult", "scheme netloc path params query fragment", module="urllib.parse")


class _TextResult:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        return self._encoded_counterpart(*[part.encode(encoding, errors) for part in self])


class _BytesResult:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._decoded_counterpart(*[part.decode(encoding, errors) for part in self])


class DefragResult(_DefragResultBase, _TextResult):
    """A URL without its fragment, and the fragment."""

    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(_SplitResultBase, _NetlocText, _TextResult):
    """The five parts of a URL."""

    __slots__ = ()

    def geturl(self):
        from urllib.parse import urlunsplit
        return urlunsplit(self)


class ParseResult(_ParseResultBase, _NetlocText, _TextResult):
    """The six parts of a URL."""

    __slots__ = ()

    def geturl(self):
        from urllib.parse import urlunparse
        return urlunparse(self)


class DefragResultBytes(_DefragResultBase, _BytesResult):
    """A URL without its fragment, and the fragment, in bytes."""

    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_SplitResultBase, _NetlocBytes, _BytesResult):
    """The five parts of a URL in bytes."""

    __slots__ = ()

    def geturl(self):
        from urllib.parse import urlunsplit
        return urlunsplit(self)


class ParseResultBytes(_ParseResultBase, _NetlocBytes, _BytesResult):
    """The six parts of a URL in bytes."""

    __slots__ = ()

    def geturl(self):
        from urllib.parse import urlunparse
        return urlunparse(self)


for _text, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes)):
    _text._encoded_counterpart = _bytes
    _bytes._decoded_counterpart = _text
    _text.__module__ = _bytes.__module__ = "urllib.parse"
