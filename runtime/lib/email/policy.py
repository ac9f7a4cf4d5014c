"""How messages are read and written.

Left out: headers of the newer policies are texts; folding long ones with other characters than ASCII's is refused.
"""

from email._policybase import Compat32, Policy, compat32
from email.contentmanager import raw_data_manager

__all__ = ["Compat32", "compat32", "Policy", "EmailPolicy", "default", "strict", "SMTP", "HTTP"]

# Headers that a message may have once.
_UNIQUE = frozenset((
    "subject", "date", "resent-date", "orig-date", "sender", "resent-sender", "to", "resent-to", "cc", "resent-cc", "bcc", "resent-bcc",
    "from", "resent-from", "reply-to", "mime-version", "content-type", "content-disposition", "content-transfer-encoding", "message-id",
))


class EmailPolicy(Policy):
    """Messages as they are meant since there are policies."""

    utf8 = False
    refold_source = "long"
    content_manager = raw_data_manager

    def __init__(self, **kw):
        super().__init__(**kw)
        if "message_factory" not in kw:
            from email.message import EmailMessage

            object.__setattr__(self, "message_factory", EmailMessage)

    def header_max_count(self, name):
        return 1 if name.lower() in _UNIQUE else None

    def header_source_parse(self, sourcelines):
        name, value = sourcelines[0].split(":", 1)
        value = "".join((value, *sourcelines[1:])).lstrip(" \t\r\n")
        return name, value.rstrip("\r\n")

    def header_store_parse(self, name, value):
        if hasattr(value, "strftime"):
            from email.utils import format_datetime

            value = format_datetime(value)
        elif isinstance(value, (tuple, list)):
            value = ", ".join(str(each) for each in value)
        value = str(value)
        if len(value.splitlines()) > 1:
            raise ValueError("Header values may not contain linefeed or carriage return characters")
        return name, value

    def header_fetch_parse(self, name, value):
        # Encoded words are read, the ends of lines left out.
        text = "".join(value.splitlines())
        if "=?" in text:
            from email.header import decode_header, make_header

            text = str(make_header(decode_header(text)))
        return text

    def fold(self, name, value):
        from email._folding import fold

        return fold(name, "".join(value.splitlines()), self)

    def fold_binary(self, name, value):
        folded = self.fold(name, value)
        return folded.encode("utf8" if self.utf8 else "ascii", "surrogateescape")


default = EmailPolicy()
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep="\r\n")
HTTP = default.clone(linesep="\r\n", max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
