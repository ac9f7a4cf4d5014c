"""Sets of characters, and how messages write them."""

__all__ = ["Charset", "add_alias", "add_charset", "add_codec"]

QP, BASE64, SHORTEST = 1, 2, 3
# The length of `=?` `?q?` and `?=`.
RFC2047_CHROME_LEN = 7
DEFAULT_CHARSET = "us-ascii"
UNKNOWN8BIT = "unknown-8bit"

# How headers and bodies are encoded, and what the characters are converted to.
CHARSETS = {
    "us-ascii": (None, None, None), "utf-8": (SHORTEST, BASE64, "utf-8"), "big5": (BASE64, BASE64, None),
    "gb2312": (BASE64, BASE64, None), "euc-jp": (BASE64, None, "iso-2022-jp"), "shift_jis": (BASE64, None, "iso-2022-jp"),
    "iso-2022-jp": (BASE64, None, None), "koi8-r": (BASE64, BASE64, None), "viscii": (QP, QP, None), "windows-1252": (QP, QP, None),
}
for _number in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16):
    CHARSETS[f"iso-8859-{_number}"] = (QP, QP, None)
ALIASES = {
    "latin_1": "iso-8859-1", "latin-1": "iso-8859-1", "latin_2": "iso-8859-2", "latin-2": "iso-8859-2", "latin_3": "iso-8859-3",
    "latin-3": "iso-8859-3", "latin_4": "iso-8859-4", "latin-4": "iso-8859-4", "latin_5": "iso-8859-9", "latin-5": "iso-8859-9",
    "latin_6": "iso-8859-10", "latin-6": "iso-8859-10", "latin_7": "iso-8859-13", "latin-7": "iso-8859-13", "latin_8": "iso-8859-14",
    "latin-8": "iso-8859-14", "latin_9": "iso-8859-15", "latin-9": "iso-8859-15", "latin_10": "iso-8859-16", "latin-10": "iso-8859-16",
    "cp949": "ks_c_5601-1987", "euc_jp": "euc-jp", "euc_kr": "euc-kr", "ascii": "us-ascii",
}
CODEC_MAP = {"gb2312": "eucgb2312_cn", "big5": "big5_tw", "us-ascii": None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Says how a set is written."""
    if body_enc == SHORTEST:
        raise ValueError("SHORTEST not allowed for body_enc")
    CHARSETS[charset] = (header_enc, body_enc, output_charset)


def add_alias(alias, canonical):
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    CODEC_MAP[charset] = codecname


class Charset:
    """A set of characters."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        from email.errors import CharsetError

        if not input_charset.isascii():
            raise CharsetError(input_charset)
        name = (input_charset if isinstance(input_charset, str) else str(input_charset, "ascii")).lower()
        self.input_charset = ALIASES.get(name, name)
        self.header_encoding, self.body_encoding, output = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        output = output or self.input_charset
        self.output_charset = ALIASES.get(output, output)
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    __str__ = __repr__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_body_encoding(self):
        """A name, or the function that encodes."""
        from email.encoders import encode_7or8bit

        assert self.body_encoding != SHORTEST
        return {QP: "quoted-printable", BASE64: "base64"}.get(self.body_encoding, encode_7or8bit)

    def get_output_charset(self):
        return self.output_charset or self.input_charset

    def _encoder(self, data):
        from email import base64mime, quoprimime

        if self.header_encoding == BASE64:
            return base64mime
        if self.header_encoding == QP:
            return quoprimime
        if self.header_encoding == SHORTEST:
            return base64mime if base64mime.header_length(data) < quoprimime.header_length(data) else quoprimime
        return None

    def _bytes(self, string):
        codec = self.output_codec or "us-ascii"
        return string.encode("ascii", "surrogateescape") if codec == UNKNOWN8BIT else string.encode(codec)

    def header_encode(self, string):
        """As an encoded word, if it has to be one."""
        data = self._bytes(string)
        encoder = self._encoder(data)
        return string if encoder is None else encoder.header_encode(data, self.output_codec)

    def header_encode_lines(self, string, maxlengths):
        """The same in several words, each as long as the next of the lengths allows."""
        data = self._bytes(string)
        encoder = self._encoder(data)
        charset = self.get_output_charset()
        extra = len(charset) + RFC2047_CHROME_LEN
        lines = []
        current = ""
        most = next(maxlengths) - extra
        for letter in string:
            if encoder.header_length(self._bytes(current + letter)) > most:
                # Nothing fits: the line stays empty.
                lines.append(None if not lines and not current else encoder.header_encode(self._bytes(current), charset))
                current = ""
                most = next(maxlengths) - extra
            current += letter
        lines.append(encoder.header_encode(self._bytes(current), charset))
        return lines

    def body_encode(self, string):
        """A body as its lines are written."""
        if not string:
            return string
        from email import base64mime, quoprimime

        is_text = isinstance(string, str)
        data = string.encode(self.output_charset) if is_text else string
        if self.body_encoding == BASE64:
            return base64mime.body_encode(data)
        if self.body_encoding == QP:
            return quoprimime.body_encode(data.decode("latin1"))
        return data.decode("ascii") if is_text else data
