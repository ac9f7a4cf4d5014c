"""sys.stdin.buffer and sys.stdout.buffer as files of bytes: places, wrappers of their own, closing."""
import io
import os
import sys

# A pipe as standard input has no places, a file has.
content = "first wörld\nsecond\n".encode()
path = f"/tmp/standard_bytes.{os.getpid()}"
with open(path, "wb") as file:
    file.write(content)
descriptor = os.open(path, os.O_RDONLY)
os.unlink(path)
os.dup2(descriptor, 0)

source = sys.stdin.buffer
print(source.seekable(), sys.stdout.buffer.seekable() == sys.stdout.seekable())
print(source.read(3), source.peek()[:4], source.tell(), source.readline(), source.tell())
print(source.seek(1), source.read(2), source.seek(-1, 1), source.read(1), source.seek(0, 2), source.read(), source.peek(1))
source.seek(0)
for line in source:
    print(line)
source.seek(0)
text = io.TextIOWrapper(source, encoding="latin-1")
print(text.read().splitlines())

sys.stdout.flush()
target = sys.stdout.buffer
target.writelines([b"a\n", bytearray(b"b\n")])
target.flush()
wrapper = io.TextIOWrapper(target, encoding="latin-1", newline="\r\n", line_buffering=True)
wrapper.write("plain\n")
print("more")
sys.stdout.flush()

reading, writing = os.pipe()
os.dup2(reading, 0)
os.close(writing)
try:
    source.tell()
except OSError as error:
    print(type(error), error)
with source as same:
    print(same is source, source.closed, sys.stdin.closed)
print(source.closed, sys.stdin.closed)
for attempt in (source.read, source.readline, source.peek, source.tell, source.__enter__, lambda: sys.stdin.read(1)):
    try:
        attempt()
    except ValueError as error:
        print(error)
source.close()
sys.stdout.flush()
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")
print("replaced é")
