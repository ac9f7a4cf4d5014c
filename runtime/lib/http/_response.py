"""The answer to a request."""

import email.message
import email.parser
import io

from http._errors import BadStatusLine, HTTPException, IncompleteRead, LineTooLong, RemoteDisconnected, UnknownProtocol

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
        self.will_close = self._check_close()
        self.length = None
        length = self.headers.get("content-length")
        if length and not self.chunked:
            try:
                self.length = int(length)
            except ValueError:
                pass
            if self.length is not None and self.length < 0:
                self.length = None
        if self.status in (204, 304) or 100 <= self.status < 200 or self._method == "HEAD":
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _check_close(self):
        connection = self.headers.get("connection")
        if self.version == 11:
            return bool(connection and "close" in connection.lower())
        if self.headers.get("keep-alive") or connection and "keep-alive" in connection.lower():
            return False
        proxy = self.headers.get("proxy-connection")
        return not (proxy and "keep-alive" in proxy.lower())

    def _close_conn(self):
        fp = self.fp
        self.fp = None
        fp.close()

    def close(self):
        try:
            super().close()
        finally:
            if self.fp:
                self._close_conn()

    def flush(self):
        super().flush()
        if self.fp:
            self.fp.flush()

    def readable(self):
        return True

    def isclosed(self):
        """Whether all has been read."""
        return self.fp is None

    def read(self, amt=None):
        """The body, or so many bytes of it at most."""
        if self.fp is None:
            return b""
        if self._method == "HEAD":
            self._close_conn()
            return b""
        if self.chunked:
            return self._read_chunked(amt)
        if amt is not None and amt >= 0:
            return self._read_some(amt)
        if self.length is None:
            data = self.fp.read()
        else:
            try:
                data = self._safe_read(self.length)
            except IncompleteRead:
                self._close_conn()
                raise
            self.length = 0
        self._close_conn()
        return data

    def _read_some(self, amt):
        if self.length is not None and amt > self.length:
            amt = self.length
        data = self.fp.read(amt)
        if not data and amt:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(data)
            if not self.length:
                self._close_conn()
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
        if amt is not None and amt < 0:
            amt = None
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
        if self.fp is None or self._method == "HEAD":
            return b""
        if self.chunked:
            left = self._next_chunk_left()
            if left is None or n == 0:
                return b""
            data = self.fp.read1(min(left, n) if n >= 0 else left)
            self.chunk_left -= len(data)
            if not data:
                raise IncompleteRead(b"")
            return data
        if self.length is not None and (n < 0 or n > self.length):
            n = self.length
        data = self.fp.read1(n)
        if not data and n:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(data)
            if not self.length:
                self._close_conn()
        return data

    def peek(self, n=-1):
        if self.fp is None or self._method == "HEAD":
            return b""
        if self.chunked:
            left = self._next_chunk_left()
            return b"" if left is None else self.fp.peek(left)[:left]
        return self.fp.peek(n)

    def readline(self, limit=-1):
        if self.fp is None or self._method == "HEAD":
            return b""
        if self.chunked:
            return super().readline(limit)
        if self.length is not None and (limit < 0 or limit > self.length):
            limit = self.length
        line = self.fp.readline(limit)
        if not line and limit:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(line)
            if not self.length:
                self._close_conn()
        return line

    def fileno(self):
        return self.fp.fileno()

    def getheader(self, name, default=None):
        """A header's value; those of several joined with commas."""
        if self.headers is None:
            from http._errors import ResponseNotReady

            raise ResponseNotReady()
        values = self.headers.get_all(name) or default
        if isinstance(values, str) or not hasattr(values, "__iter__"):
            return values
        return ", ".join(values)

    def getheaders(self):
        if self.headers is None:
            from http._errors import ResponseNotReady

            raise ResponseNotReady()
        return list(self.headers.items())

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
