"""Messages: headers, and a body or parts."""

import base64
import binascii
import quopri
from io import BytesIO, StringIO

from email import errors, utils
from email._policybase import compat32, has_surrogates
from email.charset import Charset

__all__ = ["Message", "EmailMessage"]

SEMISPACE = "; "
_TEXT_BYTES = ("ascii", "surrogateescape")


def _splitparam(param):
    """The text before the first semicolon, and the rest."""
    first, semicolon, rest = str(param).partition(";")
    return (first.strip(), rest.strip()) if semicolon else (first.strip(), None)


def _formatparam(param, value=None, quote=True):
    """`NAME=VALUE`, quoted if need be."""
    if value is None or len(value) == 0:
        return param
    if isinstance(value, tuple):
        # Set, language and text (RFC 2231).
        return f"{param}*={utils.encode_rfc2231(value[2], value[0], value[1])}"
    try:
        value.encode("ascii")
    except UnicodeEncodeError:
        return f"{param}*={utils.encode_rfc2231(value, 'utf-8', '')}"
    if quote or any(each in ' ()<>@,;:\\"/[]?=' for each in value):
        return f'{param}="{utils.quote(value)}"'
    return f"{param}={value}"


# Stands for a parameter that isn't there.
_MISSING = object()


def _parseparam(text):
    """Parameters, cut at semicolons that aren't in quotes."""
    found = []
    held = None
    for piece in str(text).split(";"):
        held = piece if held is None else f"{held};{piece}"
        # A quote with a backslash before it is one of the text's.
        if (held.count('"') - held.count('\\"')) % 2:
            continue
        found.append(_trimmed(held))
        held = None
    return found if held is None else [*found, _trimmed(held)]


def _trimmed(parameter):
    name, equals, value = parameter.partition("=")
    return f"{name.strip().lower()}={value.strip()}".strip() if equals else parameter.strip()


def _unquotevalue(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)


def _decoded_base64(data):
    """The bytes, and what is wrong with the text; where nothing helps, the text itself."""
    rest = len(data) % 4
    padding = b"===="[rest:] if rest else b""
    attempts = (
        (data + padding[:3], True, [errors.InvalidBase64PaddingDefect] if rest else []),
        (data, False, [errors.InvalidBase64CharactersDefect]),
        (data + b"==", False, [errors.InvalidBase64CharactersDefect, errors.InvalidBase64PaddingDefect]),
    )
    for text, is_strict, defects in attempts:
        try:
            return base64.b64decode(text, validate=is_strict), [each() for each in defects]
        except binascii.Error:
            continue
    return data, [errors.InvalidBase64LengthDefect()]


class Message:
    """A message; its headers are a mapping in which names may come more than once, and small letters count as capital ones."""

    def __init__(self, policy=compat32):
        self.policy, self.defects = policy, []
        self._default_type = "text/plain"
        self._headers, self._payload = [], None
        # None: not known.
        self._unixfrom = self._charset = self.preamble = self.epilogue = None

    # As text.

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The whole message."""
        from email.generator import Generator

        file = StringIO()
        generator = Generator(file, mangle_from_=False, maxheaderlen=maxheaderlen, policy=self.policy if policy is None else policy)
        generator.flatten(self, unixfrom=unixfrom)
        return file.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        from email.generator import BytesGenerator

        file = BytesIO()
        BytesGenerator(file, mangle_from_=False, policy=self.policy if policy is None else policy).flatten(self, unixfrom=unixfrom)
        return file.getvalue()

    def get_unixfrom(self):
        """The line of its own that mailboxes have before a message."""
        return self._unixfrom

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def is_multipart(self):
        """Whether the body consists of messages."""
        return isinstance(self._payload, list)

    # The body.

    def attach(self, payload):
        """One more part."""
        parts = [] if self._payload is None else self._payload
        if not hasattr(parts, "append"):
            raise TypeError("Attach is not valid on a message with a non-multipart payload")
        parts.append(payload)
        self._payload = parts

    def get_payload(self, i=None, decode=False):
        """The body, or the parts, or one of them; with `decode` the bytes that the body stands for."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError(f"Expected list, got {type(self._payload)}")
        payload = self._payload
        encoding = str(self.get("content-transfer-encoding", "")).lower()
        if not decode:
            return self._text_of(payload)
        if isinstance(payload, str):
            raw = self._raw(payload)
        else:
            raw = payload
        return self._decoded(payload, raw, encoding)

    def _text_of(self, payload):
        if not isinstance(payload, str) or not has_surrogates(payload):
            return payload
        raw = payload.encode(*_TEXT_BYTES)
        try:
            return raw.decode(self.get_content_charset("ascii"), "replace")
        except LookupError:
            return raw.decode("ascii", "replace")

    @staticmethod
    def _raw(payload):
        if has_surrogates(payload):
            return payload.encode(*_TEXT_BYTES)
        try:
            return payload.encode("ascii")
        except UnicodeError:
            return payload.encode("raw-unicode-escape")

    def _decoded(self, payload, raw, encoding):
        if encoding == "quoted-printable":
            return quopri.decodestring(raw)
        if encoding == "base64":
            return self._decode_base64(raw)
        if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
            raise NotImplementedError("aiocc doesn't decode uuencoded parts")
        return raw if isinstance(payload, str) else payload

    def _decode_base64(self, raw):
        value, defects = _decoded_base64(b"".join(raw.splitlines()))
        for each in defects:
            self.policy.handle_defect(self, each)
        return value

    def set_payload(self, payload, charset=None):
        """The body: a str, or with a charset one that is encoded in it."""
        if hasattr(payload, "encode"):
            if isinstance(charset, Charset):
                charset_name = charset.output_charset
                payload = payload.encode(charset_name, "surrogateescape").decode(*_TEXT_BYTES)
            elif charset:
                payload = payload.encode(charset, "surrogateescape") if not isinstance(charset, str) else payload.encode(
                    Charset(charset).output_charset, "surrogateescape")
                payload = payload.decode(*_TEXT_BYTES)
            self._payload = payload
        elif hasattr(payload, "decode"):
            self._payload = payload.decode(*_TEXT_BYTES)
        else:
            self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Says in the headers what the body is encoded in, and encodes it."""
        self._charset = charset = Charset(charset) if isinstance(charset, (str, bytes)) else charset
        if charset is None:
            self.del_param("charset")
            return
        name = charset.get_output_charset()
        if "MIME-Version" not in self:
            self.add_header("MIME-Version", "1.0")
        if "Content-Type" in self:
            self.set_param("charset", name)
        else:
            self.add_header("Content-Type", "text/plain", charset=name)
        if charset != name:
            self._payload = charset.body_encode(self._payload)
        if "Content-Transfer-Encoding" not in self:
            self._encode_body(charset)

    def _encode_body(self, charset):
        """By a function, or as its name says."""
        encoding = charset.get_body_encoding()
        if callable(encoding):
            encoding(self)
            return
        data = self._payload.encode(*_TEXT_BYTES) if self._payload else self._payload
        self._payload = charset.body_encode(data)
        self.add_header("Content-Transfer-Encoding", encoding)

    def get_charset(self):
        return self._charset

    # Headers.

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)
        if most:
            lowered = name.lower()
            if sum(1 for each, _ in self._headers if each.lower() == lowered) >= most:
                raise ValueError(f"There may be at most {most} {name} headers in a message")
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        lowered = name.lower()
        self._headers = [(each, value) for each, value in self._headers if each.lower() != lowered]

    def __contains__(self, name):
        lowered = name.lower()
        return any(each.lower() == lowered for each, _ in self._headers)

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [self.policy.header_fetch_parse(name, value) for name, value in self._headers]

    def items(self):
        return [(name, self.policy.header_fetch_parse(name, value)) for name, value in self._headers]

    def get(self, name, failobj=None):
        lowered = name.lower()
        for each, value in self._headers:
            if each.lower() == lowered:
                return self.policy.header_fetch_parse(each, value)
        return failobj

    def set_raw(self, name, value):
        """As a parser does: the value stays as it is."""
        self._headers.append((name, value))

    def raw_items(self):
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        """The values of all headers of that name."""
        lowered = name.lower()
        values = [self.policy.header_fetch_parse(each, value) for each, value in self._headers if each.lower() == lowered]
        return values or failobj

    def add_header(self, _name, _value, **_params):
        """A header with parameters; underscores in their names stand for hyphens, None for no value."""
        parts = []
        for key, value in _params.items():
            key = key.replace("_", "-")
            parts.append(key if value is None else _formatparam(key, value))
        if _value is not None:
            parts.insert(0, _value)
        self[_name] = SEMISPACE.join(parts)

    def replace_header(self, _name, _value):
        """The first header of that name gets another value."""
        lowered = _name.lower()
        for index, (name, _) in enumerate(self._headers):
            if name.lower() == lowered:
                self._headers[index] = self.policy.header_store_parse(name, _value)
                return
        raise KeyError(_name)

    # The type.

    def get_content_type(self):
        value = self.get("content-type")
        if value is None:
            return self.get_default_type()
        found = _splitparam(value)[0].lower()
        return found if found.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def _params(self, header):
        """Names and values, as they stand there; None without the header."""
        value = self.get(header)
        if value is None:
            return None
        params = []
        for part in _parseparam(value):
            name, equals, text = part.partition("=")
            params.append((name.strip(), text.strip()) if equals else (part.strip(), ""))
        return utils.decode_params(params)

    def get_params(self, failobj=None, header="content-type", unquote=True):
        params = self._params(header)
        if params is None:
            return failobj
        return [(name, _unquotevalue(value)) for name, value in params] if unquote else params

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        for name, value in self._params(header) or ():
            if name.lower() == param.lower():
                return _unquotevalue(value) if unquote else value
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        """Sets a parameter of a header, by default of the type."""
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        if header not in self and header.lower() == "content-type":
            text = "text/plain"
        else:
            text = self.get(header)
        if not self.get_param(param, header=header):
            text = SEMISPACE.join([text, _formatparam(param, value, requote)]) if text else _formatparam(param, value, requote)
        else:
            parts = []
            for name, old in self.get_params(header=header, unquote=requote):
                parts.append(_formatparam(name, value if name.lower() == param.lower() else old, requote))
            text = SEMISPACE.join(parts)
        if text != self.get(header):
            if replace:
                self.replace_header(header, text)
            else:
                del self[header]
                self[header] = text

    def del_param(self, param, header="content-type", requote=True):
        if header not in self:
            return
        parts = [
            _formatparam(name, value, requote) for name, value in self.get_params(header=header, unquote=requote)
            if name.lower() != param.lower()
        ]
        text = SEMISPACE.join(parts)
        if text != self.get(header):
            del self[header]
            self[header] = text

    def set_type(self, type, header="Content-Type", requote=True):
        """Another type; the parameters stay."""
        if not type.count("/") == 1:
            raise ValueError
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        # The first one is the type itself.
        _, *params = self.get_params([None], header, requote)
        del self[header]
        self[header] = type
        for name, value in params:
            self.set_param(name, value, header, requote)

    def get_filename(self, failobj=None):
        for header, name in (("content-disposition", "filename"), ("content-type", "name")):
            found = self.get_param(name, _MISSING, header)
            if found is not _MISSING:
                return utils.collapse_rfc2231_value(found).strip()
        return failobj

    def get_boundary(self, failobj=None):
        boundary = self.get_param("boundary", _MISSING)
        return failobj if boundary is _MISSING else utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        params = self._params("content-type")
        if params is None:
            raise errors.HeaderParseError("No Content-Type header found")
        new = ("boundary", f'"{boundary}"')
        changed = [new if name.lower() == "boundary" else (name, value) for name, value in params]
        if new not in changed:
            changed.append(new)
        text = SEMISPACE.join(name if value == "" else f"{name}={value}" for name, value in changed)
        self._headers = [
            self.policy.header_store_parse(name, text) if name.lower() == "content-type" else (name, value)
            for name, value in self._headers
        ]

    def get_content_charset(self, failobj=None):
        name = self.get_param("charset", _MISSING)
        if isinstance(name, tuple):
            codec, _, raw = name
            try:
                name = raw.encode("raw-unicode-escape").decode(codec or "us-ascii")
            except (LookupError, UnicodeError):
                name = raw
        return name.lower() if name is not _MISSING and name.isascii() else failobj

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        value = self.get("content-disposition")
        return None if value is None else _splitparam(value)[0].lower()

    def walk(self):
        """The message, and all its parts."""
        yield self
        if self.is_multipart():
            for part in self.get_payload():
                yield from part.walk()


class MIMEPart(Message):
    """A message, or a part of one, that knows what's in it."""

    def __init__(self, policy=None):
        from email import policy as policies

        super().__init__(policies.default if policy is None else policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        """The whole message; headers are folded as the policy says."""
        chosen = policy or self.policy
        width = chosen.max_line_length if maxheaderlen is None else maxheaderlen
        return super().as_string(unixfrom, width, chosen)

    def is_attachment(self):
        value = self.get("content-disposition")
        return value is not None and _splitparam(value)[0].lower() == "attachment"

    def _bodies(self, part, preferences):
        """How much a part is preferred, and the part: each that may be the body."""
        if part.is_attachment():
            return
        main, subtype = part.get_content_type().split("/")
        if main == "text":
            if subtype in preferences:
                yield preferences.index(subtype), part
            return
        if main != "multipart" or not self.is_multipart():
            return
        if subtype != "related":
            for each in part.iter_parts():
                yield from self._bodies(each, preferences)
            return
        if "related" in preferences:
            yield preferences.index("related"), part
        root = _root_of(part)
        if root is not None:
            yield from self._bodies(root, preferences)

    def get_body(self, preferencelist=("related", "html", "plain")):
        """The part that is the text, of the kind that is preferred most."""
        best, body = len(preferencelist), None
        for rank, part in self._bodies(self, preferencelist):
            if rank < best:
                best, body = rank, part
                if rank == 0:
                    break
        return body

    def iter_attachments(self):
        """The parts that aren't the text."""
        main, subtype = self.get_content_type().split("/")
        if main != "multipart" or subtype == "alternative":
            return
        parts = self.get_payload().copy()
        if main == "multipart" and subtype == "related":
            root = _root_of(self)
            yield from [part for part in parts if part is not root]
            return
        seen = set()
        for part in parts:
            kind = part.get_content_type()
            is_body = kind in ("text/plain", "text/html", "multipart/related", "multipart/alternative")
            if is_body and not part.is_attachment() and kind not in seen:
                seen.add(kind)
                continue
            yield part

    def iter_parts(self):
        if self.is_multipart():
            yield from self.get_payload()

    def get_content(self, *args, content_manager=None, **kw):
        """What the body stands for: a str, bytes or a message."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        return manager.get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        manager = self.policy.content_manager if content_manager is None else content_manager
        manager.set_content(self, *args, **kw)

    def _make_multipart(self, subtype, disallowed, boundary):
        """What was the message becomes its first part."""
        main, _, existing = self.get_content_type().partition("/")
        if main == "multipart" and existing in (subtype, *disallowed):
            raise ValueError(f"Cannot convert {existing} to {subtype}")
        of_part = [header for header in self._headers if header[0].lower().startswith("content-")]
        self._headers = [header for header in self._headers if header not in of_part]
        parts = []
        if of_part:
            part = type(self)(policy=self.policy)
            part._headers, part._payload = of_part, self._payload
            parts.append(part)
        self._payload = parts
        self["Content-Type"] = "multipart/" + subtype
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_related(self, boundary=None):
        self._make_multipart("related", ("alternative", "mixed"), boundary)

    def make_alternative(self, boundary=None):
        self._make_multipart("alternative", ("mixed",), boundary)

    def make_mixed(self, boundary=None):
        self._make_multipart("mixed", (), boundary)

    def _add(self, _subtype, *args, disposition=None, **kw):
        if self.get_content_maintype() != "multipart" or self.get_content_subtype() != _subtype:
            getattr(self, "make_" + _subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if disposition and "content-disposition" not in part:
            part["Content-Disposition"] = disposition
        self.attach(part)

    def add_related(self, *args, **kw):
        self._add("related", *args, disposition="inline", **kw)

    def add_alternative(self, *args, **kw):
        self._add("alternative", *args, **kw)

    def add_attachment(self, *args, **kw):
        self._add("mixed", *args, disposition="attachment", **kw)

    def clear(self):
        self._headers = []
        self._payload = None

    def clear_content(self):
        self._headers = [(name, value) for name, value in self._headers if not name.lower().startswith("content-")]
        self._payload = None


def _root_of(part):
    """The part of a related message that the others belong to."""
    start = part.get_param("start")
    parts = part.get_payload()
    if start:
        for each in parts:
            if each.get("content-id") == start:
                return each
    return parts[0] if parts else None


class EmailMessage(MIMEPart):
    """A message with its version of MIME."""

    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
