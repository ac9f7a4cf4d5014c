import binascii
import errno
def a(f):
    try: return f()
    except Exception as e: return f"{type(e).__module__}.{type(e).__name__}: {e}"
for f in [lambda: binascii.hexlify(b'\x00\xffabc'), lambda: binascii.hexlify(b'\x00\xffabc', '-'), lambda: binascii.hexlify(b'abcdef', b':', 2), lambda: binascii.b2a_hex(b''), lambda: binascii.unhexlify('00fFab'), lambda: binascii.unhexlify(b'0'), lambda: binascii.unhexlify('zz'), lambda: binascii.unhexlify(5), lambda: binascii.unhexlify('é1'), lambda: binascii.a2b_hex(b'6162'),
          lambda: [binascii.b2a_base64(b'abcdefgh'[:n]) for n in range(8)], lambda: binascii.b2a_base64(b'\xff\xfe\xfd', newline=False), lambda: [binascii.a2b_base64(binascii.b2a_base64(bytes(range(n)))) == bytes(range(n)) for n in range(10)],
          lambda: binascii.a2b_base64('YWJj\nZGVm'), lambda: binascii.a2b_base64('YWI'), lambda: binascii.a2b_base64('Y'), lambda: binascii.a2b_base64('YWJjZ'), lambda: binascii.a2b_base64('YW=='), lambda: binascii.a2b_base64('YWI=YWI='), lambda: binascii.a2b_base64('!!YWJj!!'), lambda: binascii.a2b_base64('=YWJj', strict_mode=True), lambda: binascii.a2b_base64('YW!Jj', strict_mode=True), lambda: binascii.a2b_base64('YWI=YWI=', strict_mode=True), lambda: binascii.a2b_base64('Y=WJj', strict_mode=True), lambda: binascii.a2b_base64('YWJj', strict_mode=True), lambda: binascii.a2b_base64(3),
          lambda: binascii.crc32(b'hello'), lambda: binascii.crc32(b'lo', binascii.crc32(b'hel')), lambda: binascii.crc32(b''), lambda: binascii.crc32(b'x', -1), lambda: binascii.crc32('x'), lambda: binascii.crc_hqx(b'hello', 0), lambda: binascii.crc_hqx(b'hello', 0x1234), lambda: binascii.Error, lambda: issubclass(binascii.Error, ValueError), lambda: binascii.hexlify('abc'), lambda: binascii.hexlify(data=b'a')]:
    print(a(f))
print(errno.ENOENT, errno.EAGAIN, errno.EWOULDBLOCK, errno.errorcode[errno.EPIPE], errno.errorcode[11], errno.errorcode[35], errno.errorcode[95], len(errno.errorcode), sum(errno.errorcode))
