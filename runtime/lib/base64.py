"""Bytes as text: base 64, 32, 16 and 85 (RFC 4648)."""

import binascii
import struct

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode",
    "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode", "z85encode", "z85decode",
    "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]

_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_BASE32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_BASE85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_Z85 = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"
_LINE_BYTES = 57


def _bytes_from_decode_data(data):
    """What's to be decoded, as bytes."""
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % data.__class__.__name__) from None


def b64encode(s, altchars=None):
    """Encodes; `altchars` are two bytes to stand for + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """Decodes; what isn't of the alphabet is left out, or an error with `validate`."""
    s = _bytes_from_decode_data(s)
    if altchars is not None:
        altchars = _bytes_from_decode_data(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Encodes with the standard alphabet."""
    return b64encode(s)


def standard_b64decode(s):
    """Decodes the standard alphabet."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Encodes with - and _ in place of + and /."""
    return b64encode(s).translate(bytes.maketrans(b"+/", b"-_"))


def urlsafe_b64decode(s):
    """Decodes what has - and _ in place of + and /."""
    return b64decode(_bytes_from_decode_data(s).translate(bytes.maketrans(b"-_", b"+/")))


def _b32encode(alphabet, s):
    data = bytes(memoryview(s))
    rest = len(data) % 5
    if rest:
        data += b"\0" * (5 - rest)
    encoded = bytearray()
    for start in range(0, len(data), 5):
        number = int.from_bytes(data[start:start + 5], "big")
        for shift in range(35, -1, -5):
            encoded.append(alphabet[(number >> shift) & 31])
    padding = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}[rest]
    if padding:
        encoded[-padding:] = b"=" * padding
    return bytes(encoded)


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = _bytes_from_decode_data(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _bytes_from_decode_data(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    places = {char: index for index, char in enumerate(alphabet)}
    length = len(s)
    s = s.rstrip(b"=")
    padding = length - len(s)
    decoded = bytearray()
    number = 0
    for start in range(0, len(s), 8):
        quanta = s[start:start + 8]
        number = 0
        for char in quanta:
            if char not in places:
                raise binascii.Error("Non-base32 digit found")
            number = (number << 5) + places[char]
        decoded += number.to_bytes(5, "big") if len(quanta) == 8 else b""
    if length % 8 or padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if padding and length:
        number <<= 5 * padding
        last = number.to_bytes(5, "big")
        decoded += last[:(43 - 5 * padding) // 8]
    return bytes(decoded)


def b32encode(s):
    """Encodes with 32 characters."""
    return _b32encode(_BASE32, s)


def b32decode(s, casefold=False, map01=None):
    """Decodes what `b32encode` made."""
    return _b32decode(_BASE32, s, casefold, map01)


def b32hexencode(s):
    """Encodes with the digits and letters up to V."""
    return _b32encode(_BASE32_HEX, s)


def b32hexdecode(s, casefold=False):
    """Decodes what `b32hexencode` made."""
    return _b32decode(_BASE32_HEX, s, casefold)


def b16encode(s):
    """Encodes as capital hexadecimal digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Decodes hexadecimal digits, capital ones unless `casefold`."""
    s = _bytes_from_decode_data(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_known_digits85 = {}


def _digits85(alphabet):
    """The digits, and all pairs of them."""
    if alphabet not in _known_digits85:
        singles = [bytes([char]) for char in alphabet]
        _known_digits85[alphabet] = singles, [first + second for first in singles for second in singles]
    return _known_digits85[alphabet]


def _encode85(s, alphabet, pad=False, fold_zeros=False, fold_spaces=False):
    data = bytes(memoryview(s))
    padding = -len(data) % 4
    data += b"\0" * padding
    singles, pairs = _digits85(alphabet)
    folded = ({0: b"z"} if fold_zeros else {}) | ({0x20202020: b"y"} if fold_spaces else {})
    chunks = []
    for number in struct.unpack(f">{len(data) // 4}I", data):
        if number in folded:
            chunks.append(folded[number])
        else:
            chunks.append(pairs[number // 85**3] + pairs[number // 85 % 85**2] + singles[number % 85])
    if padding and not pad:
        if chunks[-1] == b"z":
            chunks[-1] = alphabet[:1] * 5
        chunks[-1] = chunks[-1][:-padding]
    return b"".join(chunks)


_ASCII85 = bytes(range(33, 118))


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encodes as Ascii85."""
    result = _encode85(b, _ASCII85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        chunks = [result[start:start + wrapcol] for start in range(0, len(result), wrapcol)]
        if adobe and len(chunks[-1]) + 2 > wrapcol:
            chunks.append(b"")
        result = b"\n".join(chunks)
    if adobe:
        result += b"~>"
    return result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """Decodes Ascii85."""
    b = _bytes_from_decode_data(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with %r" % b"~>")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    decoded = []
    digits = []
    for char in b + b"u" * 4:
        if 33 <= char <= 117:
            digits.append(char - 33)
            if len(digits) == 5:
                number = 0
                for digit in digits:
                    number = 85 * number + digit
                try:
                    decoded.append(number.to_bytes(4, "big"))
                except OverflowError:
                    raise ValueError("Ascii85 overflow") from None
                digits.clear()
        elif char == 122:
            if digits:
                raise ValueError("z inside Ascii85 5-tuple")
            decoded.append(b"\0\0\0\0")
        elif foldspaces and char == 121:
            if digits:
                raise ValueError("y inside Ascii85 5-tuple")
            decoded.append(b"    ")
        elif char not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % char)
    result = b"".join(decoded)
    padding = 4 - len(digits)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    """Encodes with 85 characters, as git does."""
    return _encode85(b, _BASE85, pad)


def _decode85(b, alphabet, name):
    b = _bytes_from_decode_data(b)
    places = {char: index for index, char in enumerate(alphabet)}
    padding = -len(b) % 5
    b = b + alphabet[-1:] * padding
    decoded = []
    for start in range(0, len(b), 5):
        number = 0
        for offset, char in enumerate(b[start:start + 5]):
            if char not in places:
                raise ValueError(f"bad {name} character at position {start + offset}")
            number = number * 85 + places[char]
        try:
            decoded.append(number.to_bytes(4, "big"))
        except OverflowError:
            raise ValueError(f"{name} overflow in hunk starting at byte {start}") from None
    result = b"".join(decoded)
    return result[:-padding] if padding else result


def b85decode(b):
    """Decodes what `b85encode` made."""
    return _decode85(b, _BASE85, "base85")


def z85encode(s):
    """Encodes as ZeroMQ does."""
    return _encode85(s, _Z85)


def z85decode(s):
    """Decodes what `z85encode` made."""
    return _decode85(s, _Z85, "z85")


def encodebytes(s):
    """Encodes to lines of 76 characters."""
    data = bytes(memoryview(s))
    return b"".join([binascii.b2a_base64(data[start:start + _LINE_BYTES]) for start in range(0, len(data), _LINE_BYTES)])


def decodebytes(s):
    """Decodes lines."""
    return binascii.a2b_base64(s)


def encode(input, output):
    """Encodes one file to another."""
    while chunk := input.read(_LINE_BYTES):
        output.write(binascii.b2a_base64(chunk))


def decode(input, output):
    """Decodes one file to another."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))
