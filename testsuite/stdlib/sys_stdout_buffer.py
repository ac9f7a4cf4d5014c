# Bytes written below text that waits come out before it; text goes down in portions, as TextIOWrapper's does.
import sys

text, below = sys.stdout, sys.stdout.buffer
print("first")
below.write(b"bytes before\n")
for number in range(3000):
    print(number, "x")
below.write(b"bytes amid numbers\n")
text.write("y" * 9000)
below.write(b"bytes after a long text\n")
text.write("z" * 8191)
below.write(b"bytes before a text of 8191\n")
text.write("z")
below.write(b"bytes after its last character\n")
for size in (4000, 96, 1, 4097, 4096):
    below.write(b"%d" % (size % 10) * size)
text.write("w" * 100)
text.write("v" * 8192)
below.write(b"last bytes\n")
try:
    text + 1
except TypeError as error:
    print(error, type(text), type(text).__name__)
