"""Digests of bytes."""

import operator

import _hashlib

_NAMES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
          "shake_128", "shake_256")

algorithms_guaranteed = {*_NAMES, "blake2b", "blake2s"}
algorithms_available = set(_NAMES) | {"blake2b", "blake2s", "ripemd160", "md4", "sha512_224", "sha512_256"}

__all__ = (*_NAMES, "blake2b", "blake2s", "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest", "scrypt")


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
        try:
            raise UnsupportedDigestmodError("[digital envelope routines] unsupported")
        except UnsupportedDigestmodError:
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
    """BLAKE2 (RFC 7693)."""

    __module__ = "_blake2"

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
        offset_size = 8 if most == 64 else 6
        parameters = (bytes((size, len(key), fanout, depth)) + leaf_size.to_bytes(4, "little") + node_offset.to_bytes(offset_size, "little")
                      + bytes((node_depth, inner_size)))
        parameters += bytes(self.SALT_SIZE * 2 - len(parameters)) + bytes(salt).ljust(self.SALT_SIZE, b"\0") + bytes(person).ljust(self.PERSON_SIZE, b"\0")
        self._state = _hashlib.blake2_begin(parameters)
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
        # The last block waits for the end, even if it's whole.
        whole = (len(buffer) - 1) // size * size if buffer else 0
        if whole:
            self._state = _hashlib.blake2_absorb(self._state, buffer[:whole], self._count + size)
        self._count += whole
        self._buffer = buffer[whole:]

    def digest(self):
        """The digest as bytes."""
        block = self._buffer.ljust(self.block_size, b"\0")
        return _hashlib.blake2_end(self._state, block, self._count + len(self._buffer), self._last_node)[:self.digest_size]

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
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16
    block_size = 128


class blake2s(_Blake2):
    """BLAKE2s."""

    __module__ = "_blake2"
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


_INT_MAX = 2**31 - 1
# The memory that scrypt takes at most if nobody says how much.
_SCRYPT_MEMORY = 2**25


def _scrypt_parameter(name, value):
    if value is not None and not isinstance(value, int):
        raise TypeError(f"scrypt() argument '{name}' must be int, not {type(value).__name__}")
    if value is None or not 0 <= value < 2**64:
        raise TypeError(f"{name} is required and must be an unsigned int")
    return value


def _check_scrypt(n, r, p, maxmem):
    if r >= 2**32 or p >= 2**32:
        raise ValueError("[digital envelope routines] parameter too large")
    if r < 1 or p < 1:
        raise ValueError("Invalid parameter combination for n, r, p, maxmem.")
    is_too_large = r * p >= 2**30 or n >= 1 << 16 * min(r, 4)
    if is_too_large or 128 * r * (n + 2 + p) > (maxmem or _SCRYPT_MEMORY):
        raise ValueError("[digital envelope routines] memory limit exceeded")


def _check_bytes(value):
    try:
        memoryview(value)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'") from None


_REQUIRED = object()


def scrypt(password, *, salt=_REQUIRED, n=None, r=None, p=None, maxmem=0, dklen=64):
    """A key derived from a password, which takes much memory (RFC 7914)."""
    _check_bytes(password)
    if salt is _REQUIRED:
        raise TypeError("salt is required")
    _check_bytes(salt)
    n = _scrypt_parameter("n", n)
    if n < 2 or n & n - 1:
        raise ValueError("n must be a power of 2.")
    r = _scrypt_parameter("r", r)
    p = _scrypt_parameter("p", p)
    if not 0 <= maxmem <= _INT_MAX:
        raise ValueError(f"maxmem must be positive and smaller than {_INT_MAX}")
    if not 1 <= operator.index(dklen) <= _INT_MAX:
        raise ValueError(f"dklen must be greater than 0 and smaller than {_INT_MAX}")
    _check_scrypt(n, r, p, maxmem)
    return _hashlib.scrypt(password, salt, n, r, p, dklen)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """The digest of what a file has, by a name or a function that makes one."""
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        made.update(fileobj.getbuffer())
        return made
    while data := fileobj.read(_bufsize):
        made.update(data)
    return made
