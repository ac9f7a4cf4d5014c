"""Files in gzip's format: bytes, texts, several members, and what's wrong with a file."""
import gzip
import io
import os
import tempfile


def shown(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except (OSError, EOFError, ValueError, TypeError) as error:
            print(type(error).__name__, error)


data = b"hello world " * 100
packed = gzip.compress(data, mtime=0)
print(packed[:10], len(packed) < len(data), gzip.decompress(packed) == data, gzip.decompress(packed + packed) == data * 2)
shown(
    lambda: gzip.decompress(b"abc"), lambda: gzip.decompress(packed[:-3]), lambda: gzip.decompress(packed[:20]),
    lambda: gzip.decompress(packed[:-8] + b"\0" * 8), lambda: gzip.decompress(packed + b"junk"), lambda: gzip.decompress(b""),
    lambda: gzip.decompress(packed + b"\0\0") == data,
)
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with gzip.open("x.gz", "wb") as file:
        print(file.write(b"abc"), file.write(data), file.tell(), file.mode, file.name, file.readable(), file.writable())
    with gzip.open("x.gz") as file:
        print(file.read(5), file.tell(), file.read(3), file.seek(1), file.read(4), len(file.read()), file.read(), file.mode)
    with gzip.open("x.gz", "rt", encoding="utf-8") as file:
        print(file.read(10))
    with gzip.open("x.gz", "wt", encoding="utf-8") as file:
        file.write("é\nb\n")
    with gzip.open("x.gz", "ab") as file:
        file.write(b"more\n")
    with gzip.open("x.gz", "rt", encoding="utf-8") as file:
        print(list(file))
    with gzip.open("x.gz") as file:
        print(file.readline(), file.readlines(), file.closed)
    print(file.closed)
    shown(
        lambda: gzip.open("x.gz", "rx"), lambda: gzip.open("x.gz", "rbt"), lambda: gzip.open("x.gz", "rb", encoding="utf-8"),
        lambda: gzip.open("none"), lambda: gzip.open(5.5), lambda: gzip.open("x.gz").write(b"x"), lambda: gzip.GzipFile("x.gz", "U"),
        lambda: file.read(),
    )
    os.chdir("/")
stream = io.BytesIO()
with gzip.GzipFile(fileobj=stream, mode="wb", mtime=1, filename="name.txt", compresslevel=1) as file:
    file.write(b"zz")
print(stream.getvalue()[:20])
stream.seek(0)
with gzip.GzipFile(fileobj=stream) as file:
    print(file.read(), file.mtime, file.name == "")
print(gzip.BadGzipFile.__mro__[1])
