"""The answer to a request."""

import email.message
import email.parser
import io

from http._errors import BadStatusLine, HTTPException, IncompleteRead, LineTooLong, RemoteDisconnected, ResponseNotReady, UnknownProtocol

MAXLINE = 65536
_MAX_HEADERS = 100


class HTTPMessage(email.message.Message):
    """The headers of an answer or a request."""

    def getallmatchingheaders(self, name):
        """The lines of a header."""
        prefix = name.lower() + ":"
        found = []
        is_in = False
        for line in self.keys():
            if line[:len(prefix)].lower() == prefix:
                is_in = True
            elif not line[:1].isspace():
                is_in = False
            if is_in:
                found.append(line)
        return found


def read_headers(fp):
    """The lines up to an empty one."""
    headers = []
    while True:
        line = fp.readline(MAXLINE + 1)
        if len(line) > MAXLINE:
            raise LineTooLong("header line")
        headers.append(line)
        if len(headers) > _MAX_HEADERS:
            raise HTTPException(f"got more than {_MAX_HEADERS} headers")
        if line in (b"\r\n", b"\n", b""):
            return headers


def parse_headers(fp, _class=HTTPMessage):
    text = b"".join(read_headers(fp)).decode("iso-8859-1")
    return email.parser.Parser(_class=_class).parsestr(text)


class HTTPResponse(io.BufferedIOBase):
    """An answer: its body can be read once."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile("rb")
        self.debuglevel = debuglevel
        self._method = method
        self.headers = self.msg = None
        self.version = self.status = self.reason = "UNKNOWN"
        self.chunked = "UNKNOWN"
        self.chunk_left = "UNKNOWN"
        self.length = "UNKNOWN"
        self.will_close = "UNKNOWN"

    def _read_status(self):
        line = str(self.fp.readline(MAXLINE + 1), "iso-8859-1")
        if len(line) > MAXLINE:
            raise LineTooLong("status line")
        if self.debuglevel > 0:
            print("reply:", repr(line))
        if not line:
            raise RemoteDisconnected("Remote end closed connection without response")
        version, status, reason = _words(line)
        if not version.startswith("HTTP/"):
            self._close_conn()
            raise BadStatusLine(line)
        try:
            number = int(status)
        except ValueError:
            raise BadStatusLine(line)
        if not 100 <= number <= 999:
            raise BadStatusLine(line)
        return version, number, reason

    def begin(self):
        """Reads the status and the headers."""
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != 100:
                break
            skipped = read_headers(self.fp)
            if self.debuglevel > 0:
                print("headers:", skipped)
        self.code = self.status = status
        self.reason = reason.strip()
        if version in ("HTTP/1.0", "HTTP/0.9"):
            self.version = 10
        elif version.startswith("HTTP/1."):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        if self.debuglevel > 0:
            for name, value in self.headers.items():
                print("header:", name + ":", value)
        self._find_length()

    def _find_length(self):
        encoding = self.headers.get("transfer-encoding")
        self.chunked = bool(encoding and encoding.lower() == "chunked")
        self.chunk_left = None
        has_body = self._method != "HEAD" and self.status not in (204, 304) and self.status >= 200
        self.length = 0 if not has_body else None if self.chunked else self._announced_length()
        # Without a length the body ends with the connection.
        self.will_close = self._check_close() or not self.chunked and self.length is None

    def _announced_length(self):
        try:
            length = int(self.headers.get("content-length") or "")
        except ValueError:
            return None
        return None if length < 0 else length

    def _check_close(self):
        connection = self.headers.get("connection")
        if self.version == 11:
            return bool(connection and "close" in connection.lower())
        if self.headers.get("keep-alive") or connection and "keep-alive" in connection.lower():
            return False
        proxy = self.headers.get("proxy-connection")
        return not (proxy and "keep-alive" in proxy.lower())

    def isclosed(self):
        """Whether all has been read."""
        return self.fp is None

    def _close_conn(self):
        ending, self.fp = self.fp, None
        if ending is not None:
            ending.close()

    def close(self):
        """Leaves the rest of the body out."""
        try:
            super().close()
        finally:
            self._close_conn()

    def flush(self):
        super().flush()
        if self.fp is not None:
            self.fp.flush()

    def readable(self):
        return True

    def _has_no_body(self):
        return self.fp is None or self._method == "HEAD"

    def _take(self, read, size):
        """What `read` gives of the rest of the body: so many bytes at most, -1 for any number."""
        wanted = size if self.length is None or 0 <= size <= self.length else self.length
        data = read(wanted)
        if self.length is not None:
            self.length -= len(data)
        if self.length == 0 or (not data and wanted):
            self._close_conn()
        return data

    def read(self, amt=None):
        """The body, or so many bytes of it at most."""
        if self._has_no_body():
            self._close_conn()
            return b""
        size = -1 if amt is None or amt < 0 else amt
        if self.chunked:
            return self._read_chunked(None if size < 0 else size)
        return self._take(self.fp.read, size) if size >= 0 else self._read_rest()

    def _read_rest(self):
        try:
            data = self.fp.read() if self.length is None else self._safe_read(self.length)
        finally:
            self._close_conn()
        self.length = None if self.length is None else 0
        return data

    def readinto(self, b):
        data = self.read(len(memoryview(b).cast("B"))) if self.fp is not None else b""
        with memoryview(b) as view:
            view.cast("B")[:len(data)] = data
        return len(data)

    def _safe_read(self, amt):
        data = self.fp.read(amt)
        if len(data) < amt:
            raise IncompleteRead(data, amt - len(data))
        return data

    def _next_chunk_left(self):
        """What's left of the chunk, None behind the last one."""
        if not self.chunk_left:
            if self.chunk_left is not None:
                # The end of the chunk before.
                self._safe_read(2)
            try:
                self.chunk_left = self._read_chunk_size()
            except ValueError:
                raise IncompleteRead(b"")
            if self.chunk_left == 0:
                self._skip_trailer()
                self._close_conn()
                self.chunk_left = None
        return self.chunk_left

    def _read_chunk_size(self):
        line = self.fp.readline(MAXLINE + 1)
        if len(line) > MAXLINE:
            raise LineTooLong("chunk size")
        try:
            return int(line.partition(b";")[0], 16)
        except ValueError:
            self._close_conn()
            raise

    def _skip_trailer(self):
        while True:
            line = self.fp.readline(MAXLINE + 1)
            if len(line) > MAXLINE:
                raise LineTooLong("trailer line")
            if not line or line in (b"\r\n", b"\n"):
                return

    def _read_chunked(self, amt=None):
        parts = []
        try:
            while (left := self._next_chunk_left()) is not None:
                if amt is not None and amt <= left:
                    parts.append(self._safe_read(amt))
                    self.chunk_left = left - amt
                    break
                parts.append(self._safe_read(left))
                if amt is not None:
                    amt -= left
                self.chunk_left = 0
            return b"".join(parts)
        except IncompleteRead as error:
            raise IncompleteRead(b"".join(parts)) from error

    def read1(self, n=-1):
        """What comes with one call."""
        if self._has_no_body():
            return b""
        return self._read1_of_chunk(n) if self.chunked else self._take(self.fp.read1, n)

    def _read1_of_chunk(self, n):
        left = self._next_chunk_left()
        if left is None or n == 0:
            return b""
        data = self.fp.read1(left if n < 0 else min(left, n))
        if not data:
            raise IncompleteRead(b"")
        self.chunk_left -= len(data)
        return data

    def peek(self, n=-1):
        """Bytes that are read next, and stay."""
        if self._has_no_body():
            return b""
        if not self.chunked:
            return self.fp.peek(n)
        left = self._next_chunk_left() or 0
        return self.fp.peek(left)[:left] if left else b""

    def readline(self, limit=-1):
        """The next line, or so much of it."""
        if self._has_no_body():
            return b""
        return super().readline(limit) if self.chunked else self._take(self.fp.readline, limit)

    def fileno(self):
        return self.fp.fileno()

    def getheader(self, name, default=None):
        """A header's value; those of several joined with commas."""
        values = self._known_headers().get_all(name) or default
        return ", ".join(values) if hasattr(values, "__iter__") and not isinstance(values, str) else values

    def getheaders(self):
        """All headers as pairs."""
        return list(self._known_headers().items())

    def _known_headers(self):
        if self.headers is None:
            raise ResponseNotReady()
        return self.headers

    def __iter__(self):
        return self

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status


def _words(line):
    """The version, the status and the reason."""
    words = line.split(None, 2)
    return words + [""] * (3 - len(words))


for _class in (HTTPMessage, HTTPResponse):
    _class.__module__ = "http.client"
