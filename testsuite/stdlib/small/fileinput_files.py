import fileinput, os, tempfile, sys
d = tempfile.mkdtemp(); os.chdir(d)
open("a", "w").write("one\ntwo\n"); open("b", "w").write("three\nfour"); open("e", "w").close()
for line in fileinput.input(["a", "e", "b"]):
    print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), fileinput.isstdin(), repr(line))
fileinput.close()
try: fileinput.lineno()
except RuntimeError as e: print(e)
with fileinput.FileInput(files=("a", "b"), inplace=True, backup=".orig") as f:
    for line in f: print(line.upper(), end="")
print(open("a").read(), open("b").read(), sorted(os.listdir(".")))
with fileinput.input("a", inplace=True) as f:
    for line in f:
        if f.isfirstline(): continue
        sys.stdout.write(line)
print(open("a").read(), sorted(os.listdir(".")))
with fileinput.input(("a", "b"), mode="rb") as f:
    print(f.readline(), f.filename(), f.readline(), f.filename()); f.nextfile(); print(f.readline())
with fileinput.input(("b", "a")) as f:
    for line in f:
        print(line, end=" "); f.nextfile()
try: fileinput.FileInput(mode="w")
except ValueError as e: print(e)
try: fileinput.FileInput("a", inplace=1, openhook=print)
except ValueError as e: print(e)
try: list(fileinput.input("missing"))
except FileNotFoundError as e: print(e)
fileinput.close()
import gzip
with gzip.open("z.gz", "wt") as g: g.write("zip\n")
with fileinput.input("z.gz", openhook=fileinput.hook_compressed, encoding="utf-8") as f: print(list(f))
with fileinput.input("a", openhook=fileinput.hook_encoded("ascii")) as f: print(list(f), f.fileno())
f = fileinput.input("a")
try: fileinput.input("b"); print("ok")
except RuntimeError as e: print(e)
next(f)
try: fileinput.input("b")
except RuntimeError as e: print(e)
