"""Keys by scrypt, with its many complaints; BLAKE2 over data of all lengths around its blocks."""
import hashlib


def attempt(*args, **options):
    try:
        print(hashlib.scrypt(*args, **options)[:8].hex())
    except Exception as error:
        print(type(error).__name__, error)


print(hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1).hex())
print(hashlib.scrypt(b"password", salt=b"NaCl", n=1024, r=8, p=16, maxmem=2**26, dklen=40).hex())
attempt(bytearray(b"pleaseletmein"), salt=memoryview(b"SodiumChloride"), n=4096, r=8, p=1)
attempt(b"p", salt=b"s", n=2, r=3, p=2, dklen=100)
for options in ({}, {"salt": b""}, {"n": 3}, {"n": 2}, {"n": 2, "r": 1}, {"n": 3, "r": 1, "p": 1}, {"n": 1, "r": 1, "p": 1},
                {"n": 2, "r": 1, "p": 1, "dklen": 0}, {"n": 2, "r": 1, "p": 1, "dklen": "x"}, {"n": 2, "r": 1, "p": 1, "maxmem": -1},
                {"n": 2**20, "r": 8, "p": 1}, {"n": 2**16, "r": 1, "p": 1}, {"n": 2**15, "r": 8, "p": 1}, {"n": "2", "r": 1, "p": 1},
                {"n": 2.0, "r": 1, "p": 1}, {"n": -2, "r": 1, "p": 1}, {"n": 2, "r": 0, "p": 1}, {"n": 2, "r": 1, "p": 0},
                {"n": 2**40, "r": 2**40, "p": 1}, {"n": 2**70, "r": 1, "p": 1}, {"salt": "s", "n": 2, "r": 1, "p": 1},
                {"salt": None, "n": 2, "r": 1, "p": 1}):
    attempt(b"x", **({"salt": b"salt"} | options if options else {}))
attempt("text", salt=b"", n=2, r=1, p=1)

for make, size in (hashlib.blake2b, 128), (hashlib.blake2s, 64):
    whole = make(digest_size=16)
    for length in (0, 1, size - 1, size, size + 1, 2 * size, 5 * size + 3):
        data = bytes(i % 251 for i in range(length))
        parts = make(key=b"key", salt=b"salt", person=b"p", fanout=2, depth=3, leaf_size=4, node_offset=5, node_depth=1, inner_size=8, last_node=True)
        for start in range(0, length, 50):
            parts.update(data[start:start + 50])
        whole.update(data)
        print(make(data).hexdigest()[:16], parts.hexdigest()[:16], whole.hexdigest(), parts.copy().digest() == parts.digest())
