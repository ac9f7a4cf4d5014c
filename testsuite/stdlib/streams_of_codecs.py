# Readers, writers, encoders and decoders of encodings take pieces as they come, and remember what the pieces before have said.
import codecs
import copy
import io
import os
import tempfile


class Pipe:
    """Bytes that are read as they have been written; tells what it was asked for."""

    def __init__(self):
        self.data = b""

    def write(self, data):
        self.data += data

    def read(self, size=-1):
        count = len(self.data) if size < 0 else size
        taken, self.data = self.data[:count], self.data[count:]
        return taken


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", None))


TEXT = "a\xff\u20ac\U00010abc\n"
for encoding in ("utf-8", "utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be", "utf-8-sig", "unicode-escape", "raw-unicode-escape"):
    data = TEXT.encode(encoding)
    pipe = Pipe()
    reader = codecs.getreader(encoding)(pipe)
    decoder = codecs.getincrementaldecoder(encoding)()
    read, decoded = [], []
    for byte in data:
        pipe.write(bytes([byte]))
        read.append(reader.read())
        decoded.append(decoder.decode(bytes([byte])))
    print(encoding, read == decoded, decoded, reader.bytebuffer, decoder.getstate(), decoder.decode(b"", True) == "")
    decoder.reset()
    print("".join(codecs.iterdecode([data[:3], data[3:4], data[4:]], encoding)) == TEXT)
    print(b"".join(codecs.iterencode(TEXT, encoding)) == data, list(codecs.iterencode(["x", "", "y"], encoding)))
    encoder = codecs.getincrementalencoder(encoding)()
    print(encoder.getstate(), encoder.encode(""), encoder.encode("x"), encoder.getstate(), encoder.encode("y"))
    encoder.reset()
    print(encoder.encode("z"))
    stream = io.BytesIO()
    writer = codecs.getwriter(encoding)(stream)
    writer.write("ab")
    writer.writelines(["c", "d"])
    writer.reset()
    writer.write("e")
    print(stream.getvalue())

# The other byte order, and none.
print(codecs.getreader("utf-16")(io.BytesIO(codecs.BOM_BE + "spamspam".encode("utf-16-be"))).read(4))
attempt(lambda: codecs.getreader("utf-16")(io.BytesIO(b"ab")).read())
attempt(lambda: codecs.getincrementaldecoder("utf-32")().decode("ab".encode("utf-32-le")))
big = codecs.getincrementaldecoder("utf-16")()
print(big.decode(codecs.BOM_UTF16_BE), big.getstate(), big.decode(b"\0x"))
other = codecs.getincrementaldecoder("utf-16")()
other.setstate(big.getstate())
print(other.decode(b"\0y"))
for wrong in (b"\xc0", b"\xe0\x80", b"\xed\xa0", b"\xf0\x80", b"\xf4\x90", b"\xf5", b"\x80"):
    attempt(lambda: codecs.getincrementaldecoder("utf-8")().decode(wrong))
attempt(lambda: codecs.getincrementaldecoder("utf-8")().decode(b"\xe2\x82", True))
attempt(lambda: codecs.getincrementaldecoder("utf-8")("replace").decode(b"a\xe2(b\xe2"))

# Lines end as in str.splitlines, and none is waited for that isn't needed.
reader = codecs.getreader("utf-8")(io.BytesIO("foo\nbar\r\nbaz\rspam\u2028eggs\x85last".encode()))
print([*reader])
reader = codecs.getreader("utf-8")(io.BytesIO(b"one\r\ntwo\nthree"))
print(repr(reader.readline()), repr(reader.readline(keepends=False)), repr(reader.read(2)), repr(reader.read()), repr(reader.readline()))
pipe = Pipe()
reader = codecs.getreader("utf-8")(pipe)
pipe.write(b"foo\r")
print(repr(reader.readline(keepends=False)))
pipe.write(b"\nbar\r")
print(repr(reader.readline(keepends=False)))
print(repr(reader.readline(keepends=False)))
pipe.write(b"x\ny\n")
print(reader.readlines(), repr(reader.read(size=40, chars=5)))
long = codecs.getreader("utf-8")(io.BytesIO(("\u3042" * 5000 + "\nend").encode()))
print(len(long.readline()), long.readline())
bad = codecs.getreader("utf-8")(io.BytesIO(b"good\nbad \xff\n"))
attempt(bad.readline)
attempt(bad.readline)
attempt(lambda: codecs.getreader("utf-8")(io.BytesIO(b"x\xff")).read())
attempt(lambda: codecs.getreader("latin-1")(io.BytesIO(b"x\xff")).readline(size=1))
attempt(lambda: copy.copy(codecs.getreader("utf-8")(io.BytesIO())))
attempt(lambda: copy.copy(codecs.getwriter("utf-8")(io.BytesIO())))

# A file for both.
place = os.path.join(tempfile.mkdtemp(), "file")
with codecs.open(place, "w+", encoding="utf-16") as file:
    print(type(file).__name__, file.encoding, file.errors, file.mode)
    file.write("abc\u2028")
    file.write("def\n")
    file.seek(0)
    print(file.read(), file.readline() == "")
    file.seek(0)
    file.write("xyz")
    file.seek(0)
    print([*file])
    file.writelines(["1", "2"])
with open(place, "rb") as file:
    print(file.read())
with codecs.open(place, encoding="utf-16") as file:
    print(file.readline(), file.readlines())
with codecs.open(place, "rb") as file:
    print(type(file).__name__, file.read(2))
attempt(lambda: codecs.open(place, "rb", encoding="nothing"))
both = codecs.StreamReaderWriter(io.BytesIO(b"one\ntwo\n"), codecs.getreader("ascii"), codecs.getwriter("ascii"))
print(both.encoding, next(both), both.readlines(), both.getvalue())
attempt(lambda: copy.copy(both))


# What a program makes of these classes.
class UpperCodec(codecs.Codec):
    def encode(self, input, errors="strict"):
        return input.upper().encode("ascii"), len(input)

    def decode(self, input, errors="strict"):
        return bytes(input).decode("ascii").lower(), len(input)


class UpperReader(UpperCodec, codecs.StreamReader):
    pass


class UpperWriter(UpperCodec, codecs.StreamWriter):
    pass


class PairDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        count = len(input) if final else len(input) // 2 * 2
        return input[:count].decode("ascii", errors), count


class PairEncoder(codecs.BufferedIncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        count = len(input) if final else len(input) // 2 * 2
        return input[:count].encode("ascii", errors), count


print(UpperReader(io.BytesIO(b"AB\nCD")).readlines())
stream = io.BytesIO()
UpperWriter(stream).write("abc")
print(stream.getvalue())
pairs = PairDecoder()
print([pairs.decode(b"abc"), pairs.getstate(), pairs.decode(b"d"), pairs.decode(b"e"), pairs.decode(b"", True)])
pairs = PairEncoder()
print([pairs.encode("abc"), pairs.getstate(), pairs.encode("d"), pairs.encode("e"), pairs.encode("", True), pairs.getstate()])
attempt(lambda: codecs.IncrementalDecoder().decode(b""))
attempt(lambda: codecs.IncrementalEncoder().encode(""))
attempt(lambda: codecs.StreamReader(io.BytesIO()).read())
attempt(lambda: codecs.StreamReader(io.BytesIO(b"a")).read())
attempt(lambda: codecs.StreamWriter(io.BytesIO()).write("a"))
print(codecs.IncrementalDecoder().getstate(), codecs.IncrementalEncoder().getstate())
for name in ("rot13", "hex", "base64"):
    info = codecs.lookup(name)
    piece = "ab" if name == "rot13" else b"ab"
    coded = info.incrementalencoder().encode(piece)
    print(coded, info.incrementaldecoder().decode(coded))
info = copy.copy(codecs.lookup("utf-8"))
print(info.name, len(info), info._is_text_encoding)
