"""zipfile: writing, reading, appending, unpacking, errors."""
import io
import os
import tempfile
import warnings
import zipfile
from pathlib import Path


def tries(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__module__, type(error).__qualname__, error)


WHEN = (2024, 2, 29, 12, 34, 56)


def entry(name, **attributes):
    info = zipfile.ZipInfo(name, WHEN)
    for key, value in attributes.items():
        setattr(info, key, value)
    return info


# In memory; the bytes are always the same.
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    archive.writestr(entry("plain.txt"), "plain text\n")
    archive.writestr(entry("folder/deflated.bin", compress_type=zipfile.ZIP_DEFLATED), b"abc" * 1000)
    archive.writestr(entry("ünïcode €.txt"), "ü")
    archive.mkdir("empty")
    archive.comment = b"a comment"
    with archive.open(entry("streamed.txt", compress_type=zipfile.ZIP_DEFLATED), "w") as file:
        print(file.writable(), file.name, file.mode, file.write(b"line 1\n"), file.write(b"line 2\n"))
        tries(archive.open, "plain.txt")
        tries(archive.writestr, "other", "")
    print(archive.namelist())
print(len(buffer.getvalue()), buffer.getvalue()[:30])
print(zipfile.is_zipfile(buffer), zipfile.is_zipfile(io.BytesIO(b"no archive")), zipfile.is_zipfile("/no/such/file"))
with zipfile.ZipFile(buffer) as archive:
    print(archive.namelist(), archive.comment, archive.testzip(), archive.mode, archive.filename)
    for info in archive.infolist():
        print(info, info.date_time, info.CRC, info.flag_bits, info.header_offset, info.is_dir(), info.create_system, info.extract_version)
    print(archive.read("plain.txt"), archive.read("ünïcode €.txt").decode(), len(archive.read("folder/deflated.bin")))
    with archive.open("streamed.txt") as file:
        print(file, file.readline(), file.read(3), file.tell(), file.peek(2)[:2], file.seek(1), file.read1(2), file.seek(-2, 2), file.read(), file.read())
        print(file.readable(), file.writable(), file.seekable())
    print([line for line in io.TextIOWrapper(archive.open("streamed.txt"), "utf-8")])
    archive.printdir()
    tries(archive.getinfo, "missing")
    tries(archive.read, "missing")
    tries(archive.writestr, "x", "y")
    tries(archive.open, "plain.txt", "rw")
    tries(archive.open, "plain.txt", "w", pwd=b"x")
print(archive, archive.fp)
tries(archive.read, "plain.txt")

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.makedirs("tree/sub/deeper")
    for name, text in (("tree/a.txt", "A" * 50), ("tree/sub/b.py", "print(1)\n" * 20), ("tree/sub/deeper/c", "")):
        with open(name, "w") as file:
            file.write(text)
        os.chmod(name, 0o640)
        os.utime(name, (86400 * 20000, 86400 * 20000))
    with zipfile.ZipFile("tree.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(Path("tree").rglob("*")):
            archive.write(path, path.relative_to("tree"))
        archive.write("tree/a.txt", "../../evil.txt", compress_type=zipfile.ZIP_STORED)
        print(archive)
    with zipfile.ZipFile(Path("tree.zip")) as archive:
        for info in archive.infolist():
            print(info.filename, info.compress_type, info.file_size, oct(info.external_attr >> 16 & 0o777), info.is_dir())
        print(archive.extract("sub/b.py", "one"))
        archive.extractall("all")
        archive.extractall("some", members=["a.txt"])
    for root, folders, files in sorted(os.walk(".")):
        print(root, sorted(folders), sorted(files))
    with zipfile.ZipFile("tree.zip", "a") as archive:
        archive.writestr(entry("added.txt"), "later")
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            archive.writestr(entry("a.txt"), "again")
            print([str(each.message) for each in caught])
    with zipfile.ZipFile("tree.zip") as archive:
        print(archive.namelist(), archive.read("a.txt"))
    # A program that unpacks itself: the archive isn't at the beginning.
    with open("tree.zip", "rb") as file:
        data = file.read()
    with open("program", "wb") as file:
        file.write(b"#!/bin/sh\nexit\n" + data)
    with zipfile.ZipFile("program") as archive:
        print(archive.read("added.txt"))
    tries(zipfile.ZipFile, "tree.zip", "x")
    tries(zipfile.ZipFile, "missing.zip")
    tries(zipfile.ZipFile, "tree.zip", "q")
    tries(zipfile.ZipFile, "tree.zip", compression=99)
    tries(zipfile.ZipFile, "tree/a.txt")
    os.chdir("/")

# Broken ones.
data = bytearray(buffer.getvalue())
place = data.index(b"plain text")
data[place] ^= 1
with zipfile.ZipFile(io.BytesIO(data)) as archive:
    print(archive.testzip())
    tries(archive.read, "plain.txt")
tries(zipfile.ZipFile, io.BytesIO(data[:-30]))
tries(zipfile.ZipFile, io.BytesIO(b""))


# A stream that can't go back; large files.
class Pipe:
    def __init__(self):
        self.data = b""

    def write(self, data):
        self.data += data
        return len(data)

    def flush(self):
        pass


pipe = Pipe()
with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(entry("s.txt"), "streamed")
with zipfile.ZipFile(io.BytesIO(pipe.data)) as archive:
    print(archive.read("s.txt"), archive.getinfo("s.txt").flag_bits)
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    with archive.open(entry("large"), "w", force_zip64=True) as file:
        file.write(b"small after all")
with zipfile.ZipFile(buffer) as archive:
    print(archive.getinfo("large"), archive.getinfo("large").extra, archive.read("large"), archive.getinfo("large").extract_version)
print(zipfile.ZipInfo("x/y"), zipfile.ZipInfo("d/"), zipfile.ZipInfo("a\0b").filename)
tries(zipfile.ZipInfo, "old", (1979, 1, 1, 0, 0, 0))

# Paths.
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    for name in ("a.txt", "b/c.txt", "b/d/e.tar.gz", "g/h/i.py"):
        archive.writestr(entry(name), f"in {name}")
buffer.name = "memory.zip"
root = zipfile.Path(zipfile.ZipFile(buffer))
print(root, repr(root / "b"), [str(path) for path in root.iterdir()], root.is_dir())
path = root / "b" / "d" / "e.tar.gz"
print(path.name, path.suffix, path.suffixes, path.stem, path.parent, path.exists(), path.is_file(), (root / "x").exists())
print(path.read_text(encoding="utf-8"), (root / "a.txt").read_bytes(), [str(each) for each in root.glob("**/*.txt")], [each.name for each in root.rglob("*.py")])
tries((root / "b").read_text)
tries((root / "nothing").read_text)
