"""Requests to servers, and their answers.

Left out: HTTPSConnection, since there's no TLS.
"""

import collections.abc
import io
import re
import socket
from urllib.parse import urlsplit

import http
from http._errors import (
    BadStatusLine, CannotSendHeader, CannotSendRequest, HTTPException, ImproperConnectionState, IncompleteRead, InvalidURL, LineTooLong,
    NotConnected, RemoteDisconnected, ResponseNotReady, UnimplementedFileMode, UnknownProtocol, UnknownTransferEncoding,
)
from http._response import HTTPMessage, HTTPResponse, parse_headers

__all__ = [
    "HTTPResponse", "HTTPConnection", "HTTPException", "NotConnected", "UnknownProtocol", "UnknownTransferEncoding",
    "UnimplementedFileMode", "IncompleteRead", "InvalidURL", "ImproperConnectionState", "CannotSendRequest", "CannotSendHeader",
    "ResponseNotReady", "BadStatusLine", "LineTooLong", "RemoteDisconnected", "error", "responses",
]

HTTP_PORT, HTTPS_PORT = 80, 443
error = HTTPException
# The status codes by their names.
(
    CONTINUE, SWITCHING_PROTOCOLS, PROCESSING, EARLY_HINTS, OK, CREATED, ACCEPTED, NON_AUTHORITATIVE_INFORMATION, NO_CONTENT,
    RESET_CONTENT, PARTIAL_CONTENT, MULTI_STATUS, ALREADY_REPORTED, IM_USED, MULTIPLE_CHOICES, MOVED_PERMANENTLY, FOUND, SEE_OTHER,
    NOT_MODIFIED, USE_PROXY, TEMPORARY_REDIRECT, PERMANENT_REDIRECT, BAD_REQUEST, UNAUTHORIZED, PAYMENT_REQUIRED, FORBIDDEN, NOT_FOUND,
    METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, PROXY_AUTHENTICATION_REQUIRED, REQUEST_TIMEOUT, CONFLICT, GONE, LENGTH_REQUIRED,
    PRECONDITION_FAILED, CONTENT_TOO_LARGE, REQUEST_ENTITY_TOO_LARGE, URI_TOO_LONG, REQUEST_URI_TOO_LONG, UNSUPPORTED_MEDIA_TYPE,
    RANGE_NOT_SATISFIABLE, REQUESTED_RANGE_NOT_SATISFIABLE, EXPECTATION_FAILED, IM_A_TEAPOT, MISDIRECTED_REQUEST, UNPROCESSABLE_CONTENT,
    UNPROCESSABLE_ENTITY, LOCKED, FAILED_DEPENDENCY, TOO_EARLY, UPGRADE_REQUIRED, PRECONDITION_REQUIRED, TOO_MANY_REQUESTS,
    REQUEST_HEADER_FIELDS_TOO_LARGE, UNAVAILABLE_FOR_LEGAL_REASONS, INTERNAL_SERVER_ERROR, NOT_IMPLEMENTED, BAD_GATEWAY,
    SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT, HTTP_VERSION_NOT_SUPPORTED, VARIANT_ALSO_NEGOTIATES, INSUFFICIENT_STORAGE, LOOP_DETECTED,
    NOT_EXTENDED, NETWORK_AUTHENTICATION_REQUIRED,
) = http.HTTPStatus.__members__.values()
responses = {each: each.phrase for each in http.HTTPStatus.__members__.values()}

_IDLE, _STARTED, _SENT = "Idle", "Request-started", "Request-sent"
_header_name = re.compile(rb"[^:\s][^:\r\n]*")
_bad_value = re.compile(rb"\n(?![ \t])|\r(?![ \t\n])")
_bad_url = re.compile("[\x00-\x20\x7f]")
_bad_method = re.compile("[\x00-\x1f]")
_EXPECTING_BODY = {"PATCH", "POST", "PUT"}


def _encode(data, name="data"):
    try:
        return data.encode("latin-1")
    except UnicodeEncodeError as error:
        raise UnicodeEncodeError(
            error.encoding, error.object, error.start, error.end,
            f"{name.title()} ({data[error.start:error.end]:.20}) is not valid Latin-1. Use {name}.encode('utf-8') if you want to send it "
            "encoded in UTF-8.") from None


class HTTPConnection:
    """A connection to a server."""

    _http_vsn = 11
    _http_vsn_str = "HTTP/1.1"
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
        self.timeout = timeout
        self.source_address = source_address
        self.blocksize = blocksize
        self.sock = None
        self._buffer = []
        self._response = None
        self._state = _IDLE
        self._method = None
        self._tunnel_host = None
        self._tunnel_headers = {}
        self._raw_proxy_headers = None
        self.host, self.port = self._host_and_port(host, port)
        self._validate_host(self.host)
        self._create_connection = socket.create_connection

    def _host_and_port(self, host, port):
        if port is not None:
            return host.strip("[]") if host.startswith("[") and host.endswith("]") else host, port
        colon = host.rfind(":")
        if colon > host.rfind("]"):
            try:
                port = int(host[colon + 1:])
            except ValueError:
                if host[colon + 1:] != "":
                    raise InvalidURL(f"nonnumeric port: '{host[colon + 1:]}'")
                port = self.default_port
            host = host[:colon]
        else:
            port = self.default_port
        return host[1:-1] if host and host[0] == "[" and host[-1] == "]" else host, port

    @staticmethod
    def _validate_host(host):
        match = _bad_url.search(host)
        if match:
            raise InvalidURL(f"URL can't contain control characters. {host!r} (found at least {match.group()!r})")

    def set_debuglevel(self, level):
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        """The connection is to a proxy that leads to this host."""
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = self._host_and_port(host, port)
        self._tunnel_headers = dict(headers or {})
        if not any(name.lower() == "host" for name in self._tunnel_headers):
            self._tunnel_headers["Host"] = f"{self._tunnel_host}:{self._tunnel_port}"

    def get_proxy_response_headers(self):
        """What the proxy answered to CONNECT; None where there's no tunnel."""
        return self._raw_proxy_headers

    def _tunnel(self):
        host = self._tunnel_host
        if ":" in host and not host.startswith("["):
            host = f"[{host}]"
        lines = [f"CONNECT {host}:{self._tunnel_port} {self._http_vsn_str}\r\n".encode("ascii")]
        lines += [f"{name}: {value}\r\n".encode("latin-1") for name, value in self._tunnel_headers.items()]
        self.send(b"".join([*lines, b"\r\n"]))
        response = self.response_class(self.sock, method=self._method)
        try:
            _, code, message = response._read_status()
            self._raw_proxy_headers = parse_headers(response.fp)
            if code != http.HTTPStatus.OK:
                self.close()
                raise OSError(f"Tunnel connection failed: {code} {message.strip()}")
        finally:
            response.close()

    def connect(self):
        """Opens the connection."""
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        try:
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError as failure:
            import errno

            if failure.errno != errno.ENOPROTOOPT:
                raise
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        self._state = _IDLE
        try:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()
        finally:
            response, self._response = self._response, None
            if response:
                response.close()

    def send(self, data):
        """Sends bytes, a file, or several of them."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if self.debuglevel > 0:
            print("send:", repr(data))
        if hasattr(data, "read"):
            for block in self._blocks(data):
                self.sock.sendall(block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not isinstance(data, collections.abc.Iterable):
                raise TypeError(f"data should be a bytes-like object or an iterable, got {type(data)!r}")
            for each in data:
                self.sock.sendall(each)

    def _blocks(self, file):
        encodes = isinstance(file, io.TextIOBase)
        while block := file.read(self.blocksize):
            yield block.encode("iso-8859-1") if encodes else block

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        """Begins a request."""
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _IDLE:
            raise CannotSendRequest(self._state)
        self._state = _STARTED
        self._method = method
        url = url or "/"
        match = _bad_method.search(method)
        if match:
            raise ValueError(f"method can't contain control characters. {method!r} (found at least {match.group()!r})")
        match = _bad_url.search(url)
        if match:
            raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least {match.group()!r})")
        self._buffer.append(f"{method} {url} {self._http_vsn_str}".encode("ascii"))
        if self._http_vsn != 11:
            return
        if not skip_host:
            self._put_host(url)
        if not skip_accept_encoding:
            self.putheader("Accept-Encoding", "identity")

    def _put_host(self, url):
        netloc = urlsplit(url).netloc if url.startswith("http") else ""
        if netloc:
            try:
                self.putheader("Host", netloc.encode("ascii"))
            except UnicodeEncodeError:
                self.putheader("Host", netloc.encode("idna"))
            return
        host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
        try:
            text = host.encode("ascii")
        except UnicodeEncodeError:
            text = host.encode("idna")
        if b":" in text:
            # Without the interface, which only means something here.
            text = b"[" + text.partition(b"%")[0] + b"]"
        self.putheader("Host", text if port == self.default_port else f"{text.decode('ascii')}:{port}")

    def putheader(self, header, *values):
        if self._state != _STARTED:
            raise CannotSendHeader()
        name = header.encode("ascii") if hasattr(header, "encode") else header
        if not _header_name.fullmatch(name):
            raise ValueError(f"Invalid header name {name!r}")
        parts = []
        for each in values:
            if hasattr(each, "encode"):
                each = each.encode("latin-1")
            elif isinstance(each, int):
                each = str(each).encode("ascii")
            if _bad_value.search(each):
                raise ValueError(f"Invalid header value {each!r}")
            parts.append(each)
        self._buffer.append(name + b": " + b"\r\n\t".join(parts))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        """Sends the headers, and a body."""
        if self._state != _STARTED:
            raise CannotSendHeader()
        self._state = _SENT
        data = b"\r\n".join([*self._buffer, b"", b""])
        self._buffer.clear()
        self.send(data)
        if message_body is not None:
            self._send_body(message_body, encode_chunked)

    def _send_body(self, body, chunked):
        if hasattr(body, "read"):
            chunks = self._blocks(body)
        else:
            try:
                memoryview(body)
                chunks = (body,)
            except TypeError:
                try:
                    chunks = iter(body)
                except TypeError:
                    raise TypeError(f"message_body should be a bytes-like object or an iterable, got {type(body)!r}")
        for chunk in chunks:
            if not chunk:
                continue
            if chunked and self._http_vsn == 11:
                chunk = f"{len(chunk):X}\r\n".encode("ascii") + chunk + b"\r\n"
            self.send(chunk)
        if chunked and self._http_vsn == 11:
            self.send(b"0\r\n\r\n")

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Sends a whole request."""
        names = frozenset(name.lower() for name in headers)
        skips = {}
        if "host" in names:
            skips["skip_host"] = 1
        if "accept-encoding" in names:
            skips["skip_accept_encoding"] = 1
        self.putrequest(method, url, **skips)
        if "content-length" in names:
            encode_chunked = encode_chunked and "transfer-encoding" in names
        elif "transfer-encoding" not in names:
            encode_chunked = False
            length = _content_length(body, method)
            if length is not None:
                self.putheader("Content-Length", str(length))
            elif body is not None:
                encode_chunked = True
                self.putheader("Transfer-Encoding", "chunked")
        for name, value in headers.items():
            self.putheader(name, value)
        if isinstance(body, str):
            body = _encode(body, "body")
        self.endheaders(body, encode_chunked=encode_chunked)

    def getresponse(self):
        """The answer to the request that was sent."""
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _SENT or self._response:
            raise ResponseNotReady(self._state)
        # Classes of a program's own may take no level.
        level = [self.debuglevel] if self.debuglevel > 0 else []
        response = self.response_class(self.sock, *level, method=self._method)
        try:
            response.begin()
            self._state = _IDLE
            if response.will_close:
                self.close()
            else:
                self._response = response
            return response
        except BaseException as error:
            if isinstance(error, ConnectionError):
                self.close()
            response.close()
            raise


def _content_length(body, method):
    """None: nobody knows."""
    if body is None:
        return 0 if method.upper() in _EXPECTING_BODY else None
    if hasattr(body, "read"):
        return None
    try:
        return memoryview(body).nbytes
    except TypeError:
        return len(body) if isinstance(body, str) else None
