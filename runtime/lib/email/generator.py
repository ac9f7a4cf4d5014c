"""Messages as text."""

import random
import re
import sys
import time
from io import BytesIO, StringIO

from email._policybase import has_surrogates
from email.errors import HeaderWriteError

__all__ = ["Generator", "DecodedGenerator", "BytesGenerator"]

_from_line = re.compile(r"^From ", re.MULTILINE)
_line_end = re.compile(r"\r\n|\r|\n")
_unfolded = re.compile(r"\r\n[^ \t]|\r[^ \n\t]|\n[^ \t]")


def _check_folded(folded, linesep):
    if not folded.endswith(linesep):
        raise HeaderWriteError(f"folded header does not end with {linesep!r}: {folded!r}")
    if _unfolded.search(folded.removesuffix(linesep)):
        raise HeaderWriteError(f"folded header contains newline: {folded!r}")


class Generator:
    """Writes messages to a file of text."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        self.policy, self.maxheaderlen = policy, maxheaderlen
        if mangle_from_ is None:
            mangle_from_ = policy is None or policy.mangle_from_
        self._mangles_from = mangle_from_
        self._file = outfp

    def write(self, s):
        """For subclasses: all text goes through it."""
        self._file.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Writes a message."""
        wishes = {"linesep": linesep, "max_line_length": self.maxheaderlen}
        policy = (msg.policy if self.policy is None else self.policy).clone(
            **{name: wish for name, wish in wishes.items() if wish is not None})
        self._NL = policy.linesep
        self._encoded_NL = self._encoded(self._NL)
        old_policies = self.policy, msg.policy
        try:
            self.policy = policy
            msg.policy = policy
            if unixfrom:
                self.write((msg.get_unixfrom() or "From nobody " + time.ctime(time.time())) + self._NL)
            self._write(msg)
        finally:
            self.policy, msg.policy = old_policies

    def clone(self, fp):
        return type(self)(fp, self._mangles_from, None, policy=self.policy)

    def _encoded(self, text):
        return text

    def _new_buffer(self):
        return StringIO()

    def _write_lines(self, lines):
        """Whatever ends the lines, here it's the policy's."""
        # Nothing is left to write where the last line has its end.
        self.write(_line_end.sub(lambda end: self._NL, lines or ""))

    def _write(self, msg):
        # The body first: its encoding may change the headers.
        old = self._file
        try:
            self._munge_cte = None
            self._file = buffer = self._new_buffer()
            self._dispatch(msg)
        finally:
            self._file = old
            changed, self._munge_cte = self._munge_cte, None
        if changed:
            import copy

            msg = copy.copy(msg)
            msg._headers = msg._headers.copy()
            if msg.get("content-transfer-encoding") is None:
                msg["Content-Transfer-Encoding"] = changed[0]
            else:
                msg.replace_header("content-transfer-encoding", changed[0])
            msg.replace_header("content-type", changed[1])
        self._write_headers(msg)
        self._file.write(buffer.getvalue())

    def _dispatch(self, msg):
        """By the type: `_handle_MAIN_SUB`, `_handle_MAIN`, or as text."""
        main, sub = msg.get_content_maintype(), msg.get_content_subtype()
        handler = getattr(self, f"_handle_{main}_{sub}".replace("-", "_"), None)
        if handler is None:
            handler = getattr(self, f"_handle_{main}".replace("-", "_"), self._handle_text)
        handler(msg)

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            folded = self.policy.fold(name, value)
            if self.policy.verify_generated_headers:
                _check_folded(folded, self.policy.linesep)
            self.write(folded)
        self.write(self._NL)

    def _handle_text(self, msg):
        text = msg.get_payload()
        if text is None:
            return
        if not isinstance(text, str):
            raise TypeError(f"string payload expected: {type(text)}")
        charset = msg.get_param("charset") if has_surrogates(msg._payload) else None
        if charset is not None:
            text = self._encoded_anew(msg, charset)
        self._write_lines(_from_line.sub(">From ", text) if self._mangles_from else text)

    def _encoded_anew(self, msg, charset):
        """The text of a body of bytes, in an encoding for mail. The headers will say so."""
        import copy

        encoded = copy.deepcopy(msg)
        del encoded["content-transfer-encoding"]
        encoded.set_payload(encoded._payload, charset)
        self._munge_cte = encoded["content-transfer-encoding"], encoded["content-type"]
        return encoded.get_payload()

    def _parts(self, msg):
        subparts = msg.get_payload()
        if subparts is None:
            subparts = []
        elif isinstance(subparts, str):
            return None
        elif not isinstance(subparts, list):
            subparts = [subparts]
        texts = []
        for part in subparts:
            buffer = self._new_buffer()
            generator = self.clone(buffer)
            generator.flatten(part, unixfrom=False, linesep=self._NL)
            texts.append(buffer.getvalue())
        return texts

    def _handle_multipart(self, msg):
        texts = self._parts(msg)
        if texts is None:
            # A body that isn't made of parts, as of an unfinished message.
            self.write(msg.get_payload())
            return
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(self._encoded_NL.join(texts))
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            self._write_lines(_from_line.sub(">From ", msg.preamble) if self._mangles_from else msg.preamble)
            self.write(self._NL)
        self.write("--" + boundary + self._NL)
        if texts:
            self._file.write(texts.pop(0))
        for text in texts:
            self.write(self._NL + "--" + boundary + self._NL)
            self._file.write(text)
        self.write(self._NL + "--" + boundary + "--" + self._NL)
        if msg.epilogue is not None:
            self._write_lines(_from_line.sub(">From ", msg.epilogue) if self._mangles_from else msg.epilogue)

    def _handle_multipart_signed(self, msg):
        # What was signed mustn't change.
        self.policy, kept = self.policy.clone(max_line_length=0), self.policy
        try:
            self._handle_multipart(msg)
        finally:
            self.policy = kept

    def _handle_message_delivery_status(self, msg):
        blocks = []
        for part in msg.get_payload():
            buffer = self._new_buffer()
            self.clone(buffer).flatten(part, unixfrom=False, linesep=self._NL)
            text = buffer.getvalue()
            blocks.append(text.removesuffix(self._encoded_NL))
        self._file.write(self._encoded_NL.join(blocks))

    def _handle_message(self, msg):
        payload = msg._payload
        if not isinstance(payload, list):
            self._file.write(self._encoded(payload))
            return
        buffer = self._new_buffer()
        self.clone(buffer).flatten(msg.get_payload(0), unixfrom=False, linesep=self._NL)
        self._file.write(buffer.getvalue())

    @classmethod
    def _make_boundary(cls, text=None):
        width = len(repr(sys.maxsize - 1))
        boundary = "=" * 15 + f"{random.randrange(sys.maxsize):0{width}d}" + "=="
        if text is None:
            return boundary
        found, counter = boundary, 0
        while cls._has_boundary(found, text):
            found = f"{boundary}.{counter}"
            counter += 1
        return found

    @classmethod
    def _has_boundary(cls, boundary, text):
        return re.search(f"^--{re.escape(boundary)}(--)?$", text, re.MULTILINE)


class BytesGenerator(Generator):
    """Writes messages to a binary file."""

    def write(self, s):
        self._file.write(s.encode("ascii", "surrogateescape"))

    def _new_buffer(self):
        return BytesIO()

    def _encoded(self, text):
        return text.encode("ascii")

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            self._file.write(self.policy.fold_binary(name, value))
        self.write(self._NL)

    def _handle_text(self, msg):
        if msg._payload is None:
            return
        if has_surrogates(msg._payload) and self.policy.cte_type != "7bit":
            payload = _from_line.sub(">From ", msg._payload) if self._mangles_from else msg._payload
            self._write_lines(payload)
        else:
            super()._handle_text(msg)

    @classmethod
    def _has_boundary(cls, boundary, text):
        return re.search(f"^--{re.escape(boundary)}(--)?$".encode("ascii"), text, re.MULTILINE)


_FORMAT = "[Non-text (%(type)s) part of message omitted, filename %(filename)s]"


class DecodedGenerator(Generator):
    """Writes the texts of a message, and says what else there is."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        Generator.__init__(self, outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = _FORMAT if fmt is None else fmt

    def _dispatch(self, msg):
        for part in msg.walk():
            main = part.get_content_maintype()
            if main == "text":
                print(part.get_payload(decode=False), file=self)
            elif main != "multipart":
                print(self._fmt % _described(part), file=self)


def _described(part):
    """What there is to say of a part."""
    return {
        "type": part.get_content_type(), "maintype": part.get_content_maintype(), "subtype": part.get_content_subtype(),
        "filename": part.get_filename("[no filename]"), "description": part.get("Content-Description", "[no description]"),
        "encoding": part.get("Content-Transfer-Encoding", "[no encoding]"),
    }
