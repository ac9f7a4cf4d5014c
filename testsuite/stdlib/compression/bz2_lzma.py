"""bz2 and lzma: data at once, piece by piece, in files; broken data."""
import bz2
import io
import lzma
import os
import tempfile


def tries(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__module__, type(error).__qualname__, error)


text = b"the quick brown fox jumps over the lazy dog\n" * 200
for module, make_compressor, make_decompressor in (
    (bz2, bz2.BZ2Compressor, bz2.BZ2Decompressor), (lzma, lzma.LZMACompressor, lzma.LZMADecompressor),
):
    print("==", module.__name__)
    packed = module.compress(text)
    print(len(packed) < len(text) // 10, module.decompress(packed) == text, module.decompress(packed + packed) == text * 2)
    print(module.decompress(packed + b"trailing garbage") == text, module.decompress(module.compress(b"")))
    tries(module.decompress, b"certainly no compressed data")
    tries(module.decompress, packed[:-10])
    tries(module.decompress, b"")
    tries(module.compress, "text")

    compressor = make_compressor()
    pieces = b"".join(compressor.compress(text[i:i + 1000]) for i in range(0, len(text), 1000)) + compressor.flush()
    print(module.decompress(pieces) == text)
    tries(compressor.compress, b"x")
    tries(compressor.flush)

    decompressor = make_decompressor()
    print(decompressor.eof, decompressor.needs_input, decompressor.unused_data)
    found = b""
    for i in range(0, len(packed), 7):
        found += decompressor.decompress(packed[i:i + 7])
    print(found == text, decompressor.eof, decompressor.needs_input, decompressor.unused_data)
    tries(decompressor.decompress, b"more")
    decompressor = make_decompressor()
    first = decompressor.decompress(packed + b"behind", 10)
    print(first, decompressor.needs_input, decompressor.eof)
    rest = decompressor.decompress(b"", 20)
    print(rest, decompressor.decompress(b"")[-4:], decompressor.eof, decompressor.unused_data)
    decompressor = make_decompressor()
    tries(decompressor.decompress, b"\x00" * 40)

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        path = "data"
        with module.open(path, "wb") as file:
            print(file.writable(), file.readable(), file.seekable(), file.write(b"one\n"), file.write(b"two\n"), file.tell(), file.closed)
            tries(file.read)
        print(file.closed)
        tries(file.write, b"x")
        with module.open(path, "ab") as file:
            file.write(b"three")
        with module.open(path) as file:
            print(file.readline(), file.tell(), file.read(2), file.peek(1)[:1], file.read(), file.read(), file.seek(4), file.read1(3), file.seek(-3, 2),
                  file.readlines(), file.readable())
            tries(file.write, b"x")
        with module.open(path) as file:
            print(list(file))
        with module.open(path, "wt", encoding="utf-8") as file:
            file.write("zeile ä\n")
        with module.open(path, "rt", encoding="utf-8") as file:
            print(file.read())
        with open(path, "rb") as raw:
            data = raw.read()
        with module.open(io.BytesIO(data[:-9]), "rb") as file:
            tries(file.read)
        tries(module.open, path, "x")
        tries(module.open, path, "rbt")
        tries(module.open, path, "q")
        tries(module.open, path, "rb", encoding="utf-8")
        tries(module.open, "missing")
        tries(module.open, 5)
        os.chdir("/")

tries(bz2.BZ2Compressor, 0)
tries(bz2.compress, b"", 10)
print(len(bz2.compress(text, 1)) > 0)
print(lzma.decompress(lzma.compress(text, format=lzma.FORMAT_ALONE, preset=1)) == text)
print(lzma.decompress(lzma.compress(text, check=lzma.CHECK_SHA256, preset=9 | lzma.PRESET_EXTREME)) == text)
checked = lzma.LZMADecompressor()
print(checked.check == lzma.CHECK_UNKNOWN)
checked.decompress(lzma.compress(b"x", check=lzma.CHECK_CRC32))
print(checked.check == lzma.CHECK_CRC32, lzma.is_check_supported(lzma.CHECK_CRC64), lzma.is_check_supported(2))
tries(lzma.LZMACompressor, format=7)
tries(lzma.LZMACompressor, preset=99)
tries(lzma.LZMACompressor, format=lzma.FORMAT_ALONE, check=lzma.CHECK_CRC32)
tries(lzma.LZMAFile, io.BytesIO(), "r", check=lzma.CHECK_CRC32)
tries(lzma.decompress, lzma.compress(text), memlimit=1000)
