"""Handlers that send records away: over sockets, to the system's log, by mail, to a web server."""

import logging
import pickle
import socket
import struct
import time

SYSLOG_UDP_PORT = 514


class SocketHandler(logging.Handler):
    """Sends pickled records over a connection, which is made with the first of them; without a port to a socket in the file system."""

    # Seconds before another attempt to connect: the first time, at most, and how they grow.
    retryStart, retryMax, retryFactor = 1.0, 30.0, 2.0

    def __init__(self, host, port):
        logging.Handler.__init__(self)
        self.host, self.port = host, port
        self.address = host if port is None else (host, port)
        self.sock = self.retryTime = None
        self.closeOnError = False

    def makeSocket(self, timeout=1):
        """A new connection."""
        if self.port is not None:
            return socket.create_connection(self.address, timeout=timeout)
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.settimeout(timeout)
        try:
            made.connect(self.address)
        except OSError:
            made.close()
            raise
        return made

    def createSocket(self):
        """Connects, unless the last attempt was a short time ago."""
        now = time.time()
        if self.retryTime is not None and now < self.retryTime:
            return
        try:
            self.sock = self.makeSocket()
            self.retryTime = None
        except OSError:
            is_first = self.retryTime is None
            self.retryPeriod = self.retryStart if is_first else min(self.retryPeriod * self.retryFactor, self.retryMax)
            self.retryTime = now + self.retryPeriod

    def send(self, s):
        """Sends bytes; they're lost where there's no connection."""
        if self.sock is None:
            self.createSocket()
        if self.sock:
            try:
                self.sock.sendall(s)
            except OSError:
                self._disconnect()

    def _disconnect(self):
        sock, self.sock = self.sock, None
        if sock:
            sock.close()

    def makePickle(self, record):
        """The record as bytes, their number before them."""
        if record.exc_info:
            # The traceback's text goes into the record.
            self.format(record)
        attributes = {**record.__dict__, "msg": record.getMessage(), "args": None, "exc_info": None}
        attributes.pop("message", None)
        pickled = pickle.dumps(attributes, 1)
        return struct.pack(">L", len(pickled)) + pickled

    def handleError(self, record):
        if self.closeOnError and self.sock:
            self._disconnect()
        else:
            logging.Handler.handleError(self, record)

    def emit(self, record):
        try:
            self.send(self.makePickle(record))
        except Exception:
            self.handleError(record)

    def close(self):
        with self.lock:
            self._disconnect()
            logging.Handler.close(self)


class DatagramHandler(SocketHandler):
    """Sends each pickled record as a datagram."""

    def makeSocket(self, timeout=1):
        return socket.socket(socket.AF_UNIX if self.port is None else socket.AF_INET, socket.SOCK_DGRAM)

    def send(self, s):
        if self.sock is None:
            self.createSocket()
        self.sock.sendto(s, self.address)


_PRIORITIES = ("EMERG", "ALERT", "CRIT", "ERR", "WARNING", "NOTICE", "INFO", "DEBUG")
_FACILITIES = (
    "KERN", "USER", "MAIL", "DAEMON", "AUTH", "SYSLOG", "LPR", "NEWS", "UUCP", "CRON", "AUTHPRIV", "FTP", "NTP", "SECURITY", "CONSOLE",
    "SOLCRON", "LOCAL0", "LOCAL1", "LOCAL2", "LOCAL3", "LOCAL4", "LOCAL5", "LOCAL6", "LOCAL7",
)


class SysLogHandler(logging.Handler):
    """Sends records to the system's log, at a host and a port or at a socket in the file system."""

    LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
    LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON, LOG_AUTHPRIV, LOG_FTP = range(12)
    LOG_NTP, LOG_SECURITY, LOG_CONSOLE, LOG_SOLCRON = range(12, 16)
    LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7 = range(16, 24)

    priority_names = {name.lower(): number for number, name in enumerate(_PRIORITIES)} | {"critical": 2, "error": 3, "panic": 0, "warn": 4}
    facility_names = {name.lower(): number for number, name in enumerate(_FACILITIES)}
    facility_names["solaris-cron"] = facility_names.pop("solcron")
    # Names of levels; what isn't there is a warning.
    priority_map = {"DEBUG": "debug", "INFO": "info", "WARNING": "warning", "ERROR": "error", "CRITICAL": "critical"}

    # What each text begins with, and whether a null byte ends it.
    ident = ""
    append_nul = True

    def __init__(self, address=("localhost", SYSLOG_UDP_PORT), facility=LOG_USER, socktype=None):
        logging.Handler.__init__(self)
        self.address, self.facility, self.socktype = address, facility, socktype
        self.socket = None
        self.createSocket()

    def createSocket(self):
        """Connects."""
        self.unixsocket = isinstance(self.address, str)
        if self.unixsocket:
            try:
                self._connect_unixsocket(self.address)
            except OSError:
                # The system's log may begin later.
                pass
            return
        if self.socktype is None:
            self.socktype = socket.SOCK_DGRAM
        host, port = self.address
        found = socket.getaddrinfo(host, port, 0, self.socktype)
        if not found:
            raise OSError("getaddrinfo returns an empty list")
        self.socket = self._first_connection(found)

    def _first_connection(self, addresses):
        error = None
        for family, kind, protocol, _, address in addresses:
            made = None
            try:
                made = socket.socket(family, kind, protocol)
                if kind == socket.SOCK_STREAM:
                    made.connect(address)
                return made
            except OSError as failure:
                error = failure
                if made is not None:
                    made.close()
        raise error

    def _connect_unixsocket(self, address):
        """As datagrams, or as a stream, where the program doesn't say which."""
        for kind in [self.socktype] if self.socktype is not None else [socket.SOCK_DGRAM, socket.SOCK_STREAM]:
            self.socket = socket.socket(socket.AF_UNIX, kind)
            try:
                self.socket.connect(address)
                self.socktype = kind
                return
            except OSError as failure:
                error = failure
                self.socket.close()
        raise error

    def encodePriority(self, facility, priority):
        """Both as one number; names stand for numbers."""
        if isinstance(facility, str):
            facility = self.facility_names[facility]
        if isinstance(priority, str):
            priority = self.priority_names[priority]
        return facility << 3 | priority

    def mapPriority(self, levelName):
        """The name of a level's priority."""
        return self.priority_map.get(levelName, "warning")

    def emit(self, record):
        try:
            text = self.ident + self.format(record) + ("\0" if self.append_nul else "")
            priority = self.encodePriority(self.facility, self.mapPriority(record.levelname))
            self._send(f"<{priority}>{text}".encode())
        except Exception:
            self.handleError(record)

    def _send(self, message):
        if not self.socket:
            self.createSocket()
        if self.unixsocket:
            try:
                self.socket.send(message)
            except OSError:
                self.socket.close()
                self._connect_unixsocket(self.address)
                self.socket.send(message)
        elif self.socktype == socket.SOCK_DGRAM:
            self.socket.sendto(message, self.address)
        else:
            self.socket.sendall(message)

    def close(self):
        with self.lock:
            sock, self.socket = self.socket, None
            if sock:
                sock.close()
            logging.Handler.close(self)


class SMTPHandler(logging.Handler):
    """Mails each record."""

    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
        logging.Handler.__init__(self)
        self.mailhost, self.mailport = mailhost if isinstance(mailhost, (list, tuple)) else (mailhost, None)
        self.username = None
        if isinstance(credentials, (list, tuple)):
            self.username, self.password = credentials
        self.fromaddr, self.subject = fromaddr, subject
        self.toaddrs = [toaddrs] if isinstance(toaddrs, str) else toaddrs
        self.secure, self.timeout = secure, timeout

    def getSubject(self, record):
        """The subject of the record's mail."""
        return self.subject

    def emit(self, record):
        try:
            import smtplib
            server = smtplib.SMTP(self.mailhost, self.mailport or smtplib.SMTP_PORT, timeout=self.timeout)
            message = self._message(record)
            if self.username:
                if self.secure is not None:
                    server.ehlo()
                    server.starttls(*self.secure)
                    server.ehlo()
                server.login(self.username, self.password)
            server.send_message(message)
            server.quit()
        except Exception:
            self.handleError(record)

    def _message(self, record):
        import email.utils
        from email.message import EmailMessage
        message = EmailMessage()
        message["From"] = self.fromaddr
        message["To"] = ",".join(self.toaddrs)
        message["Subject"] = self.getSubject(record)
        message["Date"] = email.utils.localtime()
        message.set_content(self.format(record))
        return message


class HTTPHandler(logging.Handler):
    """Sends each record's attributes to a web server, as a query or as a form."""

    def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None):
        logging.Handler.__init__(self)
        method = method.upper()
        if method not in ("GET", "POST"):
            raise ValueError("method must be GET or POST")
        if not secure and context is not None:
            raise ValueError("context parameter only makes sense with secure=True")
        self.host, self.url, self.method = host, url, method
        self.secure, self.credentials, self.context = secure, credentials, context

    def mapLogRecord(self, record):
        """What's sent of a record, as a dict."""
        return record.__dict__

    def getConnection(self, host, secure):
        """A connection to the server."""
        import http.client
        if not secure:
            return http.client.HTTPConnection(host)
        return http.client.HTTPSConnection(host, context=self.context)

    def emit(self, record):
        try:
            from urllib.parse import urlencode
            connection = self.getConnection(self.host, self.secure)
            data = urlencode(self.mapLogRecord(record))
            is_query = self.method == "GET"
            mark = "&" if "?" in self.url else "?"
            connection.putrequest(self.method, f"{self.url}{mark}{data}" if is_query else self.url)
            if not is_query:
                connection.putheader("Content-type", "application/x-www-form-urlencoded")
                connection.putheader("Content-length", str(len(data)))
            if self.credentials:
                import base64
                user = "{}:{}".format(*self.credentials).encode()
                connection.putheader("Authorization", "Basic " + base64.b64encode(user).strip().decode("ascii"))
            connection.endheaders()
            if not is_query:
                connection.send(data.encode())
            # The answer says nothing that matters.
            connection.getresponse()
        except Exception:
            self.handleError(record)


for _part in (SocketHandler, DatagramHandler, SysLogHandler, SMTPHandler, HTTPHandler):
    _part.__module__ = "logging.handlers"
