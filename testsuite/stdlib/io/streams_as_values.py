# `open` as an attribute of a class; streams in memory that are pickled, copied, cut at what stands for an int, and closed while somebody has a view of them.
import array
import copy
import io
import os
import pickle
import tempfile
import warnings


class Opener:
    open = io.open
    builtin = open


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Four:
    def __index__(self):
        return 4


print(io.open is open, type(io.open).__name__)
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file")
    with Opener().open(path, "w") as file:
        file.write("text\n")
    with Opener().builtin(path, "rb") as file:
        words = array.array("b", b"abcdefgh")
        print(file.readinto(words), words)
        attempt(lambda: file.readinto(b"abc"))
        attempt(lambda: file.readinto(1))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        open(path, "rb", 1).close()
    print([(each.category.__name__, str(each.message), os.path.basename(each.filename)) for each in caught])

stream = io.BytesIO(b"1234567890")
stream.seek(3)
stream.label = "x"
for twin in (pickle.loads(pickle.dumps(stream)), copy.copy(stream)):
    print(twin.tell(), twin.read(), twin.label)
print(stream.__getstate__(), io.StringIO("a\nb", newline=None).__getstate__())
text = io.StringIO("a\r\nb\n", newline="")
text.readline()
twin = pickle.loads(pickle.dumps(text))
print(repr(twin.read()), repr(twin.getvalue()), twin.newlines)
for state in ((b"", -1, None), ("unicode", 0, None), (b"", 0.0, None), (b"", 0, 0), (b"short", 0), 0):
    attempt(lambda: io.BytesIO().__setstate__(state))
for state in (("", "f", 0, None), ("", "", -1, None), ("", "", 0.0, None), ("", "", 0, 0), ("short", 0)):
    attempt(lambda: io.StringIO().__setstate__(state))

print(stream.truncate(Four()), stream.getvalue(), stream.seek(Four()))
for wrong in (0.0, "0", None):
    attempt(lambda: stream.seek(wrong))
    attempt(lambda: io.StringIO().seek(wrong))
attempt(lambda: stream.truncate("0"))
attempt(lambda: io.BytesIO(1))
attempt(lambda: stream.write("text"))
view = stream.getbuffer()
attempt(stream.close)
print(stream.closed)
view.release()
stream.close()
print(stream.closed)
