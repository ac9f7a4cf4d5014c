"""Sends mails to servers (RFC 5321).

Left out: TLS (`starttls`, SMTP_SSL).
"""

import base64
import contextlib
import copy
import email.generator
import email.utils
import hmac
import io
import re
import socket
import sys

__all__ = [
    "SMTPException", "SMTPNotSupportedError", "SMTPServerDisconnected", "SMTPResponseException", "SMTPSenderRefused",
    "SMTPRecipientsRefused", "SMTPDataError", "SMTPConnectError", "SMTPHeloError", "SMTPAuthenticationError", "quoteaddr", "quotedata",
    "SMTP",
]

SMTP_PORT, SMTP_SSL_PORT = 25, 465
CRLF, bCRLF = "\r\n", b"\r\n"
_MAXLINE = 8192
_MAXCHALLENGE = 5


class SMTPException(OSError):
    """Something is wrong with a mail or its server."""


class SMTPNotSupportedError(SMTPException):
    """The server can't do that."""


class SMTPServerDisconnected(SMTPException):
    """There's no connection any more."""


class SMTPResponseException(SMTPException):
    """The server answered with an error."""

    def __init__(self, code, msg, *more):
        super().__init__(code, msg, *more)
        self.smtp_code, self.smtp_error = code, msg


class SMTPSenderRefused(SMTPResponseException):
    """The server doesn't want the sender."""

    def __init__(self, code, msg, sender):
        super().__init__(code, msg, sender)
        self.sender = sender


class SMTPRecipientsRefused(SMTPException):
    def __init__(self, recipients):
        self.recipients = recipients
        self.args = (recipients,)


class SMTPDataError(SMTPResponseException):
    pass


class SMTPConnectError(SMTPResponseException):
    pass


class SMTPHeloError(SMTPResponseException):
    pass


class SMTPAuthenticationError(SMTPResponseException):
    pass


def _address_only(text):
    name, address = email.utils.parseaddr(text)
    return text if (name, address) == ("", "") else address


def quoteaddr(addrstring):
    """The address in angle brackets."""
    name, address = email.utils.parseaddr(addrstring)
    if (name, address) == ("", ""):
        return addrstring if addrstring.strip().startswith("<") else f"<{addrstring}>"
    return f"<{address}>"


def quotedata(data):
    """A text as it's sent: lines with CRLF, dots at their beginnings doubled."""
    return re.sub(r"(?m)^\.", "..", re.sub(r"(?:\r\n|\n|\r(?!\n))", CRLF, data))


def _quoted_dots(data):
    return re.sub(rb"(?m)^\.", b"..", data)


def _with_crlf(data):
    return re.sub(r"(?:\r\n|\n|\r(?!\n))", CRLF, data)


class SMTP:
    """A connection to a server."""

    debuglevel = 0
    sock = file = None
    helo_resp = ehlo_resp = None
    ehlo_msg = "ehlo"
    does_esmtp = False
    default_port = SMTP_PORT

    def __init__(self, host="", port=0, local_hostname=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None):
        self._host = host
        self.timeout = timeout
        self.esmtp_features = {}
        self.command_encoding = "ascii"
        self.source_address = source_address
        self._auth_challenge_count = 0
        if host:
            code, message = self.connect(host, port)
            if code != 220:
                self.close()
                raise SMTPConnectError(code, message)
        self.local_hostname = _own_name() if local_hostname is None else local_hostname

    def __enter__(self):
        return self

    def __exit__(self, *args):
        # A server that's gone needs no goodbye.
        with contextlib.closing(self), contextlib.suppress(SMTPServerDisconnected):
            answer = self.docmd("QUIT")
            if answer[0] != 221:
                raise SMTPResponseException(*answer)

    def set_debuglevel(self, debuglevel):
        self.debuglevel = debuglevel

    def _print_debug(self, *args):
        if self.debuglevel > 1:
            import datetime

            print(datetime.datetime.now().time(), *args, file=sys.stderr)
        else:
            print(*args, file=sys.stderr)

    def _get_socket(self, host, port, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        if self.debuglevel > 0:
            self._print_debug("connect: to", (host, port), self.source_address)
        return socket.create_connection((host, port), timeout, self.source_address)

    def connect(self, host="localhost", port=0, source_address=None):
        """Connects; the server's code and message."""
        if source_address:
            self.source_address = source_address
        if not port and host.find(":") == host.rfind(":") and host.rfind(":") >= 0:
            host, _, text = host.rpartition(":")
            try:
                port = int(text)
            except ValueError:
                raise OSError("nonnumeric port")
        self.sock = self._get_socket(host, port or self.default_port, self.timeout)
        self.file = None
        code, message = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("connect:", repr(message))
        return code, message

    def send(self, s):
        if self.debuglevel > 0:
            self._print_debug("send:", repr(s))
        if not self.sock:
            raise SMTPServerDisconnected("please run connect() first")
        if isinstance(s, str):
            s = s.encode(self.command_encoding)
        try:
            self.sock.sendall(s)
        except OSError:
            self.close()
            raise SMTPServerDisconnected("Server not connected")

    def putcmd(self, cmd, args=""):
        text = f"{cmd} {args}" if args != "" else cmd
        if "\r" in text or "\n" in text:
            text = text.replace("\n", "\\n").replace("\r", "\\r")
            raise ValueError(f'command and arguments contain prohibited newline characters: {text}')
        self.send(f"{text}{CRLF}")

    def getreply(self):
        """The server's code and message."""
        lines = []
        if self.file is None:
            self.file = self.sock.makefile("rb")
        while True:
            try:
                line = self.file.readline(_MAXLINE + 1)
            except OSError as error:
                self.close()
                raise SMTPServerDisconnected(f"Connection unexpectedly closed: {error}")
            if not line:
                self.close()
                raise SMTPServerDisconnected("Connection unexpectedly closed")
            if self.debuglevel > 0:
                self._print_debug("reply:", repr(line))
            if len(line) > _MAXLINE:
                self.close()
                raise SMTPResponseException(500, "Line too long.")
            lines.append(line[4:].strip(b" \t\r\n"))
            try:
                code = int(line[:3])
            except ValueError:
                code = -1
                break
            if line[3:4] != b"-":
                break
        message = b"\n".join(lines)
        if self.debuglevel > 0:
            self._print_debug(f"reply: retcode ({code}); Msg: {message!a}")
        return code, message

    def docmd(self, cmd, args=""):
        self.putcmd(cmd, args)
        return self.getreply()

    # Commands.

    def helo(self, name=""):
        self.putcmd("helo", name or self.local_hostname)
        code, message = self.getreply()
        self.helo_resp = message
        return code, message

    def ehlo(self, name=""):
        """Says hello, and hears what the server can do."""
        self.esmtp_features = {}
        self.putcmd(self.ehlo_msg, name or self.local_hostname)
        code, message = self.getreply()
        if code == -1 and len(message) == 0:
            self.close()
            raise SMTPServerDisconnected("Server not connected")
        self.ehlo_resp = message
        if code != 250:
            return code, message
        self.does_esmtp = True
        for line in message.decode("latin-1").split("\n")[1:]:
            self._note_feature(line)
        return code, message

    def _note_feature(self, line):
        old = re.match(r"auth=(.*)", line, re.I)
        if old:
            self.esmtp_features["auth"] = self.esmtp_features.get("auth", "") + " " + old.group(1)
            return
        match = re.match(r"(?P<feature>[A-Za-z0-9][A-Za-z0-9\-]*) ?", line)
        if match:
            name = match.group("feature").lower()
            parameters = line[match.end("feature"):].strip()
            self.esmtp_features[name] = self.esmtp_features.get(name, "") + " " + parameters if name == "auth" else parameters

    def has_extn(self, opt):
        return opt.lower() in self.esmtp_features

    def help(self, args=""):
        self.putcmd("help", args)
        return self.getreply()[1]

    def rset(self):
        self.command_encoding = "ascii"
        return self.docmd("rset")

    def _rset(self):
        try:
            self.rset()
        except SMTPServerDisconnected:
            pass

    def noop(self):
        return self.docmd("noop")

    def mail(self, sender, options=()):
        options_text = ""
        if options and self.does_esmtp:
            if any(each.lower() == "smtputf8" for each in options):
                if not self.has_extn("smtputf8"):
                    raise SMTPNotSupportedError("SMTPUTF8 not supported by server")
                self.command_encoding = "utf-8"
            options_text = " " + " ".join(options)
        self.putcmd("mail", f"from:{quoteaddr(sender)}{options_text}")
        return self.getreply()

    def rcpt(self, recip, options=()):
        options_text = " " + " ".join(options) if options and self.does_esmtp else ""
        self.putcmd("rcpt", f"to:{quoteaddr(recip)}{options_text}")
        return self.getreply()

    def data(self, msg):
        """Sends the mail itself."""
        self.putcmd("data")
        code, reply = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("data:", (code, reply))
        if code != 354:
            raise SMTPDataError(code, reply)
        if isinstance(msg, str):
            msg = _with_crlf(msg).encode("ascii")
        text = _quoted_dots(msg)
        if text[-2:] != bCRLF:
            text += bCRLF
        self.send(text + b"." + bCRLF)
        code, reply = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("data:", (code, reply))
        return code, reply

    def verify(self, address):
        self.putcmd("vrfy", _address_only(address))
        return self.getreply()

    vrfy = verify

    def expn(self, address):
        self.putcmd("expn", _address_only(address))
        return self.getreply()

    def ehlo_or_helo_if_needed(self):
        if self.helo_resp is not None or self.ehlo_resp is not None:
            return
        if not 200 <= self.ehlo()[0] <= 299:
            code, reply = self.helo()
            if not 200 <= code <= 299:
                raise SMTPHeloError(code, reply)

    # Authentication.

    def auth(self, mechanism, authobject, *, initial_response_ok=True):
        mechanism = mechanism.upper()
        first = authobject() if initial_response_ok else None
        if first is not None:
            text = base64.b64encode(first.encode("ascii")).decode("ascii")
            code, reply = self.docmd("AUTH", f"{mechanism} {text}")
            self._auth_challenge_count = 1
        else:
            code, reply = self.docmd("AUTH", mechanism)
            self._auth_challenge_count = 0
        while code == 334:
            self._auth_challenge_count += 1
            answer = authobject(base64.decodebytes(reply))
            code, reply = self.docmd(base64.b64encode(answer.encode("ascii")).decode("ascii"))
            if self._auth_challenge_count > _MAXCHALLENGE:
                raise SMTPException(f"Server AUTH mechanism infinite loop. Last response: {(code, reply)!r}")
        if code in (235, 503):
            return code, reply
        raise SMTPAuthenticationError(code, reply)

    def auth_cram_md5(self, challenge=None):
        if challenge is None:
            return None
        return self.user + " " + hmac.HMAC(self.password.encode("ascii"), challenge, "md5").hexdigest()

    def auth_plain(self, challenge=None):
        return f"\0{self.user}\0{self.password}"

    def auth_login(self, challenge=None):
        return self.user if challenge is None or self._auth_challenge_count < 2 else self.password

    def login(self, user, password, *, initial_response_ok=True):
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("auth"):
            raise SMTPNotSupportedError("SMTP AUTH extension not supported by server.")
        offered = self.esmtp_features["auth"].split()
        methods = [each for each in ("CRAM-MD5", "PLAIN", "LOGIN") if each in offered]
        if not methods:
            raise SMTPException("No suitable authentication method found.")
        self.user, self.password = user, password
        for method in methods:
            function = getattr(self, "auth_" + method.lower().replace("-", "_"))
            try:
                code, reply = self.auth(method, function, initial_response_ok=initial_response_ok)
                if code in (235, 503):
                    return code, reply
            except SMTPAuthenticationError as error:
                last = error
        raise last

    def starttls(self, *, context=None):
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("starttls"):
            raise SMTPNotSupportedError("STARTTLS extension not supported by server.")
        raise RuntimeError("No SSL support included in this Python")

    # Whole mails.

    def sendmail(self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()):
        """Sends a mail; the recipients that were refused, and why."""
        self.ehlo_or_helo_if_needed()
        options = []
        if isinstance(msg, str):
            msg = _with_crlf(msg).encode("ascii")
        if self.does_esmtp:
            if self.has_extn("size"):
                options.append(f"size={len(msg):d}")
            options += mail_options
        code, reply = self.mail(from_addr, options)
        if code != 250:
            if code == 421:
                self.close()
            else:
                self._rset()
            raise SMTPSenderRefused(code, reply, from_addr)
        to_addrs = [to_addrs] if isinstance(to_addrs, str) else to_addrs
        refused = {}
        for each in to_addrs:
            code, reply = self.rcpt(each, rcpt_options)
            if code not in (250, 251):
                refused[each] = (code, reply)
            if code == 421:
                self.close()
                raise SMTPRecipientsRefused(refused)
        if len(refused) == len(to_addrs):
            self._rset()
            raise SMTPRecipientsRefused(refused)
        code, reply = self.data(msg)
        if code != 250:
            if code == 421:
                self.close()
            else:
                self._rset()
            raise SMTPDataError(code, reply)
        return refused

    def send_message(self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()):
        """Sends a message, whose headers tell from whom and to whom."""
        self.ehlo_or_helo_if_needed()
        resent = msg.get_all("Resent-Date")
        if resent is None:
            prefix = ""
        elif len(resent) == 1:
            prefix = "Resent-"
        else:
            raise ValueError("message has more than one 'Resent-' header block")
        if from_addr is None:
            from_addr = msg[prefix + "Sender"] if prefix + "Sender" in msg else msg[prefix + "From"]
            from_addr = email.utils.getaddresses([from_addr])[0][1]
        if to_addrs is None:
            fields = [each for each in (msg[prefix + "To"], msg[prefix + "Bcc"], msg[prefix + "Cc"]) if each is not None]
            to_addrs = [address for _, address in email.utils.getaddresses(fields)]
        message = copy.copy(msg)
        del message["Bcc"]
        del message["Resent-Bcc"]
        international = not "".join([from_addr, *to_addrs]).isascii()
        if international and not self.has_extn("smtputf8"):
            raise SMTPNotSupportedError(
                "One or more source or delivery addresses require internationalized email support, but the server does not advertise the "
                "required SMTPUTF8 capability")
        with io.BytesIO() as file:
            if international:
                generator = email.generator.BytesGenerator(file, policy=msg.policy.clone(utf8=True))
                mail_options = (*mail_options, "SMTPUTF8", "BODY=8BITMIME")
            else:
                generator = email.generator.BytesGenerator(file)
            generator.flatten(message, linesep="\r\n")
            return self.sendmail(from_addr, to_addrs, file.getvalue(), mail_options, rcpt_options)

    def close(self):
        try:
            file, self.file = self.file, None
            if file:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()

    def quit(self):
        answer = self.docmd("quit")
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False
        self.close()
        return answer


def _own_name():
    """The machine's full name, or its address."""
    name = socket.getfqdn()
    if "." in name:
        return name
    try:
        return f"[{socket.gethostbyname(socket.gethostname())}]"
    except socket.gaierror:
        return "[127.0.0.1]"
