# zlib's streams and checksums; unicodedata's properties and normal forms.
import unicodedata
import zlib


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


data = b"moth balls " * 200
packed = zlib.compress(data)
print(zlib.decompress(packed) == data, len(packed) < 100, zlib.crc32(data), zlib.adler32(data), zlib.crc32(b"more", zlib.crc32(data)), zlib.crc32(b""), zlib.adler32(b""))
for level in range(-1, 10):
    print(level, zlib.decompress(zlib.compress(data, level)) == data, len(zlib.compress(data, level=level)) <= len(data) + 20)
for bits in (15, -15, 31, 9):
    compressor = zlib.compressobj(wbits=bits)
    stream = compressor.compress(data[:1000]) + compressor.compress(data[1000:]) + compressor.flush()
    print(bits, zlib.decompress(stream, wbits=bits) == data)
decompressor = zlib.decompressobj()
parts = [decompressor.decompress(packed[i:i + 7]) for i in range(0, len(packed), 7)]
print(b"".join(parts) == data, decompressor.eof, decompressor.unused_data, decompressor.flush())
decompressor = zlib.decompressobj()
first = decompressor.decompress(packed + b"tail", 100)
print(len(first), decompressor.eof, len(decompressor.unconsumed_tail) > 0)
rest = decompressor.decompress(decompressor.unconsumed_tail)
print(first + rest == data, decompressor.eof, decompressor.unused_data)
compressor = zlib.compressobj(zdict=b"moth balls")
stream = compressor.compress(b"moth balls!") + compressor.flush()
print(zlib.decompressobj(zdict=b"moth balls").decompress(stream), zlib.MAX_WBITS, zlib.Z_BEST_SPEED, zlib.error.__mro__)
for function in (lambda: zlib.decompress(b"nonsense"), lambda: zlib.decompress(packed[:10]), lambda: zlib.decompress(b""), lambda: zlib.compress("x"),
                 lambda: zlib.compress(b"x", 20), lambda: zlib.decompressobj().decompress(b"nonsense"), lambda: zlib.crc32("x"), lambda: zlib.decompressobj().decompress(packed, -1)):
    show(function)

for char in "aA1 é\u0301ßǅ²½Ⅷ五\u00a0\u200b\n€Ωﬁ한ａ(«\U0001f600\ue000\u0378\ud800١":
    print(ascii(char), unicodedata.category(char), unicodedata.bidirectional(char), unicodedata.combining(char), unicodedata.east_asian_width(char),
          unicodedata.mirrored(char), unicodedata.decomposition(char), unicodedata.decimal(char, None), unicodedata.digit(char, None), unicodedata.numeric(char, None))
for text in ("Amélie", "ﬁancé", "e\u0301\u0327", "한국어", "\u1112\u1161\u11ab", "ｶﾞ", "Å", "\u212b", "①②", "ẛ̣", "a\u0315\u0300\u05ae\u0300b", "\u0344", "가\u11a8", "plain"):
    print([ascii(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")],
          [unicodedata.is_normalized(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")])
print(unicodedata.normalize("NFKD", "Crème Brûlée à l'Île").encode("ascii", "ignore").decode(), unicodedata.unidata_version)
for function in (lambda: unicodedata.category("ab"), lambda: unicodedata.category(5), lambda: unicodedata.numeric("a"), lambda: unicodedata.digit("½"), lambda: unicodedata.decimal("²"),
                 lambda: unicodedata.normalize("X", "é"), lambda: unicodedata.normalize(5, "a"), lambda: unicodedata.normalize("NFC", 5), lambda: unicodedata.combining("")):
    show(function)
for char in "aé\u0301한가豈𠀀😀\u0378\n":
    print(ascii(char), unicodedata.name(char, "nameless"))
for name in ("LATIN SMALL LETTER E WITH ACUTE", "greek small letter alpha", "SNOWMAN", "HANGUL SYLLABLE HAN", "CJK UNIFIED IDEOGRAPH-4E94", "LINE FEED", "KEYCAP NUMBER SIGN"):
    print(name, ascii(unicodedata.lookup(name)))
for function in (lambda: unicodedata.name("\n"), lambda: unicodedata.name("ab"), lambda: unicodedata.lookup("NO SUCH THING"), lambda: unicodedata.lookup(5)):
    show(function)
