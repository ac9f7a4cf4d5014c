import struct
def a(f):
    try: return f()
    except Exception as e: return f"{type(e).__module__}.{type(e).__name__}: {e}"
for fmt, v in [('b',200),('b',-128),('B',256),('B',255),('h',40000),('h',-5),('H',70000),('H',65535),('i',2**31),('i',-2**31),('I',-1),('I',2**32-1),('l',2**63),('l',-2),('L',-1),('q',2**63),('q',2**63-1),('q',-2**63),('q',-2**62-1),('Q',2**64),('Q',2**64-1),('Q',2**63),('Q',2**62),('n',2**63),('n',-7),('N',-1),('N',7),('P',5),('P',-1),('?',5),('?',[]),('e',70000),('e',70000.0),('e',1.5),('e',-0.0),('e',1e-7),('e',65504.0),('e',float('inf')),('f',1e39),('f',0.1),('d','a'),('d',-2.5),('d',3),('i','a'),('i',1.5),('i',True),('c','a'),('c',b'ab'),('c',b'x'),('s','a'),('5s',b'ab'),('2s',b'abcd'),('5p',b'abcdefgh'),('0s',b''),('x',1)]:
    for p in '@<>':
        print(repr(p + fmt), repr(v), a(lambda: struct.pack(p + fmt, v)))
for f in [lambda: struct.pack('ii',1), lambda: struct.pack('i',1,2), lambda: struct.unpack('i',b'abc'), lambda: struct.unpack('<i',b'abcde'), lambda: struct.unpack_from('<i',b'abc'), lambda: struct.unpack_from('<i',b'abcdef',4), lambda: struct.unpack_from('<i',b'abcdef',-3), lambda: struct.unpack_from('<i',b'abcdef',-9), lambda: struct.unpack_from('<h',b'abcdef',-4), lambda: struct.unpack_from('<h', buffer=b'abcdef', offset=2), lambda: struct.pack('z',1), lambda: struct.pack('3',1), lambda: struct.calcsize('<bq'), lambda: struct.calcsize('bq'), lambda: struct.calcsize('@bi0q'), lambda: struct.iter_unpack('<h',b'abc'), lambda: struct.iter_unpack('',b''), lambda: list(struct.iter_unpack('<h',b'abcd')), lambda: struct.Struct('<i2h'), lambda: struct.Struct('<i').size, lambda: struct.Struct(b'<i').format, lambda: struct.unpack('<2s3xh?',b'abcdexy\x01'), lambda: struct.pack('<i', 'a'), lambda: struct.pack(5), lambda: struct.pack(), lambda: struct.unpack('<i', 'abcd'), lambda: struct.pack('< i 2 h',1,2,3), lambda: struct.calcsize('2 h'), lambda: struct.calcsize('<n'), lambda: struct.calcsize('999999999999999999999i'), lambda: struct.pack_into('<i', b'abcd', 0, 1), lambda: struct.pack('é'), lambda: struct.error, lambda: struct.Struct, lambda: struct.unpack('>e',b'\x3c\x00'), lambda: struct.unpack('<3e',b'\x01\x00\xff\x7b\x00\xfc'), lambda: struct.unpack('3p',b'\x05ab'), lambda: struct.Struct('<i').pack(1,2), lambda: struct.Struct(), lambda: struct.unpack('<bBhHiIqQ', bytes(range(200, 230))), lambda: struct.unpack('>bBhHiIqQ', bytes(range(200, 230))), lambda: struct.unpack('<fd?c', struct.pack('<fd?c', 0.1, 0.1, 1, b'z')), lambda: struct.unpack('>l', struct.pack('>l', -5)), lambda: struct.Struct('<ih').unpack_from(b'abcdefghij', 2), lambda: list(struct.Struct('>H').iter_unpack(b'abcd'))]:
    print(a(f))
header = struct.Struct("!4sHI")
packed = header.pack(b"AIOC", 7, 123456)
print(packed, header.unpack(packed), header.size, header.format, len(packed), struct.pack("<3i", *[1, 2, 3]))
try:
    struct.unpack("<i", b"")
except struct.error as e:
    print("caught", e)
