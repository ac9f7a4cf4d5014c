# Streams in memory, streams written in Python, and the classes that they're of.
import io

def show(f):
    try:
        r = f()
        print(repr(r) if not isinstance(r, (io.IOBase,)) else type(r).__name__)
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
s = io.StringIO('abc\ndef')
print(s.read(2), s.tell(), s.readline(), s.readline(), repr(s.readline()), s.getvalue())
show(lambda: s.seek(1, 1))
show(lambda: s.seek(-1))
show(lambda: s.seek(0, 9))
show(lambda: s.seek(0, 2))
show(lambda: s.write('X'))
s.seek(1)
show(lambda: s.write('YY'))
print(s.getvalue(), s.tell())
show(lambda: s.write(1))
show(lambda: s.truncate())
print(s.getvalue())
s.seek(6)
s.write('z')
print(repr(s.getvalue()))
show(lambda: s.fileno())
show(lambda: s.isatty())
print(s.closed, s.readable(), s.writable(), s.seekable())
s.close()
show(lambda: s.read())
show(lambda: s.getvalue())
show(lambda: s.write('x'))
print(s.closed)
show(lambda: iter(s))
show(lambda: io.StringIO(5))
show(lambda: io.StringIO('a\r\nb', newline=None).getvalue())
show(lambda: io.StringIO('a\r\nb').getvalue())
show(lambda: list(io.StringIO('a\r\nb\nc', newline='')))
show(lambda: io.StringIO('a\nb', newline='\r\n').getvalue())
print([l for l in io.StringIO('x\ny\n')], io.StringIO('abc').readlines(), io.StringIO().getvalue() == '')
with io.StringIO() as q:
    print('hi', 5, file=q)
    print(repr(q.getvalue()))
b = io.BytesIO(b'abc\ndef')
print(b.read(2), b.tell(), b.readline(), b.read(), b.getvalue())
show(lambda: b.seek(-1, 2))
show(lambda: b.read())
show(lambda: b.seek(-1))
show(lambda: b.write('x'))
show(lambda: b.seek(10))
show(lambda: b.write(b'Z'))
show(lambda: b.getvalue())
show(lambda: b.truncate(2))
print(b.getvalue(), bytes(b.getbuffer()))
b.close()
show(lambda: b.read())
show(lambda: b.getvalue())
show(lambda: io.BytesIO('x'))
show(lambda: list(io.BytesIO(b'a\nb')))
show(lambda: io.BytesIO(b'x').fileno())
t = io.TextIOWrapper(io.BytesIO('a\r\nb€'.encode()), encoding='utf-8')
print(t.readline(), t.read(), t)
t = io.TextIOWrapper((b := io.BytesIO()), write_through=True)
t.write('xé')
print(b.getvalue())
t.detach()
show(lambda: t.read())

class Raw(io.RawIOBase):

    def __init__(self, d):
        self.d = d

    def readable(self):
        return True

    def readinto(self, b):
        n = min(len(b), 3, len(self.d))
        b[:n] = self.d[:n]
        self.d = self.d[n:]
        return n
r = io.BufferedReader(Raw(b'one\ntwo\nthree'))
print(r.readline(), r.read(5), r.read())
print(io.TextIOWrapper(io.BufferedReader(Raw('é\nü'.encode() * 5))).readlines())

class Up(io.TextIOBase):

    def __init__(s):
        s.o = []

    def write(s, t):
        s.o.append(t.upper())
        return len(t)
u = Up()
print('hey', file=u)
print(u.o, u.closed, u.readable())
show(lambda: u.read())
show(lambda: u.seek(0))
show(lambda: u.fileno())
u.writelines(['a', 'b'])
print(u.o)
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError), isinstance(s, io.TextIOBase), isinstance(b, io.BufferedIOBase), io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
for text in ('12', '123', '1234'):
    begun = io.StringIO('foo')
    begun.write(text)
    print(begun.getvalue(), begun.tell(), begun.write('5'), begun.getvalue())
begun = io.StringIO('one\ntwo\n')
begun.readline()
begun.write('TWO, and more\n')
begun.seek(0)
begun.write('O')
begun.truncate(5)
print(repr(begun.getvalue()), begun.tell(), begun.seek(0, 2), begun.write('end'), repr(begun.getvalue()))
