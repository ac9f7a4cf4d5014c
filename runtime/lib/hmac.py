"""Codes that tell whether a message is as its sender wrote it (RFC 2104)."""

import hashlib

trans_5C = bytes([byte ^ 0x5C for byte in range(256)])
trans_36 = bytes([byte ^ 0x36 for byte in range(256)])
digest_size = None


def _by_name(name, data):
    try:
        return hashlib.new(name, data)
    except ValueError:
        raise hashlib.UnsupportedDigestmodError("[digital envelope routines] unsupported") from None


class HMAC:
    """The code of the messages that it has seen."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        if isinstance(digestmod, str):
            make = lambda data=b"": _by_name(digestmod, data)
        elif callable(digestmod):
            make = digestmod
        else:
            make = digestmod.new
        self._outer = make()
        self._inner = make()
        self.digest_size = self._inner.digest_size
        self.block_size = getattr(self._inner, "block_size", self.blocksize)
        if len(key) > self.block_size:
            key = make(key).digest()
        padded = bytes(key).ljust(self.block_size, b"\0")
        for half, table in ((self._outer, trans_5C), (self._inner, trans_36)):
            half.update(padded.translate(table))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """More of the message."""
        self._inner.update(msg)

    def copy(self):
        """Another one that has seen the same messages."""
        made = HMAC.__new__(HMAC)
        made.digest_size = self.digest_size
        made.block_size = self.block_size
        made._inner = self._inner.copy()
        made._outer = self._outer.copy()
        return made

    def digest(self):
        """The code as bytes."""
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        """The code as text."""
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    """The code of a message."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The code of a message as bytes."""
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    """Whether two codes are the same, found out in the same time whatever they are."""
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        a, b = a.encode(), b.encode()
    elif isinstance(a, str) or isinstance(b, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    a, b = bytes(memoryview(a)), bytes(memoryview(b))
    if len(a) != len(b):
        return False
    difference = 0
    for x, y in zip(a, b):
        difference |= x ^ y
    return difference == 0
