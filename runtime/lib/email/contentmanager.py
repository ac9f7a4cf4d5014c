"""What bodies stand for, by their types: texts, bytes and messages."""

import binascii
import email.charset
import email.errors
import email.message
import quopri
from email import quoprimime

__all__ = ["ContentManager", "raw_data_manager"]


class ContentManager:
    """Functions that get and set contents, by their types."""

    def __init__(self):
        self.set_handlers, self.get_handlers = {}, {}

    def get_content(self, msg, *args, **kw):
        kind = msg.get_content_type()
        for key in (kind, msg.get_content_maintype(), ""):
            if key in self.get_handlers:
                return self.get_handlers[key](msg, *args, **kw)
        raise KeyError(kind)

    def add_get_handler(self, key, handler):
        """The function gets contents of that type, or of the type's first half, or ("") of others."""
        self.get_handlers[key] = handler

    def add_set_handler(self, typekey, handler):
        """The function sets objects of that class, given itself or by a name, or (None) of others."""
        self.set_handlers[typekey] = handler

    def set_content(self, msg, obj, *args, **kw):
        if msg.get_content_maintype() == "multipart":
            raise TypeError("set_content not valid on multipart")
        handler = self._set_handler(msg, obj)
        msg.clear_content()
        handler(msg, obj, *args, **kw)

    def _set_handler(self, msg, obj):
        """Of the object's class, or of one that it derives from."""
        full_name = None
        for each in type(obj).__mro__:
            if each in self.set_handlers:
                return self.set_handlers[each]
            name = f"{each.__module__}.{each.__qualname__}" if each.__module__ else each.__qualname__
            full_name = full_name or name
            for key in (name, each.__qualname__, each.__name__):
                if key in self.set_handlers:
                    return self.set_handlers[key]
        if None in self.set_handlers:
            return self.set_handlers[None]
        raise KeyError(full_name)


raw_data_manager = ContentManager()


def get_text_content(msg, errors="replace"):
    return msg.get_payload(decode=True).decode(msg.get_param("charset", "ASCII"), errors=errors)


def get_non_text_content(msg):
    return msg.get_payload(decode=True)


def get_message_content(msg):
    return msg.get_payload(0)


def get_and_fixup_unknown_message_content(msg):
    return bytes(msg.get_payload(0))


raw_data_manager.add_get_handler("text", get_text_content)
for _kind in ("audio", "image", "video", "application"):
    raw_data_manager.add_get_handler(_kind, get_non_text_content)
for _kind in ("rfc822", "external-body"):
    raw_data_manager.add_get_handler("message/" + _kind, get_message_content)
raw_data_manager.add_get_handler("message", get_and_fixup_unknown_message_content)


def _prepare(msg, maintype, subtype, headers):
    msg["Content-Type"] = f"{maintype}/{subtype}"
    for each in headers or ():
        if not hasattr(each, "name"):
            each = each.split(":", 1)
            msg[each[0]] = each[1].strip()
        else:
            msg[each.name] = each


def _finalize(msg, disposition, filename, cid, params):
    if disposition is None and filename is not None:
        disposition = "attachment"
    if disposition is not None:
        msg["Content-Disposition"] = disposition
    if filename is not None:
        msg.set_param("filename", filename, header="Content-Disposition", replace=True)
    if cid is not None:
        msg["Content-ID"] = cid
    for name, value in (params or {}).items():
        msg.set_param(name, value)


def _encode_base64(data, most):
    size = most // 4 * 3
    return "".join(binascii.b2a_base64(data[place:place + size]).decode("ascii") for place in range(0, len(data), size))


def _encode_text(string, charset, cte, policy):
    """The encoding's name, and the text."""
    lines = string.encode(charset).splitlines()
    linesep = policy.linesep.encode("ascii")
    joined, with_newlines = linesep.join(lines) + linesep, b"\n".join(lines) + b"\n"
    if cte is None:
        cte = _best_encoding(lines, with_newlines, policy)
    if cte == "7bit":
        return cte, with_newlines.decode("ascii")
    if cte == "8bit":
        return cte, with_newlines.decode("ascii", "surrogateescape")
    if cte == "quoted-printable":
        return cte, quoprimime.body_encode(with_newlines.decode("latin-1"), policy.max_line_length)
    if cte == "base64":
        return cte, _encode_base64(joined, policy.max_line_length)
    raise ValueError(f"Unknown content transfer encoding {cte}")


def _best_encoding(lines, data, policy):
    longest = max([len(line) for line in lines], default=0)
    if longest <= policy.max_line_length:
        try:
            data.decode("ascii")
            return "7bit"
        except UnicodeDecodeError:
            if policy.cte_type == "8bit":
                return "8bit"
    # Whichever is shorter for the beginning.
    begin = b"\n".join(lines[:10]) + b"\n" if lines else b""
    quoted = quoprimime.body_encode(begin.decode("latin-1"), policy.max_line_length)
    encoded = _encode_base64(begin, policy.max_line_length) if begin else ""
    return "base64" if len(quoted) > len(encoded) else "quoted-printable"


# How bytes become a body, by the transfer encoding; the other argument is the longest line.
_BYTES_AS_TEXT = {
    "base64": lambda data, most: _encode_base64(data, most),
    "quoted-printable": lambda data, most: quopri.encodestring(data, quotetabs=True).decode("ascii"),
    "7bit": lambda data, most: data.decode("ascii"),
    "8bit": lambda data, most: data.decode("ascii", "surrogateescape"),
    "binary": lambda data, most: data.decode("ascii", "surrogateescape"),
}


def set_text_content(msg, string, subtype="plain", charset="utf-8", cte=None, disposition=None, filename=None, cid=None, params=None,
                     headers=None):
    _prepare(msg, "text", subtype, headers)
    cte, payload = _encode_text(string, charset, cte, msg.policy)
    msg.set_payload(payload)
    msg.set_param("charset", email.charset.ALIASES.get(charset, charset), replace=True)
    msg["Content-Transfer-Encoding"] = cte
    _finalize(msg, disposition, filename, cid, params)


def set_message_content(msg, message, subtype="rfc822", cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
    if subtype == "partial":
        raise ValueError("message/partial is not supported for Message objects")
    if subtype == "rfc822" and cte not in (None, "7bit", "8bit", "binary"):
        raise ValueError(f"message/rfc822 parts do not support cte={cte}")
    _prepare(msg, "message", subtype, headers)
    msg.set_payload([message])
    msg["Content-Transfer-Encoding"] = "8bit" if cte is None else cte
    _finalize(msg, disposition, filename, cid, params)


def set_bytes_content(msg, data, maintype, subtype, cte="base64", disposition=None, filename=None, cid=None, params=None, headers=None):
    _prepare(msg, maintype, subtype, headers)
    encode = _BYTES_AS_TEXT.get(cte)
    msg.set_payload(data if encode is None else encode(data, msg.policy.max_line_length))
    msg["Content-Transfer-Encoding"] = cte
    _finalize(msg, disposition, filename, cid, params)


raw_data_manager.add_set_handler(str, set_text_content)
raw_data_manager.add_set_handler(email.message.Message, set_message_content)
for _kind in (bytes, bytearray, memoryview):
    raw_data_manager.add_set_handler(_kind, set_bytes_content)
