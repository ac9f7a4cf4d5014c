"""Pieces of URLs one at a time, as programs of old take them: deprecated, since `urlparse` takes them all."""

import functools
import warnings


def unwrap(url):
    """A URL without what texts write around it: "<URL:scheme://host/path>"."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    return url.removeprefix("URL:").strip()


def _is_number(text):
    return text.isascii() and text.isdigit()


def to_bytes(url):
    """The text, which must be ASCII."""
    if isinstance(url, str) and not url.isascii():
        raise UnicodeError(f"URL {url!r} contains non-ASCII characters")
    return url


def splittype(url):
    """The scheme, and what follows it."""
    scheme, colon, rest = url.partition(":")
    return (scheme.lower(), rest) if colon and scheme and "/" not in scheme else (None, url)


def splithost(url):
    """The network location, and the path."""
    if url[:2] != "//":
        return None, url
    end = min([place for place in (url.find(mark, 2) for mark in "/#?") if place >= 0], default=len(url))
    path = url[end:]
    return url[2:end], "/" + path if path and path[0] != "/" else path


def splituser(host):
    """The user, and the host."""
    user, at, host = host.rpartition("@")
    return user if at else None, host


def splitpasswd(user):
    """The user, and the password."""
    user, colon, password = user.partition(":")
    return user, password if colon else None


def splitport(host):
    """The host, and the port as text."""
    name, colon, port = host.rpartition(":")
    if colon and (not port or _is_number(port)):
        return name, port or None
    return host, None


def splitnport(host, defport=-1):
    """The host, and the port as a number: None if it's no number, `defport` if there's none."""
    name, colon, port = host.rpartition(":")
    if not colon:
        return host, defport
    if not port:
        return name, defport
    return name, int(port) if _is_number(port) else None


def _split_last(url, mark):
    before, found, after = url.rpartition(mark)
    return (before, after) if found else (url, None)


def splitquery(url):
    """What's before the query, and the query."""
    return _split_last(url, "?")


def splittag(url):
    """What's before the fragment, and the fragment."""
    return _split_last(url, "#")


def splitattr(url):
    """The path, and its attributes."""
    path, *attributes = url.split(";")
    return path, attributes


def splitvalue(attr):
    """An attribute's name, and its value."""
    name, equals, value = attr.partition("=")
    return name, value if equals else None


def deprecated(function, instead):
    """The function, which says that it's deprecated."""
    hint = f", use urllib.parse.{instead}() instead" if instead else ""

    @functools.wraps(function)
    def warning(*args, **kwargs):
        warnings.warn(f"urllib.parse.{function.__name__}() is deprecated as of 3.8{hint}", DeprecationWarning, stacklevel=2)
        return function(*args, **kwargs)

    return warning
