"""Temporary files: their ends, files in memory that grow, folders that are hard to remove."""
import gc
import os
import shutil
import tempfile
import warnings

warnings.simplefilter("always")
folder = tempfile.mkdtemp()
open(folder + "/file", "w").close()
os.symlink("none", folder + "/broken")
os.symlink("file", folder + "/link")


def attempt(function):
    try:
        result = function()
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, "FOLDER").split("/tmp")[0])
    else:
        print("fine", result)


def show(message, category, filename, line, file=None, text=None):
    print("warning", category.__name__, str(message).split("/")[0].split(" at 0x")[0])


warnings.showwarning = show
for name in ("broken", "link", "file"):
    attempt(lambda: os.chmod(f"{folder}/{name}", 0o640, follow_symlinks=False))
print(oct(os.stat(folder + "/file").st_mode))

file = tempfile.NamedTemporaryFile()
name = file.name
del file
gc.collect()
print(os.path.exists(name))
file = tempfile.NamedTemporaryFile()
name, write = file.name, file.write
del file
print(os.path.exists(name), write(b"foo"))
del write
print(os.path.exists(name))
with tempfile.NamedTemporaryFile(delete_on_close=False) as file:
    file.write(b"abc")
    file.close()
    print(os.path.exists(file.name))
print(os.path.exists(file.name))
file = tempfile.NamedTemporaryFile(delete=False)
file.close()
print(os.path.exists(file.name))
os.unlink(file.name)
file = tempfile.NamedTemporaryFile("w+", dir=folder, prefix="p", suffix=".s")
print(file.name.startswith(folder + "/p"), file.name.endswith(".s"), file.mode, file.file.name == file.name)
print(file.write("hi"), file.seek(0), file.read(), file.closed)
file.close()
print(file.closed, os.path.exists(file.name))
attempt(lambda: tempfile.NamedTemporaryFile("w", encoding="bad-encoding", dir=folder))
attempt(lambda: tempfile.TemporaryFile("w", encoding="bad-encoding", dir=folder))
attempt(lambda: tempfile.NamedTemporaryFile("q", dir=folder))
attempt(lambda: tempfile.NamedTemporaryFile(dir=folder + "/none"))
attempt(lambda: tempfile.mkstemp(dir=folder + "/file"))
print(sorted(os.listdir(folder)))

made = tempfile.TemporaryDirectory()
name = made.name
del made
print(os.path.exists(name))
made = tempfile.TemporaryDirectory()
made.cleanup()
made.cleanup()
del made
made = tempfile.TemporaryDirectory(delete=False)
name = made.name
del made
print(os.path.exists(name))
os.rmdir(name)
made = tempfile.TemporaryDirectory(dir=folder)
os.makedirs(made.name + "/a/b")
open(made.name + "/a/b/c", "w").close()
os.chmod(made.name + "/a/b", 0)
os.chmod(made.name + "/a", 0o500)
attempt(made.cleanup)
print(os.path.exists(made.name))

for mode, options in (("w+b", {}), ("w+", {"encoding": "utf-8"}), ("w+", {"encoding": "latin-1", "newline": ""})):
    line = "abc\n" if "b" not in mode else b"abc\n"
    file = tempfile.SpooledTemporaryFile(10, mode, **options)
    for _ in range(2):
        print(mode, file.mode, file.name is None, file.closed, file.isatty(), file.readable(), file.writable(), file.seekable())
        for name in ("encoding", "errors", "newlines"):
            attempt(lambda: getattr(file, name))
        file.write(line)
        file.seek(0)
        print(repr(file.readline()), file.tell(), len(file.read()))
        for function in (lambda: file.read1(5), lambda: file.readinto(bytearray(3)), lambda: file.readinto1(bytearray(3))):
            attempt(function)
        file.seek(0)
        file.truncate()
        file.writelines([line[1:]] * 3)
        file.seek(0)
        print(file.readlines(), file.seek(0), [each for each in file])
        file.truncate(3)
        file.seek(0)
        print(repr(file.read()))
        file.truncate(30)
    file.close()
    print(file.closed)
    attempt(lambda: file.write(line))
file = tempfile.SpooledTemporaryFile()
file.write(b"x" * 100)
print(file.name, file.fileno() > 2, file.name is not None, file.mode)
del file

tempfile.tempdir = tempfile.gettempdirb()
for options in ({}, {"prefix": "a"}):
    descriptor, path = tempfile.mkstemp(**options)
    print(type(path), type(tempfile.gettempdir()))
    os.close(descriptor)
    os.unlink(path)
path = tempfile.mkdtemp()
print(type(path))
os.rmdir(path)
tempfile.tempdir = None
attempt(lambda: tempfile.mkstemp(prefix=b"a", suffix="b"))
shutil.rmtree(folder)
