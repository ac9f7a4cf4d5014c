"""Digests of bytes."""

import _hashlib

_NAMES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
          "shake_128", "shake_256")

algorithms_guaranteed = {*_NAMES, "blake2b", "blake2s"}
algorithms_available = set(_NAMES) | {"blake2b", "blake2s", "ripemd160", "md4", "sha512_224", "sha512_256"}

__all__ = (*_NAMES, "blake2b", "blake2s", "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest")


class UnsupportedDigestmodError(ValueError):
    """There's no such digest."""

    __module__ = "_hashlib"


def _plain(name):
    """The native module's name of a digest, whose other names have hyphens and capitals."""
    return name.lower().replace("-", "_").replace("/", "_").replace("sha_", "sha")


def _made(name, data, string):
    if string is not None:
        if data:
            raise TypeError("'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal")
        data = string
    made = _hashlib.new_hash(name)
    if data != b"":
        made.update(data)
    return made


def new(name, data=b"", *, string=None, usedforsecurity=True):
    """A digest by its name, that has seen the data."""
    if not isinstance(name, str):
        raise TypeError(f"new() argument 'name' must be str, not {type(name).__name__}")
    plain = _plain(name)
    if plain in ("blake2b", "blake2s"):
        return (blake2b if plain == "blake2b" else blake2s)(data)
    if _hashlib.new_hash(plain) is None:
        raise ValueError(f"unsupported hash type {name}")
    return _made(plain, data, string)


def md5(data=b"", *, string=None, usedforsecurity=True):
    """A digest of 128 bits. Others can find texts with the same one."""
    return _made("md5", data, string)


def sha1(data=b"", *, string=None, usedforsecurity=True):
    """A digest of 160 bits. Others can find texts with the same one."""
    return _made("sha1", data, string)


def sha224(data=b"", *, string=None, usedforsecurity=True):
    """A digest of 224 bits."""
    return _made("sha224", data, string)


def sha256(data=b"", *, string=None, usedforsecurity=True):
    """A digest of 256 bits."""
    return _made("sha256", data, string)


def sha384(data=b"", *, string=None, usedforsecurity=True):
    """A digest of 384 bits."""
    return _made("sha384", data, string)


def sha512(data=b"", *, string=None, usedforsecurity=True):
    """A digest of 512 bits."""
    return _made("sha512", data, string)


def sha3_224(data=b"", *, string=None, usedforsecurity=True):
    """A SHA-3 digest of 224 bits."""
    return _made("sha3_224", data, string)


def sha3_256(data=b"", *, string=None, usedforsecurity=True):
    """A SHA-3 digest of 256 bits."""
    return _made("sha3_256", data, string)


def sha3_384(data=b"", *, string=None, usedforsecurity=True):
    """A SHA-3 digest of 384 bits."""
    return _made("sha3_384", data, string)


def sha3_512(data=b"", *, string=None, usedforsecurity=True):
    """A SHA-3 digest of 512 bits."""
    return _made("sha3_512", data, string)


def shake_128(data=b"", *, string=None, usedforsecurity=True):
    """A SHA-3 digest as long as `digest(length)` asks for, secure up to 128 bits."""
    return _made("shake_128", data, string)


def shake_256(data=b"", *, string=None, usedforsecurity=True):
    """A SHA-3 digest as long as `digest(length)` asks for, secure up to 256 bits."""
    return _made("shake_256", data, string)


class _Blake2:
    """BLAKE2 (RFC 7693): words of `_WORD` bits, `_ROUNDS` rounds."""

    __module__ = "_blake2"

    _SIGMA = (
        (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), (14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
        (11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4), (7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
        (9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13), (2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
        (12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11), (13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
        (6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5), (10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0),
    )
    _QUARTERS = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))

    def __init__(self, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0,
                 node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        most = self.MAX_DIGEST_SIZE
        size = most if digest_size is None else digest_size
        if not 1 <= size <= most:
            raise ValueError(f"digest_size must be between 1 and {most} bytes")
        if len(key) > self.MAX_KEY_SIZE:
            raise ValueError(f"maximum key length is {self.MAX_KEY_SIZE} bytes")
        if len(salt) > self.SALT_SIZE:
            raise ValueError(f"maximum salt length is {self.SALT_SIZE} bytes")
        if len(person) > self.PERSON_SIZE:
            raise ValueError(f"maximum person length is {self.PERSON_SIZE} bytes")
        self.digest_size = size
        self._last_node = last_node
        offset_size = 8 if self._WORD == 64 else 6
        parameters = (bytes((size, len(key), fanout, depth)) + leaf_size.to_bytes(4, "little") + node_offset.to_bytes(offset_size, "little")
                      + bytes((node_depth, inner_size)))
        parameters += bytes(self.SALT_SIZE * 2 - len(parameters)) + bytes(salt).ljust(self.SALT_SIZE, b"\0") + bytes(person).ljust(self.PERSON_SIZE, b"\0")
        step = self._WORD // 8
        self._state = [vector ^ int.from_bytes(parameters[i * step:(i + 1) * step], "little") for i, vector in enumerate(self._VECTORS)]
        self._count = 0
        self._buffer = bytes(key).ljust(self.block_size, b"\0") if key else b""
        if data != b"":
            self.update(data)

    def update(self, data, /):
        """More data."""
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        buffer = self._buffer + bytes(memoryview(data))
        size = self.block_size
        place = 0
        while len(buffer) - place > size:
            self._count += size
            self._state = self._compressed(self._state, buffer[place:place + size], self._count, False)
            place += size
        self._buffer = buffer[place:]

    def _compressed(self, state, block, count, is_last):
        word = self._WORD
        step = word // 8
        mask = (1 << word) - 1
        message = [int.from_bytes(block[i * step:(i + 1) * step], "little") for i in range(16)]
        work = state + list(self._VECTORS)
        work[12] ^= count & mask
        work[13] ^= count >> word
        if is_last:
            work[14] ^= mask
            if self._last_node:
                work[15] ^= mask
        first, second, third, fourth = self._TURNS
        for turn in range(self._ROUNDS):
            order = self._SIGMA[turn % 10]
            for i, (a, b, c, d) in enumerate(self._QUARTERS):
                x, y = message[order[2 * i]], message[order[2 * i + 1]]
                va, vb, vc, vd = work[a], work[b], work[c], work[d]
                va = (va + vb + x) & mask
                vd ^= va
                vd = (vd >> first | vd << word - first) & mask
                vc = (vc + vd) & mask
                vb ^= vc
                vb = (vb >> second | vb << word - second) & mask
                va = (va + vb + y) & mask
                vd ^= va
                vd = (vd >> third | vd << word - third) & mask
                vc = (vc + vd) & mask
                vb ^= vc
                work[a], work[b], work[c], work[d] = va, (vb >> fourth | vb << word - fourth) & mask, vc, vd
        return [state[i] ^ work[i] ^ work[i + 8] for i in range(8)]

    def digest(self):
        """The digest as bytes."""
        block = self._buffer.ljust(self.block_size, b"\0")
        state = self._compressed(self._state, block, self._count + len(self._buffer), True)
        return b"".join([word.to_bytes(self._WORD // 8, "little") for word in state])[:self.digest_size]

    def hexdigest(self):
        """The digest as text."""
        return self.digest().hex()

    def copy(self):
        """Another one that has seen the same data."""
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        return made

    @property
    def name(self):
        return type(self).__name__


class blake2b(_Blake2):
    """BLAKE2b."""

    __module__ = "_blake2"
    _WORD, _ROUNDS, _TURNS = 64, 12, (32, 24, 16, 63)
    _VECTORS = (0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1, 0x510E527FADE682D1, 0x9B05688C2B3E6C1F,
                0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179)
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16
    block_size = 128


class blake2s(_Blake2):
    """BLAKE2s."""

    __module__ = "_blake2"
    _WORD, _ROUNDS, _TURNS = 32, 10, (16, 12, 8, 7)
    _VECTORS = (0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19)
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8
    block_size = 64


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key derived from a password (RFC 8018)."""
    made = _hashlib.new_hash(_plain(hash_name))
    if made is None:
        raise UnsupportedDigestmodError("[digital envelope routines] unsupported")
    if not made.digest_size:
        raise ValueError("no reason supplied")
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is not None and dklen < 1:
        raise ValueError("key length must be greater than 0.")
    return _hashlib.derive_key(_plain(hash_name), password, salt, iterations, made.digest_size if dklen is None else dklen)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """The digest of what a file has, by a name or a function that makes one."""
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        made.update(fileobj.getbuffer())
        return made
    while data := fileobj.read(_bufsize):
        made.update(data)
    return made
