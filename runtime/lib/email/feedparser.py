"""Reads messages (RFC 5322, RFC 2045): whatever the text, there's a message, with notes of what's wrong."""

import re

from email import errors
from email._policybase import compat32

__all__ = ["FeedParser", "BytesFeedParser"]

_line = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_header = re.compile(r"^(From |[\041-\071\073-\176]*:|[\t ])")
_end = re.compile(r"(?:\r\n|\r|\n)\Z")
_empty = re.compile(r"^(?:\r\n|\r|\n)")


class FeedParser:
    """Takes a text piece by piece; the message is there at the end."""

    def __init__(self, _factory=None, *, policy=compat32):
        self.policy = policy
        self._old_style_factory = False
        if _factory is None:
            if policy.message_factory is None:
                from email.message import Message

                _factory = Message
            else:
                _factory = policy.message_factory
        self._factory = _factory
        try:
            _factory(policy=policy)
        except TypeError:
            self._old_style_factory = True
        self._pieces = []
        self._headersonly = False

    def _set_headersonly(self):
        self._headersonly = True

    def feed(self, data):
        self._pieces.append(data)

    def close(self):
        """The message."""
        lines = _line.findall("".join(self._pieces))
        self._pieces = []
        root = self._message(lines)
        if root.get_content_maintype() == "multipart" and not root.is_multipart() and not self._headersonly:
            self.policy.handle_defect(root, errors.MultipartInvariantViolationDefect())
        return root

    def _new(self):
        return self._factory() if self._old_style_factory else self._factory(policy=self.policy)

    def _message(self, lines, default_type=None):
        message = self._new()
        if default_type:
            message.set_default_type(default_type)
        place = self._read_headers(message, lines)
        body = lines[place:]
        if self._headersonly:
            message.set_payload("".join(body))
        elif message.get_content_type() == "message/delivery-status":
            self._read_status(message, body)
        elif message.get_content_maintype() == "message":
            message.attach(self._message(body))
        elif message.get_content_maintype() == "multipart":
            self._read_multipart(message, body)
        else:
            message.set_payload("".join(body))
        return message

    # Headers.

    def _read_headers(self, message, lines):
        """The place behind them."""
        place = 0
        while place < len(lines) and _header.match(lines[place]):
            place += 1
        headers = lines[:place]
        if place < len(lines):
            if _empty.match(lines[place]):
                place += 1
            else:
                self.policy.handle_defect(message, errors.MissingHeaderBodySeparatorDefect())
        return self._note_headers(message, headers, place)

    def _note_headers(self, message, lines, place):
        current = []
        for number, line in enumerate(lines):
            if line[0] in " \t":
                if current:
                    current.append(line)
                else:
                    self.policy.handle_defect(message, errors.FirstHeaderLineIsContinuationDefect(line))
                continue
            if current:
                message.set_raw(*self.policy.header_source_parse(current))
                current = []
            if line.startswith("From "):
                if number == 0:
                    message.set_unixfrom(_end.sub("", line))
                    continue
                if number == len(lines) - 1:
                    # It's the body's first line.
                    return number
                self.policy.handle_defect(message, errors.MisplacedEnvelopeHeaderDefect(line))
                continue
            if line.find(":") == 0:
                self.policy.handle_defect(message, errors.InvalidHeaderDefect("Missing header name."))
                continue
            current = [line]
        if current:
            message.set_raw(*self.policy.header_source_parse(current))
        return place

    # Parts.

    def _read_status(self, message, lines):
        """Blocks of headers."""
        block = []
        for line in [*lines, None]:
            if line is not None and not _empty.match(line):
                block.append(line)
                continue
            if block or line is not None:
                part = self._new()
                self._note_headers(part, block, 0)
                part.set_payload("")
                message.attach(part)
            block = []

    def _read_multipart(self, message, lines):
        boundary = message.get_boundary()
        if boundary is None:
            self.policy.handle_defect(message, errors.NoBoundaryInMultipartDefect())
            message.set_payload("".join(lines))
            return
        if str(message.get("content-transfer-encoding", "8bit")).lower() not in ("7bit", "8bit", "binary"):
            self.policy.handle_defect(message, errors.InvalidMultipartContentTransferEncodingDefect())
        separator = re.compile(f"(?P<sep>--{re.escape(boundary)})(?P<end>--)?(?P<ws>[ \\t]*)(?P<linesep>\\r\\n|\\r|\\n)?$")
        preamble, parts, end, rest = _cut(lines, separator)
        if parts is None and end is None:
            self.policy.handle_defect(message, errors.StartBoundaryNotFoundDefect())
            message.set_payload("".join(preamble))
            message.epilogue = ""
            return
        if parts is not None and preamble:
            message.preamble = _end.sub("", "".join(preamble))
        for part in parts or ():
            default = "message/rfc822" if message.get_content_type() == "multipart/digest" else None
            submessage = self._message(part, default)
            message.attach(submessage)
            _drop_last_end(submessage)
        if end is None:
            self.policy.handle_defect(message, errors.CloseBoundaryNotFoundDefect())
            return
        if parts is None:
            self.policy.handle_defect(message, errors.StartBoundaryNotFoundDefect())
            message.set_payload("".join(preamble))
            message.epilogue = ""
            return
        epilogue = "".join(rest)
        message.epilogue = epilogue if end else _empty.sub("", epilogue)


def _cut(lines, separator):
    """The lines before the first part, those of each part (None: there's none), the end of the closing line (None: there's none), and the
    lines behind that."""
    preamble, parts = [], None
    for place, line in enumerate(lines):
        match = separator.match(line)
        if not match:
            (preamble if parts is None else parts[-1]).append(line)
            continue
        if match.group("end"):
            return preamble, parts, match.group("linesep") or "", lines[place + 1:]
        if parts is None:
            parts = []
        elif parts[-1] == [] and separator.match(lines[place - 1]):
            # Several in a row count as one.
            continue
        parts.append([])
    return preamble, parts, None, []


def _drop_last_end(message):
    """The end of a part's last line belongs to the boundary."""
    while message.get_content_maintype() == "message" and isinstance(message._payload, list) and message._payload:
        message = message._payload[-1]
    if message.get_content_maintype() == "multipart":
        if message.epilogue == "":
            message.epilogue = None
        elif message.epilogue is not None:
            message.epilogue = _end.sub("", message.epilogue)
    elif isinstance(message._payload, str):
        message._payload = _end.sub("", message._payload)


class BytesFeedParser(FeedParser):
    """The same of bytes."""

    def feed(self, data):
        super().feed(data.decode("ascii", "surrogateescape"))
