"""Digests as long as one asks for."""
import hashlib
import io


def attempt(function, *args):
    try:
        print(args, function(*args))
    except Exception as error:
        print(args, type(error).__name__, error)


for name in ("shake_128", "shake_256"):
    digest = hashlib.new(name, b"abc")
    print(digest.hexdigest(10), digest.digest(3), digest.digest_size, digest.block_size, digest.name, type(digest))
    long = getattr(hashlib, name)(b"x" * 1000)
    print(long.hexdigest(400))
    long.update(b"y" * 136)
    copy = long.copy()
    copy.update(b"1")
    print(long.hexdigest(5), copy.hexdigest(5), long.hexdigest(length=5))
    for args in ((-1,), ("x",), (1.5,), (0,), (1 << 70,)):
        attempt(long.digest, *args)
        attempt(long.hexdigest, *args)
    print(repr(long).split(" object")[0])
    attempt(getattr(hashlib, name), "text")
    for size in (135, 136, 137, 167, 168, 169):
        print(size, getattr(hashlib, name)(b"z" * size).hexdigest(4))
print([base.__name__ for base in type(digest).__mro__], isinstance(digest, type(hashlib.sha256())))
print(sorted(hashlib.algorithms_guaranteed), "shake_128" in hashlib.algorithms_available)
attempt(hashlib.pbkdf2_hmac, "shake_128", b"a", b"b", 1)
print(hashlib.file_digest(io.BytesIO(b"abc"), "shake_128").hexdigest(4))
