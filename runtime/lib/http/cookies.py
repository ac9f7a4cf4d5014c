"""Cookies as headers have them (RFC 6265)."""

import re
import string
import types

__all__ = ["CookieError", "BaseCookie", "SimpleCookie"]

_LEGAL = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_UNESCAPED = _LEGAL + " ()/<=>?@[]{}"
_TRANSLATED = {each: f"\\{each:03o}" for each in set(range(256)) - set(map(ord, _UNESCAPED))}
_TRANSLATED.update({ord('"'): '\\"', ord("\\"): "\\\\"})

_is_legal = re.compile(f"[{re.escape(_LEGAL)}]*").fullmatch
_escapes = re.compile(r"\\(?:([0-3][0-7][0-7])|(.))")

_KEY = r"\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\="
_pattern = re.compile(
    rf"""\s*(?P<key>[{_KEY}]+?)(?:\s*=\s*(?P<val>"(?:[^\\"]|\\.)*"|\w{{3}},\s[\w\d\s-]{{9,11}}\s[\d:]{{8}}\sGMT|[{_KEY}\[\]]*))?\s*(?:\s+|;|$)""",
    re.ASCII)


class CookieError(Exception):
    """A cookie isn't allowed."""


def _quote(value):
    """In quotes, where it has other characters than the legal ones."""
    return value if value is None or _is_legal(value) else f'"{value.translate(_TRANSLATED)}"'


def _unquote(value):
    if value is None or len(value) < 2 or value[0] != '"' or value[-1] != '"':
        return value
    return _escapes.sub(lambda match: chr(int(match.group(1), 8)) if match.group(1) else match.group(2), value[1:-1])


def _expires(seconds):
    """The time that's so many seconds from now."""
    import time
    from email.utils import formatdate

    return formatdate(time.time() + seconds, usegmt=True)


class Morsel(dict):
    """A cookie: its name, its value, and attributes."""

    _reserved = {
        "expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age", "secure": "Secure",
        "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite",
    }
    _flags = {"secure", "httponly"}

    # Set by `set` only.
    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def __init__(self):
        super().__init__(dict.fromkeys(self._reserved, ""))
        self._key = self._value = self._coded_value = None

    @classmethod
    def _attribute(cls, name):
        """The attribute's name as it's kept."""
        found = name.lower()
        if found in cls._reserved:
            return found
        raise CookieError(f"Invalid attribute {found!r}")

    def isReservedKey(self, K):
        """Whether it's an attribute's name."""
        return K.lower() in self._reserved

    def __setitem__(self, K, V):
        super().__setitem__(self._attribute(K), V)

    def setdefault(self, key, val=None):
        return super().setdefault(self._attribute(key), val)

    def update(self, values):
        """Sets several attributes, or none if one of them isn't any."""
        super().update({self._attribute(name): value for name, value in dict(values).items()})

    def copy(self):
        """Another one that's equal."""
        other = Morsel()
        other.__setstate__(self.__getstate__())
        other.update(self)
        return other

    def __eq__(self, morsel):
        if isinstance(morsel, Morsel):
            return super().__eq__(morsel) and self.__getstate__() == morsel.__getstate__()
        return NotImplemented

    # Dict's own one knows nothing of names and values.
    __ne__ = object.__ne__

    def set(self, key, val, coded_val):
        if key.lower() in self._reserved:
            raise CookieError(f"Attempt to set a reserved key {key!r}")
        if not key or not _is_legal(key):
            raise CookieError(f"Illegal key {key!r}")
        self._key, self._value, self._coded_value = key, val, coded_val

    def __getstate__(self):
        return {"key": self._key, "value": self._value, "coded_value": self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state["key"], state["value"], state["coded_value"]

    def output(self, attrs=None, header="Set-Cookie:"):
        return f"{header} {self.OutputString(attrs)}"

    __str__ = output

    def __repr__(self):
        return f"<{type(self).__name__}: {self.OutputString()}>"

    def js_output(self, attrs=None):
        text = self.OutputString(attrs).replace('"', r'\"')
        return (f'\n        <script type="text/javascript">\n        <!-- begin hiding\n        document.cookie = "{text}";\n'
                "        // end hiding -->\n        </script>\n        ")

    def OutputString(self, attrs=None):
        """The cookie and those of its attributes."""
        parts = [f"{self.key}={self.coded_value}"]
        attrs = self._reserved if attrs is None else attrs
        for key, value in sorted(self.items()):
            if value == "" or key not in attrs:
                continue
            name = self._reserved[key]
            if key == "expires" and isinstance(value, int):
                parts.append(f"{name}={_expires(value)}")
            elif key == "max-age" and isinstance(value, int):
                parts.append(f"{name}={value}")
            elif key == "comment" and isinstance(value, str):
                parts.append(f"{name}={_quote(value)}")
            elif key in self._flags:
                if value:
                    parts.append(name)
            else:
                parts.append(f"{name}={value}")
        return "; ".join(parts)

    __class_getitem__ = classmethod(types.GenericAlias)


class BaseCookie(dict):
    """Cookies by their names."""

    def __init__(self, input=None):
        if input:
            self.load(input)

    def value_decode(self, val):
        """The value, and as it's written."""
        return val, val

    def value_encode(self, val):
        text = str(val)
        return text, text

    def _set(self, key, value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header="Set-Cookie:", sep="\015\012"):
        return sep.join([value.output(attrs, header) for _, value in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        return f"<{type(self).__name__}: {' '.join(f'{key}={value.value!r}' for key, value in sorted(self.items()))}>"

    def js_output(self, attrs=None):
        return "".join([value.js_output(attrs) for _, value in sorted(self.items())])

    def load(self, rawdata):
        """Cookies of a header's text, or of a dict."""
        if isinstance(rawdata, str):
            self._parse(rawdata)
            return
        for key, value in rawdata.items():
            self[key] = value

    def _parse(self, text):
        found = []
        seen = False
        place = 0
        while 0 <= place < len(text):
            match = _pattern.match(text, place)
            if not match:
                break
            key, value = match.group("key"), match.group("val")
            place = match.end(0)
            if key[0] == "$":
                if seen:
                    found.append((False, key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not seen:
                    # An attribute of nothing: the text is wrong.
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append((False, key, True))
                else:
                    found.append((False, key, _unquote(value)))
            elif value is not None:
                found.append((True, key, self.value_decode(value)))
                seen = True
            else:
                return
        self._take(found)

    def _take(self, found):
        morsel = None
        for is_cookie, key, value in found:
            if is_cookie:
                self._set(key, *value)
                morsel = self[key]
            else:
                morsel[key] = value


class SimpleCookie(BaseCookie):
    """Cookies whose values are texts."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
