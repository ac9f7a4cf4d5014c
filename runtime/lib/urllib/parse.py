"""URLs: taken apart, put together, and quoted (RFC 3986)."""

# Its warnings tell where it was called from: importing this says so.
from _support import caller_place
from urllib import _pieces
from urllib._pieces import deprecated as _deprecated
from urllib._pieces import unwrap
from urllib._quoting import quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urlencode
from urllib._results import (
    DefragResult, DefragResultBytes, ParseResult, ParseResultBytes, SplitResult, SplitResultBytes, as_texts, check_brackets,
)

__all__ = [
    "urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl", "quote",
    "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
    "DefragResultBytes", "ParseResultBytes", "SplitResultBytes",
]

# Schemes whose URLs may be relative to others.
uses_relative = [
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtsps", "rtspu", "sftp",
    "svn", "svn+ssh", "ws", "wss",
]
# Schemes with a network location.
uses_netloc = [
    "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp", "rtsps",
    "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services",
]
# Schemes with parameters behind the path.
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms", "sftp", "tel"]

_SCHEME_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")
_CONTROLS_AND_SPACE = "".join([chr(code) for code in range(33)])
_UNSAFE = ("\t", "\r", "\n")


# Taking apart.


def _split_scheme(url, scheme):
    """The scheme, in small letters, and the rest."""
    colon = url.find(":")
    is_scheme = colon > 0 and url[0].isascii() and url[0].isalpha() and all([letter in _SCHEME_LETTERS for letter in url[:colon]])
    return (url[:colon].lower(), url[colon + 1:]) if is_scheme else (scheme, url)


def _split_netloc(url):
    """The network location behind two slashes, and the rest."""
    end = min([place for place in (url.find(mark, 2) for mark in "/?#") if place >= 0], default=len(url))
    return url[2:end], url[end:]


def urlsplit(url, scheme="", allow_fragments=True):
    """The five parts of a URL: `scheme://netloc/path?query#fragment`."""
    (url, scheme), encoded = as_texts(url, scheme)
    url = url.lstrip(_CONTROLS_AND_SPACE)
    scheme = scheme.strip(_CONTROLS_AND_SPACE)
    for letter in _UNSAFE:
        url = url.replace(letter, "")
        scheme = scheme.replace(letter, "")
    netloc = query = fragment = ""
    scheme, url = _split_scheme(url, scheme)
    if url[:2] == "//":
        netloc, url = _split_netloc(url)
        check_brackets(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    return encoded(SplitResult(scheme, netloc, url, query, fragment))


def _split_params(url):
    """The path, and the parameters of its last part."""
    semicolon = url.find(";", url.rfind("/")) if "/" in url else url.find(";")
    return (url, "") if semicolon < 0 else (url[:semicolon], url[semicolon + 1:])


def urlparse(url, scheme="", allow_fragments=True):
    """The six parts of a URL: `scheme://netloc/path;parameters?query#fragment`."""
    (url, scheme), encoded = as_texts(url, scheme)
    parts = urlsplit(url, scheme, allow_fragments)
    path, params = parts.path, ""
    if parts.scheme in uses_params and ";" in path:
        path, params = _split_params(path)
    return encoded(ParseResult(parts.scheme, parts.netloc, path, params, parts.query, parts.fragment))


def urldefrag(url):
    """The URL without its fragment, and the fragment."""
    (url,), encoded = as_texts(url)
    fragment = ""
    if "#" in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        url = urlunparse((scheme, netloc, path, params, query, ""))
    return encoded(DefragResult(url, fragment))


# Putting together.


def urlunsplit(components):
    """The URL of five parts."""
    (scheme, netloc, url, query, fragment), encoded = as_texts(*components)
    if netloc:
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + netloc + url
    elif url[:2] == "//":
        url = "//" + url
    elif scheme and scheme in uses_netloc and (not url or url[:1] == "/"):
        url = "//" + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return encoded(url)


def urlunparse(components):
    """The URL of six parts."""
    (scheme, netloc, url, params, query, fragment), encoded = as_texts(*components)
    if params:
        url = f"{url};{params}"
    return encoded(urlunsplit((scheme, netloc, url, query, fragment)))


def _without_dots(segments):
    """The segments of a path without `.` and `..`."""
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return resolved


def _join_paths(base, path):
    base_parts = base.split("/")
    if base_parts[-1] != "":
        # What's behind the last slash is replaced.
        del base_parts[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = base_parts + path.split("/")
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    return "/".join(_without_dots(segments)) or "/"


def urljoin(base, url, allow_fragments=True):
    """What `url` means in a document at `base`."""
    if not base:
        return url
    if not url:
        return base
    (base, url), encoded = as_texts(base, url)
    base_scheme, base_netloc, base_path, base_params, base_query, _ = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, base_scheme, allow_fragments)
    if scheme != base_scheme or scheme not in uses_relative:
        return encoded(url)
    if scheme in uses_netloc:
        if netloc:
            return encoded(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = base_netloc
    if not path and not params:
        return encoded(urlunparse((scheme, netloc, base_path, base_params, query or base_query, fragment)))
    return encoded(urlunparse((scheme, netloc, _join_paths(base_path, path), params, query, fragment)))


# Queries.


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """The fields of a query: a dict from names to lists of values."""
    fields = {}
    pairs = parse_qsl(qs, keep_blank_values, strict_parsing, encoding=encoding, errors=errors, max_num_fields=max_num_fields,
                      separator=separator)
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    """The fields of a query: (name, value) in order."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if not qs:
        return []
    if isinstance(qs, str):
        separator = separator if isinstance(separator, str) else str(separator, "ascii")
        equals = "="

        def decoded(text):
            return unquote_plus(text, encoding=encoding, errors=errors)
    else:
        # What is no str is bytes.
        qs = bytes(memoryview(qs))
        separator = separator if isinstance(separator, bytes) else bytes(separator, "ascii")
        equals = b"="

        def decoded(text):
            return unquote_to_bytes(text.replace(b"+", b" "))

    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")

    pairs = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, has_value, value = field.partition(equals)
        if not has_value:
            if strict_parsing:
                raise ValueError(f"bad query field: {field!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            pairs.append((decoded(name), decoded(value)))
    return pairs


# What takes one piece out of a URL: under its old name deprecated, under the one with an underscore as before.

_splittype = _pieces.splittype
_splithost = _pieces.splithost
_splituser = _pieces.splituser
_splitpasswd = _pieces.splitpasswd
_splitport = _pieces.splitport
_splitnport = _pieces.splitnport
_splitquery = _pieces.splitquery
_splittag = _pieces.splittag
_splitattr = _pieces.splitattr
_splitvalue = _pieces.splitvalue
_to_bytes = _pieces.to_bytes

splittype = _deprecated(_splittype, "urlparse")
splithost = _deprecated(_splithost, "urlparse")
splituser = _deprecated(_splituser, "urlparse")
splitpasswd = _deprecated(_splitpasswd, "urlparse")
splitport = _deprecated(_splitport, "urlparse")
splitnport = _deprecated(_splitnport, "urlparse")
splitquery = _deprecated(_splitquery, "urlparse")
splittag = _deprecated(_splittag, "urlparse")
splitattr = _deprecated(_splitattr, "urlparse")
splitvalue = _deprecated(_splitvalue, "parse_qsl")
to_bytes = _deprecated(_to_bytes, None)
