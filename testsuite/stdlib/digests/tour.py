# base64, uuid, hashlib, hmac and secrets.
import base64, uuid, hmac, hashlib, glob, shutil, tempfile, secrets, os, io

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for d in (b'', b'a', b'ab', b'abc', b'\xfb\xff\x00attic?', b'\x00' * 9, b'    x' * 3, bytes(range(256))):
    for n in ('b64', 'urlsafe_b64', 'standard_b64', 'b32', 'b32hex', 'b16', 'b85', 'a85', 'z85'):
        e = getattr(base64, n + 'encode')(d)
        print(n, e, getattr(base64, n + 'decode')(e) == d, getattr(base64, n + 'decode')(e.decode()) == d)
    print(base64.encodebytes(d), base64.a85encode(d, adobe=True, wrapcol=20, foldspaces=True), base64.a85decode(base64.a85encode(d, adobe=True, foldspaces=True), adobe=True, foldspaces=True) == d, base64.b85encode(d, pad=True), base64.b64encode(d, b'-_'))
for f in (lambda: base64.b64decode('abc'), lambda: base64.b64decode('a*b=', validate=True), lambda: base64.b64decode('YWI\n='), lambda: base64.b64encode('x'), lambda: base64.b64decode('é'), lambda: base64.b64decode(5), lambda: base64.b32decode('abc'), lambda: base64.b32decode('mfra====', casefold=True), lambda: base64.b32decode('mfra===='), lambda: base64.b32decode('AA=AAAAA'), lambda: base64.b16decode('zz'), lambda: base64.b16decode('ab'), lambda: base64.b16decode('ab', casefold=True), lambda: base64.b16decode('A'), lambda: base64.b85decode('\x01'), lambda: base64.b85decode('~~~~~'), lambda: base64.a85decode('{'), lambda: base64.a85decode('uuuuu'), lambda: base64.a85decode('az'), lambda: base64.a85decode('x', adobe=True), lambda: base64.decodebytes(b'YWI=\n'), lambda: base64.b32encode('x'), lambda: base64.z85decode(b'\x00')):
    show(f)
U = uuid.UUID
u = uuid.uuid5(uuid.NAMESPACE_DNS, 'x.y')
for f in (lambda: u, lambda: str(u), lambda: u.version, lambda: u.variant, lambda: u.fields, lambda: u.hex, lambda: u.urn, lambda: u.int, lambda: u.bytes, lambda: u.bytes_le, lambda: U(bytes_le=u.bytes_le) == u, lambda: uuid.uuid3(uuid.NAMESPACE_URL, 'z'), lambda: U('xyz'), lambda: U(), lambda: U(int=-1), lambda: U(int=5), lambda: U('{12345678-1234-5678-1234-567812345678}'), lambda: U(bytes=b'x'), lambda: U(fields=(1, 2, 3, 4, 5, 6)), lambda: U(fields=(1, 2, 3, 4, 5, 1 << 50)), lambda: U(fields=(1 << 40, 2, 3, 4, 5, 1)), lambda: U(fields=(1,)), lambda: u < U(int=5), lambda: sorted([u, U(int=1)])[0], lambda: hash(u) == hash(U(str(u))), lambda: uuid.uuid4().version, lambda: uuid.uuid1().version, lambda: U(int=3, version=4), lambda: U(int=3, version=9), lambda: setattr(u, 'int', 3), lambda: u == 5, lambda: int(U(int=7)), lambda: u.time, lambda: u.clock_seq, lambda: u.node, lambda: u.is_safe, lambda: U(hex='g' * 32)):
    show(f)
for n in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s'):
    h = getattr(hashlib, n)(b'abc')
    h.update(b'd' * 200)
    c = h.copy()
    c.update(b'x')
    print(n, h.hexdigest(), c.hexdigest(), h.digest_size, h.block_size, h.name, hashlib.new(n, b'q').hexdigest())
    show(lambda: h.update('s'))
for f in (lambda: hashlib.new('nope'), lambda: hashlib.new('SHA256', b'x').hexdigest(), lambda: hashlib.new('sha-256').hexdigest() if 0 else 0, lambda: hashlib.sha256('x'), lambda: hashlib.sha256(5), lambda: hashlib.blake2b(b'm', digest_size=8, key=b'k', salt=b's', person=b'p').hexdigest(), lambda: hashlib.blake2s(b'm' * 300, digest_size=5).hexdigest(), lambda: hashlib.blake2b(digest_size=0), lambda: hashlib.blake2b(key=b'k' * 65), lambda: hashlib.pbkdf2_hmac('sha1', b'pw', b'salt', 3).hex(), lambda: hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 10, 20).hex(), lambda: hashlib.pbkdf2_hmac('nope', b'', b'', 1), lambda: hashlib.pbkdf2_hmac('sha1', b'', b'', 0), lambda: hashlib.file_digest(io.BytesIO(b'abc'), 'sha1').hexdigest(), lambda: sorted(hashlib.algorithms_guaranteed), lambda: hmac.new(b'k', b'm', 'sha256').hexdigest(), lambda: hmac.new(b'k' * 100, b'm', hashlib.md5).hexdigest(), lambda: hmac.new('k'), lambda: hmac.new(b'k'), lambda: hmac.digest(b'k', b'm', 'sha1').hex(), lambda: hmac.compare_digest('a', 'a'), lambda: hmac.compare_digest(b'a', b'b'), lambda: hmac.compare_digest('a', b'a'), lambda: hmac.compare_digest('é', 'é'), lambda: hmac.new(b'k', b'm', 'sha256').name, lambda: hmac.new(b'k', b'm', 'sha1').copy().hexdigest(), lambda: len(secrets.token_hex(8)), lambda: secrets.randbelow(1), lambda: secrets.randbelow(0), lambda: secrets.choice([3]), lambda: secrets.choice([]), lambda: len(secrets.token_bytes(5)), lambda: secrets.compare_digest('a', 'b')):
    show(f)
try: hashlib.new("nope")
except ValueError as error: print(repr(error), repr(error.__context__), error.__suppress_context__)
