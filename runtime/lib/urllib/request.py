"""Opens URLs: http, file and data.

Left out: https (there's no TLS: such URLs are of an unknown type), ftp, and `URLopener` of old.
"""

import base64
import bisect
import contextlib
import email
import email.utils
import http.client
import io
import os
import re
import socket
import string
import sys
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin, urlparse, urlsplit
from urllib.response import addinfourl

__all__ = [
    "Request", "OpenerDirector", "BaseHandler", "HTTPDefaultErrorHandler", "HTTPRedirectHandler", "HTTPCookieProcessor", "ProxyHandler",
    "HTTPPasswordMgr", "HTTPPasswordMgrWithDefaultRealm", "HTTPPasswordMgrWithPriorAuth", "AbstractBasicAuthHandler",
    "HTTPBasicAuthHandler", "ProxyBasicAuthHandler", "HTTPHandler", "FileHandler", "DataHandler", "UnknownHandler", "HTTPErrorProcessor",
    "urlopen", "install_opener", "build_opener", "pathname2url", "url2pathname", "getproxies", "urlretrieve", "urlcleanup",
]

__version__ = f"{sys.version_info.major}.{sys.version_info.minor}"

_opener = None
_temporary_files = []


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, context=None):
    """Opens a URL, or what a Request asks for; the answer is a file."""
    global _opener
    if context is not None:
        raise NotImplementedError("aiocc has no TLS: `context` means nothing")
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def install_opener(opener):
    """`urlopen` uses it from now on."""
    global _opener
    _opener = opener


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Writes what a URL gives to a file; its name and the headers."""
    parts = urlsplit(url)
    with contextlib.closing(urlopen(url, data)) as source:
        headers = source.info()
        if parts.scheme == "file" and not filename:
            return os.path.normpath(parts.path), headers
        if filename:
            target = open(filename, "wb")
        else:
            import tempfile

            target = tempfile.NamedTemporaryFile(delete=False)
            filename = target.name
            _temporary_files.append(filename)
        with target:
            size = int(headers["Content-Length"]) if "content-length" in headers else -1
            read = _copy(source, target, size, reporthook)
    if size >= 0 and read < size:
        raise ContentTooShortError(f"retrieval incomplete: got only {read} out of {size} bytes", (filename, headers))
    return filename, headers


def _copy(source, target, size, reporthook):
    block_size = 1024 * 8
    read = number = 0
    if reporthook:
        reporthook(number, block_size, size)
    while block := source.read(block_size):
        read += len(block)
        target.write(block)
        number += 1
        if reporthook:
            reporthook(number, block_size, size)
    return read


def urlcleanup():
    """Removes the files that `urlretrieve` made."""
    global _opener
    for each in _temporary_files:
        try:
            os.unlink(each)
        except OSError:
            pass
    del _temporary_files[:]
    _opener = None


_port = re.compile(r":\d+$", re.ASCII)


def request_host(request):
    """The host that a request is for."""
    host = urlparse(request.full_url)[1] or request.get_header("Host", "")
    return _port.sub("", host, count=1).lower()


def _split_type(url):
    match = re.match("([^/:]+):(.*)", url, re.DOTALL)
    return (match.group(1).lower(), match.group(2)) if match else (None, url)


def _split_host(url):
    match = re.match("//([^/#?]*)(.*)", url, re.DOTALL)
    if not match:
        return None, url
    host, path = match.groups()
    return host, "/" + path if path and path[0] != "/" else path


class Request:
    """What is asked for: a URL, data, headers."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self._tunnel_host = None
        self._data = data
        # Those of the second kind don't go where a server redirects the request.
        self.headers, self.unredirected_hdrs = {}, {}
        self.full_url = url
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f"{self._full_url}#{self.fragment}" if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        url = url.strip()
        if url[:1] == "<" and url[-1:] == ">":
            url = url[1:-1].strip()
        if url[:4] == "URL:":
            url = url[4:].strip()
        self._full_url, mark, fragment = url.rpartition("#")
        if not mark:
            self._full_url, fragment = url, None
        self.fragment = fragment
        self.type, rest = _split_type(self._full_url)
        if self.type is None:
            raise ValueError(f"unknown url type: {self.full_url!r}")
        self.host, self.selector = _split_host(rest)
        if self.host:
            self.host = unquote(self.host)

    @full_url.deleter
    def full_url(self):
        self._full_url = None
        self.fragment = None
        self.selector = ""

    def _get_data(self):
        return self._data

    def _set_data(self, data):
        changes, self._data = self._data != data, data
        if changes:
            # The length is another one.
            self.remove_header("Content-length")

    def _delete_data(self):
        self._set_data(None)

    data = property(_get_data, _set_data, _delete_data)

    def get_method(self):
        return getattr(self, "method", "POST" if self.data is not None else "GET")

    def get_full_url(self):
        return self.full_url

    def set_proxy(self, host, type):
        """The proxy is asked for the whole URL; https is only passed on by it."""
        is_passed_on = self.type == "https" and not self._tunnel_host
        if is_passed_on:
            self._tunnel_host, self.host = self.host, host
        else:
            self.selector, self.type, self.host = self.full_url, type, host

    def has_proxy(self):
        """Whether a proxy is asked for the whole URL."""
        return self.full_url == self.selector

    def _all_headers(self):
        return {**self.unredirected_hdrs, **self.headers}

    def header_items(self):
        return [*self._all_headers().items()]

    def has_header(self, header_name):
        return header_name in self._all_headers()

    def get_header(self, header_name, default=None):
        return self._all_headers().get(header_name, default)

    def add_unredirected_header(self, key, val):
        """A header that doesn't go where a server redirects the request."""
        self.unredirected_hdrs[key.capitalize()] = val

    def add_header(self, key, val):
        """A header, in place of one with that name."""
        self.headers[key.capitalize()] = val

    def remove_header(self, header_name):
        for each in (self.headers, self.unredirected_hdrs):
            each.pop(header_name, None)


class OpenerDirector:
    """Asks handlers, by the names of their methods: `PROTOCOL_open`, `PROTOCOL_request`, `PROTOCOL_response`, `http_error_CODE`."""

    def __init__(self):
        self.addheaders = [("User-agent", f"Python-urllib/{__version__}")]
        # Handlers by protocols: for errors by protocols and kinds.
        self.process_request, self.handle_open, self.process_response, self.handle_error = {}, {}, {}, {}
        self.handlers = []

    def add_handler(self, handler):
        """Asks it from now on, in its order among the others."""
        if not hasattr(handler, "add_parent"):
            raise TypeError(f"expected BaseHandler instance, got {type(handler)!r}")
        places = [place for name in dir(handler) if (place := self._place_of(name)) is not None]
        for table, kind in places:
            bisect.insort(table.setdefault(kind, []), handler)
        if places:
            bisect.insort(self.handlers, handler)
            handler.add_parent(self)

    def _place_of(self, method):
        """The table and the key for handlers with such a method; None: it's one for other purposes."""
        if method in ("redirect_request", "do_open", "proxy_open"):
            return None
        protocol, _, task = method.partition("_")
        if task.startswith("error"):
            kind = task[task.find("_") + 1:]
            return self.handle_error.setdefault(protocol, {}), int(kind) if kind.isdecimal() else kind
        tables = {"request": self.process_request, "open": self.handle_open, "response": self.process_response}
        return (tables[task], protocol) if task in tables else None

    def close(self):
        """There's nothing to do."""

    def _call_chain(self, chain, kind, method, *args):
        for handler in chain.get(kind, ()):
            result = getattr(handler, method)(*args)
            if result is not None:
                return result
        return None

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """Opens a URL or what a Request asks for."""
        if isinstance(fullurl, str):
            request = Request(fullurl, data)
        else:
            request = fullurl
            if data is not None:
                request.data = data
        request.timeout = timeout
        protocol = request.type
        for handler in self.process_request.get(protocol, []):
            request = getattr(handler, protocol + "_request")(request)
        response = self._open(request, data)
        for handler in self.process_response.get(protocol, []):
            response = getattr(handler, protocol + "_response")(request, response)
        return response

    def _open(self, request, data=None):
        result = self._call_chain(self.handle_open, "default", "default_open", request)
        if result:
            return result
        protocol = request.type
        result = self._call_chain(self.handle_open, protocol, protocol + "_open", request)
        if result:
            return result
        return self._call_chain(self.handle_open, "unknown", "unknown_open", request)

    def error(self, proto, *args):
        """Asks the handlers of an error."""
        is_http = proto in ("http", "https")
        if is_http:
            table = self.handle_error["http"]
            kind = args[2]
            method = f"http_error_{kind}"
        else:
            table, kind, method = self.handle_error, proto, proto + "_error"
        result = self._call_chain(table, kind, method, proto, *args) if not is_http else self._call_chain(table, kind, method, *args)
        if result:
            return result
        if is_http:
            return self._call_chain(table, "default", "http_error_default", *args)
        return None


def build_opener(*handlers):
    """An opener with the usual handlers; given ones, objects or classes, take the place of those that they derive from."""
    opener = OpenerDirector()
    classes = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler, HTTPErrorProcessor,
               DataHandler]
    for each in list(classes):
        for handler in handlers:
            if issubclass(handler, each) if isinstance(handler, type) else isinstance(handler, each):
                classes.remove(each)
                break
    for each in classes:
        opener.add_handler(each())
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


class BaseHandler:
    """What handlers have in common."""

    handler_order = 500

    def __lt__(self, other):
        return not hasattr(other, "handler_order") or self.handler_order < other.handler_order

    def add_parent(self, parent):
        """The opener that asks it."""
        self.parent = parent

    def close(self):
        """There's nothing to do."""


class HTTPErrorProcessor(BaseHandler):
    """Makes errors of answers that tell of them."""

    handler_order = 1000

    def http_response(self, request, response):
        code = response.code
        if code // 100 == 2:
            return response
        return self.parent.error("http", request, response, code, response.msg, response.info())

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    """Raises errors that nobody else has handled."""

    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    """Goes where the server says."""

    max_repeats = 4
    max_redirections = 10
    inf_msg = "The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n"

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        method = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ("GET", "HEAD") or code in (301, 302, 303) and method == "POST"):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {name: value for name, value in req.headers.items() if name.lower() not in ("content-length", "content-type")}
        return Request(newurl.replace(" ", "%20"), method="HEAD" if method == "HEAD" else "GET", headers=kept,
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        newurl = headers["location"] if "location" in headers else headers["uri"] if "uri" in headers else None
        if newurl is None:
            return None
        parts = urlparse(newurl)
        if parts.scheme not in ("http", "https", "ftp", ""):
            raise HTTPError(newurl, code, f"{msg} - Redirection to url '{newurl}' is not allowed", headers, fp)
        if not parts.path and parts.netloc:
            parts = parts._replace(path="/")
        newurl = urljoin(req.full_url, quote(parts.geturl(), encoding="iso-8859-1", safe=string.punctuation))
        new = self.redirect_request(req, fp, code, msg, headers, newurl)
        if new is None:
            return None
        visited = getattr(req, "redirect_dict", {})
        new.redirect_dict = req.redirect_dict = visited
        if visited.get(newurl, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[newurl] = visited.get(newurl, 0) + 1
        # The connection isn't wanted any more, but its answer must be read.
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _parse_proxy(proxy):
    """Scheme, user, password and host of a proxy."""
    scheme, rest = _split_type(proxy)
    if not rest.startswith("/"):
        scheme, authority = None, proxy
    else:
        if not rest.startswith("//"):
            raise ValueError(f"proxy URL with no authority: {proxy!r}")
        end = rest.find("/", 2)
        authority = rest[2:end if end >= 0 else None]
    user, at, host = authority.rpartition("@")
    if not at:
        return scheme, None, None, authority
    name, colon, password = user.partition(":")
    return scheme, name, password if colon else None, host


class ProxyHandler(BaseHandler):
    """Sends requests through proxies."""

    # Before all others.
    handler_order = 100

    def __init__(self, proxies=None):
        self.proxies = getproxies() if proxies is None else proxies
        assert hasattr(self.proxies, "keys"), "proxies must be a mapping"
        for kind, url in self.proxies.items():
            kind = kind.lower()
            setattr(self, f"{kind}_open", lambda request, proxy=url, type=kind: self.proxy_open(request, proxy, type))

    def proxy_open(self, req, proxy, type):
        original = req.type
        scheme, user, password, host = _parse_proxy(proxy)
        scheme = scheme or original
        if req.host and proxy_bypass(req.host):
            return None
        if user and password:
            credentials = base64.b64encode(f"{unquote(user)}:{unquote(password)}".encode()).decode("ascii")
            req.add_header("Proxy-authorization", "Basic " + credentials)
        req.set_proxy(unquote(host), scheme)
        if original == scheme or original == "https":
            return None
        return self.parent.open(req, timeout=req.timeout)


class HTTPPasswordMgr:
    """Names and passwords, by realms and URLs."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        uris = [uri] if isinstance(uri, str) else uri
        table = self.passwd.setdefault(realm, {})
        for has_port in (True, False):
            table[tuple(self.reduce_uri(each, has_port) for each in uris)] = (user, passwd)

    def find_user_password(self, realm, authuri):
        table = self.passwd.get(realm, {})
        for has_port in (True, False):
            reduced = self.reduce_uri(authuri, has_port)
            for uris, found in table.items():
                if any(self.is_suburi(uri, reduced) for uri in uris):
                    return found
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """Host and path."""
        parts = urlsplit(uri)
        if parts[1]:
            scheme, authority, path = parts[0], parts[1], parts[2] or "/"
        else:
            scheme, authority, path = None, uri, "/"
        if default_port and ":" not in authority and scheme:
            port = {"http": 80, "https": 443}.get(scheme)
            if port is not None:
                authority = f"{authority}:{port}"
        return authority, path

    def is_suburi(self, base, test):
        if base == test:
            return True
        if base[0] != test[0]:
            return False
        prefix = base[1] if base[1].endswith("/") else base[1] + "/"
        return test[1].startswith(prefix)


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """Those of the realm None are for all."""

    def find_user_password(self, realm, authuri):
        user, password = HTTPPasswordMgr.find_user_password(self, realm, authuri)
        return (user, password) if user is not None else HTTPPasswordMgr.find_user_password(self, None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    """Knows what is sent without being asked for."""

    def __init__(self):
        self.authenticated = {}
        super().__init__()

    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        self.update_authenticated(uri, is_authenticated)
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)

    def find_user_password(self, realm, authuri):
        return super().find_user_password(realm, authuri)

    def update_authenticated(self, uri, is_authenticated=False):
        for each in [uri] if isinstance(uri, str) else uri:
            for has_port in (True, False):
                self.authenticated[self.reduce_uri(each, has_port)] = is_authenticated

    def is_authenticated(self, authuri):
        for has_port in (True, False):
            reduced = self.reduce_uri(authuri, has_port)
            for uri in self.authenticated:
                if self.is_suburi(uri, reduced):
                    return self.authenticated[uri]
        return None


class AbstractBasicAuthHandler:
    """Answers a server's wish for name and password."""

    _challenge = re.compile(r"(?:^|,)[ \t]*([^ \t,]+)[ \t]+realm=([\"']?)([^\"']*)\2", re.I)

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        values = headers.get_all(authreq)
        if not values:
            return None
        unsupported = None
        for value in values:
            for scheme, _, realm in self._challenge.findall(value):
                if scheme.lower() == "basic":
                    return self.retry_http_basic_auth(host, req, realm)
                unsupported = scheme
        if unsupported is not None:
            raise ValueError(f"AbstractBasicAuthHandler does not support the following scheme: {unsupported!r}")
        return None

    def retry_http_basic_auth(self, host, req, realm):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        auth = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
        if req.get_header(self.auth_header, None) == auth:
            return None
        req.add_unredirected_header(self.auth_header, auth)
        return self.parent.open(req, timeout=req.timeout)

    def http_request(self, req):
        if not hasattr(self.passwd, "is_authenticated") or not self.passwd.is_authenticated(req.full_url):
            return req
        if not req.has_header("Authorization"):
            user, password = self.passwd.find_user_password(None, req.full_url)
            credentials = base64.standard_b64encode(f"{user}:{password}".encode()).decode()
            req.add_unredirected_header("Authorization", f"Basic {credentials.strip()}")
        return req

    def http_response(self, req, response):
        if hasattr(self.passwd, "is_authenticated"):
            self.passwd.update_authenticated(req.full_url, 200 <= response.code < 300)
        return response

    https_request = http_request
    https_response = http_response


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = "Authorization"

    def http_error_401(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed("www-authenticate", req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = "Proxy-authorization"

    def http_error_407(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)


class AbstractHTTPHandler(BaseHandler):
    """Requests by HTTP."""

    def __init__(self, debuglevel=None):
        self._debuglevel = http.client.HTTPConnection.debuglevel if debuglevel is None else debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        host = request.host
        if not host:
            raise URLError("no host given")
        if request.data is not None:
            self._add_data_headers(request)
        chosen = host
        if request.has_proxy():
            chosen = _split_host(_split_type(request.selector)[1])[0]
        if not request.has_header("Host"):
            request.add_unredirected_header("Host", chosen)
        for name, value in self.parent.addheaders:
            name = name.capitalize()
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        return request

    @staticmethod
    def _add_data_headers(request):
        data = request.data
        if isinstance(data, str):
            raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
        if not request.has_header("Content-type"):
            request.add_unredirected_header("Content-type", "application/x-www-form-urlencoded")
        if not request.has_header("Content-length") and not request.has_header("Transfer-encoding"):
            length = http.client._content_length(data, request.get_method())
            if length is not None:
                request.add_unredirected_header("Content-length", str(length))
            else:
                request.add_unredirected_header("Transfer-encoding", "chunked")

    def do_open(self, http_class, req, **http_conn_args):
        """The answer."""
        if not req.host:
            raise URLError("no host given")
        connection = http_class(req.host, timeout=req.timeout, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = dict(req.unredirected_hdrs)
        headers.update({name: value for name, value in req.headers.items() if name not in headers})
        # One request a connection.
        headers["Connection"] = "close"
        headers = {name.title(): value for name, value in headers.items()}
        try:
            try:
                connection.request(req.get_method(), req.selector, req.data, headers, encode_chunked=req.has_header("Transfer-encoding"))
            except OSError as error:
                raise URLError(error)
            response = connection.getresponse()
        except:
            connection.close()
            raise
        if connection.sock:
            connection.sock.close()
            connection.sock = None
        response.url = req.get_full_url()
        response.msg = response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPCookieProcessor(BaseHandler):
    """Not there: there are no jars of cookies."""

    def __init__(self, cookiejar=None):
        raise NotImplementedError("aiocc has no http.cookiejar")


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError(f"unknown url type: {req.type}")


def parse_keqv_list(l):
    """`NAME=VALUE` pairs as a dict."""
    parsed = {}
    for each in l:
        name, value = each.split("=", 1)
        parsed[name] = value[1:-1] if value[0] == '"' and value[-1] == '"' else value
    return parsed


def parse_http_list(s):
    """A list of a header's, cut at commas that aren't in quotes."""
    found = []
    part = ""
    escaped = quoted = False
    for letter in s:
        if escaped:
            part += letter
            escaped = False
        elif quoted:
            if letter == "\\":
                escaped = True
                continue
            quoted = letter != '"'
            part += letter
        elif letter == ",":
            found.append(part)
            part = ""
        else:
            quoted = letter == '"'
            part += letter
    if part:
        found.append(part)
    return [each.strip() for each in found]


class FileHandler(BaseHandler):
    """Files of this machine."""

    names = None

    def file_open(self, req):
        url = req.selector
        if url[:2] == "//" and url[2:3] != "/" and req.host and req.host != "localhost":
            if req.host not in self.get_names():
                raise URLError("file:// scheme is supported only on localhost")
            return None
        return self.open_local_file(req)

    def get_names(self):
        if FileHandler.names is None:
            try:
                FileHandler.names = tuple(
                    socket.gethostbyname_ex("localhost")[2] + socket.gethostbyname_ex(socket.gethostname())[2])
            except socket.gaierror:
                FileHandler.names = (socket.gethostbyname("localhost"),)
        return FileHandler.names

    def open_local_file(self, req):
        import mimetypes

        host = req.host
        path = url2pathname(req.selector)
        try:
            status = os.stat(path)
            kind = mimetypes.guess_type(req.selector)[0]
            headers = email.message_from_string(
                f"Content-type: {kind or 'text/plain'}\nContent-length: {status.st_size}\n"
                f"Last-modified: {email.utils.formatdate(status.st_mtime, usegmt=True)}\n")
            if host and (":" in host or socket.gethostbyname(host) not in self.get_names()):
                raise URLError("file not on local host")
            return addinfourl(open(path, "rb"), headers, f"file://{host}{req.selector}" if host else "file://" + req.selector)
        except OSError as error:
            raise URLError(error)


class DataHandler(BaseHandler):
    """URLs that are their own data."""

    def data_open(self, req):
        _, data = req.full_url.split(":", 1)
        media, data = data.split(",", 1)
        data = unquote_to_bytes(data)
        if media.endswith(";base64"):
            data = base64.decodebytes(data)
            media = media[:-7]
        headers = email.message_from_string(f"Content-type: {media or 'text/plain;charset=US-ASCII'}\nContent-length: {len(data)}\n")
        return addinfourl(io.BytesIO(data), headers, req.full_url)


def url2pathname(pathname):
    """The path that a URL's path stands for."""
    if pathname[:3] == "///":
        pathname = pathname[2:]
    elif pathname[:12] == "//localhost/":
        pathname = pathname[11:]
    return unquote(pathname, encoding=sys.getfilesystemencoding(), errors=sys.getfilesystemencodeerrors())


def pathname2url(pathname):
    if pathname[:2] == "//":
        pathname = "//" + pathname
    return quote(pathname, encoding=sys.getfilesystemencoding(), errors=sys.getfilesystemencodeerrors())


def getproxies_environment():
    """Proxies by scheme: the variables `SCHEME_proxy`, those in small letters first."""
    proxies = {}
    for is_lower in (False, True):
        for name, value in os.environ.items():
            if len(name) <= 5 or name[-6:].lower() != "_proxy" or is_lower and not name.endswith("_proxy"):
                continue
            scheme = name.lower()[:-6]
            if value:
                proxies[scheme] = value
            elif is_lower:
                proxies.pop(scheme, None)
    if "REQUEST_METHOD" in os.environ:
        # A CGI program: the variable may be the client's.
        proxies.pop("http", None)
    return proxies


getproxies = getproxies_environment


def proxy_bypass_environment(host, proxies=None):
    """Whether no proxy is to be used for a host."""
    names = (getproxies_environment() if proxies is None else proxies).get("no")
    if not names:
        return False
    if names == "*":
        return True
    host = host.lower()
    without_port = _port.sub("", host, count=1)
    for name in names.split(","):
        name = name.strip().lstrip(".").lower()
        if name and (name in (host, without_port) or host.endswith("." + name) or without_port.endswith("." + name)):
            return True
    return False


proxy_bypass = proxy_bypass_environment
